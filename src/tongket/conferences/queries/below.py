"""A unit's own review meeting: whether it is there, and the plan it can start from."""

from dataclasses import dataclass
from datetime import date

from tongket.conferences.models import Conference, Duty
from tongket.conferences.plan_below import Above, draft_plan_below
from tongket.conferences.queries.plan_page import latest_version
from tongket.conferences.rules import DutyKind, DutyState
from tongket.plans.facts import from_json
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class MeetingBelow:
    """The meeting that a unit holds for its own review; `conference` is None until it is made."""

    conference: Conference | None
    done: int
    total: int


def meeting_below(conference: Conference, unit: Unit) -> MeetingBelow | None:
    """The unit's own meeting below `conference`; None where the plan tells it no review. At most three queries."""
    if not review_of(conference, unit):
        return None
    made = Conference.objects.filter(parent=conference, host=unit).order_by("-pk").first()
    if made is None:
        return MeetingBelow(None, 0, 0)
    states = list(Duty.objects.counted().filter(conference=made).values_list("state", flat=True))
    return MeetingBelow(made, states.count(DutyState.ACCEPTED), len(states))


def review_of(conference: Conference, unit: Unit) -> Duty | None:
    """The review that the unit owes to `conference`."""
    return Duty.objects.counted().filter(conference=conference, unit=unit, kind=DutyKind.REVIEW).first()


def draft_below(conference: Conference, unit: Unit, *, today: date) -> str:
    """The plan of the unit's own meeting in words, drafted from the plan of `conference`."""
    version = latest_version(conference)
    review = review_of(conference, unit)
    above = Above(from_json(version.facts), version.number, conference.host.name)
    return draft_plan_below(
        above, unit=unit.name, place=unit.place, due_on=review.due_on if review else None, today=today
    )
