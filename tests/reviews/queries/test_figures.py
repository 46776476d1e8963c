"""A figure opens to its parts: who says how much, in which words, where it stands; and who is missing."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest

from tests.factories.accounts import NOW
from tests.factories.conferences import make_conference
from tests.factories.figures import indicator, make_exemplar, make_outline, make_review, mention, outline, say
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Review, Tally
from tongket.reviews.queries.figures import Parts, parts_of
from tongket.reviews.rules import Gather, ReviewState
from tongket.reviews.values import Place

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


def opened(conference: Conference, code: str, at: Review | None = None) -> Parts:
    recalculate(conference=conference, by=None, now=NOW)
    unit = at.unit if at else conference.host
    return parts_of(Tally.objects.get(unit=unit, indicator__code=code, period__code="2024"))


def test_parts_carry_the_units_words_and_their_place(conference: Conference) -> None:
    review = make_review(conference, name="An Mỹ")
    say(review, {"ho": 3}, quote="Toàn phường có 3 hộ.", page=2, block=14)
    say(make_review(conference, name="An Phú"), {"ho": 4}, cell="Số liệu!E7")
    make_review(conference, name="An Sơn", state=ReviewState.WORKING)

    found = opened(conference, "ho")

    assert [(part.name, part.value, part.quote, part.place) for part in found.parts] == [
        ("An Mỹ", Decimal(3), "Toàn phường có 3 hộ.", Place(2, 14)),
        ("An Phú", Decimal(4), "4", Place(cell="Số liệu!E7")),
    ]
    assert (found.value, found.own, [child.name for child in found.missing]) == (Decimal(7), None, ["An Sơn"])


def test_part_of_a_unit_with_others_below_opens_further(conference: Conference) -> None:
    upper = make_review(conference, name="An Mỹ")
    for value in (3, 4):
        say(make_review(conference, upper=upper), {"ho": value})

    (part,) = opened(conference, "ho").parts

    assert part.tally is not None
    assert (part.value, part.tally.unit_id, part.figures) == (Decimal(7), upper.unit_id, ())
    assert sum(each.value or 0 for each in parts_of(part.tally).parts) == 7


def test_own_figure_stands_first_and_those_below_are_shown_uncounted(conference: Conference) -> None:
    upper = make_review(conference, name="An Mỹ")
    say(make_review(conference, upper=upper), {"ho": 10})
    say(upper, {"ho": 12}, quote="Toàn xã có 12 hộ.")

    found = opened(conference, "ho", upper)

    assert found.own is not None
    assert (found.value, found.own.value, found.own.quote) == (Decimal(12), Decimal(12), "Toàn xã có 12 hộ.")
    assert [(part.value, part.is_counted) for part in found.parts] == [(Decimal(10), False)]
    assert opened(conference, "ho").parts[0].quote == "Toàn xã có 12 hộ."


def test_rate_shows_both_halves(conference: Conference) -> None:
    say(make_review(conference), {"ho": 200, "ho_ngheo": 10})
    say(make_review(conference, name="An Phú"), {"ho": 100})

    found = opened(conference, "ty_le")

    assert [(part.value, [row.written for row in part.figures]) for part in found.parts] == [
        (Decimal(5), ["10", "200"])
    ]
    assert (found.value, [child.name for child in found.missing]) == (Decimal(5), ["An Phú"])


def test_what_is_told_twice_says_who_tells_it(conference: Conference) -> None:
    shared = make_exemplar(conference, "Camera an ninh")
    merged = make_exemplar(conference, "Ca-mê-ra", state="merged", merged_into=shared)
    for name, exemplar in {"An Mỹ": shared, "An Phú": merged}.items():
        review = make_review(conference, name=name)
        say(review, {"mo_hinh": 5})
        mention(review, exemplar)

    found = opened(conference, "mo_hinh")

    assert found.value == Decimal(9)
    assert [(each.name, each.times, [row.name for row in each.told]) for each in found.twice] == [
        ("Camera an ninh", 2, ["Camera an ninh", "Ca-mê-ra"])
    ]


@pytest.mark.parametrize("reviews", [1, 3])
def test_parts_ask_the_database_the_same_however_many(
    conference: Conference, reviews: int, django_assert_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    for _ in range(reviews):
        upper = make_review(conference)
        say(make_review(conference, upper=upper), {"ho": 4})
        say(make_review(conference), {"ho": 3})
    recalculate(conference=conference, by=None, now=NOW)
    tally = Tally.objects.get(unit=conference.host, indicator__code="ho", period__code="2024")

    with django_assert_num_queries(7):
        parts_of(tally)
