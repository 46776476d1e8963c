"""An author's manuscript put into the standard form: what carries meaning stays, what only fills or saves room goes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from tongket.documents.render.layout import PT_PER_MM
from tongket.papers.render.flow import Flow, Inset, missing_in, sound_sheet, visible, with_cells, with_shown_letters
from tongket.papers.values import StandardForm
from tongket.reading.manuscript.values import Align, Block, Cell, Manuscript, Paragraph, Piece, Role, Spacing, Table

# Room in cells and the strength of rules, as in official documents.
INSET = Inset(side_mm=1.5, above_pt=2.0)
_LEAD = re.compile(r"^[^\S\n]+")
_FLOWING = {Align.LEFT, Align.JUSTIFY}
_DEEPEST = 6


def standard_flow(manuscript: Manuscript, form: StandardForm, lines: float | None = None) -> Flow:
    """The manuscript in `form`, its lines `lines` times single spacing apart (the form's own where None)."""
    dresser = _Dresser(manuscript, form, form.lines if lines is None else lines)
    made = [(number, part) for number, block in enumerate(manuscript.blocks) for part in dresser.block(block)]
    return Flow(
        sheet=sound_sheet(form.sheet),
        blocks=tuple(block for _, block in made),
        numbers=tuple(number for number, _ in made),
        notes=tuple(dresser.note(note) for note in manuscript.notes),
        pictures=manuscript.pictures,
        inset=INSET,
        gap_pt=form.after_pt,
        note_pt=form.note_pt,
        missing=missing_in(manuscript),
    )


class _Dresser:
    """Dresses blocks in one form and spacing."""

    def __init__(self, manuscript: Manuscript, form: StandardForm, lines: float) -> None:
        self.manuscript, self.form, self.lines = manuscript, form, lines

    def block(self, block: Block) -> Sequence[Block]:
        """What is set in the place of a block: nothing where it shows nothing."""
        return self.table(block) if isinstance(block, Table) else self.paragraph(block)

    def paragraph(self, paragraph: Paragraph) -> list[Paragraph]:
        """The paragraph; a line that its author broke by hand within running text begins a new one."""
        pieces = self.pieces(paragraph, self.form.size_pt)
        align = Align.JUSTIFY if paragraph.align in _FLOWING else paragraph.align
        parts = _cut(pieces) if align is Align.JUSTIFY and paragraph.role is not Role.HEADING else [pieces]
        role, level, page = paragraph.role, paragraph.level, paragraph.page
        return [
            Paragraph(part, role, level, align=align, spacing=self.spacing(paragraph, align, part), page=page)
            for part in parts
            if _says(part)
        ]

    def spacing(self, paragraph: Paragraph, align: Align, pieces: Sequence[Piece]) -> Spacing:
        """The form's own; a picture that stands alone takes its height and no more."""
        is_shown_alone = all(piece.picture is not None or not piece.text.strip() for piece in pieces)
        first_mm = 0.0 if is_shown_alone or align is not Align.JUSTIFY else self.form.first_line_mm
        depth = paragraph.level if paragraph.role is Role.ITEM else 0
        return Spacing(
            lines=1.0 if is_shown_alone else self.lines,
            after_pt=self.form.after_pt,
            first_line_pt=first_mm * PT_PER_MM,
            left_pt=min(depth, _DEEPEST) * self.form.first_line_mm * PT_PER_MM,
        )

    def pieces(self, paragraph: Paragraph, size_pt: float) -> tuple[Piece, ...]:
        """What is seen of a paragraph, its mark in front, in one size and at the letters' own width."""
        seen = visible(paragraph.pieces, self.manuscript)
        if paragraph.mark and seen:
            seen = (replace(Piece(f"{paragraph.mark} "), bold=seen[0].bold, italic=seen[0].italic), *_led(seen))
        even = (_even(piece, size_pt, bold=piece.bold or paragraph.role is Role.HEADING) for piece in seen)
        return _led(with_shown_letters(tuple(even)))

    def table(self, table: Table) -> list[Table]:
        """The table, unless nothing stands in it."""
        made = with_cells(table, self.cell)
        says = any(_says(part.pieces) for row in made.rows for cell in row for part in cell.paragraphs)
        return [made] if says else []

    def cell(self, cell: Cell) -> list[Paragraph]:
        """The paragraphs of a cell, single spaced and never spread over the line."""
        return [part for each in cell.paragraphs for part in self.small(each, self.form.table_pt, Align.LEFT)]

    def note(self, note: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        """A footnote: text only."""
        parts = chain.from_iterable(self.small(each, self.form.note_pt, Align.JUSTIFY) for each in note)
        plain = [replace(part, pieces=_text_only(part.pieces)) for part in parts]
        return tuple(part for part in plain if part.pieces)

    def small(self, paragraph: Paragraph, size_pt: float, flowing: Align) -> list[Paragraph]:
        """A paragraph outside the running text; `flowing` is how it stands where it is neither centred nor right."""
        pieces = self.pieces(paragraph, size_pt)
        align = flowing if paragraph.align in _FLOWING else paragraph.align
        return [Paragraph(pieces, align=align)] if _says(pieces) else []


def _says(pieces: Sequence[Piece]) -> bool:
    return any(piece.text.strip() or piece.note is not None or piece.picture is not None for piece in pieces)


def _even(piece: Piece, size_pt: float, *, bold: bool) -> Piece:
    """The piece in that size, at its letters' own width; most have them already, and a new one takes time."""
    if (piece.size_pt, piece.letter_gap_pt, piece.width, piece.bold) == (size_pt, 0.0, 1.0, bold):
        return piece
    return replace(piece, size_pt=size_pt, letter_gap_pt=0.0, width=1.0, bold=bold)


def _text_only(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.note is None and piece.picture is None)


def _led(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` without the blanks or the one tab that stand for a first line's indent; more tabs are a place."""
    if not pieces or not (lead := _LEAD.match(pieces[0].text)) or lead[0].count("\t") > 1:
        return tuple(pieces)
    first = pieces[0].saying(pieces[0].text[lead.end() :])
    return (first, *pieces[1:]) if first.text else _led(pieces[1:])


def _cut(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """`pieces` cut at each line break."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if "\n" not in piece.text:
            lines[-1].append(piece)
            continue
        first, *others = piece.text.split("\n")
        lines[-1].append(replace(piece, text=first))
        lines += [[replace(piece, text=each, note=None, picture=None)] for each in others]
    kept = (
        tuple(piece for piece in line if piece.text or piece.note is not None or piece.picture is not None)
        for line in lines
    )
    return [_led(line) for line in kept]
