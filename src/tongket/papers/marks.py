"""Where on a laid out paper a finding or a comment stands, in millimetres of the sheet; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tongket.core.text import clean
from tongket.papers.render.values import Place
from tongket.reading.manuscript.values import Sheet

# How far left of the text its number stands, and how far apart two numbers stand at least.
_OUT_MM = 7.0
_APART_MM = 6.5
_LINE_MM = 6.5


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of a page over which a mark lies, from `top_mm` of the sheet downwards."""

    page: int
    top_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A number beside the text that leads to what is said of it; `strips` are what it concerns."""

    number: int
    anchor: str
    page: int
    y_mm: float
    strips: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """What a mark is made for: its number, where it leads, its block, and the words there that it is about."""

    number: int
    anchor: str
    block: int
    quote: str = ""


def places_of(measured: Mapping[str, Any]) -> tuple[Place, ...]:
    """The places of a version's blocks, as its figures keep them."""
    return tuple(Place(*row) for row in measured.get("places", ()))


def marks_of(spots: Iterable[Spot], places: Sequence[Place], texts: Sequence[str], sheet: Sheet) -> tuple[Mark, ...]:
    """A mark for each spot whose block stands somewhere, in reading order, no two numbers over each other."""
    room = sheet.height_mm - sheet.top_mm - sheet.bottom_mm
    by_block = {place.block: place for place in places}
    found = [
        _mark(spot, by_block[spot.block], texts[spot.block], sheet, room)
        for spot in spots
        if spot.block in by_block and spot.block < len(texts)
    ]
    return _apart(sorted(found, key=lambda mark: (mark.page, mark.y_mm, mark.number)))


def _mark(spot: Spot, place: Place, text: str, sheet: Sheet, room: float) -> Mark:
    """Measures by shares of the block's letters: lines of one block are alike."""
    start, end = _share(clean(text), clean(spot.quote))
    top = (place.page - 1) * room + place.top_mm
    height = (place.end_page - 1) * room + place.end_mm - top
    from_mm, to_mm = top + start * height, top + end * height
    if spot.quote and height > _LINE_MM:
        from_mm = max(top, from_mm - _LINE_MM / 2)
        to_mm = min(top + height, max(to_mm + _LINE_MM / 2, from_mm + _LINE_MM))
    strips = tuple(_strips(from_mm, to_mm, sheet, room))
    first = strips[0] if strips else Strip(place.page, sheet.top_mm + place.top_mm, 0)
    return Mark(spot.number, spot.anchor, first.page, first.top_mm + min(first.height_mm, _LINE_MM) / 2, strips)


def _share(text: str, quote: str) -> tuple[float, float]:
    """Between which shares of `text` the quotation stands; the whole where it is not found."""
    words = quote.rstrip("…")
    at = text.find(words) if words else -1
    if at < 0:
        return 0.0, 1.0
    return at / len(text), (at + len(words)) / len(text)


def _strips(from_mm: float, to_mm: float, sheet: Sheet, room: float) -> Iterable[Strip]:
    """A stretch of the running text as parts of pages."""
    page = int(from_mm // room)
    while page * room < to_mm:
        top, end = max(from_mm, page * room), min(to_mm, (page + 1) * room)
        if end > top:
            yield Strip(page + 1, round(sheet.top_mm + top - page * room, 1), round(end - top, 1))
        page += 1


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    placed: list[Mark] = []
    for mark in marks:
        last = placed[-1] if placed else None
        y = mark.y_mm
        if last is not None and last.page == mark.page:
            y = max(y, last.y_mm + _APART_MM)
        placed.append(Mark(mark.number, mark.anchor, mark.page, round(y, 1), mark.strips))
    return tuple(placed)


def number_x_mm(sheet: Sheet) -> float:
    """Where the numbers stand from the left edge of the sheet."""
    return sheet.left_mm - _OUT_MM
