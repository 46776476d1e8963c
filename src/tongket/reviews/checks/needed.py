"""A figure that every unit has to give is there.

The outline (III.1.1 of the model plan asks for results in figures); a unit that has none writes 0.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding


def check(sight: Sight) -> tuple[Finding, ...]:
    """A blocker for each needed indicator of the current period of which nothing was written."""
    period = sight.current
    if period is None:
        return ()
    missing = (
        indicator
        for indicator in sight.outline.indicators
        if indicator.is_needed and not _is_written(sight, indicator.code, period.code)
    )
    return tuple(
        finding(
            "needed",
            Level.BLOCKER,
            indicator,
            period,
            found=words("Chưa có số."),
            wanted=words("Chỉ tiêu này mọi đơn vị đều báo cáo."),
            todo=words("Ghi số; không có thì ghi 0."),
        )
        for indicator in missing
    )


def _is_written(sight: Sight, indicator: str, period: str) -> bool:
    figure = sight.figure(indicator, period)
    return figure is not None and (figure.value is not None or bool(figure.written))
