from datetime import timedelta

import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.reviews import make_review, make_review_duty
from tongket.conferences.actions.duties import accept, excuse, reopen, set_due, start_working
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.rules import DutyState
from tongket.core.models import Event
from tongket.reviews.actions.deciding import (
    NotConfirmed,
    NothingToMend,
    accept_review,
    confirm_review,
    return_review,
    take_back_confirmation,
)
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.models import Review, ReviewStep
from tongket.reviews.queries.counting import counted
from tongket.reviews.rules import Confirmed, ReviewState

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


def steps_of(review: Review) -> list[tuple[str, bool]]:
    return list(ReviewStep.objects.filter(review=review).order_by("pk").values_list("state", "is_confirmed"))


def test_review_counts_only_once_it_is_confirmed() -> None:
    review = make_review(figures={"models": 12})
    leader = make_user(unit=review.unit)
    assert list(counted(review.conference)) == []

    confirm_review(review=review, by=leader, now=LATER)

    review.refresh_from_db()
    assert list(counted(review.conference)) == [review]
    assert (review.confirmed_by, review.confirmed_at, review.confirmed_how) == (leader, LATER, Confirmed.WEB)
    assert steps_of(review) == [("submitted", False), ("submitted", True)]


def test_confirming_what_changed_since_is_refused() -> None:
    review = make_review(figures={"models": 12})
    Review.objects.filter(pk=review.pk).update(revision=review.revision + 1)

    with pytest.raises(ReviewMoved):
        confirm_review(review=review, by=make_user(), now=LATER)


def test_confirming_twice_is_refused() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)

    with pytest.raises(ReviewMoved):
        confirm_review(review=review, by=make_user(), now=LATER)


def test_office_says_that_it_saw_a_signed_paper() -> None:
    review = make_review(figures={"models": 12})

    row = confirm_review(review=review, how=Confirmed.SIGNED, by=make_user(), now=LATER)

    assert row.confirmed_how == Confirmed.SIGNED


def test_confirmation_is_taken_back_until_the_office_takes_the_review() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)
    take_back_confirmation(review=review, by=make_user(), now=LATER)
    assert list(counted(review.conference)) == []

    again = Review.objects.get(pk=review.pk)
    confirm_review(review=again, by=make_user(), now=LATER)
    accept_review(review=again, by=make_user(), now=LATER)

    with pytest.raises(ReviewMoved):
        take_back_confirmation(review=again, by=make_user(), now=LATER)


def test_accepting_needs_the_leader() -> None:
    review = make_review(figures={"models": 12})

    with pytest.raises(NotConfirmed):
        accept_review(review=review, by=make_user(), now=LATER)


def test_accepting_closes_duty_and_review_together_and_is_taken_back_together() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)
    user = make_user()

    event = accept_review(review=review, by=user, now=LATER)

    review.refresh_from_db()
    review.duty.refresh_from_db()  # type: ignore[union-attr]
    assert (review.state, review.duty.state) == (ReviewState.ACCEPTED, DutyState.ACCEPTED)  # type: ignore[union-attr]

    take_back(event=event, by=user, now=LATER)

    review.refresh_from_db()
    assert review.state == ReviewState.SUBMITTED
    assert list(counted(review.conference)) == [review]


def test_returning_says_what_to_mend_and_by_when() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)

    return_review(review=review, remark=" Xem lại số mô hình ", due_at=LATER, by=make_user(), now=LATER)

    review.refresh_from_db()
    assert (review.state, review.return_due_at) == (ReviewState.RETURNED, LATER)
    assert review.duty.remark == "Xem lại số mô hình"  # type: ignore[union-attr]
    assert ReviewStep.objects.latest("pk").remark == "Xem lại số mô hình"
    assert list(counted(review.conference)) == []


def test_returning_without_a_word_is_refused() -> None:
    with pytest.raises(NothingToMend):
        return_review(review=make_review(figures={"models": 1}), remark=" ", due_at=None, by=make_user(), now=NOW)


def test_deciding_on_another_version_than_the_one_seen_is_refused() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)
    Review.objects.filter(pk=review.pk).update(revision=review.revision + 1)

    with pytest.raises(ReviewMoved):
        return_review(review=review, remark="Sửa", due_at=None, by=make_user(), now=LATER)


def test_review_of_a_unit_below_is_returned_and_accepted_by_itself() -> None:
    above = make_review(figures={"models": 1})
    below = make_review(conference=above.conference, upper=above, figures={"models": 3}, confirmed=True)
    user = make_user()

    return_review(review=below, remark="Thiếu số", due_at=LATER, by=user, now=LATER)

    below.refresh_from_db()
    assert (below.state, below.return_due_at) == (ReviewState.RETURNED, LATER)
    with pytest.raises(ReviewMoved):
        accept_review(review=below, by=user, now=LATER)


def test_review_below_is_accepted_by_itself() -> None:
    above = make_review(figures={"models": 1})
    below = make_review(conference=above.conference, upper=above, figures={"models": 3}, confirmed=True)

    accept_review(review=below, by=make_user(), now=LATER)

    below.refresh_from_db()
    assert below.state == ReviewState.ACCEPTED


def test_review_follows_its_duty_by_whichever_door_it_moves() -> None:
    duty = make_review_duty()
    user = make_user()
    start_working(duty=duty, by=user, now=NOW)
    review = Review.objects.get()
    assert (review.state, steps_of(review)) == (ReviewState.WORKING, [("working", False)])

    excuse(duty=duty, reason="Đơn vị mới lập", by=user, now=LATER)
    review.refresh_from_db()
    assert review.state == ReviewState.EXCUSED

    reopen(duty=duty, by=user, now=LATER)
    review.refresh_from_db()
    assert review.state == ReviewState.NOT_BEGUN
    assert [state for state, _ in steps_of(review)] == ["working", "excused", "not_begun"]


def test_setting_a_day_makes_no_row() -> None:
    duty = make_review_duty()

    set_due(duty=duty, due_on=NOW.date(), by=make_user(), now=NOW)

    assert Review.objects.count() == 0


def test_duty_without_a_unit_has_no_review() -> None:
    duty = make_review_duty()
    duty.unit = None
    duty.save()

    start_working(duty=duty, by=make_user(), now=NOW)

    assert Review.objects.count() == 0


def test_duty_that_was_handed_in_before_reviews_stands_so() -> None:
    duty = make_review_duty(state=DutyState.HANDED_IN)

    accept(duty=duty, by=make_user(), now=LATER)

    review = Review.objects.get()
    assert (review.state, review.submitted_at) == (ReviewState.ACCEPTED, NOW)
    assert steps_of(review) == [("accepted", False)]


def test_undoing_a_move_of_the_duty_moves_the_review_back() -> None:
    duty = make_review_duty()
    event = start_working(duty=duty, by=make_user(), now=NOW)

    take_back(event=Event.objects.get(pk=event.pk), by=make_user(), now=LATER)

    assert Review.objects.get().state == ReviewState.NOT_BEGUN


def test_what_counted_is_known_for_any_day() -> None:
    review = make_review(figures={"models": 12}, now=NOW)
    confirm_review(review=review, by=make_user(), now=LATER)
    return_review(review=review, remark="Sửa", due_at=None, by=make_user(), now=NOW + timedelta(days=2))

    days = [NOW.date() + timedelta(days=n) for n in range(-1, 3)]

    assert [list(counted(review.conference, on=day)) for day in days] == [[], [], [review], []]
