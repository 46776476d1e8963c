"""What is printed onto the pre-printed sheet of a certificate, and where, in millimetres. Pure.

The sizes of sheets are set by each printer's stock: the places are a setting of the office, tried on a test sheet.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from tongket.documents.render.fonts import width_mm
from tongket.documents.render.values import Align, Certificate, PlacedText

WIDTH_MM, HEIGHT_MM = 297.0, 210.0
LENGTHS = ("x_mm", "y_mm", "width_mm", "size_pt")


@dataclass(frozen=True, slots=True)
class Place:
    """A box on the sheet: its top left corner and width, and the dress of its text."""

    x_mm: float
    y_mm: float
    width_mm: float
    size_pt: float
    align: Align = Align.CENTER
    bold: bool = False
    italic: bool = False


PLACES: dict[str, Place] = {
    "name": Place(40, 92, 217, 26, bold=True),
    "merit": Place(40, 112, 217, 18),
    "decision": Place(40, 168, 110, 13, align=Align.LEFT, italic=True),
    "place_and_day": Place(160, 134, 110, 14, italic=True),
    "authority": Place(160, 142, 110, 14, bold=True),
    "signer": Place(160, 182, 110, 14, bold=True),
}


# Lines of these stand on one where their box is wide enough; if not, no line is torn.
JOINED = frozenset({"decision"})


def certificate(texts: Mapping[str, str], own: Mapping[str, Any] | None = None) -> Certificate:
    """One sheet: `texts` by the names of PLACES, an empty one is left out.

    `own` is what an office set: `width_mm`, `height_mm`, `printed` (the names that its blanks lack) and, by name of a
    place, what differs from PLACES. On a sheet of another size PLACES are stretched with it; what the office set is in
    millimetres of its own sheet and stays.
    """
    given = own or {}
    width, height = float(given.get("width_mm", WIDTH_MM)), float(given.get("height_mm", HEIGHT_MM))
    shipped = shipped_places(width, height)
    wanted = [name for name in PLACES if texts.get(name) and name in given.get("printed", PLACES)]
    places = {name: place_of(given.get(name), shipped[name]) for name in wanted}
    placed = [PlacedText(text=_laid(name, texts[name], place), **asdict(place)) for name, place in places.items()]
    return Certificate(width, height, tuple(placed))


def _laid(name: str, text: str, place: Place) -> str:
    """The text in its lines: number and day of the decision beside each other only where nothing is broken by it."""
    joined = " ".join(text.split("\n"))
    is_short = width_mm(joined, place.size_pt, bold=place.bold, italic=place.italic) <= place.width_mm
    return joined if name in JOINED and is_short else text


def shipped_places(width_mm: float, height_mm: float) -> dict[str, Place]:
    """PLACES as they are on a sheet of that size."""
    wide, high = width_mm / WIDTH_MM, height_mm / HEIGHT_MM
    return {name: _stretched(place, wide, high) for name, place in PLACES.items()}


def place_of(own: Mapping[str, Any] | None, shipped: Place) -> Place:
    """The shipped place with what an office set in it."""
    given = own or {}
    lengths = {name: float(given.get(name, getattr(shipped, name))) for name in LENGTHS}
    align = Align(given.get("align", shipped.align))
    bold, italic = bool(given.get("bold", shipped.bold)), bool(given.get("italic", shipped.italic))
    return Place(**lengths, align=align, bold=bold, italic=italic)


def _stretched(place: Place, wide: float, high: float) -> Place:
    if wide == high == 1:
        return place
    x_mm, y_mm, width_mm = (round(mm, 2) for mm in (place.x_mm * wide, place.y_mm * high, place.width_mm * wide))
    return replace(place, x_mm=x_mm, y_mm=y_mm, width_mm=width_mm, size_pt=round(place.size_pt * min(wide, high), 1))
