"""Dates that cannot be, lie ahead, or lack a 0."""

from datetime import date

import pytest

from tests.papers.checks.looking import GREETING, PROSE, codes, sight, told
from tongket.papers.checks.dates import check

TODAY = date(2024, 10, 21)


@pytest.mark.parametrize("written", ["31/9/2024", "30.2.2023", "29-2-2023", "ngày 31 tháng 11 năm 2023", "5/13/2024"])
def test_date_that_cannot_be_is_told(written: str) -> None:
    seen = sight(GREETING, f"Tổ họp {written} ở thôn.")

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.quote) == ("impossible-date", "approval", written)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 29/2/2024 và 30/10/2024, ngày 31 tháng 12 năm 2023",
        "Giai đoạn 2021-2025, năm học 2023-2024, số 12/15/2024A",
        "Tháng 10/2024 và ngày 5 tháng 7",
    ],
)
def test_dates_that_are_and_other_figures_are_silent(text: str) -> None:
    assert codes(check, sight(GREETING, text, today=TODAY)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mô hình đã ra mắt ngày 15/12/2024.", ["date-ahead"]),
        ("Hội thi kết thúc ngày 10/5/2042.", ["date-ahead"]),
        ("Mô hình sẽ ra mắt ngày 15/12/2024.", []),
        ("Phấn đấu hoàn thành trước ngày 31/12/2025.", []),
        ("Hội nghị ngày 30/10/2024 ở thành phố.", []),
        ("Mô hình đã ra mắt ngày 15/12/2023. Ngày 30/11/2024 họp lại.", []),
        ("Quy hoạch đến ngày 31/12/2130.", ["date-ahead"]),
    ],
)
def test_past_lies_behind(text: str, expected: list[str]) -> None:
    assert codes(check, sight(GREETING, text, today=TODAY)) == expected


def test_without_a_day_nothing_lies_ahead() -> None:
    assert codes(check, sight(GREETING, "Mô hình đã ra mắt ngày 15/12/2030.")) == []


def test_line_of_the_day_has_its_zeros() -> None:
    head = ("HỘI NÔNG DÂN", "Tam Kỳ, ngày 5 tháng 10 năm 2024", "THAM LUẬN", "Tên bài ở đây")

    assert told(check, sight(*head, GREETING, PROSE, today=TODAY)) == [
        "Dòng ngày ghi “ngày 5 tháng 10 năm 2024”. “ngày 05 tháng 10 năm 2024”: ngày dưới 10 và tháng 1, tháng 2 "
        "có số 0 đứng trước. Trang 1. Sửa số trong dòng ngày."
    ]


def test_running_text_needs_no_zeros() -> None:
    assert codes(check, sight(GREETING, f"Ngày 5 tháng 1 năm 2024 tổ họp. {PROSE}")) == []
