"""What one would expect of a unit's figures: from the conference before, from the others, from those below."""

from decimal import Decimal

import pytest

from tests.factories.accounts import NOW
from tests.factories.conferences import make_conference
from tests.factories.figures import figure, indicator, make_outline, make_review, outline, say
from tests.factories.units import create_unit
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.checks.sight import Spread
from tongket.reviews.queries.expecting import Expected, examine_review, expected_of
from tongket.reviews.rules import Nature

ASKED = outline(indicator("ho"), indicator("tien", nature=Nature.MONEY, measure="triệu đồng", decimals=1))


@pytest.fixture
def conference(db: None) -> Conference:
    """A conference that asks for two indicators over two years."""
    conference = make_conference()
    make_outline(conference, ASKED)
    return conference


def earlier(conference: Conference) -> Conference:
    """A conference of the same host a year before."""
    before = make_conference(host=conference.host)
    make_outline(before, outline(*ASKED.indicators, years=(2022, 2023)))
    return before


def test_merged_unit_is_beside_the_sum_of_what_it_was_made_of(conference: Conference) -> None:
    before, merged = earlier(conference), make_review(conference)
    for value in (3, 4):
        old = create_unit()
        old.successors.add(merged.unit)
        say(make_review(before, unit=old), {"ho": value}, year=2023)

    assert expected_of(merged) == Expected(before={"ho": Decimal(7)})


def test_others_of_the_same_level_say_what_is_usual(conference: Conference) -> None:
    review = make_review(conference)
    for value in (1, 2, 9):
        say(make_review(conference), {"ho": value})
    say(make_review(conference, upper=review), {"ho": 1000})

    assert expected_of(review).peers == {"ho": Spread(Decimal(2), Decimal(1), Decimal(9), 3)}


def test_those_below_are_compared_with_once_all_are_in(conference: Conference) -> None:
    review = make_review(conference)
    for figures in ({"ho": 3, "tien": 5}, {"ho": 4}):
        say(make_review(conference, upper=review), figures)
    recalculate(conference=conference, by=None, now=NOW)

    assert expected_of(review).below == {"ho": Decimal(7)}


def test_nothing_is_expected_where_nothing_is_asked(db: None) -> None:
    assert expected_of(make_review(make_conference())) == Expected()


def test_review_is_examined_beside_what_is_known(conference: Conference) -> None:
    review = make_review(conference)
    say(make_review(earlier(conference), unit=review.unit), {"tien": 450}, year=2023)

    results = examine_review(review, ASKED, [figure("tien", 450_000_000)])

    assert [(each.check, each.findings[0].values["likely"]) for each in results if each.findings] == [
        ("slip", "450\N{NO-BREAK SPACE}triệu đồng")
    ]
