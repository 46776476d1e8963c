"""Figures of a paper beside those of the unit's own review: 200 sentences with what is to be said of each."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.papers.checks.looking import codes, sight, told
from tongket.papers.checks.review_figures import check, compared
from tongket.papers.checks.sight import Sight
from tongket.papers.values import Assignment, Known, Name
from tongket.reviews.starter import starter
from tongket.reviews.values import Figure, Outline, Period, Reported

SAMPLE = tomllib.loads((Path(__file__).parents[2] / "samples/papers/beside-review.toml").read_text(encoding="utf-8"))
SINCE = Period("since", "Từ khi phát động đến nay", date(2017, 8, 28), date(2024, 9, 30), is_current=True)
YEAR = Period("2024", "Năm 2024", date(2024, 1, 1), date(2024, 12, 31), is_current=True)
BEFORE = Period("2023", "Năm 2023", date(2023, 1, 1), date(2023, 12, 31))
UNIT = Name("Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng", ("UBMTTQVN xã Tam Thăng",))


def reported(*periods: Period, **figures: Mapping[str, str]) -> Reported:
    """What the unit reported, by code of the period and of the indicator."""
    given = tuple(
        Figure(code, period, Decimal(value)) for period, said in figures.items() for code, value in said.items()
    )
    return Reported(Outline("Đề cương", 1, (), starter().indicators, periods), given)


WHOLE = reported(SINCE, since=SAMPLE["figures"])
ONE_YEAR = reported(BEFORE, YEAR, **{"2024": SAMPLE["figures"], "2023": SAMPLE["before"]})


def beside(*said: str, review: Reported = WHOLE) -> Sight:
    """A paper of Tam Thăng with these paragraphs."""
    return sight(*said, assignment=Assignment(UNIT), known=Known(reported=review))


def outcomes(name: str, review: Reported) -> Counter[tuple[str, str]]:
    """How often each expectation met each outcome: `apart` is where nothing was compared."""
    seen: Counter[tuple[str, str]] = Counter()
    for expected, texts in SAMPLE[name].items():
        for text in texts:
            agreed = [each.agrees for each in compared(beside(text, review=review))]
            outcome = "disagree" if check(beside(text, review=review)) else "agree" if agreed else "apart"
            seen[expected, outcome] += 1
    return seen


def test_other_figure_than_the_review_is_told_with_its_sentence_and_both_measures() -> None:
    seen = beside("Mở đầu.", "Qua các năm, xã vận động được 4,875 tỷ đồng.")

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.quote) == (
        "review-figures",
        "advice",
        "Qua các năm, xã vận động được 4,875 tỷ đồng.",
    )
    assert (finding.values["block"], finding.values["figure"]) == (1, ["money_raised", "since"])
    assert told(check, seen) == [
        "Bài ghi “4,875 tỷ đồng”, báo cáo của đơn vị ghi 487,5 triệu đồng. “Tiền vận động được”, "
        "Từ khi phát động đến nay: một con số ở cả hai nơi. Trang 2. Hỏi đơn vị số nào đúng, rồi sửa nơi sai."
    ]


# False alarms are worse than misses: none is suffered, of the disagreements more than three quarters are found.
@pytest.mark.parametrize(
    ("name", "review", "found", "missed"),
    [("since", WHOLE, 49, 12), ("year", ONE_YEAR, 4, 0), ("unseen", WHOLE, 11, 1)],
)
def test_disagreements_are_found_and_nothing_else_is(name: str, review: Reported, found: int, missed: int) -> None:
    seen = outcomes(name, review)

    assert seen["agree", "disagree"] + seen["apart", "disagree"] == 0
    assert (seen["disagree", "disagree"], seen["disagree", "apart"] + seen["disagree", "agree"]) == (found, missed)


def test_a_part_is_never_taken_for_the_whole() -> None:
    seen = outcomes("since", WHOLE) + outcomes("year", ONE_YEAR) + outcomes("unseen", WHOLE)

    assert seen["apart", "apart"] == sum(len(SAMPLE[name]["apart"]) for name in ("since", "year", "unseen"))


def test_a_sentence_that_agrees_makes_the_others_parts() -> None:
    assert codes(check, beside("Toàn xã có 12 mô hình đang duy trì.", "Xã đang duy trì 15 mô hình.")) == []


def test_several_other_figures_for_one_thing_are_parts() -> None:
    assert codes(check, beside("Xã đang duy trì 9 mô hình.", "Xã đang duy trì 15 mô hình.")) == []


def test_the_heading_may_speak_of_a_part() -> None:
    assert codes(check, beside("1. Ở thôn Thăng Tân", "Bà con đã hiến 640 m² đất.")) == []


def test_wishes_of_the_next_years_are_no_figures() -> None:
    assert codes(check, beside("II. PHƯƠNG HƯỚNG", "Xã duy trì 20 mô hình.")) == []


def test_a_figure_that_the_unit_only_estimated_is_met_with_ease() -> None:
    given = Reported(WHOLE.outline, (Figure("workdays", "since", Decimal(1300), about="gần"),))

    assert codes(check, beside("Nhân dân đóng góp 1.260 ngày công.", review=given)) == []


def test_without_a_review_nothing_is_said() -> None:
    assert codes(check, sight("Xã đang duy trì 15 mô hình.")) == []
