"""What a unit wrote as a figure is a number.

Without this rule words in a cell would be counted as missing, and nobody would ask what they say.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding


def check(sight: Sight) -> tuple[Finding, ...]:
    """A blocker for each figure that has words and no number."""
    return tuple(
        finding(
            "unread",
            Level.BLOCKER,
            indicator,
            period,
            figure=figure,
            found=words("“{written}” không đọc được thành số."),
            wanted=words("Một số, đơn vị tính: {measure}."),
            todo=words("Ghi lại bằng số, ví dụ 1.200 hoặc 3,5."),
            written=figure.written,
            measure=indicator.measure or "–",
        )
        for period in sight.periods
        for indicator in sight.outline.indicators
        if (figure := sight.figure(indicator.code, period.code)) and figure.value is None and figure.written
    )
