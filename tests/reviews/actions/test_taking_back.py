"""What was done with reviews of units below those of the plan is taken back, as long as nothing else happened."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_unit, make_user
from tests.factories.reviews import figures_value, make_review
from tongket.conferences.actions.taking_back import TooLate
from tongket.core.models import Event
from tongket.reviews.actions.attaching import attach
from tongket.reviews.actions.collecting import ask_below, release_below
from tongket.reviews.actions.deciding import accept_review, confirm_review, return_review
from tongket.reviews.actions.drafting import Typed, save_fields
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.actions.taking_back import take_back_asking, take_back_move
from tongket.reviews.models import Review
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.rules import CameAs, ReviewState
from tongket.reviews.values import Filled
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db
DUE = date(2024, 10, 24)


@pytest.fixture
def upper() -> Review:
    """A unit of the plan with two units below it."""
    review = make_review(figures={"models": 1})
    units = [make_unit(place=f"Thôn {name}") for name in ("Một", "Hai")]
    Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(parent=review.unit)
    return review


def below(upper: Review) -> list[Unit]:
    return list(Unit.objects.filter(parent=upper.unit).order_by("pk"))


def fresh(review: Review) -> Review:
    found = find_review(review.conference, review.unit_id)
    assert found is not None
    return found


def last(verb: str) -> Event:
    return Event.objects.filter(verb=verb).latest("pk")


def send(review: Review, models: int) -> None:
    filled = Filled(figures=figures_value({"models": models}))
    submit_review(review=fresh(review), filled=filled, came_as=CameAs.SHEET, by=make_user(unit=review.unit), now=NOW)


def back(review: Review, verb: str) -> Review:
    return take_back_move(review=fresh(review), event=last(verb), by=make_user(), now=NOW)


def test_asking_is_taken_back_with_the_days_it_moved(upper: Review) -> None:
    one, two = below(upper)
    ask_below(review=upper, unit_ids=[one.pk], due_on=None, by=make_user(), now=NOW)
    event = ask_below(review=upper, unit_ids=[one.pk, two.pk], due_on=DUE, by=make_user(), now=NOW)

    take_back_asking(review=upper, event=event, by=make_user(), now=NOW)

    assert list(Review.objects.filter(upper=upper).values_list("unit", "due_on")) == [(one.pk, None)]
    with pytest.raises(TooLate):
        take_back_asking(review=upper, event=event, by=make_user(), now=NOW)


def test_asking_is_not_taken_back_once_somebody_writes(upper: Review) -> None:
    event = ask_below(review=upper, unit_ids=[below(upper)[0].pk], due_on=DUE, by=make_user(), now=NOW)
    lower = Review.objects.get(upper=upper)
    save_fields(review=fresh(lower), fields=[Typed("f:models:2024", "7", 0)], by=make_user(), now=NOW)

    with pytest.raises(TooLate):
        take_back_asking(review=upper, event=event, by=make_user(), now=NOW)
    assert Review.objects.filter(upper=upper).exists()


def asked_one(upper: Review) -> tuple[Event, Review]:
    event = ask_below(review=upper, unit_ids=[below(upper)[0].pk], due_on=DUE, by=make_user(), now=NOW)
    return event, fresh(Review.objects.get(upper=upper))


def test_asking_is_not_taken_back_once_something_is_attached(upper: Review) -> None:
    event, lower = asked_one(upper)
    attach(review=lower, data=b"%PDF", name="bb.pdf", sort="minutes", caption="", by=make_user(), now=NOW)

    with pytest.raises(TooLate):
        take_back_asking(review=upper, event=event, by=make_user(), now=NOW)
    assert lower.attached.count() == 1


def test_asking_is_not_taken_back_where_a_version_is_kept_that_was_taken_back(upper: Review) -> None:
    event, lower = asked_one(upper)
    send(lower, 7)
    back(lower, "submit_review")

    with pytest.raises(TooLate):
        take_back_asking(review=upper, event=event, by=make_user(), now=NOW)
    assert lower.versions.count() == 1


def test_asking_whose_line_does_not_say_the_days_before_is_not_taken_back(upper: Review) -> None:
    event, _lower = asked_one(upper)
    Event.objects.filter(pk=event.pk).update(changes={"units": event.changes["units"]})

    with pytest.raises(TooLate):
        take_back_asking(review=upper, event=Event.objects.get(pk=event.pk), by=make_user(), now=NOW)


def test_release_is_taken_back(upper: Review) -> None:
    ask_below(review=upper, unit_ids=[below(upper)[0].pk], due_on=DUE, by=make_user(), now=NOW)
    lower = Review.objects.get(upper=upper)
    release_below(below=fresh(lower), by=make_user(), now=NOW)

    assert back(lower, "release_below").state == ReviewState.NOT_BEGUN


def test_version_of_a_unit_below_is_taken_back_and_the_earlier_one_counts_again(upper: Review) -> None:
    unit = below(upper)[0]
    lower = make_review(conference=upper.conference, unit=unit, upper=upper, figures={"models": 7}, confirmed=True)
    send(lower, 70)
    assert fresh(lower).confirmed_at is None

    row = back(lower, "submit_review")

    assert (row.figures.get().value, row.state, row.confirmed_at is not None) == (Decimal(7), "submitted", True)


def test_first_version_that_is_taken_back_leaves_nothing(upper: Review) -> None:
    lower = make_review(conference=upper.conference, unit=below(upper)[0], upper=upper, figures={"models": 7})

    row = back(lower, "submit_review")

    assert (row.figures.count(), row.state, row.submitted_at) == (0, ReviewState.NOT_BEGUN, None)


def test_decision_is_taken_back_until_something_else_happens(upper: Review) -> None:
    unit, user = below(upper)[0], make_user()
    lower = make_review(conference=upper.conference, unit=unit, upper=upper, figures={"models": 7}, confirmed=True)
    accept_review(review=fresh(lower), by=user, now=NOW)
    assert back(lower, "accept_review").state == ReviewState.SUBMITTED
    return_review(review=fresh(lower), remark="Sai số", due_at=None, by=user, now=NOW)
    row = back(lower, "return_review")
    assert (row.state, row.confirmed_at is not None) == (ReviewState.SUBMITTED, True)

    return_review(review=fresh(lower), remark="Sai số", due_at=None, by=user, now=NOW)
    send(lower, 8)
    with pytest.raises(TooLate):
        back(lower, "return_review")


def test_version_that_a_leader_confirmed_since_is_not_taken_back(upper: Review) -> None:
    lower = make_review(conference=upper.conference, unit=below(upper)[0], upper=upper, figures={"models": 7})
    confirm_review(review=fresh(lower), by=make_user(), now=NOW)

    with pytest.raises(TooLate):
        back(lower, "submit_review")
