"""A figure has no more decimals than its indicator is counted in: there is no half of a model.

`1.200` typed where a dot parts decimals becomes 1,2: most such figures are a thousand times too small.
"""

from decimal import Decimal

from tongket.core.decimals import written
from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said

THOUSAND = Decimal(1000)


def check(sight: Sight) -> tuple[Finding, ...]:
    """A blocker for each value with more decimals than are counted; whole thousands are proposed for `1,2`."""
    found = []
    for period, indicator, figure, value in sight.known():
        if value == round(value, indicator.decimals):
            continue
        whole = value * THOUSAND
        likely = whole == whole.to_integral_value() and indicator.decimals == 0
        found.append(
            finding(
                "places",
                Level.BLOCKER,
                indicator,
                period,
                figure=figure,
                found=words("Số {value} có phần lẻ nhiều hơn chỉ tiêu này cần."),
                wanted=words("Số nguyên.") if indicator.decimals == 0 else words("Nhiều nhất {places} số lẻ."),
                todo=words("Nếu đúng là {likely} thì ghi {likely}.") if likely else words("Xem lại dấu phẩy."),
                value=said(value, indicator),
                places=indicator.decimals,
                likely=written(whole),
            )
        )
    return tuple(found)
