"""A document as a run of placed pieces: what both renderers set, each measure already decided.

Lengths are millimetres and points as their names say; indents count from the edges of the column that the piece
stands in.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from tongket.documents.render.layout import Layout
from tongket.documents.render.styles import Style
from tongket.documents.render.values import Align, Run, Text


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in the style of that code; what is None is the style's own.

    `hanging_mm` brings the first line back to the left of the others, which begin at `left_mm`.
    """

    style: str
    runs: Text
    left_mm: float = 0
    hanging_mm: float = 0
    first_mm: float | None = None
    before_pt: float | None = None
    after_pt: float | None = None
    align: Align | None = None
    keeps_next: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line of `width_mm` in the middle of a column of `room_mm`, `gap_pt` below what stands above it."""

    width_mm: float
    room_mm: float
    gap_pt: float
    rule_pt: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words in a drawn box in the middle of a column of `room_mm`."""

    words: str
    width_mm: float
    height_mm: float
    room_mm: float
    rule_pt: float
    before_pt: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank room, which also keeps a table from touching what follows it.

    `breaks` puts what follows on a new page; `keeps_next` holds it on the page of what stands above.
    """

    height_pt: float
    breaks: bool = False
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Pieces side by side, row by row; no row is torn by the end of a page."""

    widths_mm: tuple[float, ...]
    rows: tuple[tuple[tuple["Simple", ...], ...], ...]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table and how many columns it spans."""

    lines: tuple[Line, ...]
    across: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its heading is repeated on each page and no row is torn."""

    widths_mm: tuple[float, ...]
    heading: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    is_ruled: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in the middle of the line, on the page of what follows it; `said` is for those who do not see it."""

    svg: str
    width_mm: float
    height_mm: float
    said: str


# An end of a line within a paragraph that was decided here, not by who sets it.
LINE_END = Run("\n")
# What XML cannot carry and no page can show.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# What stands within one column; and what stands on a page.
Simple = Line | Rule | Stamp
Piece = Simple | Gap | Columns | Grid | Drawn


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages that are numbered from 1: the document itself or one annex; `contact` stands at the foot of the first."""

    pieces: tuple[Piece, ...]
    is_landscape: bool = False
    contact: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole document, composed."""

    title: str
    layout: Layout
    styles: dict[str, Style] = field(hash=False)
    sheets: tuple[Sheet, ...] = ()


def sheet_size_mm(layout: Layout, *, is_landscape: bool) -> tuple[float, float]:
    """Width and height of the paper."""
    page = layout.page
    return (page.height_mm, page.width_mm) if is_landscape else (page.width_mm, page.height_mm)


def line_mm(layout: Layout, *, is_landscape: bool = False) -> float:
    """The length of a full line between the margins."""
    return sheet_size_mm(layout, is_landscape=is_landscape)[0] - layout.page.left_mm.use - layout.page.right_mm.use


def plainly(words: str) -> Text:
    """`words` in the dress of their style, in NFC."""
    return (Run(_sound(words)),)


def composed(runs: Text) -> Text:
    """`runs` in NFC; a letter and its accent in two runs stay what they are."""
    return tuple(Run(_sound(run.text), run.bold, run.italic) for run in runs)


def cut(runs: Text) -> tuple[Text, ...]:
    """`runs` cut at each line break; never empty."""
    lines: list[list[Run]] = [[]]
    for run in composed(runs):
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.bold, run.italic))
        lines += [[Run(each, run.bold, run.italic)] for each in others]
    return tuple(tuple(run for run in line if run.text) for line in lines)


def _sound(words: str) -> str:
    return _UNPRINTABLE.sub("", unicodedata.normalize("NFC", words.replace("\t", " ")))
