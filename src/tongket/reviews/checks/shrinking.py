"""A cumulative figure does not fall: what was done since the beginning is not undone.

The outline says which figures are cumulative; a figure of the period alone is often typed in their place.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.rules import Span


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each cumulative value of the current period below last period's."""
    period = sight.current
    found = []
    for indicator, figure, value in sight.now():
        last = sight.last(indicator.code)
        if period is None or indicator.span is not Span.CUMULATIVE or last is None or value >= last:
            continue
        found.append(
            finding(
                "shrinking",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=words("Số lũy kế {value} ít hơn kỳ trước là {last}."),
                wanted=words("Số từ khi phát động đến hết kỳ này."),
                todo=words("Nếu đây là số của riêng kỳ này thì cộng thêm các kỳ trước."),
                value=said(value, indicator),
                last=said(last, indicator),
            )
        )
    return tuple(found)
