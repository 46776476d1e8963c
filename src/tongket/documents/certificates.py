"""What is printed onto pre-printed sheets: which texts, where, on which sheet, moved how far for which printer. Pure.

Lengths are millimetres. A text whose values are missing is left out; the page names it before anything is printed.
"""

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from tongket.core.findings import words
from tongket.core.text import clean
from tongket.documents.render.values import Align, Certificate, PlacedText

SMALLEST_MM, LARGEST_MM = 90.0, 600.0
FARTHEST_MM = 50.0
MOST_PRINTERS = 20
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What people call the sheets and texts of certificates.toml.
LABELS: dict[str, str] = {
    "a4": words("A4 ngang, 297 × 210 mm"),
    "a3": words("A3 ngang, 420 × 297 mm"),
    "issuer": words("Tên người, cơ quan tặng"),
    "name": words("Tên được khen"),
    "deed": words("Thành tích"),
    "decision": words("Số và ngày quyết định"),
    "book": words("Số sổ vàng"),
    "place_and_day": words("Nơi và ngày ký"),
    "authority": words("Quyền hạn, chức vụ người ký"),
    "signer": words("Họ tên người ký"),
}


@dataclass(frozen=True, slots=True)
class StockText:
    """One text of the sheet: its pattern with `{name}` gaps, its place, whether it is printed unless somebody chose."""

    code: str
    value: str
    x_mm: float
    y_mm: float
    width_mm: float
    size_pt: float
    align: Align = Align.CENTER
    bold: bool = False
    italic: bool = False
    printed: bool = True

    @property
    def label(self) -> str:
        """What people call it, a message id."""
        return LABELS[self.code]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The names of the values it wants."""
        return tuple(name for _text, name, _form, _conversion in string.Formatter().parse(self.value) if name)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of pre-printed sheet."""

    code: str
    width_mm: float
    height_mm: float

    @property
    def label(self) -> str:
        """What people call it, a message id."""
        return LABELS[self.code]


@dataclass(frozen=True, slots=True)
class Stock:
    """How an office prints: its sheet, the texts it prints, and how far each of its printers is off."""

    width_mm: float
    height_mm: float
    printed: tuple[str, ...]
    printers: Mapping[str, tuple[float, float]]

    def offset(self, printer: str) -> tuple[float, float]:
        """How far texts are moved for a printer: to the right, down."""
        return self.printers.get(printer, (0.0, 0.0))


@cache
def _loaded() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("tongket.documents") / "certificates.toml").read_text(encoding="utf-8"))


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sizes of sheets that are offered."""
    return tuple(Sheet(code, **fields) for code, fields in _loaded()["sheet"].items())


@cache
def stock_texts() -> tuple[StockText, ...]:
    """The texts that may be printed, in the order of the sheet; an unknown key of the file is a TypeError."""
    found = _loaded()["text"].items()
    return tuple(
        StockText(code, **{**fields, "align": Align(fields.get("align", Align.CENTER))}) for code, fields in found
    )


def stock_of(value: Mapping[str, Any] | None) -> Stock:
    """What an office set, with what it left out as shipped."""
    given = value or {}
    size = sheets()[0]
    printed = given.get("printed", [each.code for each in stock_texts() if each.printed])
    printers = {name: (float(dx), float(dy)) for name, (dx, dy) in given.get("printers", {}).items()}
    width, height = float(given.get("width_mm", size.width_mm)), float(given.get("height_mm", size.height_mm))
    return Stock(width, height, tuple(printed), printers)


def as_value(stock: Stock) -> dict[str, Any]:
    """The reverse of `stock_of`, as a setting keeps it."""
    printers = {name: list(offset) for name, offset in stock.printers.items()}
    return {
        "width_mm": stock.width_mm,
        "height_mm": stock.height_mm,
        "printed": list(stock.printed),
        "printers": printers,
    }


def certificate_of(values: Mapping[str, str], stock: Stock) -> Certificate:
    """The sheet of one copy; a text that lacks a value is left out. Places are stretched with the sheet's width."""
    wide, high = stock.width_mm / sheets()[0].width_mm, stock.height_mm / sheets()[0].height_mm
    texts = [
        PlacedText(
            text=_filled(each, values),
            x_mm=round(each.x_mm * wide, 2),
            y_mm=round(each.y_mm * high, 2),
            width_mm=round(each.width_mm * wide, 2),
            size_pt=round(each.size_pt * min(wide, high), 1),
            align=each.align,
            bold=each.bold,
            italic=each.italic,
        )
        for each in stock_texts()
        if each.code in stock.printed and not lacking(each, values)
    ]
    return Certificate(stock.width_mm, stock.height_mm, tuple(texts))


def lacking(text: StockText, values: Mapping[str, str]) -> tuple[str, ...]:
    """The values that a text wants and does not get; the day of a decision may be absent."""
    return tuple(name for name in text.gaps if name != "decided" and not values.get(name))


def _filled(text: StockText, values: Mapping[str, str]) -> str:
    return text.value.format_map({name: values.get(name, "") for name in text.gaps}).strip()


def certificate_values(
    typed: Mapping[str, object], *, issuer: str, place: str, day: date | None, authority: tuple[str, ...], signer: str
) -> dict[str, str]:
    """The values of all copies: what was typed for the document, and what its signature and date say."""
    values = {name: clean(str(value)) for name, value in typed.items() if isinstance(value, str | int)}
    decided = values.get("ngay_quyet_dinh", "")
    signed = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else "ngày … tháng … năm …"
    return values | {
        "issuer": issuer,
        "place_and_day": f"{place}, {signed}" if place else "",
        "authority": "\n".join(authority),
        "signer": signer,
        "decided": f", ngày {_plain(decided)}" if decided else "",
    }


def _plain(day: str) -> str:
    return "/".join(str(int(part)) for part in reversed(day.split("-"))) if ISO_DAY.fullmatch(day) else day
