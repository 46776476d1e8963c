"""What a unit reported, as other rooms ask for it: figures that count, and the words of the review that stands."""

from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.reviews import make_outline, make_review
from tongket.conferences.models import Conference
from tongket.reviews.actions.deciding import take_back_confirmation
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Review
from tongket.reviews.queries.reported import reported_figures, reported_words
from tongket.reviews.rules import Gather, Kind, Nature
from tongket.reviews.values import Indicator

pytestmark = pytest.mark.django_db
RATED = (
    Indicator("ideas", "Sáng kiến", "sáng kiến"),
    Indicator("recognised", "Được công nhận", "sáng kiến"),
    Indicator(
        "rate", "Tỷ lệ", "%", nature=Nature.RATE, gather=Gather.RATE, numerator="recognised", denominator="ideas"
    ),
)


def said(conference: Conference, review: Review) -> dict[tuple[str, str], Decimal | None] | None:
    """The figures by indicator and period."""
    found = reported_figures(conference, review.unit_id)
    return None if found is None else {(each.indicator, each.period): each.value for each in found.figures}


def test_confirmed_figures_of_every_period_are_told() -> None:
    review = make_review(figures={"models": 12, "money": "487.5", "models:2023": 9}, confirmed=True)

    assert said(review.conference, review) == {
        ("models", "2024"): Decimal(12),
        ("models", "2023"): Decimal(9),
        ("money", "2024"): Decimal("487.5"),
    }


def test_nothing_is_told_before_a_leader_stands_behind_it_or_after() -> None:
    waiting, counted = make_review(figures={"models": 12}), make_review(figures={"models": 12}, confirmed=True)
    take_back_confirmation(review=counted, by=counted.confirmed_by, now=NOW)  # type: ignore[arg-type]

    assert (said(waiting.conference, waiting), said(counted.conference, counted)) == (None, None)


def test_another_unit_s_figures_are_not_told() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)

    assert reported_figures(review.conference, make_unit().pk) is None


def test_a_rate_is_reckoned_from_its_halves() -> None:
    conference = make_conference()
    make_outline(conference=conference, indicators=RATED)
    review = make_review(conference=conference, figures={"ideas": 40, "recognised": 18}, confirmed=True)

    found = said(conference, review)

    assert found is not None
    assert found["rate", "2024"] == Decimal(45)


@pytest.mark.parametrize(("is_whole", "value"), [(True, Decimal(12)), (False, None)])
def test_a_unit_that_gathers_others_says_their_sum_once_all_are_in(*, is_whole: bool, value: Decimal | None) -> None:
    upper = make_review(answers={"results": "Tốt"}, confirmed=True)
    conference = upper.conference
    make_review(upper=upper, figures={"models": 5}, confirmed=True)
    make_review(upper=upper, figures={"models": 7}, confirmed=is_whole)
    recalculate(conference=conference, by=None, now=NOW)

    found = said(conference, upper)

    assert found is not None
    assert found.get(("models", "2024")) == value


def test_words_are_the_answers_else_the_statements() -> None:
    answered = make_review(answers={"results": "Bà con làm đường.", "shortcomings": "Còn chậm."})
    cut = make_review(statements=[(Kind.RESULT, "Bà con trồng hoa.")])

    words = [reported_words(each.conference_id, each.unit_id) for each in (answered, cut)]

    assert words == ["Bà con làm đường.\nCòn chậm.", "Bà con trồng hoa."]


def test_words_of_a_report_are_its_lines_as_they_were_read() -> None:
    review = make_review(answers={"results": "Bà con làm đường."})
    version = review.versions.get()
    version.lines = ["BÁO CÁO", "Bà con làm đường."]
    version.save()

    assert reported_words(review.conference_id, review.unit_id) == "BÁO CÁO\nBà con làm đường."


def test_who_reported_nothing_has_no_words() -> None:
    review = make_review()

    assert reported_words(review.conference_id, review.unit_id) == ""
