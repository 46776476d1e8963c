"""Whose figures a total is made of, and which total of before it stands beside."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.reviews import INDICATORS, LAST_YEAR, YEAR, make_outline, make_review
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Review, Tally
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
    assert [(share.value, share.is_tally) for share in total.shares] == [
        (Decimal(number), False) for number in (7, 5, 2)
    ]


def test_a_unit_that_asks_nobody_any_more_gives_its_own_figure(own: Review) -> None:
    commune = Review.objects.get(unit__place="Tam Phú")
    make_review(conference=own.conference, unit=make_unit(place="Thôn Một"), upper=commune)
    Review.objects.filter(upper=commune).update(state=ReviewState.EXCUSED)

    assert [share.value for share in models_of(own.conference).shares] == [7, 5, 2]


def test_what_is_said_through_the_hosts_own_review_is_heard(own: Review) -> None:
    (heard,) = heard_of(own.conference)

    assert [each.text for each in heard.statements] == [SAID[0][1]]


def a_year_ago(measure: str, *, given: int = 0) -> Conference:
    """A commune says 10 now, and `given` of the year before; to the conference before it said 4 of `measure`."""
    before = make_conference(held_on=date(2023, 10, 30))
    commune = make_unit(place="Tam Phú")
    then = replace(LAST_YEAR, is_current=True)
    make_outline(conference=before, periods=(then,), indicators=(replace(INDICATORS[0], measure=measure),))
    make_review(conference=before, unit=commune, figures={"models:2023": 4}, confirmed=True)
    recalculate(conference=before, by=None, now=NOW)
    conference = make_conference(host=before.host)
    make_outline(conference=conference, periods=(LAST_YEAR, YEAR) if given else (YEAR,))
    figures = {"models": 10} | ({"models:2023": given} if given else {})
    make_review(conference=conference, unit=commune, figures=figures, confirmed=True)
    return conference


def test_totals_of_two_conferences_compare_in_the_same_measure_alone() -> None:
    same, other = models_of(a_year_ago("Mô hình")), models_of(a_year_ago("hộ"))

    assert same.before is not None
    assert (same.before.value, other.before) == (Decimal(4), None)


def test_a_total_before_without_a_value_gives_way_to_the_other() -> None:
    conference = a_year_ago("mô hình", given=3)
    recalculate(conference=conference, by=None, now=NOW)
    Tally.objects.filter(conference=conference, period__code="2023").update(total=None, number=9)

    (total,) = totals_of(conference)

    assert total.before is not None
    assert total.before.value == 4
