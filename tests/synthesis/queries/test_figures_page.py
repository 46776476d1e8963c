"""The page of figures: what is missing is said once, and last year's figures stand beside this year's."""

from datetime import date

import pytest
from django.http import QueryDict

from tests.factories.conferences import NOW, make_conference
from tests.factories.reviews import LAST_YEAR, YEAR, make_outline
from tests.factories.synthesis import Reported, make_said, make_small
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Figure, Outline
from tongket.reviews.values import Period
from tongket.synthesis.queries.figures_page import FiguresPage, figures_page

NEXT_YEAR = Period("2025", "Năm 2025", date(2025, 1, 1), date(2025, 12, 31), is_current=True)


def page_of(conference: Conference, **asked: str) -> FiguresPage:
    query = QueryDict(mutable=True)
    query.update(asked)
    page = figures_page(conference, query)
    assert page is not None
    return page


def test_units_missing_everywhere_are_named_once(reported: Reported) -> None:
    page = page_of(reported.conference)

    assert page.missing == ("xã Tam Thanh",)
    assert [(row.missing, row.more, row.is_whole) for row in page.rows] == [((), 0, False)] * 3


def test_line_names_only_those_that_lack_this_figure(reported: Reported) -> None:
    Figure.objects.filter(review=reported.reviews[1], indicator__code="money").delete()

    page = page_of(reported.conference)

    assert {row.line.indicator.code: row.missing for row in page.rows} == {
        "models": (), "models_new": (), "money": ("xã Tam Thăng",),
    }  # fmt: skip


def test_one_line_alone_names_its_own(reported: Reported) -> None:
    Outline.objects.get().indicators.exclude(code="money").update(is_removed=True)

    page = page_of(reported.conference)

    assert (page.missing, page.rows[0].missing) == ((), ("xã Tam Thanh",))


def test_nothing_missing_is_said_line_by_line(db: None) -> None:
    page = page_of(make_small(missing=0).conference)

    assert (page.missing, [row.is_whole for row in page.rows]) == ((), [True] * 3)


@pytest.fixture
def following(reported: Reported) -> Conference:
    """The next year, for which one of the units has reported."""
    made = make_conference(host=reported.conference.host, held_on=date(2025, 10, 30))
    make_outline(conference=made, periods=(Period(YEAR.code, YEAR.label, YEAR.first_on, YEAR.last_on), NEXT_YEAR))
    review = make_said(made, reported.units[0])
    Figure.objects.filter(review=review, period__code="2024").update(period=made.outline.periods.get(code="2025"))
    recalculate(conference=made, by=None, now=NOW)
    return made


def test_last_years_figure_stands_beside_and_begins_the_trend(following: Conference) -> None:
    page = page_of(following, indicator="models")

    assert [(row.said, row.before) for row in page.rows] == [("5", "15"), ("1", "3"), ("120,5", "361,5")]
    assert all(label in page.over_years for label in ("Năm 2024", "Năm 2025"))


def test_first_year_has_nothing_beside(db: None) -> None:
    conference = make_conference()
    make_outline(conference=conference, periods=(YEAR,))

    assert not page_of(conference).has_before


def test_earlier_period_of_the_same_reports_stands_beside(reported: Reported) -> None:
    assert [row.before for row in page_of(reported.conference).rows] == ["12", "", ""]
    assert not page_of(reported.conference, period=LAST_YEAR.code).has_before


def test_long_names_of_periods_do_not_run_together_in_the_trend(following: Conference) -> None:
    following.outline.periods.update(label="Từ khi phát động đến một ngày nào đó")

    page = page_of(following, indicator="models")

    assert "đến 31/12/2024" in page.over_years
    assert "Từ khi phát động" not in page.over_years
