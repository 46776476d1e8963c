"""Money is given in the measure that is asked: a thousand or a million times the usual is đồng for triệu đồng.

The traps of real sheets: đồng, triệu and tỷ side by side. Compared with last period's value, else with the other units.
"""

from decimal import Decimal

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import FEWEST_PEERS, Sight, finding, said
from tongket.reviews.rules import Nature

FACTORS = tuple(Decimal(10) ** power for power in (9, 6, 3, -3, -6, -9))
# A unit's money moves from one period to the next, but hardly fourfold at the same time as it slips.
NEAR = Decimal(4)
# Units differ more from one another than from themselves.
NEAR_PEERS = Decimal(10)


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each sum of money that fits once it is divided or multiplied by thousands."""
    period = sight.current
    found = []
    for indicator, figure, value in sight.now():
        factor = slipped(sight, indicator.code, value) if indicator.nature is Nature.MONEY else None
        usual = sight.usual(indicator.code)
        if period is None or factor is None or usual is None:
            continue
        beside_last = sight.last(indicator.code) is not None
        found.append(
            finding(
                "slip",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=words("Ghi {value}, kỳ trước {usual}: có lẽ ghi nhầm đơn vị tính.")
                if beside_last
                else words("Ghi {value}, các đơn vị khác khoảng {usual}: có lẽ ghi nhầm đơn vị tính."),
                wanted=words("Số theo {measure}."),
                todo=words("Nếu đúng là {likely} thì ghi lại."),
                value=said(value, indicator),
                usual=said(usual, indicator),
                likely=said(value / factor, indicator),
                measure=indicator.measure,
                factor=factor,
            )
        )
    return tuple(found)


def slipped(sight: Sight, indicator: str, value: Decimal) -> Decimal | None:
    """By what power of a thousand `value` is too large (or, below one, too small), None where it is not."""
    last = sight.last(indicator)
    if value <= 0:
        return None
    if last is not None:
        return next((factor for factor in FACTORS if last > 0 and _is_near(value / factor, last, NEAR)), None)
    spread = sight.peers.get(indicator)
    if spread is None or spread.number < FEWEST_PEERS or spread.median <= 0:
        return None
    if spread.low / NEAR_PEERS <= value <= spread.high * NEAR_PEERS:
        return None
    return next((factor for factor in FACTORS if _is_near(value / factor, spread.median, NEAR_PEERS)), None)


def _is_near(value: Decimal, other: Decimal, most: Decimal) -> bool:
    return other / most <= value <= other * most
