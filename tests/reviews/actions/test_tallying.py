"""Figures of a tree of reviews added up: anew, and above one review only."""

from decimal import Decimal

import pytest

from tests.factories.accounts import NOW, create_user
from tests.factories.conferences import make_conference
from tests.factories.figures import (
    indicator,
    make_exemplar,
    make_outline,
    make_review,
    mention,
    outline,
    say,
)
from tongket.conferences.models import Conference
from tongket.reviews.actions.asking import change_indicator, remove, restore
from tongket.reviews.actions.tallying import recalculate, recalculate_above
from tongket.reviews.models import Indicator, Question, Review, Tally
from tongket.reviews.rules import Gather, ReviewState
from tongket.reviews.tallying.values import Given

ASKED = outline(
    indicator("mo_hinh", names_exemplars=True),
    indicator("dat", measure="m²", decimals=1),
    indicator("diem", gather=Gather.MEAN),
    indicator("ho"),
    indicator("ho_ngheo"),
    indicator("ty_le", gather=Gather.RATE, numerator="ho_ngheo", denominator="ho", measure="%"),
    indicator("ghi_chu", gather=Gather.NONE),
)


@pytest.fixture(params=["by node", "by lots"], autouse=True)
def lots(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule here holds however few leaves are said to be many."""
    if request.param == "by lots":
        monkeypatch.setattr("tongket.reviews.actions.leaf_lots.MANY", 1)
        monkeypatch.setattr("tongket.reviews.actions.leaf_lots.LOT", 2)


@pytest.fixture
def conference(db: None) -> Conference:
    """A conference that asks for seven indicators over two years."""
    conference = make_conference()
    make_outline(conference, ASKED)
    return conference


def tally(conference: Conference, code: str, *, at: Review | None = None, year: int = 2024) -> Tally:
    unit = at.unit if at else conference.host
    return Tally.objects.get(conference=conference, unit=unit, indicator__code=code, period__code=str(year))


def plain(row: Tally) -> tuple[object, ...]:
    return row.total, row.number, row.expected, row.parts_in, row.parts


def test_reviews_right_below_the_host_are_added_up(conference: Conference) -> None:
    for value in (3, 4):
        say(make_review(conference), {"mo_hinh": value, "dat": "0.1"})
    make_review(conference, state=ReviewState.NOT_BEGUN)

    recalculate(conference=conference, by=None, now=NOW)

    assert plain(tally(conference, "mo_hinh")) == (7, 2, 3, 2, 3)
    assert plain(tally(conference, "dat")) == (Decimal("0.2"), 2, 3, 2, 3)
    assert plain(tally(conference, "mo_hinh", year=2023)) == (None, 0, 3, 0, 3)
    assert Tally.objects.count() == 14


@pytest.mark.parametrize(
    ("state", "is_confirmed", "proposed"),
    [
        (ReviewState.ACCEPTED, True, True),
        (ReviewState.SUBMITTED, False, False),
        (ReviewState.RETURNED, True, False),
        (ReviewState.WORKING, False, False),
    ],
)
def test_what_nobody_stands_behind_does_not_count(
    conference: Conference, *, state: ReviewState, is_confirmed: bool, proposed: bool
) -> None:
    say(make_review(conference, state=state, is_confirmed=is_confirmed), {"mo_hinh": 5}, proposed=proposed)

    recalculate(conference=conference, by=None, now=NOW)

    assert plain(tally(conference, "mo_hinh")) == (None, 0, 1, 0, 1)


def test_levels_are_added_up_and_a_units_own_figure_stands_for_those_below(conference: Conference) -> None:
    one, other = make_review(conference), make_review(conference)
    for value in (3, 4):
        say(make_review(conference, upper=one), {"mo_hinh": value})
    say(make_review(conference, upper=other), {"mo_hinh": 10})
    make_review(conference, upper=other, state=ReviewState.NOT_BEGUN)
    say(other, {"mo_hinh": 12})

    recalculate(conference=conference, by=None, now=NOW)

    assert plain(tally(conference, "mo_hinh", at=one)) == (7, 2, 2, 2, 2)
    row = tally(conference, "mo_hinh", at=other)
    assert (*plain(row), row.own, row.below, row.below_number) == (12, 2, 2, 1, 2, True, 10, 1)
    assert plain(tally(conference, "mo_hinh")) == (19, 4, 4, 2, 2)


def test_means_and_rates_are_kept_as_what_they_are_made_of(conference: Conference) -> None:
    one = make_review(conference)
    say(make_review(conference, upper=one), {"diem": 80, "ho": 200, "ho_ngheo": 10})
    say(make_review(conference, upper=one), {"diem": 90, "ho": 100, "ho_ngheo": 20})
    say(make_review(conference, upper=one), {"ho": 1000})

    recalculate(conference=conference, by=None, now=NOW)

    for at in (one, None):
        mean, rate = tally(conference, "diem", at=at), tally(conference, "ty_le", at=at)
        assert mean.given == Given(Decimal(170), number=2)
        assert rate.given == Given(None, Decimal(30), Decimal(300), 2)


def test_an_exemplar_that_two_units_tell_is_taken_off_once(conference: Conference) -> None:
    upper, shared = make_review(conference), make_exemplar(conference)
    reviews = [make_review(conference, upper=upper), make_review(conference, upper=upper), make_review(conference)]
    for review in reviews:
        say(review, {"mo_hinh": 20, "dat": 1})
        mention(review, shared)

    recalculate(conference=conference, by=None, now=NOW)

    rows = [tally(conference, "mo_hinh", at=upper), tally(conference, "mo_hinh")]
    assert [(row.total, row.doubled, row.doubles) for row in rows] == [
        (Decimal(40), 1, [[shared.pk, 2]]),
        (Decimal(60), 2, [[shared.pk, 3]]),
    ]
    assert tally(conference, "dat").doubled == 0


def test_one_review_changes_only_what_is_above_it_and_as_all_anew_would(conference: Conference) -> None:
    uppers = [make_review(conference) for _ in range(2)]
    leaves = [make_review(conference, upper=upper) for upper in uppers for _ in range(2)]
    for leaf in leaves[1:]:
        say(leaf, {"mo_hinh": 5, "ho": 100, "ho_ngheo": 7, "diem": 3})
    recalculate(conference=conference, by=None, now=NOW)
    rows = {row.pk: row.total for row in Tally.objects.filter(unit=uppers[1].unit)}
    say(leaves[0], {"mo_hinh": 8, "ho": 10, "ho_ngheo": 1, "diem": 9})

    assert recalculate_above(review=leaves[0], by=None, now=NOW) == 28

    ours = list(Tally.objects.order_by("pk").values())
    recalculate(conference=conference, by=None, now=NOW)
    assert list(Tally.objects.order_by("pk").values()) == ours
    assert {row.pk: row.total for row in Tally.objects.filter(unit=uppers[1].unit)} == rows
    assert plain(tally(conference, "mo_hinh")) == (23, 4, 4, 2, 2)


def test_nothing_is_added_up_where_nothing_is_asked(db: None) -> None:
    conference = make_conference()

    assert recalculate(conference=conference, by=None, now=NOW) == 0
    assert recalculate_above(review=make_review(conference), by=None, now=NOW) == 0


def test_review_that_is_not_asked_any_more_leaves_every_sum_above(conference: Conference) -> None:
    upper = make_review(conference)
    leaves = [make_review(conference, upper=upper) for _ in range(2)]
    for leaf in leaves:
        say(leaf, {"mo_hinh": 5})
    recalculate(conference=conference, by=None, now=NOW)
    Review.objects.filter(pk=leaves[0].pk).update(state="excused")

    recalculate_above(review=leaves[0], by=None, now=NOW)

    assert plain(tally(conference, "mo_hinh", at=upper)) == (5, 1, 1, 1, 1)
    assert plain(tally(conference, "mo_hinh")) == (5, 1, 1, 1, 1)


def test_unit_that_gathers_nobody_any_more_has_no_sums(conference: Conference) -> None:
    upper = make_review(conference)
    leaf = make_review(conference, upper=upper)
    say(leaf, {"mo_hinh": 5})
    say(upper, {"mo_hinh": 7})
    recalculate(conference=conference, by=None, now=NOW)
    Review.objects.filter(pk=leaf.pk).update(state="excused")

    recalculate_above(review=leaf, by=None, now=NOW)

    assert not Tally.objects.filter(unit=upper.unit).exists()
    assert plain(tally(conference, "mo_hinh")) == (7, 1, 1, 1, 1)


def test_what_is_gathered_otherwise_is_added_up_anew_at_once(conference: Conference) -> None:
    person, row = create_user(), Indicator.objects.get(code="dat")
    upper = make_review(conference)
    for value in (3, 4):
        say(make_review(conference, upper=upper), {"dat": value})
    say(upper, {"dat": 10})
    recalculate(conference=conference, by=None, now=NOW)

    change_indicator(indicator=row, values={"gather": Gather.MEAN}, by=person, now=NOW)
    assert tally(conference, "dat").given == Given(Decimal(20), number=2)

    remove(asked=row, by=person, now=NOW)
    assert not Tally.objects.filter(indicator=row).exists()

    restore(asked=row, by=person, now=NOW)
    assert tally(conference, "dat").given == Given(Decimal(20), number=2)


def test_what_changes_no_sum_adds_nothing_up(conference: Conference) -> None:
    person, row = create_user(), Indicator.objects.get(code="dat")
    asked = Question.objects.create(outline=row.outline, code="khac", text="Khác?", kind="result", ordinal=9)
    recalculate(conference=conference, by=None, now=NOW)
    # Whoever adds up again would mend these.
    Tally.objects.update(total=-1)

    change_indicator(indicator=row, values={"name": "Đất hiến"}, by=person, now=NOW)
    remove(asked=asked, by=person, now=NOW)
    restore(asked=asked, by=person, now=NOW)

    assert set(Tally.objects.values_list("total", flat=True)) == {-1}
