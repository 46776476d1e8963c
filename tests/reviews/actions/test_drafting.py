from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.reviews import make_outline, make_review, make_review_duty
from tongket.accounts.models import User
from tongket.conferences.rules import DutyState
from tongket.core.models import Event
from tongket.reviews.actions.drafting import LONGEST, Typed, choose_aside, drop_drafts, save_fields
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.models import DraftField, Review
from tongket.reviews.queries.reviews import review_of
from tongket.reviews.rules import ReviewState

pytestmark = pytest.mark.django_db
FIELD = "q:results"


def begun() -> tuple[Review, User]:
    """A review of a conference with an outline, and one of the unit's people."""
    duty = make_review_duty()
    make_outline(conference=duty.conference)
    return review_of(duty), make_user(unit=duty.unit)


def save(review: Review, text: str, revision: int, by: User, name: str = FIELD) -> tuple[dict[str, int], list[str]]:
    saved = save_fields(review=review, fields=[Typed(name, text, revision)], by=by, now=NOW)
    return dict(saved.revisions), list(saved.behind)


def test_first_words_put_the_duty_to_work() -> None:
    review, user = begun()

    assert save(review, "Có mười mô hình", 0, user) == ({FIELD: 1}, [])

    row = Review.objects.select_related("duty").get()
    assert (row.state, row.duty.state) == (ReviewState.WORKING, DutyState.WORKING)  # type: ignore[union-attr]
    assert Event.objects.filter(verb="begin_review").count() == 1


def test_empty_fields_begin_nothing() -> None:
    review, user = begun()

    save(review, "  ", 0, user)

    assert Review.objects.get().state == ReviewState.NOT_BEGUN


def test_second_window_loses_no_words() -> None:
    review, user = begun()
    save(review, "Cửa sổ một", 0, user)

    assert save(review, "Cửa sổ hai", 0, user) == ({}, [FIELD])

    draft = DraftField.objects.get()
    assert (draft.text, draft.aside, draft.aside_by, draft.revision) == ("Cửa sổ một", "Cửa sổ hai", user, 1)


def test_same_words_are_never_behind() -> None:
    review, user = begun()
    save(review, "Như nhau", 0, user)

    assert save(review, "Như nhau", 0, user) == ({FIELD: 1}, [])


def test_window_that_shows_what_was_submitted_wrote_nothing() -> None:
    review = make_review(answers={"results": "Bản đã nộp"})
    user = make_user(unit=review.unit)
    save(review, "Sửa ở cửa sổ kia", 0, user)

    assert save(review, "Bản đã nộp", 0, user) == ({FIELD: 1}, [])
    assert DraftField.objects.get().text == "Sửa ở cửa sổ kia"


def test_draft_leaves_what_was_submitted_alone() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)

    save(review, "13", 0, make_user(unit=review.unit), "f:models:2024")

    row = Review.objects.get()
    assert (row.state, row.confirmed_at) == ("submitted", NOW)
    assert row.figures.get().value == Decimal(12)


def test_names_that_nobody_asks_for_are_left_out() -> None:
    review, user = begun()

    assert save(review, "a", 0, user, "q:nobody") == ({}, [])
    assert DraftField.objects.count() == 0


def test_text_longer_than_any_answer_is_refused() -> None:
    review, user = begun()

    with pytest.raises(ValueError, match="more than"):
        save(review, "a" * (LONGEST + 1), 0, user)


def test_aside_takes_the_place_of_the_field_or_is_forgotten() -> None:
    review, user = begun()
    save(review, "Một", 0, user)
    save(review, "Hai", 0, user)

    choose_aside(review=review, name=FIELD, take=True, by=user, now=NOW)
    assert (DraftField.objects.get().text, DraftField.objects.get().aside) == ("Hai", "")

    save(review, "Ba", 0, user)
    choose_aside(review=review, name=FIELD, take=False, by=user, now=NOW)
    assert (DraftField.objects.get().text, DraftField.objects.get().aside) == ("Hai", "")
    with pytest.raises(ReviewMoved):
        choose_aside(review=review, name=FIELD, take=True, by=user, now=NOW)


def test_drafts_are_dropped_together() -> None:
    review, user = begun()
    save(review, "Một", 0, user)

    assert drop_drafts(review=review, by=user, now=NOW) == 1
    assert DraftField.objects.count() == 0


def test_review_below_begins_by_itself() -> None:
    above = make_review(figures={"models": 1})
    below = make_review(conference=above.conference, upper=above)

    save(below, "Có chữ", 0, make_user(unit=below.unit))

    below.refresh_from_db()
    assert (below.state, [step.state for step in below.steps.all()]) == (ReviewState.WORKING, ["working"])
