"""Makes outlines, and reviews with what a unit said in them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.reviews.actions import outline as act
from tongket.reviews.actions.deciding import confirm_review
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.models import Outline, Review
from tongket.reviews.queries.reviews import find_review, review_of
from tongket.reviews.rules import CameAs, FigureState, Kind
from tongket.reviews.values import Cut, Figure, Filled, Indicator, Named, Period, Question
from tongket.units.models import Unit

YEAR = Period("2024", "Năm 2024", date(2024, 1, 1), date(2024, 12, 31), is_current=True)
LAST_YEAR = Period("2023", "Năm 2023", date(2023, 1, 1), date(2023, 12, 31))
QUESTIONS = (
    Question("results", "Nêu kết quả.", Kind.RESULT, "Kết quả", "I/1"),
    Question("shortcomings", "Nêu hạn chế.", Kind.SHORTCOMING, "Hạn chế"),
    Question("recommendations", "Nêu kiến nghị.", Kind.RECOMMENDATION, "Kiến nghị"),
)
INDICATORS = (
    Indicator("models", "Mô hình đang duy trì", "mô hình", names_exemplars=True),
    Indicator("models_new", "Trong đó: mô hình mới", "mô hình", part_of="models"),
    Indicator("money", "Tiền vận động được", "triệu đồng", decimals=1),
)


def make_outline(
    *,
    conference: Conference,
    questions: Sequence[Question] = QUESTIONS,
    indicators: Sequence[Indicator] = INDICATORS,
    periods: Sequence[Period] = (LAST_YEAR, YEAR),
) -> Outline:
    """The rows of an outline with just these questions, indicators and periods."""
    outline = Outline.objects.create(conference=conference, made_at=NOW)
    for ordinal, question in enumerate(questions, 1):
        act.question_row(outline, question, ordinal).save()
    for ordinal, indicator in enumerate(indicators, 1):
        act.indicator_row(outline, indicator, ordinal).save()
    for period in periods:
        act.period_row(outline, period).save()
    return outline


def make_review_duty(
    *, conference: Conference | None = None, unit: Unit | None = None, state: DutyState = DutyState.OPEN
) -> Duty:
    """A duty to hand in a review."""
    return make_duty(
        conference=conference or make_conference(), unit=unit or make_unit(), kind=DutyKind.REVIEW, state=state
    )


def figures_value(figures: Mapping[str, object], *, state: FigureState = FigureState.CONFIRMED) -> tuple[Figure, ...]:
    """Figures by `indicator` or `indicator:period`, of the year 2024 where no period is named."""
    made = []
    for name, value in figures.items():
        code, _, period = name.partition(":")
        number = None if value is None else Decimal(str(value))
        made.append(Figure(code, period or YEAR.code, number, written=str(value), state=state))
    return tuple(made)


def make_review(
    *,
    conference: Conference | None = None,
    unit: Unit | None = None,
    duty: Duty | None = None,
    upper: Review | None = None,
    answers: Mapping[str, str] | None = None,
    figures: Mapping[str, object] | None = None,
    statements: Sequence[tuple[Kind, str]] | None = None,
    exemplars: Sequence[Named] = (),
    came_as: CameAs = CameAs.WEB,
    confirmed: bool = False,
    by: User | None = None,
    now: datetime = NOW,
) -> Review:
    """A review that was submitted where it says something, and confirmed by a leader where `confirmed`.

    Without a duty or an `upper` the unit gets a duty. The outline is made where the conference has none.
    """
    where = conference or (duty.conference if duty else upper.conference if upper else make_conference())
    if not Outline.objects.filter(conference=where).exists():
        make_outline(conference=where)
    review = _owed(where, unit, duty, upper, now)
    if answers is None and figures is None and statements is None and not exemplars and not confirmed:
        return review
    user = by or make_user(unit=review.unit)
    filled = Filled(
        unit=review.unit.name,
        revision=1,
        answers=answers or {},
        figures=figures_value(figures or {}),
        exemplars=tuple(exemplars),
    )
    cuts = None if statements is None else [Cut(kind, text) for kind, text in statements]
    version = submit_review(review=review, filled=filled, came_as=came_as, cuts=cuts, by=user, now=now)
    if confirmed:
        confirm_review(review=_fresh(version.review), by=user, now=now)
    return _fresh(version.review)


def _owed(where: Conference, unit: Unit | None, duty: Duty | None, upper: Review | None, now: datetime) -> Review:
    if upper is not None:
        return Review.objects.create(conference=where, unit=unit or make_unit(), upper=upper, made_at=now)
    return review_of(duty or make_review_duty(conference=where, unit=unit))


def _fresh(review: Review) -> Review:
    found = find_review(review.conference, review.unit_id)
    assert found is not None
    return found
