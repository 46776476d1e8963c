"""Manuscripts as plain JSON values, their pictures apart: how they leave the child process and how they are stored."""

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from tongket.reading.document import Mending
from tongket.reading.manuscript.values import (
    Align,
    Block,
    Cell,
    Manuscript,
    Nature,
    Paragraph,
    Picture,
    Piece,
    Role,
    Sheet,
    Spacing,
    Table,
)

_FORM = 1
_MARKS = ("bold", "italic", "underlined", "raised", "lowered", "is_hidden")
# The marks that stand for each sum of them.
_MARKED = tuple(
    {name: bool(marks >> place & 1) for place, name in enumerate(_MARKS)} for marks in range(1 << len(_MARKS))
)
_REAL = (0.0, 1.0, None, None)
_SPACING = len(fields(Spacing))
_SHEET = len(fields(Sheet))
_spacing_values = attrgetter(*(each.name for each in fields(Spacing)))
_sheet_values = attrgetter(*(each.name for each in fields(Sheet)))
_PLAIN = Spacing()
# No length of a paper, be it millimetres or points, is larger.
_LONGEST = 100_000.0
_MOST_SPAN = 1000


def to_json(manuscript: Manuscript) -> dict[str, Any]:
    """`manuscript` as values that JSON knows; `from_json` gives an equal one back. The pictures' bytes stay behind."""
    return {
        "form": _FORM,
        "nature": manuscript.nature.value,
        "blocks": [_block_row(block) for block in manuscript.blocks],
        "notes": [[_paragraph_row(each) for each in note] for note in manuscript.notes],
        "pictures": [[each.content_type, each.width_mm, each.height_mm] for each in manuscript.pictures],
        "sheet": list(_sheet_values(manuscript.sheet)),
        "pages": manuscript.pages,
        "recognised": manuscript.is_recognised,
        "mendings": [[mending.code, mending.line, mending.before] for mending in manuscript.mendings],
        "lost": list(manuscript.lost),
    }


def from_json(data: object, pictures: Sequence[bytes]) -> Manuscript:
    """The manuscript that `to_json` wrote as `data`, with the bytes of its pictures in their order.

    Raises ValueError for anything else. The sender may have read a stranger's file and is not trusted: every value is
    checked for its type, every number of a note or picture for there being one.
    """
    match data:
        case {
            "form": 1,
            "nature": str(nature),
            "blocks": [*blocks],
            "notes": [*notes],
            "pictures": [*rows],
            "sheet": [*sheet],
            "pages": int() | None as pages,
            "recognised": bool(is_recognised),
            "mendings": [*mendings],
            "lost": [*lost],
        } if len(rows) == len(pictures) and len(sheet) == _SHEET:
            reader = _Reader(len(notes), len(rows))
            return Manuscript(
                Nature(nature),
                tuple(map(reader.block, blocks)),
                tuple(reader.note(note) for note in notes),
                tuple(_picture(row, content) for row, content in zip(rows, pictures, strict=True)),
                Sheet(*map(_length, sheet)),
                None if pages is None else _count(pages),
                is_recognised,
                tuple(map(_mending, mendings)),
                tuple(map(_text, lost)),
            )
    raise _foreign()


def _block_row(block: Block) -> object:
    if isinstance(block, Paragraph):
        return _paragraph_row(block)
    return {
        "rows": [[_cell_row(cell) for cell in row] for row in block.rows],
        "heading_rows": block.heading_rows,
        "widths": list(block.widths),
        "ruled": block.is_ruled,
        "page": block.page,
    }


def _cell_row(cell: Cell) -> list[object]:
    return [[_paragraph_row(each) for each in cell.paragraphs], cell.across, cell.down]


def _paragraph_row(paragraph: Paragraph) -> list[object]:
    return [
        [_piece_row(piece) for piece in paragraph.pieces],
        paragraph.role.value,
        paragraph.level,
        paragraph.mark,
        paragraph.align.value,
        None if paragraph.spacing == _PLAIN else list(_spacing_values(paragraph.spacing)),
        paragraph.page,
        paragraph.breaks_before,
    ]


def _piece_row(piece: Piece) -> list[object]:
    marks = sum(getattr(piece, name) << place for place, name in enumerate(_MARKS))
    rest = (piece.letter_gap_pt, piece.width, piece.note, piece.picture)
    return [piece.text, marks, piece.size_pt, *(() if rest == _REAL else rest)]


class _Reader:
    """Reads blocks whose pieces may point at so many notes and pictures."""

    def __init__(self, notes: int, pictures: int) -> None:
        self.notes = notes
        self.pictures = pictures

    def block(self, row: object) -> Block:
        """A paragraph or a table."""
        return self.table(row) if isinstance(row, dict) else self.paragraph(row)

    def note(self, row: object) -> tuple[Paragraph, ...]:
        """The paragraphs of one note."""
        match row:
            case [*paragraphs]:
                return tuple(map(self.paragraph, paragraphs))
        raise _foreign()

    def table(self, row: object) -> Table:
        """A table whose heading rows are rows of it."""
        match row:
            case {
                "rows": [*rows],
                "heading_rows": int(heading_rows),
                "widths": [*widths],
                "ruled": bool(is_ruled),
                "page": int() | None as page,
            } if 0 <= heading_rows <= len(rows):
                cells = tuple(self.cells(each) for each in rows)
                return Table(cells, _count(heading_rows), tuple(map(_length, widths)), is_ruled, _page(page))
        raise _foreign()

    def cells(self, row: object) -> tuple[Cell, ...]:
        """The cells of one row."""
        match row:
            case [*cells]:
                return tuple(map(self.cell, cells))
        raise _foreign()

    def cell(self, row: object) -> Cell:
        """One cell, covering itself at least."""
        match row:
            case [[*paragraphs], int(across), int(down)] if 1 <= across <= _MOST_SPAN and down >= 1:
                return Cell(tuple(map(self.paragraph, paragraphs)), _count(across), _count(down))
        raise _foreign()

    def paragraph(self, row: object) -> Paragraph:
        """One paragraph."""
        match row:
            case [[*pieces], str(role), int(level), str(mark), str(align), spacing, int() | None as page, bool(breaks)]:
                return Paragraph(
                    tuple(map(self.piece, pieces)),
                    Role(role),
                    _count(level),
                    mark,
                    Align(align),
                    _spacing(spacing),
                    _page(page),
                    breaks,
                )
        raise _foreign()

    def piece(self, row: object) -> Piece:
        """One piece; what follows the size stands only where it says something."""
        match row:
            case [str(text), int(marks), size, *rest] if 0 <= marks < len(_MARKED) and len(rest) in {0, len(_REAL)}:
                gap, width, note, picture = rest or _REAL
                return Piece(
                    text,
                    size_pt=_length(size),
                    letter_gap_pt=_length(gap),
                    width=_length(width),
                    note=_index(note, self.notes),
                    picture=_index(picture, self.pictures),
                    **_MARKED[marks],
                )
        raise _foreign()


def _spacing(row: object) -> Spacing:
    match row:
        case None:
            return Spacing()
        case [lines, exact, *rest] if len(rest) == _SPACING - 2:
            return Spacing(_length(lines), None if exact is None else _length(exact), *map(_length, rest))
    raise _foreign()


def _picture(row: object, content: bytes) -> Picture:
    match row:
        case [str(content_type), width, height]:
            return Picture(content, content_type, _length(width), _length(height))
    raise _foreign()


def _mending(row: object) -> Mending:
    match row:
        case [str(code), int(line), str(before)]:
            return Mending(code, _count(line), before)
    raise _foreign()


def _index(value: object, count: int) -> int | None:
    if value is None:
        return None
    number = _count(value)
    if number >= count:
        raise _foreign()
    return number


def _page(value: object) -> int | None:
    return None if value is None else _count(value)


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _foreign()


def _length(value: object) -> float:
    # No NaN lies between.
    if isinstance(value, int | float) and not isinstance(value, bool) and -_LONGEST <= value <= _LONGEST:
        return float(value)
    raise _foreign()


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise _foreign()


def _foreign() -> ValueError:
    return ValueError("not a manuscript that was written down here")
