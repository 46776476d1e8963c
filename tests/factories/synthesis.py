"""Makes conferences whose units have reported, and what their report is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tests.factories.reports import MadeReport, sample_outline, sample_report
from tests.factories.reviews import make_outline, make_review, make_review_duty
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Review
from tongket.reviews.rules import Kind
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.models import Passage, Report
from tongket.units.models import Role, Unit
from tongket.units.rules import BodyType

PLACES = ("Tam Thăng", "Tam Phú", "Tam Thanh", "Tam Ngọc", "An Mỹ", "An Xuân", "An Phú", "Tân Thạnh", "Hòa Thuận")


@dataclass(frozen=True, slots=True)
class Reported:
    """A conference whose units have reported, with what is true of their reports."""

    conference: Conference
    clerk: User
    leader: User
    units: tuple[Unit, ...]
    reviews: tuple[Review, ...]
    truth: tuple[MadeReport, ...]

    @property
    def report(self) -> Report:
        """The report as it stands now."""
        return Report.objects.get(conference=self.conference)

    def passage(self, slot: str) -> Passage:
        """The sentence of this slot as it stands now."""
        found = Passage.objects.select_related("section__report__conference__host")
        return found.get(section__report__conference=self.conference, slot=slot)


def make_reported(
    units: int = 4, *, missing: int = 1, composed: bool = True, conference: Conference | None = None
) -> Reported:
    """So many units have reported, the first a member organisation; `missing` more owe a report."""
    where = conference or make_conference()
    clerk = make_user(unit=where.host, role=Role.CLERK)
    leader = make_user(unit=where.host, role=Role.LEADER, name="Nguyễn Thị Thu Hiền")
    asked = sample_outline()
    make_outline(conference=where, questions=asked.questions, indicators=asked.indicators, periods=asked.periods)
    owing = tuple(_unit(number) for number in range(units + missing))
    truth = tuple(sample_report(number, unit=unit.name) for number, unit in enumerate(owing[:units]))
    reviews = tuple(report_of(where, unit, told) for unit, told in zip(owing, truth, strict=False))
    for unit in owing[units:]:
        make_review_duty(conference=where, unit=unit)
    recalculate(conference=where, by=None, now=NOW)
    if composed:
        compose_report(conference=where, by=clerk, now=NOW)
    return Reported(where, clerk, leader, owing, reviews, truth)


def _unit(number: int) -> Unit:
    if number == 0:
        return make_unit(name="Hội Nông dân thành phố", body=BodyType.POLITICAL_SOCIAL)
    place = PLACES[(number - 1) % len(PLACES)]
    return make_unit(place=place if number <= len(PLACES) else f"{place} {number}")


def report_of(conference: Conference, unit: Unit, told: MadeReport) -> Review:
    """A confirmed review that says what a made-up report says."""
    figures = {f"{code}:{period}": value for (code, period), value in told.figures.items()}
    said: Sequence[tuple[Kind, str]] = [(each.kind, each.text) for each in told.statements]
    return make_review(
        conference=conference, unit=unit, figures=figures, statements=said, exemplars=told.exemplars, confirmed=True
    )


SAID: tuple[tuple[Kind, str], ...] = (
    (Kind.RESULT, "Xã có 5 mô hình đang duy trì, giúp 12 hộ."),
    (Kind.SHORTCOMING, "Kinh phí cho phong trào và sáng kiến còn ít."),
    (Kind.RECOMMENDATION, "Đề nghị UBND thành phố bố trí kinh phí hỗ trợ các mô hình mới."),
)


def make_small(
    *, units: int = 3, missing: int = 1, composed: bool = True, conference: Conference | None = None
) -> Reported:
    """A conference of so many units that say nearly the same: five models each, little money, one recommendation."""
    where = conference or make_conference()
    clerk = make_user(unit=where.host, role=Role.CLERK)
    leader = make_user(unit=where.host, role=Role.LEADER, name="Nguyễn Thị Thu Hiền")
    make_outline(conference=where)
    owing = tuple(_unit(number) for number in range(units + missing))
    reviews = tuple(make_said(where, unit) for unit in owing[:units])
    for unit in owing[units:]:
        make_review_duty(conference=where, unit=unit)
    recalculate(conference=where, by=None, now=NOW)
    if composed:
        compose_report(conference=where, by=clerk, now=NOW)
    return Reported(where, clerk, leader, owing, reviews, ())


def make_said(conference: Conference, unit: Unit, said: Sequence[tuple[Kind, str]] = SAID, models: int = 5) -> Review:
    """A confirmed review that says this, and so many models this year, one less the year before."""
    figures = {"models": models, "models:2023": models - 1, "models_new": 1, "money": "120.5"}
    return make_review(conference=conference, unit=unit, figures=figures, statements=said, confirmed=True)


def counted_again(reported: Reported) -> None:
    """Adds the figures up again, as it happens when a review changes."""
    recalculate(conference=reported.conference, by=None, now=NOW)
