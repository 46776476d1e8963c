"""A figure as a person types it, into a number in the indicator's measure. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.text import clean
from tongket.reviews.values import Indicator

# Signs and words before a number that say that it is not exact.
_ABOUT = r"(?:gần|khoảng|chừng|trên|hơn|dưới|ước|ước tính|độ|~|≈|>|<)"
# 1.234.567,5 as Vietnamese write it; spaces between thousands; a plain number with a point for its decimals.
_NUMBER = r"(?:\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_TYPED = re.compile(rf"^(?:(?P<about>{_ABOUT})\s*)?(?P<number>-?{_NUMBER})\s*(?P<measure>[^\d]*)$", re.IGNORECASE)
_THOUSANDS = re.compile(r"^-?\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?$")
_MONEY = re.compile(r"^(nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ)?$")
SCALES = {"": Decimal(1), "nghìn": Decimal(1000), "ngàn": Decimal(1000), "triệu": Decimal(10**6)}
SCALES |= {"tỷ": Decimal(10**9), "tỉ": Decimal(10**9)}
LONGEST_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the number in the indicator's measure, None for what is no number; `about` the word before it."""

    value: Decimal | None
    about: str = ""


def number_typed(text: str, indicator: Indicator) -> Typed:
    """`1.234,5`, `gần 10`, `3,5 tỷ` where the measure is `triệu đồng`; with the measure of something else no number."""
    found = _TYPED.match(clean(text))
    if found is None:
        return Typed(None)
    number = _number(found["number"])
    scale = _scale(clean(found["measure"]).lower().rstrip("."), indicator.measure.lower())
    if number is None or scale is None:
        return Typed(None)
    return Typed(number * scale, (found["about"] or "").lower())


def _number(text: str) -> Decimal | None:
    if sum(letter.isdigit() for letter in text) > LONGEST_DIGITS:
        return None
    if _THOUSANDS.match(text):
        return Decimal(re.sub(r"[.\s]", "", text).replace(",", "."))
    return Decimal(text.replace(",", "."))


def _scale(told: str, measure: str) -> Decimal | None:
    """By what to multiply; 1 where no measure was typed or the indicator's own, None where it is another one."""
    if told in {"", measure}:
        return Decimal(1)
    money, wanted = _MONEY.match(told), _MONEY.match(measure)
    if money is None or wanted is None or not measure:
        return None
    return SCALES[money[1] or ""] / SCALES[wanted[1] or ""]


def number_said(value: Decimal) -> str:
    """A number as Vietnamese write it: `1.234,5`, without zeros that say nothing."""
    plain = format(value.normalize(), "f")
    whole, _, rest = plain.lstrip("-").partition(".")
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return f"{'-' if value < 0 else ''}{groups}{f',{rest}' if rest else ''}"
