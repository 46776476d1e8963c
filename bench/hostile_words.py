"""Words that patterns may go astray on, over and over in every part of a plan: twice the text, about twice the time."""

import time

from tests.plans.making import plan_with

from bench.measure import Row, print_rows
from tongket.plans.checks import Context, run_checks

PARTS = (
    "I. MỤC ĐÍCH\n{0}\nII. THỜI GIAN\n{0}\nIII. THÀNH PHẦN\n{0}\nIV. THAM LUẬN\n{0}\n"
    "V. KHEN THƯỞNG\n{0}\nVI. TỔ CHỨC THỰC HIỆN\n{0}"
)
# What once took the square of its length, and signs that patterns may go astray on.
HOSTILE = (
    *("1, ", "- a ", " - ", "gửi báo cáo trước ngày 1/1/2025 ", "5 tập thể, ", "a\t", "ngày 1 tháng 1 năm ", "; - "),
    *("a     ", "(", "“", ". A", "Hội A và ", "1/", "*", "a@b.", ", "),
)
SHORT = 8_000
MOST = 3.0


def seconds(words: str, length: int) -> float:
    """Processor time of one plan with `words` over and over, from its bytes to its findings; the least of two runs."""
    return min(_once(words, length) for _ in range(2))


def _once(words: str, length: int) -> float:
    began = time.process_time()
    run_checks(plan_with(PARTS.format(words * (length // len(words)) + "a")), Context())
    return time.process_time() - began


def measure() -> list[Row]:
    """The words that grow worst, and how long the longer text takes that is slowest."""
    seconds(HOSTILE[0], 500)
    times = {words: (seconds(words, SHORT), seconds(words, 2 * SHORT)) for words in HOSTILE}
    worst = max(after / before for before, after in times.values())
    slowest = max(after for _before, after in times.values())
    return [
        Row(f"hostile words, {12 * SHORT / 1000:.0f} KB of the slowest, to findings", slowest, "s"),
        Row("– the most that twice the text took", worst, "× the time", MOST),
    ]


if __name__ == "__main__":
    print_rows(measure())
