"""How an office prints onto pre-printed sheets: which size, which texts, and how far each of its printers is off. Pure.

No rule fixes the sheet of a giấy khen: every print shop has its own blank. So the places of `certificate` are a
beginning, which an office moves with the test sheet and a ruler.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tongket.core.findings import words
from tongket.documents.certificate import HEIGHT_MM, LENGTHS, PLACES, WIDTH_MM, Place, place_of, shipped_places

SMALLEST_MM, LARGEST_MM = 90.0, 600.0
FARTHEST_MM = 50.0
MOST_PRINTERS = 20
SMALLEST_PT, LARGEST_PT = 6.0, 96.0
NARROWEST_MM = 10.0
PT_MM = 25.4 / 72
SHEETS: dict[str, tuple[str, float, float]] = {
    "a4": (words("A4 ngang, 297 × 210 mm"), WIDTH_MM, HEIGHT_MM),
    "a3": (words("A3 ngang, 420 × 297 mm"), 420.0, 297.0),
}
TOO_WIDE = words("Mép phải ở {found} mm, tờ phôi chỉ rộng {wanted} mm. Bớt “Cách trái” hoặc “Rộng”.")
TOO_LOW = words("Chân chữ ở {found} mm, tờ phôi chỉ cao {wanted} mm. Bớt “Cách trên” hoặc cỡ chữ.")
TEXT_LABELS: dict[str, str] = {
    "name": words("Tên được khen"),
    "merit": words("Thành tích"),
    "decision": words("Số và ngày quyết định"),
    "place_and_day": words("Nơi và ngày ký"),
    "authority": words("Quyền hạn, chức vụ người ký"),
    "signer": words("Họ tên người ký"),
}


@dataclass(frozen=True, slots=True)
class Stock:
    """The office's sheet in mm, the texts it prints, and how far (mm, right and down) each printer is moved.

    `own` are the places that the office set itself; the others are as shipped, stretched with the sheet.
    """

    width_mm: float = WIDTH_MM
    height_mm: float = HEIGHT_MM
    printed: tuple[str, ...] = tuple(PLACES)
    printers: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    own: Mapping[str, Place] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """The code of a usual sheet, empty for typed sizes."""
        sizes = {(width, height): code for code, (_label, width, height) in SHEETS.items()}
        return sizes.get((self.width_mm, self.height_mm), "")

    @property
    def places(self) -> dict[str, Place]:
        """Where each text stands on this sheet."""
        return shipped_places(self.width_mm, self.height_mm) | dict(self.own)

    def offset(self, printer: str) -> tuple[float, float]:
        """How far texts are moved for a printer: to the right, down; nothing for one that nobody measured."""
        return self.printers.get(printer, (0.0, 0.0))


def stock_of(value: Mapping[str, Any]) -> Stock:
    """What an office set; what it left out is as shipped."""
    printers = {name: (float(dx), float(dy)) for name, (dx, dy) in value.get("printers", {}).items()}
    width, height = float(value.get("width_mm", WIDTH_MM)), float(value.get("height_mm", HEIGHT_MM))
    shipped = shipped_places(width, height)
    return Stock(
        width_mm=width,
        height_mm=height,
        printed=tuple(code for code in PLACES if code in value.get("printed", PLACES)),
        printers=printers,
        own={name: place_of(value[name], shipped[name]) for name in PLACES if value.get(name)},
    )


def as_value(stock: Stock) -> dict[str, Any]:
    """The reverse of `stock_of`, as a setting keeps it."""
    return {
        "width_mm": float(stock.width_mm),
        "height_mm": float(stock.height_mm),
        "printed": list(stock.printed),
        "printers": {name: list(offset) for name, offset in stock.printers.items()},
        **{name: _place_value(place) for name, place in stock.own.items()},
    }


def _place_value(place: Place) -> dict[str, Any]:
    return asdict(place) | {name: float(getattr(place, name)) for name in LENGTHS}


def stamp_of(stock: Stock) -> str:
    """What changes whenever the office's sheet is set otherwise: two people who set it at once are told apart by it."""
    told = json.dumps(as_value(stock), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def beyond(place: Place, width_mm: float, height_mm: float) -> tuple[str, str, float, float] | None:
    """Where a text leaves its sheet: the field, a sentence with `found` and `wanted`, and these two in mm."""
    right, bottom = place.x_mm + place.width_mm, place.y_mm + place.size_pt * PT_MM
    if right > width_mm:
        return "width_mm", TOO_WIDE, round(right, 2), width_mm
    if bottom > height_mm:
        return "y_mm", TOO_LOW, round(bottom, 2), height_mm
    return None
