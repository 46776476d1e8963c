"""A figure does not leap or collapse against last period without somebody saying why.

The outline says how many times is too much for each indicator, ten by default; small numbers may leap.
"""

from decimal import Decimal

from tongket.core.decimals import written
from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.comma import misplaced
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.checks.slip import slipped
from tongket.reviews.rules import Nature
from tongket.reviews.values import Figure, Indicator

# 1 model last year and 11 now is news and no fault.
SMALL = Decimal(10)
COUNTED = {Nature.COUNT, Nature.AMOUNT, Nature.MONEY}


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each leap that no slip of measure or comma explains."""
    period = sight.current
    found = []
    for indicator, figure, value in sight.now():
        last = sight.last(indicator.code)
        if period is None or last is None or not _leaps(indicator, value, last):
            continue
        if _is_explained(sight, indicator, figure, value):
            continue
        times = value / last if value >= last else (last / value if value else None)
        found.append(
            finding(
                "jump",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=_message(is_up=value >= last, is_gone=value == 0),
                todo=words("Xem lại số; nếu đúng thì ghi lý do."),
                value=said(value, indicator),
                last=said(last, indicator),
                times=written(times, 0) if times is not None else "",
            )
        )
    return tuple(found)


def _message(*, is_up: bool, is_gone: bool) -> str:
    if is_gone:
        return words("Kỳ trước {last}, kỳ này không còn.")
    return (
        words("{value}, gấp {times} lần kỳ trước ({last}).")
        if is_up
        else words("{value}, kỳ trước gấp {times} lần ({last}).")
    )


def _leaps(indicator: Indicator, value: Decimal, last: Decimal) -> bool:
    if indicator.nature not in COUNTED or last <= 0 or abs(value - last) < SMALL:
        return False
    return value >= last * indicator.jump or value <= last / indicator.jump


def _is_explained(sight: Sight, indicator: Indicator, figure: Figure, value: Decimal) -> bool:
    """Whether another check says more exactly what is wrong."""
    is_slip = indicator.nature is Nature.MONEY and slipped(sight, indicator.code, value) is not None
    return is_slip or misplaced(sight, indicator, figure, value) is not None
