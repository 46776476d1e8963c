"""Who may give which award."""

from datetime import date

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.award_above_level import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tặng Bằng khen của Chủ tịch UBND xã cho 05 tập thể",
            ["Kế hoạch ghi “Bằng khen của Chủ tịch UBND xã”."],
        ),
        (
            "Chủ tịch Ủy ban nhân dân huyện tặng Bằng khen cho 05 tập thể",
            ["Kế hoạch ghi “Chủ tịch Ủy ban nhân dân huyện tặng Bằng khen”."],
        ),
        ("Tặng Giấy khen của Chủ tịch UBND xã cho 05 tập thể", []),
        ("Bằng khen của Chủ tịch UBND tỉnh cho 80 hộ", []),
        ("UBND xã lập danh sách, trình tỉnh tặng Bằng khen", []),
    ],
)
def test_giver(text: str, found: list[str]) -> None:
    assert said(check, plan({"III.3": text})) == found


def test_law_that_was_not_compared_is_not_judged_by() -> None:
    later = plan({"III.3": "Bằng khen của Chủ tịch UBND xã"}, issued_on=date(2026, 10, 1))

    assert said(check, later) == []
