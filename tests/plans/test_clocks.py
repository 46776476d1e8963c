"""Clock times as plans print them."""

import pytest

from tongket.plans.clocks import find_clocks

CLOCKS = [
    ("8h00", "08:00", None),
    ("13h30’", "13:30", None),
    ("8h", "08:00", None),
    ("16 giờ 20 phút", "16:20", None),
    ("09giờ 00", "09:00", None),
    ("14:00", "14:00", None),
    ("15h 30", "15:30", None),
    ("07g30", "07:30", None),
    ("từ 8h00 đến 11h30", "08:00", "11:30"),
    ("7 giờ 30 - 11 giờ", "07:30", "11:00"),
    ("2 giờ chiều", "14:00", None),
]


@pytest.mark.parametrize(("text", "at", "until"), CLOCKS)
def test_clock(text: str, at: str, until: str | None) -> None:
    (clock,) = find_clocks(text)

    assert (clock.at, clock.until) == (at, until)


@pytest.mark.parametrize("text", ["10 hộ", "500 hội viên", "25h00", "8h75", "3 hàng", "tỷ lệ 1/3"])
def test_no_clock(text: str) -> None:
    assert find_clocks(text) == ()
