"""What the volume of a conference is bound of, as values that every room can give: papers, documents, lists, PDF pages.

They stand here because rooms to the left of `proceedings` make them; how they are set is `proceedings.render`'s.
"""

from dataclasses import dataclass

from tongket.documents.render.values import Block, OfficialDocument
from tongket.reading.manuscript.values import Manuscript

# What a person may choose for one paper; beyond these it would look like another volume.
SIZES_PT = (12.0, 16.0)
LINES = (1.0, 1.5)
PICTURE_MM = (20.0, 180.0)


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person set otherwise for one paper, and stays so when the volume is built anew; None is the form's own.

    Blocks and pictures count from 0 in the manuscript: a page begins before each of `breaks_before`, no end of a page
    tears a table among `whole_tables` unless it is longer than a page, `picture_widths_mm` gives a picture's width.
    Raises ValueError beyond SIZES_PT, LINES and PICTURE_MM.
    """

    size_pt: float | None = None
    lines: float | None = None
    breaks_before: tuple[int, ...] = ()
    whole_tables: tuple[int, ...] = ()
    picture_widths_mm: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        _check_range("type size", "pt", self.size_pt, SIZES_PT)
        _check_range("line spacing", "lines", self.lines, LINES)
        for _, width in self.picture_widths_mm:
            _check_range("picture width", "mm", width, PICTURE_MM)


def _check_range(name: str, unit: str, value: float | None, allowed: tuple[float, float]) -> None:
    least, most = allowed
    if value is not None and not least <= value <= most:
        raise ValueError(f"found {name} of {value:g} {unit}, wanted {least:g} to {most:g}")


@dataclass(frozen=True, slots=True)
class PaperChapter:
    """A paper in the standard form. `code` names it for good: whoever made it finds its pages by it.

    `is_titled` sets title, unit and author above the text, for a text that does not say them itself; else they stand in
    the margin only and the paper breaks exactly as it was measured.
    """

    code: str
    title: str
    manuscript: Manuscript
    unit: str = ""
    author: str = ""
    post: str = ""
    is_titled: bool = False
    by_hand: ByHand = ByHand()


@dataclass(frozen=True, slots=True)
class DocumentChapter:
    """An official document with its annexes, set anew within the volume."""

    code: str
    title: str
    document: OfficialDocument
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ListChapter:
    """A list or any text of our own: delegates, exhibits, a preface."""

    code: str
    title: str
    body: tuple[Block, ...]
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class ForeignChapter:
    """PDF pages as their author made them, for what cannot be set anew."""

    code: str
    title: str
    data: bytes
    unit: str = ""
    author: str = ""
    post: str = ""


Chapter = PaperChapter | DocumentChapter | ListChapter | ForeignChapter
