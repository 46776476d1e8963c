"""A rate has its base: numerator and denominator come together, and what was typed is what they give.

Rates whose base is missing cannot be added up over units.
"""

from decimal import Decimal
from itertools import product

from tongket.core.decimals import written
from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.tallying.rates import rate
from tongket.reviews.values import Indicator, Period


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each rate with one half missing, a base of zero, or typed otherwise than its halves say."""
    names = {indicator.code: indicator for indicator in sight.outline.indicators}
    found = []
    for period, indicator in product(sight.periods, sight.outline.indicators):
        above, below = names.get(indicator.numerator), names.get(indicator.denominator)
        if above and below:
            found += _of(sight, indicator, period, above, below)
    return tuple(found)


def _of(sight: Sight, indicator: Indicator, period: Period, upper: Indicator, lower: Indicator) -> list[Finding]:
    numerator, denominator = sight.value(upper.code, period.code), sight.value(lower.code, period.code)
    if numerator is None and denominator is None:
        return []
    if numerator is None or denominator is None:
        there, missing = (upper, lower) if denominator is None else (lower, upper)
        message = words("Có “{there}” mà chưa có “{missing}”.")
        return [_finding(indicator, period, message, there=there.name, missing=missing.name)]
    if denominator == 0:
        message = words("“{upper}” là {value} trong khi “{lower}” là 0.")
        zero = _finding(indicator, period, message, upper=upper.name, lower=lower.name, value=written(numerator))
        return [zero] if numerator else []
    typed, true = sight.value(indicator.code, period.code), rate(numerator, denominator, indicator.measure)
    if typed is None or true is None or abs(typed - true) <= Decimal(1).scaleb(-indicator.decimals):
        return []
    message = words("Tỷ lệ ghi {value}, tính từ {numerator} trên {denominator} là {true}.")
    return [
        _finding(
            indicator,
            period,
            message,
            value=said(typed, indicator),
            numerator=written(numerator),
            denominator=written(denominator),
            true=said(round(true, max(indicator.decimals, 1)), indicator),
        )
    ]


def _finding(indicator: Indicator, period: Period, message: str, **values: object) -> Finding:
    return finding(
        "rates",
        Level.APPROVAL,
        indicator,
        period,
        found=message,
        wanted=words("Đủ hai số để tính tỷ lệ."),
        todo=words("Xem lại hai số."),
        more=values,
    )
