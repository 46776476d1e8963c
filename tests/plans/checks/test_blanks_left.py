"""Gaps left to be filled in."""

import pytest

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.blanks_left import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thời gian: ngày ... tháng 10 năm 2024", ["blanks-left"]),
        ("Số lượng: ........ đại biểu", ["blanks-left"]),
        ("Khen ____ tập thể", ["blanks-left"]),
        ("Lúc … giờ", ["blanks-left"]),
        ("trưng bày, tiêu thụ... tại địa phương", []),
        ("sản phẩm trưng bày...; chuẩn bị các nội dung khác…", []),
        ("Kết quả ngày càng cao", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert codes(check, plan({"II.2": text})) == found
