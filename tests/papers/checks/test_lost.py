"""What the reader could not keep."""

from tests.papers.checks.looking import PROSE, found, sight
from tongket.papers.checks.lost import check


def test_every_kind_is_told_once() -> None:
    assert found(check, sight(PROSE, lost=("chart", "equation", "chart", "sound"))) == [
        "Tệp có biểu đồ, bản dàn lại không giữ được.",
        "Tệp có công thức, bản dàn lại chỉ giữ phần chữ.",
        "Tệp có phần mà bản dàn lại không giữ được.",
    ]


def test_nothing_lost_is_silent() -> None:
    assert found(check, sight(PROSE)) == []
