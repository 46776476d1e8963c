"""A value lies between the least and the most that its indicator allows.

The outline gives both; nothing counted is less than zero.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said


def check(sight: Sight) -> tuple[Finding, ...]:
    """A blocker for each value outside its bounds."""
    found = []
    for period, indicator, figure, value in sight.known():
        least, most = indicator.minimum, indicator.maximum
        if least is not None and value < least:
            message, bound = words("Số {value} nhỏ hơn {bound}, số nhỏ nhất có thể."), least
        elif most is not None and value > most:
            message, bound = words("Số {value} lớn hơn {bound}, số lớn nhất có thể."), most
        else:
            continue
        found.append(
            finding(
                "bounds",
                Level.BLOCKER,
                indicator,
                period,
                figure=figure,
                found=message,
                todo=words("Xem lại số và đơn vị tính."),
                value=said(value, indicator),
                bound=said(bound, indicator),
            )
        )
    return tuple(found)
