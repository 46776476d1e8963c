"""The page of figures of one unit: every indicator with who is in, who is missing and the period before."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest

from tests.factories.accounts import NOW
from tests.factories.conferences import make_conference, make_duty
from tests.factories.figures import indicator, make_exemplar, make_outline, make_review, mention, outline, say
from tests.factories.units import create_unit
from tongket.conferences.models import Conference
from tongket.conferences.rules import DutyKind
from tongket.core.findings import compose
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Indicator, Period, Review
from tongket.reviews.queries.tally import RollUp, roll_up_page
from tongket.reviews.rules import Gather, ReviewState
from tongket.units.models import Unit

ASKED = outline(
    indicator("mo_hinh", names_exemplars=True),
    indicator("ho"),
    indicator("ho_ngheo"),
    indicator("ty_le", gather=Gather.RATE, numerator="ho_ngheo", denominator="ho", measure="%"),
)


@pytest.fixture
def conference(db: None) -> Conference:
    """A conference that asks for four indicators over two years."""
    conference = make_conference()
    make_outline(conference, ASKED)
    return conference


def page(conference: Conference, unit: Unit | None = None, code: str = "mo_hinh") -> RollUp:
    recalculate(conference=conference, by=None, now=NOW)
    period = Period.objects.get(outline__conference=conference, code="2024")
    chosen = Indicator.objects.get(outline__conference=conference, code=code)
    return roll_up_page(conference, unit or conference.host, period, indicator=chosen)


def test_page_has_a_line_for_each_indicator_with_who_is_missing(conference: Conference) -> None:
    for name, figures in {"An Mỹ": {"mo_hinh": 3, "ho": 10}, "An Phú": {"mo_hinh": 4}}.items():
        say(make_review(conference, name=name), figures)
    make_review(conference, name="An Sơn", state=ReviewState.WORKING)
    make_duty(conference=conference, unit=create_unit(short_name="Hòa Hương"), kind=DutyKind.REVIEW)

    found = page(conference)

    assert [(line.indicator.code, line.value, str(line.coverage)) for line in found.lines] == [
        ("mo_hinh", Decimal(7), "2/4"),
        ("ho", Decimal(10), "1/4"),
        ("ho_ngheo", None, "0/4"),
        ("ty_le", None, "0/4"),
    ]
    assert found.lines[1].coverage.missing == ("An Sơn", "Hòa Hương", "An Phú")
    assert (str(found.came), found.came.missing) == ("2/4", ("An Sơn", "Hòa Hương"))
    assert str(compose(found.lines[0].findings[0])).startswith("2/4 đơn vị có số; thiếu An Sơn, Hòa Hương.")


def test_page_shows_what_each_unit_says_for_the_chosen_indicator(conference: Conference) -> None:
    upper, leaf = make_review(conference), make_review(conference)
    say(make_review(conference, upper=upper), {"ho": 100, "ho_ngheo": 10})
    say(make_review(conference, upper=upper), {"ho": 300, "ho_ngheo": 10})
    say(leaf, {"ho": 10, "ho_ngheo": 1})

    assert page(conference, code="ho").values == {upper.unit_id: Decimal(400), leaf.unit_id: Decimal(10)}
    assert page(conference, code="ty_le").values == {upper.unit_id: Decimal(5), leaf.unit_id: Decimal(10)}
    below = page(conference, upper.unit, code="ty_le")
    assert [str(line.coverage) for line in below.lines] == ["0/2", "2/2", "2/2", "2/2"]
    assert below.chosen is not None
    assert below.chosen.value == Decimal(5)


def test_line_compares_with_the_period_before(conference: Conference) -> None:
    one, other = make_review(conference), make_review(conference)
    for review in (one, other):
        say(review, {"mo_hinh": 30, "ho": 6})
    say(one, {"mo_hinh": 50}, year=2023)
    for review in (one, other):
        say(review, {"ho": 4}, year=2023)

    found = page(conference)

    mo_hinh, ho = found.lines[0].comparison, found.lines[1].comparison
    assert [mo_hinh.before, mo_hinh.difference, mo_hinh.percent] == [50, 10, 20]
    assert [str(compose(each)) for each in mo_hinh.findings] == [
        "Kỳ này 2/2 đơn vị có số, năm 2023 là 1/2: hai tổng chưa cùng độ phủ."
    ]
    assert [ho.difference, ho.percent, *ho.findings] == [4, 50]
    assert found.lines[1].history == (Decimal(8), Decimal(12))


def test_line_says_what_was_told_twice(conference: Conference) -> None:
    shared = make_exemplar(conference, "Camera an ninh")
    for value in (30, 29):
        review = make_review(conference)
        say(review, {"mo_hinh": value})
        mention(review, shared)

    line = page(conference).lines[0]

    assert line.value == Decimal(58)
    assert compose(line.findings[0]).found == "58 = 59 trừ 1: “Camera an ninh”"


def test_line_says_whose_figures_are_approximate(conference: Conference) -> None:
    say(make_review(conference, name="Hội Cựu chiến binh"), {"ho": 10}, about="gần")

    (finding,) = page(conference).lines[1].findings

    assert compose(finding).found == "Tổng có số ước chừng của Hội Cựu chiến binh."


@pytest.mark.parametrize("reviews", [1, 3])
def test_page_asks_the_database_the_same_however_many_units(
    conference: Conference, reviews: int, django_assert_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    shared = make_exemplar(conference)
    for _ in range(reviews):
        upper = make_review(conference)
        for _ in range(reviews + 1):
            leaf = make_review(conference, upper=upper)
            say(leaf, {"mo_hinh": 1, "ho": 2})
            mention(leaf, shared)
    recalculate(conference=conference, by=None, now=NOW)
    period = Period.objects.get(outline__conference=conference, code="2024")
    host = conference.host

    with django_assert_num_queries(11):
        roll_up_page(conference, host, period)


def test_a_unit_without_a_review_has_no_page(conference: Conference) -> None:
    with pytest.raises(Review.DoesNotExist):
        page(conference, create_unit())


def earlier_conference(conference: Conference) -> Conference:
    """A conference of the same host a year before that asked the same of 2023."""
    before = make_conference(host=conference.host)
    make_outline(before, outline(*ASKED.indicators, years=(2022, 2023)))
    return before


def said(conference: Conference, unit: Unit | None = None) -> list[object]:
    line = page(conference, unit).lines[1]
    return [line.comparison.before, *(str(compose(each)) for each in line.comparison.findings)]


def test_host_compares_with_the_conference_before(conference: Conference) -> None:
    before = earlier_conference(conference)
    for value in (7, 8):
        say(make_review(before), {"ho": value}, year=2023)
    recalculate(conference=before, by=None, now=NOW)
    say(make_review(conference), {"ho": 20})

    assert said(conference) == [15]


def gathering(conference: Conference, unit: Unit, value: int, *, year: int = 2024) -> None:
    """A review of `unit` with one below it that says `value`."""
    say(make_review(conference, upper=make_review(conference, unit=unit)), {"ho": value}, year=year)


def test_merged_unit_compares_with_all_it_was_made_of(conference: Conference) -> None:
    before, merged = earlier_conference(conference), create_unit(short_name="An Mỹ")
    for name, value in {"An Xuân": 3, "Phước Hòa": 4}.items():
        old = create_unit(short_name=name)
        old.successors.add(merged)
        gathering(before, old, value, year=2023)
    recalculate(conference=before, by=None, now=NOW)
    gathering(conference, merged, 9)

    assert said(conference, merged) == [
        7,
        "An Mỹ hợp nhất từ An Xuân, Phước Hòa: so với số của các đơn vị đó cộng lại, năm 2023.",
    ]


def test_split_unit_does_not_compare(conference: Conference) -> None:
    before, one, other = earlier_conference(conference), create_unit(short_name="An Mỹ"), create_unit()
    old = create_unit(short_name="An Xuân")
    old.successors.add(one, other)
    gathering(before, old, 3, year=2023)
    recalculate(conference=before, by=None, now=NOW)
    gathering(conference, one, 9)

    assert said(conference, one) == [None, "An Mỹ tách ra từ An Xuân: không so được với năm 2023."]


def test_comparison_takes_what_more_units_gave(conference: Conference) -> None:
    before = earlier_conference(conference)
    for value in (7, 8):
        say(make_review(before), {"ho": value}, year=2023)
    recalculate(conference=before, by=None, now=NOW)
    review = make_review(conference)
    say(review, {"ho": 20})
    say(review, {"ho": 6}, year=2023)

    assert said(conference)[0] == 15
