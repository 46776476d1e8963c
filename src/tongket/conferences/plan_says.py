"""What a plan says of the conference itself, and what holds once a corrected plan and the office disagree. Pure."""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from tongket.conferences.naming import short_title
from tongket.plans.facts import Facts


@dataclass(frozen=True, slots=True)
class Settled:
    """Name, day, hour, place and limits of a conference."""

    title: str = ""
    short_title: str = ""
    held_on: date | None = None
    starts_at: time | None = None
    venue: str = ""
    paper_pages: int | None = None
    paper_minutes: int | None = None


NAMES = tuple(field.name for field in fields(Settled))


def held_on(facts: Facts, chosen: str) -> date | None:
    """The day of the conference: what a person fixed, else the plan's own where it names one day for sure."""
    if chosen:
        return date.fromisoformat(chosen)
    when = facts.time
    return when.earliest if when and not when.tentative and when.earliest == when.latest else None


def starts_at(facts: Facts, chosen: str) -> time | None:
    """The hour the conference begins, as fixed by a person or stated by the plan."""
    stated = chosen or (facts.time.start if facts.time else None)
    return time.fromisoformat(stated) if stated else None


def said_by(facts: Facts, *, day: str = "", hour: str = "") -> Settled:
    """What the plan says; `day` and `hour` are what a person fixed in its place, as ISO text."""
    limits, place = facts.paper_limits, facts.venue
    return Settled(
        title=facts.title or "",
        short_title=short_title(facts.title),
        held_on=held_on(facts, day),
        starts_at=starts_at(facts, hour),
        venue=", ".join(part for part in (place.name, place.address) if part) if place else "",
        paper_pages=limits.pages if limits else None,
        paper_minutes=limits.minutes if limits else None,
    )


def merged(*, base: Settled, ours: Settled, theirs: Settled) -> Settled:
    """What holds after a correction: where the plan changed its word the new one, else what the office settled."""
    return Settled(**{name: _one(name, base, ours, theirs) for name in NAMES})


def _one(name: str, base: Settled, ours: Settled, theirs: Settled) -> Any:  # noqa: ANN401 -- a field's value
    was, new = getattr(base, name), getattr(theirs, name)
    return getattr(ours, name) if was == new else new
