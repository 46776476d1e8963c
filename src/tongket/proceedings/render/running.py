"""What stands in the margins: the part at the left, whose text it is at the right, each cut to the room it has."""

from functools import cache

from tongket.documents.render.chapters import Chapter, DocumentChapter, ListChapter
from tongket.documents.render.fonts import width_mm

HEAD_PT = 10.5
# Shares of a line: a part has a short name, a unit often a long one.
_PART, _OWNER = 0.38, 0.58
_CUT = "…"


def part_head(label: str, line_mm: float) -> str:
    """The name of a part as it fits the left of the head."""
    return fitted(label, line_mm * _PART, italic=True)


def chapter_head(chapter: Chapter, line_mm: float) -> str:
    """Author and unit as they fit the right of the head; the unit alone, then its beginning, where they do not.

    What has neither (a list) is named by its title.
    """
    room_mm = line_mm * _OWNER
    unit = chapter.title if isinstance(chapter, ListChapter) else chapter.unit
    author = "" if isinstance(chapter, ListChapter | DocumentChapter) else chapter.author
    whole = " · ".join(part for part in (author, unit) if part)
    if width_mm(whole, HEAD_PT) <= room_mm:
        return whole or fitted(chapter.title, room_mm)
    return fitted(unit or author, room_mm)


@cache
def fitted(words: str, room_mm: float, *, italic: bool = False) -> str:
    """`words`, or as many of them as fit with `…` behind them."""
    if width_mm(words, HEAD_PT, italic=italic) <= room_mm:
        return words
    kept = words.split(" ")
    while len(kept) > 1 and width_mm(" ".join(kept) + _CUT, HEAD_PT, italic=italic) > room_mm:
        kept = kept[:-1]
    line = " ".join(kept)
    while line and width_mm(line + _CUT, HEAD_PT, italic=italic) > room_mm:
        line = line[:-1]
    return line.rstrip(" ,;-–") + _CUT
