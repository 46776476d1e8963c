"""A figure does not exceed the one it is taken from: no more initiatives recognised than registered.

The outline names the pair. A person may let it stand, for what was registered in an earlier period.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each value above the one it cannot exceed."""
    names = {indicator.code: indicator for indicator in sight.outline.indicators}
    found = []
    for period, indicator, figure, value in sight.known():
        other = names.get(indicator.not_above)
        most = sight.value(other.code, period.code) if other else None
        if other is None or most is None or value <= most:
            continue
        found.append(
            finding(
                "above",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=words("{value} lớn hơn “{other}” là {most}."),
                wanted=words("Không hơn “{other}”."),
                todo=words("Xem lại hai số; nếu cả hai đúng thì ghi lý do."),
                value=said(value, indicator),
                other=other.name,
                most=said(most, other),
            )
        )
    return tuple(found)
