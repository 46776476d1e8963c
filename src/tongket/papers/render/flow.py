"""A paper as it is set, every measure decided: what typst and Word are told alike, in standard form or as submitted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.papers.render.letters import missing, shown
from tongket.reading.manuscript.values import Block, Cell, Manuscript, Paragraph, Picture, Piece, Sheet, Table

# How far Word lets a tab go where nobody says otherwise: to the next multiple of half an inch.
TAB_MM = 12.7
_LEAST_ROOM_MM = 30.0
_LARGEST_MM = 1_300.0


@dataclass(frozen=True, slots=True)
class Inset:
    """Room within a table's cells, at the sides and above and below, and the thickness of a drawn rule."""

    side_mm: float
    above_pt: float
    rule_pt: float = 0.5


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks in their final dress; `numbers` says which block of the manuscript each one is (or is a part of).

    A paragraph's mark is among its pieces. `gap_pt` is the room below a table.
    """

    sheet: Sheet
    blocks: tuple[Block, ...]
    numbers: tuple[int, ...]
    notes: tuple[tuple[Paragraph, ...], ...]
    pictures: tuple[Picture, ...]
    inset: Inset
    gap_pt: float
    note_pt: float
    missing: tuple[str, ...]

    @property
    def line_mm(self) -> float:
        """The length of a full line."""
        return self.sheet.width_mm - self.sheet.left_mm - self.sheet.right_mm

    @property
    def text_mm(self) -> float:
        """The height of the text on a page."""
        return self.sheet.height_mm - self.sheet.top_mm - self.sheet.bottom_mm


def sound_sheet(sheet: Sheet) -> Sheet:
    """The sheet, or Word's own one where it leaves no room for text or is larger than any printer takes."""
    room = (sheet.width_mm - sheet.left_mm - sheet.right_mm, sheet.height_mm - sheet.top_mm - sheet.bottom_mm)
    sides = (sheet.top_mm, sheet.bottom_mm, sheet.left_mm, sheet.right_mm)
    is_sound = min(room) >= _LEAST_ROOM_MM and min(sides) >= 0 and max(sheet.width_mm, sheet.height_mm) <= _LARGEST_MM
    return sheet if is_sound else Sheet()


def visible(pieces: Sequence[Piece], manuscript: Manuscript) -> tuple[Piece, ...]:
    """The pieces that a reader sees; marks of notes and pictures that the manuscript has not are left out."""
    return tuple(
        piece
        for piece in pieces
        if not piece.is_hidden
        and (piece.note is None or 0 <= piece.note < len(manuscript.notes))
        and (piece.picture is None or 0 <= piece.picture < len(manuscript.pictures))
    )


def with_shown_letters(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` in letters that the type face has, without those that say nothing."""
    seen = ((piece, shown(piece.text)) for piece in pieces)
    made = (piece if text == piece.text else piece.saying(text) for piece, text in seen)
    return tuple(piece for piece in made if piece.text or piece.note is not None or piece.picture is not None)


def paragraphs_of(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Every paragraph, also those in cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs)


def with_cells(table: Table, dressed: Callable[[Cell], Sequence[Paragraph]]) -> Table:
    """The table with the paragraphs that `dressed` makes of each cell's; a cell keeps at least an empty one."""
    rows = tuple(
        tuple(replace(cell, paragraphs=tuple(dressed(cell)) or (Paragraph(()),)) for cell in row) for row in table.rows
    )
    return replace(table, rows=rows)


def missing_in(manuscript: Manuscript) -> tuple[str, ...]:
    """The letters, notes' among them, that no reader of the page will see as such."""
    paragraphs = [*paragraphs_of(manuscript.blocks), *(part for note in manuscript.notes for part in note)]
    return missing("".join(part.text for part in paragraphs))
