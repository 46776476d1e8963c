"""Minutes: over the limit even when read fast, between the rates, within."""

import pytest

from tests.papers.checks.looking import PROSE, codes, sight, told
from tongket.papers.checks.minutes import check
from tongket.papers.values import Limits


def test_over_the_limit_even_when_read_fast_stops() -> None:
    seen = sight(PROSE, syllables=1_633)

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.clause) == ("too-slow", "blocker", "III.2")
    assert told(check, seen) == [
        "Đọc hết 8 phút 10 giây, đọc nhanh vẫn 7 phút 25 giây. "
        "Không quá 7 phút, tức 1.400 chữ ở tốc độ 200 chữ một phút. Cả bài. "
        "Bớt khoảng 233 chữ. Bài có 1.583 chữ, số và chữ tắt đọc thành tiếng thêm 50 chữ."
    ]


def test_between_the_rates_a_person_decides() -> None:
    (finding,) = check(sight(PROSE, syllables=1_450))

    assert (finding.code, finding.level) == ("slow", "approval")


@pytest.mark.parametrize(
    ("syllables", "limits"),
    [(1_400, Limits(3, 7, 200, 220)), (9_000, Limits(3, None, 200, 220)), (1_520, Limits(3, 7, 220, 240))],
    ids=["just within", "no limit", "a faster speaker"],
)
def test_within_the_limit_is_silent(syllables: int, limits: Limits) -> None:
    assert codes(check, sight(PROSE, syllables=syllables, limits=limits)) == []
