"""The figures of the units right below that do not fit."""

import pytest

from tests.factories.accounts import NOW
from tests.factories.conferences import make_conference
from tests.factories.figures import indicator, make_outline, make_review, outline, say
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Period
from tongket.reviews.queries.outliers import outliers_of
from tongket.reviews.rules import Nature

ASKED = outline(indicator("ho"), indicator("tien", nature=Nature.MONEY, measure="triệu đồng", decimals=1))


@pytest.fixture
def conference(db: None) -> Conference:
    """A conference that asks for two indicators over two years."""
    conference = make_conference()
    make_outline(conference, ASKED)
    return conference


def found(conference: Conference) -> list[tuple[str, str, object]]:
    period = Period.objects.get(outline__conference=conference, code="2024")
    outliers = outliers_of(conference, conference.host, period)
    return [(each.name, each.finding.code, each.finding.values["indicator"]) for each in outliers]


def test_leaps_and_slips_are_listed_unit_by_unit(conference: Conference) -> None:
    for name, now in {"An Mỹ": {"ho": 400, "tien": 50}, "An Phú": {"ho": 31, "tien": 52_000_000}}.items():
        review = make_review(conference, name=name)
        say(review, {"ho": 30, "tien": 49}, year=2023)
        say(review, now)

    assert found(conference) == [("An Mỹ", "jump", "ho"), ("An Phú", "slip", "tien")]


def test_units_without_a_past_are_measured_by_the_others(conference: Conference) -> None:
    for value in (45, 50, 51, 60, 70):
        say(make_review(conference), {"tien": value})
    say(make_review(conference, name="Trường Xuân"), {"tien": 55_000_000})

    assert found(conference) == [("Trường Xuân", "slip", "tien")]


def test_units_that_gather_others_are_measured_by_their_sums(conference: Conference) -> None:
    upper = make_review(conference, name="An Mỹ")
    leaf = make_review(conference, upper=upper)
    say(leaf, {"ho": 30}, year=2023)
    say(leaf, {"ho": 900})
    recalculate(conference=conference, by=None, now=NOW)

    assert found(conference) == [("An Mỹ", "jump", "ho")]


def test_conference_before_is_the_past_where_the_unit_gives_none(conference: Conference) -> None:
    review = make_review(conference, name="An Mỹ")
    before = make_conference(host=conference.host)
    make_outline(before, outline(*ASKED.indicators, years=(2022, 2023)))
    say(make_review(before, unit=review.unit), {"ho": 30}, year=2023)
    say(review, {"ho": 900})

    assert found(conference) == [("An Mỹ", "jump", "ho")]
