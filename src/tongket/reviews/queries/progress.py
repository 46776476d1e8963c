"""Who has delivered and who has not, on any day and at every level of the tree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import Shown
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import clock
from tongket.reviews.models import Review, ReviewStep
from tongket.reviews.queries.counting import standing_on
from tongket.reviews.rules import DELIVERED, OF_DUTY, STATE_PICTURES, STATE_WORDS, ReviewState
from tongket.units.models import Unit

WAITING = frozenset({ReviewState.NOT_BEGUN, ReviewState.WORKING})


@dataclass(frozen=True, slots=True)
class Level:
    """How many owe a review at one level, how many delivered, and how many of those count."""

    owed: int = 0
    delivered: int = 0
    counted: int = 0

    @property
    def missing(self) -> int:
        """How many have not delivered."""
        return self.owed - self.delivered


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one unit's review stood when a day ended; `below` is what the units under it delivered to it."""

    unit: Unit
    review: Review | None
    duty: Duty | None
    state: ReviewState
    is_confirmed: bool
    due_on: date | None
    came_on: date | None
    days_late: int
    below: Level = Level()

    @property
    def is_delivered(self) -> bool:
        """Whether it lay before who asked for it."""
        return self.state in DELIVERED

    @property
    def counts(self) -> bool:
        """Whether a leader stood behind what was delivered."""
        return self.is_delivered and self.is_confirmed

    @property
    def shown(self) -> Shown:
        """The state as pages show it: late first, then whether a leader is waited for."""
        if self.days_late and not self.is_delivered and self.state != ReviewState.RETURNED:
            late = ngettext("Trễ %(n)d ngày", "Trễ %(n)d ngày", self.days_late) % {"n": self.days_late}
            return Shown("late", late)
        words = _(STATE_WORDS[self.state])
        if self.state == ReviewState.SUBMITTED and not self.is_confirmed:
            words = _("Chờ lãnh đạo xác nhận")
        return Shown(STATE_PICTURES[self.state], words)


def progress(conference: Conference, *, on: date | None = None, under: Review | None = None) -> tuple[Standing, ...]:
    """One standing for each unit that owes a review when `on` ended, today without it: to the host, or to `under`.

    In the order of the directory; what was excused is left out. A constant number of queries.
    """
    today = clock.today()
    day = on or today
    rows = _lower(under, day) if under else _of_plan(conference, day)
    steps = _steps(conference, day if on else None)
    stood = [_standing(review, duty, steps, day=day, is_past=on is not None) for review, duty in rows]
    bound = [each for each in stood if each.state != ReviewState.EXCUSED]
    counts = _levels(bound, steps, day=day, is_past=on is not None)
    with_below = [replace(each, below=counts.get(each.review.pk if each.review else 0, Level())) for each in bound]
    return tuple(sorted(with_below, key=lambda each: (each.unit.sort_key, each.unit.pk)))


def stands_today(review: Review, *, today: date) -> Standing:
    """Where one review stands; what has no row stands as its duty does. Asks nothing but the unit."""
    return _standing(review if review.pk else None, review.duty, {}, day=today, is_past=False)


def level_of(standings: Iterable[Standing]) -> Level:
    """How many of these owe, delivered, count."""
    rows = list(standings)
    return Level(len(rows), sum(each.is_delivered for each in rows), sum(each.counts for each in rows))


def _of_plan(conference: Conference, day: date) -> list[tuple[Review | None, Duty | None]]:
    """The reviews that the plan asks for, each unit once, and those asked for through the host's own; two queries."""
    duties = Duty.objects.filter(conference=conference, kind=DutyKind.REVIEW, unit__isnull=False)
    kept = Review.objects.filter(Q(upper=None) | Q(upper__unit=conference.host_id), conference=conference)
    rows = list(kept.select_related("unit").order_by("pk"))
    reviews = {row.unit_id: row for row in rows if row.upper_id is None}
    first: dict[int, Duty] = {}
    for duty in duties.select_related("unit").order_by("ordinal", "pk"):
        if duty.unit_id is not None:
            first.setdefault(duty.unit_id, duty)
    through_host = [row for row in rows if row.upper_id is not None]
    return [
        *((reviews.get(unit_id), duty) for unit_id, duty in first.items()),
        *((row, None) for row in through_host if timezone.localdate(row.made_at) <= day),
    ]


def _lower(under: Review, day: date) -> list[tuple[Review | None, Duty | None]]:
    """The reviews that a unit of the plan asked for on or before that day; one query."""
    asked = Review.objects.filter(upper=under.pk).select_related("unit")
    return [(row, None) for row in asked if timezone.localdate(row.made_at) <= day]


def _steps(conference: Conference, day: date | None) -> dict[int, ReviewStep]:
    """Where each review stood when the day ended, by its number; nothing for today, when its row says so itself."""
    if day is None:
        return {}
    return {step.review_id: step for step in standing_on(day).filter(review__conference=conference)}


def _standing(
    review: Review | None, duty: Duty | None, steps: dict[int, ReviewStep], *, day: date, is_past: bool
) -> Standing:
    unit = duty.unit if duty is not None else review.unit if review is not None else None
    assert unit is not None, "only reviews of units are asked for"
    state, is_confirmed, came_at = _then(review, duty, steps, is_past=is_past)
    due_on = duty.due_on if duty is not None else review.due_on if review is not None else None
    came_on = timezone.localdate(came_at) if came_at and state not in WAITING else None
    return Standing(
        unit=unit,
        review=review,
        duty=duty,
        state=state,
        is_confirmed=is_confirmed,
        due_on=due_on,
        came_on=came_on,
        days_late=_days_late(review, state, due_on, came_on, day),
    )


def _then(
    review: Review | None, duty: Duty | None, steps: dict[int, ReviewStep], *, is_past: bool
) -> tuple[ReviewState, bool, datetime | None]:
    """State, confirmation and the time it came, as they stood; what has no row stands as its duty does."""
    if review is None:
        known = OF_DUTY[DutyState(duty.state)] if duty is not None and not is_past else ReviewState.NOT_BEGUN
        return known, False, duty.handed_in_at if duty is not None and not is_past else None
    if not is_past:
        return ReviewState(review.state), review.confirmed_at is not None, review.submitted_at
    step = steps.get(review.pk)
    if step is None:
        return ReviewState.NOT_BEGUN, False, None
    return ReviewState(step.state), step.is_confirmed, min(step.made_at, review.submitted_at or step.made_at)


def _days_late(review: Review | None, state: ReviewState, due_on: date | None, came_on: date | None, day: date) -> int:
    """Days past the last day: of what is still waited for until that day, of what came until it came."""
    last = due_on
    if state == ReviewState.RETURNED:
        at = review.return_due_at if review is not None else None
        return max(0, (day - timezone.localdate(at)).days) if at else 0
    if last is None:
        return 0
    return max(0, ((came_on or day) - last).days)


def _levels(above: Sequence[Standing], steps: dict[int, ReviewStep], *, day: date, is_past: bool) -> dict[int, Level]:
    """What the units under each of these delivered, by the number of the review above them; one query."""
    keys = [each.review.pk for each in above if each.review is not None]
    rows: dict[int, list[Standing]] = {}
    for row in Review.objects.filter(upper__in=keys).select_related("unit"):
        if timezone.localdate(row.made_at) <= day and row.upper_id is not None:
            rows.setdefault(row.upper_id, []).append(_standing(row, None, steps, day=day, is_past=is_past))
    kept = {key: [each for each in found if each.state != ReviewState.EXCUSED] for key, found in rows.items()}
    return {key: level_of(found) for key, found in kept.items()}
