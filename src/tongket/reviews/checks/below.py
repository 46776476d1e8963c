"""A unit's own figure is what the units below it add up to, or somebody says why not.

A sum can lack units that have not delivered yet; then the unit's own figure is larger and both are shown.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.rules import Gather


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each summed figure of the current period that those below do not make."""
    period = sight.current
    found = []
    for indicator, figure, value in sight.now():
        added = sight.below.get(indicator.code)
        if period is None or added is None or indicator.gather is not Gather.SUM or added == value:
            continue
        found.append(
            finding(
                "below",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=words("Đơn vị ghi {value}, các đơn vị bên dưới cộng lại là {added}."),
                wanted=words("Hai số bằng nhau."),
                todo=words("Xem đơn vị nào thiếu hoặc ghi khác; nếu giữ số này thì ghi lý do."),
                value=said(value, indicator),
                added=said(added, indicator),
            )
        )
    return tuple(found)
