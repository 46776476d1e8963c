import pytest
from django.urls import reverse

from tests.factories.reviews import make_review
from tongket.conferences.kinds import is_by_hand, judged, page_of
from tongket.conferences.rules import DutyKind

pytestmark = pytest.mark.django_db


def test_reviews_are_fulfilled_in_this_room() -> None:
    assert not is_by_hand(DutyKind.REVIEW)
    assert page_of(DutyKind.REVIEW, 7) == reverse("reviews:of_duty", args=[7])


def test_board_says_who_waits_for_a_leader() -> None:
    waiting, counted = make_review(figures={"models": 1}), make_review(figures={"models": 1}, confirmed=True)
    keys = [waiting.duty_id or 0, counted.duty_id or 0]

    assert judged((DutyKind.REVIEW, key) for key in keys) == {keys[0]: "Chờ xem · chờ lãnh đạo xác nhận"}
