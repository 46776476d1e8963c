"""Measures: what is counted behind a number, and how it becomes the measure of an indicator. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.core.text import fold, nfc
from tongket.reviews.reports.numbers import SCALES, Number
from tongket.reviews.rules import Nature
from tongket.reviews.values import Indicator

# Lengths in metres and areas in square metres; a sào is that of the Centre (497 m², told as 500), so it is doubted.
_SIZES = {
    "mm": ("length", "0.001"),
    "cm": ("length", "0.01"),
    "m": ("length", "1"),
    "mét": ("length", "1"),
    "mét dài": ("length", "1"),
    "md": ("length", "1"),
    "km": ("length", "1000"),
    "cây số": ("length", "1000"),
    "m²": ("area", "1"),
    "m2": ("area", "1"),
    "mét vuông": ("area", "1"),
    "sào": ("area", "500"),
    "ha": ("area", "10000"),
    "hecta": ("area", "10000"),
    "héc ta": ("area", "10000"),
    "héc-ta": ("area", "10000"),
    "km²": ("area", "1000000"),
    "km2": ("area", "1000000"),
    "kg": ("mass", "1"),
    "yến": ("mass", "10"),
    "tạ": ("mass", "100"),
    "tấn": ("mass", "1000"),
}
_SIZE = re.compile(rf"({'|'.join(sorted(map(re.escape, _SIZES), key=len, reverse=True))})(?![\wà-ỹ²])", re.IGNORECASE)
_MONEY = re.compile(r"(đồng|đ|vnđ|vnd)(?![\wà-ỹ])", re.IGNORECASE)
_EACH = re.compile(
    r"\s*(?:/|mỗi\b|một\b)\s*(?:tháng|năm|người|hộ|ngày|suất|nhà|căn|ha|sào|lượt|cháu|em)", re.IGNORECASE
)
# Of money every slash before a word shares it out (`/phần`, `/con`), and so does `mỗi suất` before it.
_EACH_OF_MONEY = re.compile(rf"{_EACH.pattern}|\s*/\s*[^\W\d_]", re.IGNORECASE)
_EACH_BEFORE = re.compile(
    r"\bmỗi\s+(?:suất|xuất|phần|gói|túi|hộ|người|nhà|căn|con|em|cháu|sáng kiến|mô hình|đơn vị)\b[^\d.,;:()]{0,30}$",
    re.IGNORECASE,
)
_ROUND = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: `dimension` is money, rate, length, area, mass or count; `value` in its base (đồng, m, m²).

    `noun` are the words behind it as they stand (for a count), `is_each` says that it is a share (`/tháng`, `mỗi hộ`).
    """

    dimension: str
    value: Decimal
    upper: Decimal | None = None
    noun: str = ""
    is_each: bool = False
    is_doubtful: bool = False


def counted(number: Number, text: str) -> Counted:
    """What `number` counts in `text`."""
    after = text[number.end :].lstrip()
    if number.is_rate:
        return Counted("rate", number.value, number.upper)
    money = _MONEY.match(after)
    if money or (number.scale >= SCALES["trieu"] and not _noun(after)):
        rest = after[money.end() if money else 0 :]
        is_each = bool(_EACH_OF_MONEY.match(rest) or _EACH_BEFORE.search(text[: number.begin]))
        return Counted("money", number.value, number.upper, is_each=is_each)
    size = _SIZE.match(after)
    if size:
        dimension, factor = _SIZES[size[1].lower()]
        upper = None if number.upper is None else number.upper * Decimal(factor)
        each = bool(_EACH.match(after[size.end() :]))
        return Counted(
            dimension, number.value * Decimal(factor), upper, is_each=each, is_doubtful=size[1].lower() == "sào"
        )
    return Counted(
        "count", number.value, number.upper, _noun(after), bool(re.match(rf"[\w ]{{0,20}}{_EACH.pattern}", after))
    )


def _noun(after: str) -> str:
    """The first words behind a number, up to a sign or the next number."""
    match = re.match(r"[^\W\d_][^\d.;:()/\"“”]*", after)
    return " ".join(match[0].replace(",", " ").split()[:8]) if match else ""


@lru_cache(1024)
def dimension_of(indicator: Indicator) -> tuple[str, Decimal]:
    """What an indicator's measure counts, and how many base units one of it is: `triệu đồng` is 1,000,000 đồng."""
    measure = nfc(indicator.measure).strip().lower()
    if measure in {"%", "phần trăm"}:
        return "rate", Decimal(1)
    if measure.endswith(("đồng", "vnđ")) or indicator.nature is Nature.MONEY:
        scale = Decimal(1)
        for word in measure.removesuffix("đồng").split():
            scale *= SCALES.get(fold(word), Decimal(1))
        return "money", scale
    if measure in _SIZES:
        dimension, factor = _SIZES[measure]
        return dimension, Decimal(factor)
    for word, scale in SCALES.items():
        if fold(measure).startswith(f"{word} "):
            return "count", scale
    return "count", Decimal(1)


def in_measure(value: Decimal, indicator: Indicator) -> Decimal:
    """A value in base units as the indicator's measure has it, to four decimals as they are stored."""
    made = value / dimension_of(indicator)[1]
    rounded = made.quantize(_ROUND)
    return plain(rounded if rounded != made else made)


def plain(value: Decimal) -> Decimal:
    """The same number without zeros at its end and without an exponent: equal numbers look equal."""
    return Decimal(format(value.normalize(), "f"))


def size_of_measure(measure: str, indicator: Indicator) -> Decimal | None:
    """How many base units one of the measure in a table is; None where it is the indicator's own, or says nothing."""
    said = nfc(measure).strip().lower().strip("()")
    dimension = dimension_of(indicator)[0]
    if said in _SIZES and _SIZES[said][0] == dimension:
        return Decimal(_SIZES[said][1])
    money = re.fullmatch(
        r"(?:(?P<scale>nghìn|ngàn|triệu|tr|tỷ|tỉ)\s*)?(?:đồng|đ|vnđ)|(?P<bare>triệu|tỷ|tỉ|tr\.?đ?)", said
    )
    if money and dimension == "money":
        word = fold(money["scale"] or money["bare"] or "")
        return SCALES.get("trieu" if word.startswith("tr") else word, Decimal(1))
    return None
