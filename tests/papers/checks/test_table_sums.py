"""The last row of a table beside its columns."""

import pytest

from tests.papers.checks.looking import codes, sight, table, told
from tongket.papers.checks.table_sums import check

HEAD = ("STT", "Khối phố", "Số hộ", "Diện tích (m²)", "Tỷ lệ %")
ROWS = (("1", "Tân Phú", "71", "1.240,5", "33"), ("2", "Phú Sơn", "58", "985", "27"))


def test_wrong_sum_is_told_with_the_right_one() -> None:
    seen = sight("Bảng sau:", table(HEAD, *ROWS, ("", "Tổng cộng", "129", "2.252,5", "60")))

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.values["block"]) == ("table-sum", "advice", 1)
    assert told(check, seen) == [
        "Dòng tổng ghi 2.252,5, cộng các dòng trên được 2.225,5. Dòng tổng bằng các dòng trên cộng lại. "
        "Trang 2. Cộng lại, sửa dòng tổng hoặc dòng sai."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (HEAD, *ROWS, ("", "Tổng cộng", "129", "2.225,5", "99")),
        (HEAD, *ROWS, ("3", "Phú Ân", "1", "2", "3")),
        (HEAD, ROWS[0], ("-", "Trong đó: nữ", "58", "985", "27"), ("", "Tổng cộng", "71", "1.240,5", "33")),
        (HEAD, ROWS[0], ("2", "Phú Sơn", "chưa có", "985", "27"), ("", "Tổng cộng", "71", "2.225,5", "33")),
        (HEAD, ROWS[0], ("", "Tổng cộng", "70", "1.240,5", "33")),
    ],
    ids=["right, shares aside", "no total", "parts of rows", "words between", "one row"],
)
def test_sums_that_hold_or_cannot_be_told_are_silent(rows: tuple[tuple[str, ...], ...]) -> None:
    assert codes(check, sight(table(*rows))) == []
