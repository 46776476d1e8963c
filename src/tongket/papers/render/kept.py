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


def _cut(paragraph: Paragraph, cuts: list[int]) -> list[Paragraph]:
    """The paragraph cut at places in its text; what goes on has no first line of its own."""
    parts: list[list[Piece]] = [[]]
    place = 0
    for piece in paragraph.pieces:
        end, begun = place + (len(piece.text) or 1), place
        for cut in (each for each in cuts if place <= each < end):
            if piece.text:
                parts[-1].append(replace(piece, text=piece.text[begun - place : cut - place].rstrip()))
            begun = cut
            parts.append([])
        parts[-1].append(replace(piece, text=piece.text[begun - place :]))
        place = end
    going_on = replace(
        paragraph, spacing=replace(paragraph.spacing, first_line_pt=0.0, before_pt=0.0), breaks_before=False
    )
    return [replace(going_on if number else paragraph, pieces=tuple(part)) for number, part in enumerate(parts)]
