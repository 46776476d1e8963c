"""Hostile words in every part of a plan: twice the text takes about twice the time, and never its square."""

import time

import pytest

from tests.plans.making import plan_with
from tongket.plans.checks import Context, run_checks

_PARTS = (
    "I. MỤC ĐÍCH\n{0}\nII. THỜI GIAN\n{0}\nIII. THÀNH PHẦN\n{0}\nIV. THAM LUẬN\n{0}\n"
    "V. KHEN THƯỞNG\n{0}\nVI. TỔ CHỨC THỰC HIỆN\n{0}"
)
# What once took the square of its length, and signs that patterns may go astray on.
HOSTILE = (
    *("1, ", "- a ", " - ", "gửi báo cáo trước ngày 1/1/2025 ", "5 tập thể, ", "a\t", "ngày 1 tháng 1 năm ", "; - "),
    *("a     ", "(", "“", ". A", "Hội A và ", "1/", "*", "a@b.", ", "),
)


def seconds(words: str, length: int) -> float:
    """Processor time of one plan with `words` over and over, from its bytes to its findings."""
    began = time.process_time()
    run_checks(plan_with(_PARTS.format(words * (length // len(words)) + "a")), Context())
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("words", HOSTILE)
def test_time_grows_with_the_text(words: str) -> None:
    seconds(words, 500)

    short, long = seconds(words, 1_000), seconds(words, 8_000)

    assert long < 8 * 3 * max(short, 0.01)
