"""Lines that go to the next page together because one of them has a footnote that finds no room on this one.

typst moves such a line alone and then leaves a single line of the paragraph behind or before it, which Word never does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tongket.papers.render.parts import NO_PICTURES, line_starts
from tongket.reading.manuscript.values import Paragraph, Piece

# Fewer lines cannot be parted: two would have to stay and two to go.
_LEAST_TO_PART = 4


@dataclass(frozen=True, slots=True)
class Kept:
    """Lines of a paragraph: no page parts them where `is_whole`; the paragraph goes on behind them where `goes_on`."""

    paragraph: Paragraph
    is_whole: bool = False
    goes_on: bool = False


def kept_lines(paragraph: Paragraph, room_mm: float, picture_mm: Mapping[int, float] = NO_PICTURES) -> list[Kept]:
    """The paragraph in one part or up to three, its first and last two lines whole where a note hangs on them."""
    notes = _notes(paragraph)
    if not notes:
        return [Kept(paragraph)]
    starts = line_starts(paragraph, room_mm, picture_mm)
    if len(starts) < _LEAST_TO_PART:
        return [Kept(paragraph, is_whole=True)]
    third, last_but_one = starts[2], starts[-2]
    cuts = sorted({place for place in (third, last_but_one) if _is_cut(place, notes, third, last_but_one)})
    parts = _cut(paragraph, cuts)
    return [
        Kept(
            part,
            is_whole=(place == 0 and third in cuts) or (place == len(parts) - 1 and last_but_one in cuts),
            goes_on=place < len(parts) - 1,
        )
        for place, part in enumerate(parts)
    ]


def _is_cut(place: int, notes: list[int], third: int, last_but_one: int) -> bool:
    if place == third and min(notes) < third:
        return True
    return place == last_but_one and max(notes) >= last_but_one


def _notes(paragraph: Paragraph) -> list[int]:
    """Where notes stand in the text, each of them and each picture counting as one letter."""
    places, place = [], 0
    for piece in paragraph.pieces:
        if piece.note is not None:
            places.append(place)
        place += len(piece.text) or 1
    return places


def _pieces(piece: Piece, cuts: list[int]) -> list[list[Piece]]:
    """A piece cut at places in its text, white space before a cut left out; a note or picture only begins a part."""
    if not piece.text:
        return [*([[]] * len(cuts)), [piece]]
    ends = [*cuts, None]
    begins = [0, *cuts]
    texts = [piece.text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    return [[piece.saying(text.rstrip())] for text in texts[:-1]] + [[piece.saying(texts[-1])]]


def _cut(paragraph: Paragraph, cuts: list[int]) -> list[Paragraph]:
    """The paragraph cut at places in its text; what goes on has no first line of its own."""
    parts: list[list[Piece]] = [[]]
    place = 0
    for piece in paragraph.pieces:
        end = place + (len(piece.text) or 1)
        first, *others = _pieces(piece, [cut - place for cut in cuts if place <= cut < end])
        parts[-1] += first
        parts += others
        place = end
    going_on = replace(
        paragraph, spacing=replace(paragraph.spacing, first_line_pt=0.0, before_pt=0.0), breaks_before=False
    )
    return [replace(going_on if number else paragraph, pieces=tuple(part)) for number, part in enumerate(parts)]
