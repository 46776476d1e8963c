from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.reviews import figures_value, make_review
from tongket.reviews.actions.deciding import confirm_review, return_review
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.settling import settle_figure
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.models import Figure, Review
from tongket.reviews.queries.reviews import find_review, latest_version
from tongket.reviews.rules import CameAs, FigureState
from tongket.reviews.values import Filled

pytestmark = pytest.mark.django_db


def proposed() -> Figure:
    """A figure that was read in a report and waits."""
    review = make_review(answers={"results": "Vận động được năm triệu đồng."})
    filled = Filled(figures=figures_value({"money": 5}, state=FigureState.PROPOSED))
    submit_review(review=review, filled=filled, came_as=CameAs.REPORT, by=None, now=NOW)
    return Figure.objects.select_related("review__conference", "review__unit").get()


def test_settling_corrects_and_confirms() -> None:
    figure = proposed()

    settle_figure(figure=figure, value=Decimal("5.5"), written="5,5", by=make_user(), now=NOW)

    figure.refresh_from_db()
    assert (figure.value, figure.written, figure.state) == (Decimal("5.5"), "5,5", FigureState.CONFIRMED)
    version = latest_version(figure.review)
    assert version is not None
    assert version.content["figures"][0]["value"] == "5.5"


def test_settling_without_a_value_drops_it() -> None:
    settle_figure(figure=proposed(), value=None, written="", by=make_user(), now=NOW)

    assert Figure.objects.count() == 0


def test_settling_after_the_leader_asks_the_leader_again() -> None:
    figure = proposed()
    review = find_review(figure.review.conference, figure.review.unit_id)
    assert review is not None
    confirm_review(review=review, by=make_user(), now=NOW)

    settle_figure(figure=figure, value=Decimal(5), written="5", by=make_user(), now=NOW)

    assert Review.objects.get().confirmed_at is None
    assert [step.is_confirmed for step in figure.review.steps.order_by("pk")] == [False, False, True, False]


def test_settling_twice_is_refused() -> None:
    figure = proposed()
    settle_figure(figure=figure, value=Decimal(5), written="5", by=make_user(), now=NOW)

    with pytest.raises(ReviewMoved):
        settle_figure(figure=figure, value=Decimal(6), written="6", by=make_user(), now=NOW)


def test_settling_in_a_returned_review_is_refused() -> None:
    figure = proposed()
    review = find_review(figure.review.conference, figure.review.unit_id)
    assert review is not None
    return_review(review=review, remark="Nộp lại", due_at=None, by=make_user(), now=NOW)

    with pytest.raises(ReviewMoved):
        settle_figure(figure=figure, value=Decimal(6), written="6", by=make_user(), now=NOW)
