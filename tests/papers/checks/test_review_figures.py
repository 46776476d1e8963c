"""Figures beside those of the unit's own report."""

import pytest

from tests.papers.checks.looking import codes, sight, told
from tongket.papers.checks.review_figures import check
from tongket.papers.values import Known, KnownFigure

KNOWN = Known(figures=(KnownFigure("hộ nghèo", 38, "báo cáo của xã, mục II.1"),))


def test_other_figure_than_the_report_is_told() -> None:
    assert told(check, sight("Xã còn 36 hộ nghèo.", known=KNOWN)) == [
        "Bài ghi “36 hộ nghèo”, báo cáo của xã, mục II.1 ghi 38. Số trong bài như số đơn vị đã báo cáo. "
        "Trang 1. Hỏi đơn vị số nào đúng, rồi ghi thống nhất."
    ]


@pytest.mark.parametrize(
    "text", ["Xã còn 38 hộ nghèo; 24 hộ nghèo đã có nhà.", "Xã còn 36 hộ cận nghèo.", "Không có số."]
)
def test_same_figure_or_another_thing_is_silent(text: str) -> None:
    assert codes(check, sight(text, known=KNOWN)) == []


def test_without_a_report_nothing_is_said() -> None:
    assert codes(check, sight("Xã còn 36 hộ nghèo.")) == []
