"""What a plan says of the conference, and what holds after a correction."""

from datetime import date, time

import pytest

from tongket.conferences.plan_says import Settled, merged, said_by
from tongket.plans.facts import Facts, PaperLimits, Time, Venue

DAY = date(2024, 10, 30)


def test_plan_says_name_day_hour_place_and_limits() -> None:
    facts = Facts(
        title="Tổ chức hội nghị tổng kết năm 2024",
        time=Time("7h30 ngày 30/10/2024", DAY, DAY, "07:30", None, tentative=False),
        venue=Venue("Hội trường", "99 Hùng Vương"),
        paper_limits=PaperLimits(3, 7),
    )

    assert said_by(facts) == Settled(
        title="Tổ chức hội nghị tổng kết năm 2024",
        short_title="Hội nghị tổng kết năm 2024",
        held_on=DAY,
        starts_at=time(7, 30),
        venue="Hội trường, 99 Hùng Vương",
        paper_pages=3,
        paper_minutes=7,
    )


def test_what_a_person_fixed_goes_before_what_the_plan_leaves_open() -> None:
    facts = Facts(time=Time("cuối tháng 10", date(2024, 10, 21), date(2024, 10, 31), None, None, tentative=True))

    assert (said_by(facts).held_on, said_by(facts, day="2024-10-30", hour="07:30").held_on) == (None, DAY)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "holds"),
    [
        ("Hội trường A", "Hội trường A", "Hội trường A", "Hội trường A"),
        ("Hội trường A", "Hội trường B", "Hội trường A", "Hội trường B"),
        ("Hội trường A", "Hội trường A", "Hội trường C", "Hội trường C"),
        ("Hội trường A", "Hội trường B", "Hội trường C", "Hội trường C"),
        ("Hội trường A", "Hội trường A", "", ""),
    ],
    ids=["nobody", "the office", "the plan", "both: the plan's new word", "the plan leaves it open"],
)
def test_word_that_the_plan_changed_holds_else_that_of_the_office(
    base: str, ours: str, theirs: str, holds: str
) -> None:
    settled = merged(base=Settled(venue=base), ours=Settled(venue=ours), theirs=Settled(venue=theirs))

    assert settled.venue == holds
