"""Whose figures a total is made of, and which total of before it stands beside."""

from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.reviews import make_review
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Review
from tongket.reviews.rules import Kind, ReviewState
from tongket.synthesis.composing.values import Total
from tongket.synthesis.queries.heard import heard_of
from tongket.synthesis.queries.totals import totals_of

pytestmark = pytest.mark.django_db
SAID = ((Kind.SHORTCOMING, "Kinh phí cho phong trào còn ít."),)


def models_of(conference: Conference) -> Total:
    recalculate(conference=conference, by=None, now=NOW)
    (total,) = [each for each in totals_of(conference) if each.indicator.code == "models"]
    return total


@pytest.fixture
def own(db: None) -> Review:
    """The host says 5 itself, a commune 7; through the host's own review a department is asked that says 2."""
    conference = make_conference()
    review = make_review(conference=conference, unit=conference.host, figures={"models": 5}, confirmed=True)
    make_review(conference=conference, unit=make_unit(place="Tam Phú"), figures={"models": 7}, confirmed=True)
    department = make_unit(name="Ban Phong trào", place="")
    make_review(
        conference=conference, unit=department, upper=review, figures={"models": 2}, statements=SAID, confirmed=True
    )
    return review


def test_the_hosts_own_figure_is_a_share_and_the_sum_of_all_is_none(own: Review) -> None:
    total = models_of(own.conference)

    assert total.value == Decimal(14)
    assert [(share.value, share.is_tally) for share in total.shares] == [(7, False), (5, False), (2, False)]


def test_a_unit_that_asks_nobody_any_more_gives_its_own_figure(own: Review) -> None:
    commune = Review.objects.get(unit__place="Tam Phú")
    make_review(conference=own.conference, unit=make_unit(place="Thôn Một"), upper=commune)
    Review.objects.filter(upper=commune).update(state=ReviewState.EXCUSED)

    assert [share.value for share in models_of(own.conference).shares] == [7, 5, 2]


def test_what_is_said_through_the_hosts_own_review_is_heard(own: Review) -> None:
    (heard,) = heard_of(own.conference)

    assert [each.text for each in heard.statements] == [SAID[0][1]]
