"""Pages: over the limit at single spacing, between the two spacings, within."""

import pytest

from tests.papers.checks.looking import LIMITS, PROSE, codes, sight, told
from tongket.papers.checks.pages import check, first_past
from tongket.papers.values import Limits


def test_over_the_limit_even_at_single_spacing_stops() -> None:
    seen = sight(*[f"Đoạn {number} {PROSE}" for number in range(10)], pages=3.42, tight=3.05)

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.clause) == ("too-long", "blocker", "III.2")
    assert told(check, seen) == [
        "Dài 3,4 trang, để dãn dòng đơn vẫn 3,05 trang. Không quá 3 trang A4 theo thể thức. "
        "Từ “thay, rồi chia việc cho từng người.” đến hết. Bớt khoảng 16 dòng."
    ]
    assert (finding.values["block"], finding.values["page"], finding.values["lines"]) == (8, 3, 16)


def test_between_the_spacings_a_person_decides() -> None:
    seen = sight(PROSE, pages=3.2, tight=2.9)

    (finding,) = check(seen)

    assert (finding.code, finding.level) == ("long", "approval")
    assert told(check, seen)[0].startswith("Dài 3,2 trang; chỉ dãn dòng đơn mới vừa, 2,9 trang.")


@pytest.mark.parametrize(
    ("pages", "limit"),
    [(3.0, 3), (3.004, 3), (9.0, None), (2.5, 2.5)],
    ids=["full", "rounding", "no limit", "half pages"],
)
def test_within_the_limit_is_silent(pages: float, limit: float | None) -> None:
    limits = Limits(limit, 7, 200, 220)

    assert codes(check, sight(PROSE, pages=pages, tight=pages, limits=limits)) == []


def test_first_words_past_the_limit_begin_a_block_of_the_next_page() -> None:
    seen = sight("Một", "Hai", "Ba", "Bốn năm sáu", pages=4.0)

    assert first_past(seen, 3) == (3, "Bốn năm sáu")
    assert first_past(seen, 2.5) == (2, "Ba")


def test_cut_reaches_the_limit_at_the_usual_spacing() -> None:
    (finding,) = check(sight(PROSE, pages=3.01, tight=2.7, limits=LIMITS))

    assert finding.values["lines"] == 1
