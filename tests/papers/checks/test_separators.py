"""Dots and commas in figures."""

import pytest

from tests.papers.checks.looking import codes, sight, told
from tongket.papers.checks.separators import check


def test_finding_shows_the_right_way() -> None:
    assert told(check, sight("Góp hơn 1,900 ngày công.")) == [
        "Số ghi “1,900”. Dấu chấm giữa hàng nghìn, dấu phẩy trước phần lẻ: 1.900. Trang 1. "
        "Sửa dấu trong số, cả bài một cách."
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đạt 12.5 % kế hoạch.", "12.5"),
        ("Được 12.5% hộ.", "12.5"),
        ("Ủng hộ 1.45 tỷ đồng.", "1.45"),
        ("Thu 1,250,000 đồng.", "1,250,000"),
        ("Thu 1 250 000 đồng.", "1 250 000"),
    ],
)
def test_wrong_signs_are_told(text: str, written: str) -> None:
    assert [finding.quote for finding in check(sight(text))] == [written]


@pytest.mark.parametrize(
    "text",
    [
        "Góp 1.900 công, 12,5%, 2,15 tỷ đồng, 0,125 lần, 1.250.000 đồng.",
        "Dài 1,250 km, rộng 2,345 ha, thu 1,375 tỷ đồng.",
        "Mục 1.2. Nội dung; công nghiệp 4.0; lúc 7.30; ngày 20.10.2024; phiên bản 2.10.",
        "Thửa 12,345,6; năm 2021,2022; số 183,184.",
        "Năm 2023 200 hộ vào tổ.",
    ],
)
def test_right_figures_are_silent(text: str) -> None:
    assert codes(check, sight(text)) == []
