"""A figure that is added up is exact: `gần 10` and `trên 100` are questions, no numbers.

Sums of such figures look exact and are not.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each figure of the current period that stands with `gần`, `trên`, `hơn` and the like."""
    period = sight.current
    if period is None:
        return ()
    return tuple(
        finding(
            "approximate",
            Level.APPROVAL,
            indicator,
            period,
            figure=figure,
            found=words("Đơn vị ghi “{about} {value}”."),
            wanted=words("Số chính xác để cộng."),
            todo=words("Hỏi số đúng; nếu không có thì ghi lý do, tổng sẽ nói là có số ước chừng."),
            about=figure.about,
            value=said(value, indicator),
        )
        for indicator, figure, value in sight.now()
        if figure.about
    )
