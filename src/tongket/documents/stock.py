"""How an office prints onto pre-printed sheets: which size, which texts, and how far each of its printers is off. Pure.

No rule fixes the sheet of a giấy khen: every print shop has its own blank. So the places of `certificate` are a
beginning, which an office moves with the test sheet and a ruler.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tongket.core.findings import words
from tongket.documents.certificate import HEIGHT_MM, PLACES, WIDTH_MM

SMALLEST_MM, LARGEST_MM = 90.0, 600.0
FARTHEST_MM = 50.0
MOST_PRINTERS = 20
SHEETS: dict[str, tuple[str, float, float]] = {
    "a4": (words("A4 ngang, 297 × 210 mm"), WIDTH_MM, HEIGHT_MM),
    "a3": (words("A3 ngang, 420 × 297 mm"), 420.0, 297.0),
}
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
    """The office's sheet in mm, the texts it prints, and how far (mm, right and down) each printer is moved."""

    width_mm: float = WIDTH_MM
    height_mm: float = HEIGHT_MM
    printed: tuple[str, ...] = tuple(PLACES)
    printers: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """The code of a usual sheet, empty for typed sizes."""
        sizes = {(width, height): code for code, (_label, width, height) in SHEETS.items()}
        return sizes.get((self.width_mm, self.height_mm), "")

    def offset(self, printer: str) -> tuple[float, float]:
        """How far texts are moved for a printer: to the right, down; nothing for one that nobody measured."""
        return self.printers.get(printer, (0.0, 0.0))


def stock_of(value: Mapping[str, Any]) -> Stock:
    """What an office set; what it left out is as shipped."""
    printers = {name: (float(dx), float(dy)) for name, (dx, dy) in value.get("printers", {}).items()}
    return Stock(
        width_mm=float(value.get("width_mm", WIDTH_MM)),
        height_mm=float(value.get("height_mm", HEIGHT_MM)),
        printed=tuple(code for code in PLACES if code in value.get("printed", PLACES)),
        printers=printers,
    )


def as_value(stock: Stock) -> dict[str, Any]:
    """The reverse of `stock_of`, as a setting keeps it."""
    return {
        "width_mm": stock.width_mm,
        "height_mm": stock.height_mm,
        "printed": list(stock.printed),
        "printers": {name: list(offset) for name, offset in stock.printers.items()},
    }
