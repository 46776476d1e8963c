"""The same movement is reviewed again a year later: what units said then stands beside what they say now."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.reviews import INDICATORS, make_review
from tests.factories.reviews import make_outline as outline_with
from tongket.conferences.models import Conference
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Indicator, Period
from tongket.reviews.queries.earlier import earlier_period
from tongket.reviews.queries.findings import figures_before
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.tally import roll_up_page
from tongket.reviews.values import Period as Asked
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db

THEN = Asked("tu-dau", "Từ khi phát động đến nay", date(2019, 4, 1), date(2024, 9, 30), is_current=True)
TITLE = "Tổng kết Phong trào thi đua “Đoàn kết sáng tạo” từ khi phát động đến nay"


def year_after(earlier: Conference) -> Conference:
    """The next conference of the same host, its plan of the same words a year later."""
    made = make_conference(host=earlier.host, held_on=date(2025, 10, 30))
    made.plan_versions.update(facts={"title": TITLE, "issued_on": "2025-10-11"})
    return made


@pytest.fixture
def unit() -> Unit:
    return make_unit(place="Tam Thăng")


@pytest.fixture
def following(unit: Unit) -> Conference:
    """A year after a conference for which `unit` gave five models."""
    earlier = make_conference()
    outline_with(conference=earlier, periods=(THEN,))
    make_review(conference=earlier, unit=unit, figures={"models:tu-dau": 5}, confirmed=True)
    recalculate(conference=earlier, by=None, now=NOW)
    return year_after(earlier)


def test_earlier_span_of_the_same_name_is_told_apart_by_its_last_day(following: Conference) -> None:
    periods = outline_of(following).periods

    assert [(each.code, each.label, each.last_on.isoformat()) for each in periods] == [
        ("tu-dau-2024", "Từ khi phát động đến 30/9/2024", "2024-09-30"),
        ("tu-dau", "Từ khi phát động đến nay", "2025-09-30"),
    ]


def test_unit_sees_beside_its_figure_what_it_said_a_year_ago(following: Conference, unit: Unit) -> None:
    make_outline(conference=following, by=None, now=NOW)
    review = make_review(conference=following, unit=unit)

    assert figures_before(review, outline_of(following)) == {"models": Decimal(5)}


@pytest.mark.parametrize(("days", "seen"), [((), 7), ((date(2023, 1, 1), date(2023, 12, 31)), 9)])
def test_figure_of_a_span_of_the_same_code_but_other_days_is_seen_unless_one_has_the_days(
    unit: Unit, days: tuple[date, ...], seen: int
) -> None:
    years = {"2023": (date(2023, 1, 1), date(2023, 11, 30)), **({"nam-2023": days} if days else {})}
    for (code, (first, last)), value in zip(reversed(years.items()), (seen, 7), strict=False):
        earlier = make_conference(held_on=date(2023, 12, 1))
        outline_with(conference=earlier, periods=(Asked(code, code, first, last, is_current=True),))
        make_review(conference=earlier, unit=unit, figures={f"models:{code}": value}, confirmed=True)
    review = make_review(conference=make_conference(), unit=unit)

    assert figures_before(review, outline_of(review.conference)) == {"models": Decimal(seen)}


def test_five_years_called_by_their_last_are_not_that_year(unit: Unit) -> None:
    earlier = make_conference(held_on=date(2023, 12, 1))
    five = Asked("2023", "2019–2023", date(2019, 1, 1), date(2023, 12, 31), is_current=True)
    outline_with(conference=earlier, periods=(five,))
    make_review(conference=earlier, unit=unit, figures={"models:2023": 50}, confirmed=True)
    review = make_review(conference=make_conference(), unit=unit)

    assert figures_before(review, outline_of(review.conference)) == {}


def test_page_of_figures_compares_with_the_year_before_by_its_own_name(following: Conference, unit: Unit) -> None:
    outline = make_outline(conference=following, by=None, now=NOW)
    Indicator.objects.filter(outline=outline).exclude(code="models").delete()
    Indicator.objects.update_or_create(outline=outline, code="models", defaults={"name": INDICATORS[0].name})
    make_review(conference=following, unit=unit, figures={"models:tu-dau": 8}, confirmed=True)
    recalculate(conference=following, by=None, now=NOW)
    period = Period.objects.get(outline=outline, is_current=True)

    (line,) = roll_up_page(following, following.host, period).lines

    assert (line.comparison.before, line.comparison.difference) == (Decimal(5), Decimal(3))
    before = earlier_period(following, period)
    assert before is not None
    assert before.label == "Từ khi phát động đến 30/9/2024"
