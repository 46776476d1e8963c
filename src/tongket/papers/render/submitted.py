"""A paper on its author's own sheet: how many pages it was handed in with."""

from collections import Counter
from dataclasses import replace

from tongket.papers.render.flow import Flow, Inset, missing_in, sound_sheet, visible, with_cells, with_shown_letters
from tongket.papers.render.laying import laid
from tongket.reading.manuscript.values import Block, Cell, Manuscript, Nature, Paragraph, Piece, Spacing, Table

# What Word gives a table that says nothing.
_INSET = Inset(side_mm=1.9, above_pt=0.0)
_NOTE_PT = 10.0
# What Word itself allows, and a line that a letter still has room on.
_SIZES_PT = (1.0, 1638.0)
_LINES = (0.06, 132.0)
_GAP_PT = (0.0, 1584.0)
_LETTER_GAP_PT = (-20.0, 100.0)
_WIDTHS = (0.01, 6.0)
_LEAST_LINE_PT = 30.0


def pages_of(manuscript: Manuscript) -> float | None:
    """Pages as the author set them, with the used share of the last one; a PDF's or a scan's own number of pages.

    None for text that came without a sheet. Raises FontsMissing where there is no type face.
    """
    if not is_to_be_set(manuscript):
        return pages_told(manuscript)
    return laid(submitted_flow(manuscript), len(manuscript.blocks))[0]


def is_to_be_set(manuscript: Manuscript) -> bool:
    """Whether the file says how its pages are to be set, but not how many they are."""
    return manuscript.nature is Nature.DOCX


def pages_told(manuscript: Manuscript) -> float | None:
    """The pages that a PDF or a scan has; None for text that came without a sheet."""
    return None if manuscript.nature is Nature.TEXT or manuscript.pages is None else float(manuscript.pages)


def submitted_flow(manuscript: Manuscript) -> Flow:
    """The manuscript as its author set it: own sheet, sizes, spacing, indents, gaps between letters, page breaks."""
    sizer = _Sizer(manuscript)
    return Flow(
        sheet=sound_sheet(manuscript.sheet),
        blocks=tuple(sizer.block(block) for block in manuscript.blocks),
        numbers=tuple(range(len(manuscript.blocks))),
        notes=tuple(tuple(sizer.paragraph(part) for part in note) for note in manuscript.notes),
        pictures=manuscript.pictures,
        inset=_INSET,
        gap_pt=0.0,
        note_pt=_note_pt(manuscript),
        missing=missing_in(manuscript),
    )


class _Sizer:
    """Keeps what authors set within what a page can show."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        sheet = sound_sheet(manuscript.sheet)
        self.line_pt = (sheet.width_mm - sheet.left_mm - sheet.right_mm) * 72 / 25.4

    def block(self, block: Block) -> Block:
        """A paragraph or a table; an empty one keeps its room."""
        return with_cells(block, self.cell) if isinstance(block, Table) else self.paragraph(block)

    def cell(self, cell: Cell) -> list[Paragraph]:
        """The paragraphs of a cell."""
        return [self.paragraph(each) for each in cell.paragraphs]

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        """A paragraph, its mark in front: hanging ones go on at their indent, as after a tab."""
        seen = visible(paragraph.pieces, self.manuscript)
        if paragraph.mark:
            behind = "\t" if paragraph.spacing.first_line_pt < 0 else " "
            look = seen[0] if seen else Piece("")
            seen = (replace(look, text=paragraph.mark + behind, note=None, picture=None), *seen)
        sized = tuple(_sized(piece) for piece in seen)
        pieces = with_shown_letters(sized) or tuple(replace(piece, text="") for piece in sized[:1])
        return replace(paragraph, pieces=pieces, mark="", spacing=self.spacing(paragraph.spacing))

    def spacing(self, spacing: Spacing) -> Spacing:
        """Indents that leave room for a word."""
        most = max(self.line_pt - _LEAST_LINE_PT, 0.0)
        left = _within(spacing.left_pt, (0.0, most))
        right = _within(spacing.right_pt, (0.0, most - left))
        return Spacing(
            lines=_within(spacing.lines, _LINES),
            exact_pt=None if spacing.exact_pt is None else _within(spacing.exact_pt, _SIZES_PT),
            before_pt=_within(spacing.before_pt, _GAP_PT),
            after_pt=_within(spacing.after_pt, _GAP_PT),
            first_line_pt=_within(spacing.first_line_pt, (-left, most - left - right)),
            left_pt=left,
            right_pt=right,
        )


def _sized(piece: Piece) -> Piece:
    """The piece in measures that Word allows; most have them already, and a new one takes time."""
    size, gap = _within(piece.size_pt, _SIZES_PT), _within(piece.letter_gap_pt, _LETTER_GAP_PT)
    width = _within(piece.width, _WIDTHS)
    if (piece.size_pt, piece.letter_gap_pt, piece.width) == (size, gap, width):
        return piece
    return replace(piece, size_pt=size, letter_gap_pt=gap, width=width)


def _note_pt(manuscript: Manuscript) -> float:
    """The size that most letters of its notes have."""
    sizes: Counter[float] = Counter()
    for piece in (piece for note in manuscript.notes for part in note for piece in part.pieces):
        sizes[_sized(piece).size_pt] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else _NOTE_PT


def _within(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])
