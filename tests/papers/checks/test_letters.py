"""Letters that the type face lacks."""

from tests.papers.checks.looking import codes, sight, told
from tongket.papers.checks.letters import check


def test_letters_are_listed_at_the_first() -> None:
    seen = sight("Mở đầu.", "Tổ ☂ họp.", missing=("☂", "☃"))

    assert codes(check, seen) == ["letters-missing"]
    assert told(check, seen) == [
        "Phông chữ in không có: ☂ ☃. Chữ và dấu thông thường; chỗ ấy in ra ô trống. "
        "Trang 2. Thay bằng chữ hoặc dấu gạch đầu dòng."
    ]


def test_letters_that_are_there_are_silent() -> None:
    assert codes(check, sight("Tổ ☂ họp.")) == []
