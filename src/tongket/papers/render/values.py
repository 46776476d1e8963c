"""What a laid out paper is, as values: how long it takes, where its blocks stand, what stands in the margin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block of the manuscript stands: pages count from 1, lengths from the upper edge of the text.

    A block that is not set (empty, hidden) stands where the one before it ends.
    """

    block: int
    page: int
    top_mm: float
    end_page: int
    end_mm: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper on its pages. `pages` is 3.42 for three full pages and 0.42 of the text's height on the fourth.

    `lines` is that length in lines of its type, of which a full page holds `lines_a_page`: what has to be cut to reach
    a limit is told by them. `missing` are the letters that the type face has no shape for; a box stands in their place.
    """

    pages: float
    lines: int
    lines_a_page: int
    places: tuple[Place, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What a printed paper says of itself in its margin and as a file; it takes no room from the text."""

    title: str
    unit: str = ""
    speaker: str = ""
