"""How numbers, units and quotations stand in official Vietnamese. Pure."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tongket.core.dates import plain_day
from tongket.core.text import clean, fold, inside_quotes
from tongket.reviews.rules import Gather, Nature
from tongket.reviews.values import Indicator

LONGEST_QUOTE = 260
NAMED_MOST = 3
# So few are `cả`, more are `tất cả`.
FEW = 9
TURNS = "lượt"  # the one measure that stands before any name
# The name of a part begins so in the outline; beside its total it goes without saying.
WITHIN = re.compile(r"^Trong đó:?\s*", re.IGNORECASE)
_WITHOUT_NUMBER = re.compile(r"^(?:Tổng số|Số lượng|Số) ")
_NAMES = re.compile(r"^(?:OCOP|Mặt trận|Nhân dân|Nhà nước|Đảng|Đoàn|Hội|Ủy ban|[A-ZĐ]{2,})\b")
_JOINING = re.compile(
    r"^(?:Bên cạnh đó|Ngoài ra|Thực tế cho thấy|Cụ thể|Cụ thể là|Đồng thời|Mặt khác|Trong đó|Tuy nhiên|Song|Qua đó"
    r"|Từ đó|Nhìn chung|Hơn nữa|Đặc biệt là?)(?:,|:)\s+",
    re.IGNORECASE,
)
_ENDING = re.compile(r"[\s.;:,…]+$")


def printed(value: Decimal, decimals: int = 0) -> str:
    """`1.234,5`: points between thousands, a comma before decimals; decimals that are nothing are left out."""
    rounded = f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return rounded.rstrip("0").rstrip(",") if "," in rounded else rounded


def counted(number: int) -> str:
    """A count of things as offices write it, below ten with a nought: `08`."""
    return f"{number:02d}" if number < 10 else printed(Decimal(number))


def all_of(number: int) -> str:
    """`cả 04`, `tất cả 18`."""
    return f"{'cả' if number <= FEW else 'tất cả'} {counted(number)}"


def held(on: date | None, otherwise: str) -> str:
    """An earlier conference as a source names it: by its day, `otherwise` where that was never set."""
    return f"hội nghị ngày {plain_day(on)}" if on else otherwise


def figure(value: Decimal, nature: Nature, decimals: int) -> str:
    """A figure as its nature is written: counts padded, everything else plain."""
    is_count = nature is Nature.COUNT and value == value.to_integral_value()
    return counted(int(value)) if is_count else printed(value, decimals)


def measured(value: str, measure: str) -> str:
    """`57 mô hình`, `86,5%`."""
    return f"{value}%" if measure == "%" else f"{value} {measure}".strip()


def told(indicator: Indicator, value: str) -> str:
    """A count as people say it: `57 mô hình đang duy trì`, `100 lượt tập thể được khen thưởng`; else after its name.

    `value` is the number as printed.
    """
    name = lowered(_WITHOUT_NUMBER.sub("", WITHIN.sub("", indicator.name)))
    if indicator.nature is Nature.COUNT and indicator.gather is Gather.SUM and indicator.measure:
        if fold(name).startswith(fold(indicator.measure)):
            return f"{value} {name}"
        if indicator.measure.startswith(TURNS):
            return f"{measured(value, indicator.measure)} {name}"
    return f"{name} {measured(value, indicator.measure)}"


def share(part: int, whole: int) -> str:
    """`12/13`."""
    return f"{printed(Decimal(part))}/{printed(Decimal(whole))}"


def lowered(words: str) -> str:
    """A name of a theme within a sentence: small at its beginning, proper names and abbreviations aside."""
    return words if not words or _NAMES.match(words) else words[0].lower() + words[1:]


def raised(words: str) -> str:
    """The words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """`A, B và C`."""
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def some(names: Sequence[str], number: int) -> str:
    """The first names and how many more there are: `A, B, C và 04 đơn vị khác`."""
    once = tuple(dict.fromkeys(names))
    if number <= len(once) <= NAMED_MOST:
        return listed(once)
    shown = once[: NAMED_MOST - 1]
    return f"{', '.join(shown)} và {counted(number - len(shown))} đơn vị khác" if shown else f"{counted(number)} đơn vị"


def bare(words: str) -> str:
    """Words without the point at their end."""
    return _ENDING.sub("", clean(words))


def quoted(words: str) -> str:
    """The unit's own words in quotation marks, without the word that joined them to the sentence before.

    Quotations within are turned single; a long one ends where it pauses, with `…`.
    """
    said = inside_quotes(raised(_JOINING.sub("", bare(words))))
    if len(said) > LONGEST_QUOTE:
        said = _shortened(said)
    return f"“{said}”"


def _shortened(said: str) -> str:
    """The longest beginning that ends where the sentence pauses, else at a word."""
    head = said[:LONGEST_QUOTE]
    pause = max(head.rfind(mark) for mark in (";", ",", "."))
    end = pause if pause > LONGEST_QUOTE // 2 else head.rfind(" ")
    return head[:end].rstrip(" ,;.") + "…"


def closed(sentence: str) -> str:
    """The sentence with one point at its end."""
    said = clean(sentence)
    return said if said.endswith((".", "!", "?", ".”", "…”")) else f"{_ENDING.sub('', said)}."
