"""Sums of many leaves kept lot by lot: only what changed is asked of the figures again, and nothing stale is told."""

from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import NOW
from tests.factories.conferences import make_conference
from tests.factories.figures import indicator, make_outline, make_review, outline, say
from tongket.conferences.models import Conference
from tongket.reviews.actions import leaf_lots
from tongket.reviews.actions.tallying import recalculate, recalculate_above
from tongket.reviews.models import Figure, Indicator, LeafLot, Review, Tally
from tongket.reviews.rules import Gather, ReviewState

ASKED = outline(
    indicator("ho"),
    indicator("dat", measure="m²", decimals=1),
    indicator("diem", gather=Gather.MEAN),
    indicator("ho_ngheo"),
    indicator("ty_le", gather=Gather.RATE, numerator="ho_ngheo", denominator="ho", measure="%"),
)
Said = dict[str, str | int | None]
SAID: Said = {"ho": 100, "ho_ngheo": 7, "dat": "0.1", "diem": "8.5"}


@pytest.fixture
def conference(db: None, monkeypatch: pytest.MonkeyPatch) -> Conference:
    """A conference where four leaves are many, and three make a lot."""
    monkeypatch.setattr(leaf_lots, "MANY", 4)
    monkeypatch.setattr(leaf_lots, "LOT", 3)
    conference = make_conference()
    make_outline(conference, ASKED)
    return conference


def sums() -> list[Any]:
    return list(Tally.objects.order_by("unit", "indicator", "period").values())


def all_anew(conference: Conference) -> list[Any]:
    recalculate(conference=conference, by=None, now=NOW)
    return sums()


def test_few_leaves_are_kept_in_no_lots(conference: Conference) -> None:
    for _ in range(3):
        say(make_review(conference), SAID)

    recalculate(conference=conference, by=None, now=NOW)

    assert not LeafLot.objects.exists()


def test_one_report_more_reads_the_figures_of_its_own_lot(conference: Conference) -> None:
    leaves = [make_review(conference) for _ in range(12)]
    for leaf in leaves[:-1]:
        say(leaf, SAID)
    recalculate(conference=conference, by=None, now=NOW)
    others = LeafLot.objects.exclude(number=leaves[-1].pk // 3).order_by("pk")
    before = list(others.values())
    # Whoever reads these again would add them up.
    Figure.objects.filter(review=leaves[0]).update(value=1_000_000)
    say(leaves[-1], SAID)

    recalculate_above(review=leaves[-1], by=None, now=NOW)

    assert list(others.values()) == before
    assert Tally.objects.get(indicator__code="ho", period__code="2024").total == 12 * 100
    assert all_anew(conference) != before
    assert Tally.objects.get(indicator__code="ho", period__code="2024").total == 1_000_000 + 11 * 100


def test_number_of_queries_does_not_grow_with_the_leaves(conference: Conference) -> None:
    counts = []
    for _ in range(2):
        for _ in range(9):
            say(make_review(conference), SAID)
        recalculate(conference=conference, by=None, now=NOW)
        told = Review.objects.latest("pk")
        with CaptureQueriesContext(connection) as asked:
            recalculate_above(review=told, by=None, now=NOW)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_what_is_asked_changes_every_lot(conference: Conference) -> None:
    leaves = [make_review(conference) for _ in range(8)]
    for leaf in leaves:
        say(leaf, SAID)
    recalculate(conference=conference, by=None, now=NOW)
    Indicator.objects.filter(code="ty_le").update(denominator="diem")

    recalculate_above(review=leaves[0], by=None, now=NOW)

    assert sums() == all_anew(conference)


def test_lots_go_where_the_leaves_went(conference: Conference) -> None:
    uppers = [make_review(conference) for _ in range(2)]
    leaves = [make_review(conference, upper=uppers[0]) for _ in range(6)]
    recalculate(conference=conference, by=None, now=NOW)
    Review.objects.filter(pk__in=[leaf.pk for leaf in leaves]).update(upper=uppers[1])

    recalculate(conference=conference, by=None, now=NOW)

    assert set(LeafLot.objects.values_list("node", flat=True)) == {uppers[1].pk}


def correct(leaf: Review, value: int) -> None:
    Figure.objects.filter(review=leaf, indicator__code="ho").update(value=value)
    recalculate_above(review=leaf, by=None, now=NOW)


def stand(review: Review, state: ReviewState) -> None:
    review.state = state
    review.save(update_fields=["state"])
    recalculate_above(review=review, by=None, now=NOW)


def test_lot_that_went_to_the_host_comes_back_with_what_changed_meanwhile(conference: Conference) -> None:
    upper = make_review(conference)
    leaves = [make_review(conference, upper=upper) for _ in range(6)]
    for leaf in leaves:
        say(leaf, SAID)
    recalculate(conference=conference, by=None, now=NOW)

    stand(upper, ReviewState.EXCUSED)
    correct(leaves[0], 1)
    stand(upper, ReviewState.ACCEPTED)

    assert sums() == all_anew(conference)


def test_lot_of_leaves_that_were_too_few_comes_back_with_what_changed_meanwhile(conference: Conference) -> None:
    leaves = [make_review(conference) for _ in range(4)]
    for leaf in leaves:
        say(leaf, SAID)
    recalculate(conference=conference, by=None, now=NOW)

    stand(leaves[-1], ReviewState.EXCUSED)
    correct(leaves[0], 1)
    stand(leaves[-1], ReviewState.ACCEPTED)

    assert sums() == all_anew(conference)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_changes_the_sums_are_those_of_all_anew(conference: Conference, seed: int) -> None:
    draw = Random(seed)
    uppers = [make_review(conference) for _ in range(2)]
    leaves = [make_review(conference, upper=draw.choice([None, *uppers])) for _ in range(14)]
    for leaf in leaves:
        say(leaf, {**SAID, "ho": draw.randrange(50)})
    recalculate(conference=conference, by=None, now=NOW)

    for _ in range(8):
        _change(draw, draw.choice(leaves), uppers)

    assert sums() == all_anew(conference)


def _change(draw: Random, leaf: Review, uppers: list[Review]) -> None:
    """One change of a review, told as its action tells it: of the unit above it before as well."""
    leaf.refresh_from_db()
    before = leaf.upper
    match draw.randrange(5):
        case 0:
            Figure.objects.filter(review=leaf, indicator__code="ho").update(value=draw.randrange(1000))
        case 1:
            leaf.confirmed_at, leaf.confirmed_how = (None, "") if leaf.confirmed_at else (NOW, "web")
        case 2:
            leaf.state = draw.choice([ReviewState.ACCEPTED, ReviewState.RETURNED, ReviewState.EXCUSED])
        case 3:
            leaf = draw.choice(uppers)
            leaf.refresh_from_db()
            leaf.state = draw.choice([ReviewState.ACCEPTED, ReviewState.EXCUSED])
            before = None
        case _:
            leaf.upper = draw.choice([None, *uppers])
    leaf.save()
    recalculate_above(review=leaf, by=None, now=NOW)
    if before is not None and before != leaf.upper:
        recalculate_above(review=before, by=None, now=NOW)
