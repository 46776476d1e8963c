from datetime import date, timedelta

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tests.factories.reviews import make_outline, make_review, make_review_duty
from tongket.conferences.actions.duties import excuse
from tongket.conferences.rules import DutyState
from tongket.reviews.actions.deciding import accept_review, confirm_review, return_review
from tongket.reviews.queries.progress import Level, level_of, progress
from tongket.reviews.queries.reviews import find_review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
TODAY = NOW.date()


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_each_unit_of_the_plan_stands_somewhere() -> None:
    conference = make_conference()
    make_review(conference=conference, unit=make_unit(place="A", name="A"), figures={"models": 1}, confirmed=True)
    make_review(conference=conference, unit=make_unit(place="B", name="B"), figures={"models": 1})
    make_review_duty(conference=conference, unit=make_unit(place="C", name="C"))
    freed = make_review_duty(conference=conference, unit=make_unit(place="D", name="D"))
    excuse(duty=freed, reason="", by=make_user(), now=NOW)

    rows = progress(conference)

    assert [(row.unit.name, row.state, row.is_confirmed) for row in rows] == [
        ("A", "submitted", True),
        ("B", "submitted", False),
        ("C", "not_begun", False),
    ]
    assert level_of(rows) == Level(3, 2, 1)
    assert level_of(rows).missing == 1
    assert [row.shown.words for row in rows] == ["Chờ xem", "Chờ lãnh đạo xác nhận", "Chưa gửi"]


def test_who_had_delivered_is_known_for_any_day() -> None:
    conference = make_conference()
    review = make_review(conference=conference, figures={"models": 1}, now=NOW - timedelta(days=3))
    user = make_user()
    confirm_review(review=review, by=user, now=NOW - timedelta(days=2))
    return_review(review=review, remark="Sửa", due_at=None, by=user, now=NOW - timedelta(days=1))

    stood = {number: progress(conference, on=day(number))[0] for number in (-4, -3, -2, -1)}

    assert {number: (row.state, row.counts) for number, row in stood.items()} == {
        -4: ("not_begun", False),
        -3: ("submitted", False),
        -2: ("submitted", True),
        -1: ("returned", False),
    }


def test_late_is_counted_to_the_day_asked_for_and_to_the_day_it_came() -> None:
    conference = make_conference()
    duty = make_review_duty(conference=conference)
    duty.due_on = day(-5)
    duty.save()
    make_review(conference=conference, duty=duty, figures={"models": 1}, now=NOW - timedelta(days=2))

    assert progress(conference, on=day(-4))[0].days_late == 1
    assert progress(conference, on=day(-4))[0].shown.words == "Trễ 1 ngày"
    assert progress(conference)[0].days_late == 3
    assert progress(conference)[0].shown.words == "Chờ lãnh đạo xác nhận"


def test_units_below_are_counted_under_theirs() -> None:
    upper = make_review(figures={"models": 1})
    conference = upper.conference
    make_review(conference=conference, upper=upper, unit=make_unit(name="A"), figures={"models": 1}, confirmed=True)
    make_review(conference=conference, upper=upper, unit=make_unit(name="B"))

    (top,) = progress(conference)
    below = progress(conference, under=upper)

    assert top.below == Level(2, 1, 1)
    assert [(row.unit.name, row.is_delivered) for row in below] == [("A", True), ("B", False)]
    assert progress(conference, on=day(-1), under=upper) == ()


def test_duty_without_anything_written_stands_as_it_does() -> None:
    conference = make_conference()
    make_review_duty(conference=conference, state=DutyState.HANDED_IN)

    assert [row.state for row in progress(conference)] == ["submitted"]
    assert [row.state for row in progress(conference, on=day(-1))] == ["not_begun"]


def test_accepted_one_counts() -> None:
    review = make_review(figures={"models": 1}, confirmed=True)
    accept_review(review=review, by=make_user(), now=NOW)

    (row,) = progress(review.conference)

    assert (row.state, row.counts, row.came_on) == ("accepted", True, TODAY)


def test_queries_do_not_grow_with_units(django_assert_num_queries: object) -> None:
    conference = make_conference()
    make_outline(conference=conference)
    for number in (1, 3):
        for _ in range(number):
            make_review(conference=conference, figures={"models": 1})
        with django_assert_num_queries(3):  # type: ignore[operator]
            progress(conference)


def test_review_of_a_unit_that_owes_none_is_not_found() -> None:
    assert find_review(make_conference(), make_unit().pk) is None
