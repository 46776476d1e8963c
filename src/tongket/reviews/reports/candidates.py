"""A number that may be the figure of an indicator, and how the best of several is told. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.core.findings import words
from tongket.reviews.reports.measures import plain
from tongket.reviews.rules import FigureState
from tongket.reviews.values import Figure, Place

DIFFERS = words("Báo cáo nói hai số khác nhau: {value} và {other} (“{other_quote}”).")
ALSO = words("Câu này cũng có thể nói về “{other}”.")
ONE_YEAR = words("Câu nói riêng năm {year}, không phải cả kỳ.")
RANGE = words("Báo cáo nói từ {value} đến {other}.")
SAO = words("Đổi từ sào, lấy 500 m² một sào.")
SURE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with the indicator and the period it is proposed for; `score` says how well its words fit, 0 to 1."""

    indicator: str
    period: str
    value: Decimal
    written: str
    about: str
    quote: str
    place: Place
    score: float
    doubt: str = ""
    values: dict[str, object] = field(default_factory=dict)


def chosen(candidates: Iterable[Candidate]) -> tuple[Figure, ...]:
    """One figure for each indicator and period: the best candidate, and a doubt where another one says otherwise."""
    grouped: dict[tuple[str, str], list[Candidate]] = {}
    for each in candidates:
        grouped.setdefault((each.indicator, each.period), []).append(each)
    return tuple(_figure(sorted(group, key=lambda each: -each.score)) for group in grouped.values())


def _figure(group: list[Candidate]) -> Figure:
    best = group[0]
    others = [each for each in group[1:] if each.value != best.value and each.score >= 0.8 * best.score]
    doubt, values = best.doubt, dict(best.values)
    if others:
        other = others[0]
        doubt = DIFFERS
        values = {"value": best.written, "other": other.written, "other_quote": other.quote}
    return Figure(
        best.indicator,
        best.period,
        plain(best.value),
        written=best.written,
        about=best.about,
        quote=best.quote,
        place=best.place,
        state=FigureState.PROPOSED,
        doubt=doubt,
        values=values,
    )
