"""Which numbers a sentence states."""

from decimal import Decimal

import pytest

from tongket.synthesis.checks.numbers import numbers_in, values_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Toàn thành phố có 57 mô hình.", ["57"]),
        ("có 08 mô hình, 1.200 hộ, 3.960,5 triệu đồng", ["8", "1200", "3960.5"]),
        ("12/13 đơn vị nêu", ["12", "13"]),
        ("tăng 26,7% so với năm 2023 (45 mô hình)", ["26.7", "45"]),
        ("Đến ngày 21/10/2024, có 5 đơn vị", ["5"]),
        ("trước ngày 20 tháng 10 năm 2024", []),
        ("mỗi ngày 20 kg rác", ["20"]),
        ("tổng số 57 mô hình", ["57"]),
        ("Kế hoạch số 294/KH-MTTQ-BTT, Nghị quyết 25", []),
        ("giai đoạn 2019-2024, lúc 7:30", []),
        ("không có số nào", []),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, values: list[str]) -> None:
    assert [each.value for each in numbers_in(text)] == [Decimal(value) for value in values]


def test_the_same_number_written_otherwise_is_the_same() -> None:
    assert values_in("08 mô hình") == values_in("8 mô hình")
