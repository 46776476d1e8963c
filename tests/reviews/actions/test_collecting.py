from datetime import date
from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_unit, make_user
from tests.factories.reviews import make_review, make_review_duty
from tongket.reviews.actions.collecting import ask_below, release_below, take_roll_up
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.models import DraftField, Review
from tongket.reviews.queries.below import added_up, units_below
from tongket.reviews.queries.reviews import review_of
from tongket.reviews.rules import ReviewState
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db
DUE = date(2024, 10, 24)


def with_children(number: int = 2) -> tuple[Review, list[Unit]]:
    """A unit of the plan with units below it."""
    review = make_review(figures={"models": 1})
    units = [make_unit(place=f"Thôn {name}") for name in range(number)]
    Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(parent=review.unit)
    return review, units


def test_asking_makes_a_review_for_each_unit_below() -> None:
    review, units = with_children()
    stranger = make_unit()

    event = ask_below(
        review=review, unit_ids=[*(unit.pk for unit in units), stranger.pk], due_on=DUE, by=make_user(), now=NOW
    )

    assert sorted(event.changes["units"]) == sorted(unit.pk for unit in units)
    assert {(each.upper_id, each.due_on, each.duty_id) for each in Review.objects.filter(upper=review)} == {
        (review.pk, DUE, None)
    }
    assert units_below(review) == []


def test_asking_again_moves_the_day() -> None:
    review, units = with_children(1)
    ask_below(review=review, unit_ids=[units[0].pk], due_on=None, by=make_user(), now=NOW)

    ask_below(review=review, unit_ids=[units[0].pk], due_on=DUE, by=make_user(), now=NOW)

    assert [each.due_on for each in Review.objects.filter(upper=review)] == [DUE]


def test_unit_that_owes_one_to_the_host_is_not_asked() -> None:
    review, units = with_children(1)
    make_review_duty(conference=review.conference, unit=units[0])

    assert units_below(review) == []


def test_first_word_to_those_below_makes_the_row_above() -> None:
    duty = make_review_duty()
    child = make_unit()
    Unit.objects.filter(pk=child.pk).update(parent=duty.unit)

    ask_below(review=review_of(duty), unit_ids=[child.pk], due_on=None, by=make_user(), now=NOW)

    assert Review.objects.get(unit=child).upper == Review.objects.get(duty=duty)


def test_only_what_counts_is_added_up() -> None:
    review, units = with_children(3)
    for number, unit in enumerate(units, 1):
        make_review(
            conference=review.conference, unit=unit, upper=review, figures={"models": number}, confirmed=number < 3
        )

    sums, period = added_up(review)

    assert (sums, period.code if period else "") == ({"models": Decimal(3)}, "2024")


def test_roll_up_is_a_draft_of_the_units_own_form() -> None:
    review, units = with_children(1)
    make_review(conference=review.conference, unit=units[0], upper=review, figures={"models": 1200}, confirmed=True)

    assert take_roll_up(review=review, by=make_user(), now=NOW) == {"models": Decimal(1200)}

    assert dict(DraftField.objects.values_list("name", "text")) == {"f:models:2024": "1.200"}
    assert review.figures.get().value == 1


def test_unit_below_is_released_until_it_delivers() -> None:
    review, units = with_children(2)
    ask_below(review=review, unit_ids=[units[0].pk], due_on=None, by=make_user(), now=NOW)
    lower = Review.objects.get(unit=units[0])
    release_below(below=lower, by=make_user(), now=NOW)
    lower.refresh_from_db()
    assert lower.state == ReviewState.EXCUSED

    sent = make_review(conference=review.conference, unit=units[1], upper=review, figures={"models": 1})
    with pytest.raises(ReviewMoved):
        release_below(below=sent, by=make_user(), now=NOW)
