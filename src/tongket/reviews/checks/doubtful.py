"""A figure that the program read in a report waits for a person of the unit, with what made the reader unsure.

The issue: figures are proposed with the sentence beside them for a person to confirm; only confirmed ones count.
"""

from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.rules import FigureState
from tongket.reviews.values import Figure, Indicator, Period


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each proposed figure with a number."""
    return tuple(
        _finding(period, indicator, figure)
        for period, indicator, figure, _value in sight.known()
        if figure.state is FigureState.PROPOSED
    )


def _finding(period: Period, indicator: Indicator, figure: Figure) -> Finding:
    assert figure.value is not None
    return finding(
        "doubtful",
        Level.APPROVAL,
        indicator,
        period,
        figure=figure,
        found=figure.doubt or words("Số {value} đọc từ báo cáo, chưa ai xác nhận."),
        todo=words("Xem câu trong báo cáo rồi xác nhận hoặc sửa."),
        more=figure.values,
        value=said(figure.value, indicator),
    )
