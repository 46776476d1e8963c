"""One thing counted twice."""

import pytest

from tests.papers.checks.looking import codes, sight, told
from tongket.papers.checks.figures_disagree import check

FIRST = "Qua rà soát ở từng thôn, xã còn 38 hộ nghèo, phần lớn thiếu lao động chính."


def test_slip_between_two_pages_is_told_with_both() -> None:
    seen = sight(FIRST, "Mọi việc đều tốt.", "Danh sách 36 hộ nghèo vẫn treo ở nhà văn hóa.", pages=3)

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.quote) == ("figures-disagree", "advice", "36 hộ nghèo")
    assert (finding.values["first_block"], finding.values["block"]) == (0, 2)
    assert told(check, seen) == [
        "“38 hộ nghèo” ở trang 1, “36 hộ nghèo” ở trang 3. Một con số cho một việc. "
        "Trang 3. Hỏi đơn vị số nào đúng, rồi ghi thống nhất."
    ]


@pytest.mark.parametrize(
    "second",
    [
        "Danh sách 38 hộ nghèo vẫn treo ở nhà văn hóa.",
        "Đến nay xã còn 36 hộ nghèo.",
        "Năm 2023 có 36 hộ nghèo.",
        "Thôn Kim Thành có 18 hộ nghèo.",
        "Đã giúp 36 hộ nghèo sửa nhà.",
        "Có 14 hộ nghèo chờ sửa nhà.",
        "Danh sách 36 hộ treo ở nhà văn hóa.",
        "Danh sách 36 hộ nghèo neo đơn treo ở nhà văn hóa.",
        "Danh sách 36% hộ nghèo.",
        "Giảm từ 38 hộ nghèo xuống 36 hộ nghèo.",
    ],
    ids=["same", "now", "a year", "a part", "done", "far", "less", "more exact", "share", "a change"],
)
def test_other_counts_are_silent(second: str) -> None:
    assert codes(check, sight(FIRST, second)) == []


def test_both_in_one_paragraph_are_seen_by_the_author() -> None:
    assert codes(check, sight("Xã có 38 hộ nghèo, phường có 36 hộ nghèo.")) == []


def test_three_values_are_a_series() -> None:
    assert codes(check, sight(FIRST, "Danh sách 36 hộ nghèo vẫn ở đó.", "Danh sách 37 hộ nghèo vẫn ở đây.")) == []


def test_digits_changed_about_are_told() -> None:
    assert codes(check, sight("Cả xã góp 1.928 ngày công.", "Bà con góp 1.298 ngày công.")) == ["figures-disagree"]
