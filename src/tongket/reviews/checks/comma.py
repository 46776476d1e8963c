"""A comma that was lost, or a dot that was read otherwise than it was meant: `39605` for `3.960,5`, `3.5` for `3,5`.

Only said where the other reading fits what is usual and the given one does not.
"""

import re
from decimal import Decimal

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.values import Figure, Indicator

# One separator before exactly three digits is thousands to one reader and decimals to another.
AMBIGUOUS = re.compile(r"^\D*\d{1,3}[.,]\d{3}(?![\d.,])")
SEPARATED = re.compile(r"\d[.,]\d")
FAR, NEAR = Decimal(8), Decimal(3)


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each value of the current period for which another place of the comma fits."""
    period = sight.current
    found = []
    for indicator, figure, value in sight.now():
        likely = misplaced(sight, indicator, figure, value)
        usual = sight.usual(indicator.code)
        if period is None or likely is None or usual is None:
            continue
        beside_last = sight.last(indicator.code) is not None
        found.append(
            finding(
                "comma",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=words("Ghi {value}, kỳ trước {usual}: có lẽ sai chỗ dấu phẩy.")
                if beside_last
                else words("Ghi {value}, các đơn vị khác khoảng {usual}: có lẽ sai chỗ dấu phẩy."),
                wanted=words("Dấu chấm giữa hàng nghìn, dấu phẩy trước phần lẻ: 3.960,5."),
                todo=words("Nếu đúng là {likely} thì ghi lại."),
                value=said(value, indicator),
                usual=said(usual, indicator),
                likely=said(likely, indicator),
            )
        )
    return tuple(found)


def misplaced(sight: Sight, indicator: Indicator, figure: Figure, value: Decimal) -> Decimal | None:
    """The value with its comma elsewhere, where that fits what is usual; None where the given one does or none does."""
    usual = sight.usual(indicator.code)
    if usual is None or usual <= 0 or value <= 0 or usual / FAR < value < usual * FAR:
        return None
    fits = (other for other in _readings(indicator, figure, value) if usual / NEAR <= other <= usual * NEAR)
    return next(fits, None)


def _readings(indicator: Indicator, figure: Figure, value: Decimal) -> list[Decimal]:
    """What the same signs may mean besides: thousands for decimals, or a comma that was left out."""
    if AMBIGUOUS.match(figure.written):
        return [value * 1000, value / 1000]
    if indicator.decimals and not SEPARATED.search(figure.written):
        return [value.scaleb(-places) for places in range(1, indicator.decimals + 1)]
    return []
