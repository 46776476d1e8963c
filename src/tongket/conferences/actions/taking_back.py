"""Lấy lại: puts a duty back to what it was before a change, and answers and wishes with it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, Duty, Evidence, Extension, ExtensionState
from tongket.conferences.queries.snapshots import KEPT, snapshot
from tongket.core import audit
from tongket.core.models import Event

TIMES = ("handed_in_at", "accepted_at", "return_due_at")


class TooLate(RuntimeError):
    """Something else happened since, so the change can no longer be taken back; its words say what, where known."""


@transaction.atomic
def take_back(*, event: Event, by: User, now: datetime) -> Duty:
    """Restores what the duty was before `event`.

    Raises TooLate where it no longer stands as the event left it, and CalledOff: what was handed in then stays.
    """
    duty = Duty.objects.select_for_update().get(pk=int(event.subject.split(":")[1]))
    must_take_in(duty.conference)
    if "before" not in event.changes or snapshot(duty) != event.changes["after"]:
        raise TooLate
    _take_back_evidence(event, duty, now=now)
    _take_back_wish(event)
    Duty.objects.filter(pk=duty.pk).update(**{name: _value(name, event.changes["before"][name]) for name in KEPT})
    audit.record(verb="take_back", subject=duty, scope=duty.conference, by=by, now=now, changes={"event": event.pk})
    duty.refresh_from_db()
    if duty.kind in KINDS:
        KINDS[duty.kind].undone(event)
    return duty


def _take_back_evidence(event: Event, duty: Duty, *, now: datetime) -> None:
    """Marks what was handed in as taken back; only the latest version can be."""
    if "evidence" not in event.changes:
        return
    latest = Evidence.objects.filter(duty=duty, taken_back_at=None).order_by("-ordinal").first()
    if latest is None or latest.pk != event.changes["evidence"]:
        raise TooLate
    Evidence.objects.filter(pk=latest.pk).update(taken_back_at=now)


def _take_back_wish(event: Event) -> None:
    """Withdraws a wish for more time that nobody answered, or makes an answered one wait again."""
    if "extension" not in event.changes:
        return
    wish = Extension.objects.filter(pk=event.changes["extension"])
    if event.verb == "ask_extension":
        done = wish.filter(state=ExtensionState.ASKED).delete()[0]
    elif Extension.objects.filter(duty__extensions__in=wish, state=ExtensionState.ASKED).exists():
        raise TooLate
    else:
        answered = wish.exclude(state=ExtensionState.ASKED)
        done = answered.update(state=ExtensionState.ASKED, answer="", decided_by=None, decided_at=None)
    if done != 1:
        raise TooLate


@transaction.atomic
def take_back_many(*, conference: Conference, event: Event, by: User, now: datetime) -> int:
    """Takes back what was done to many duties at once, the day of a whole kind set or all lists taken note of.

    Returns how many duties stood as that left them; raises TooLate where none does.
    """
    events = Event.objects.filter(pk__in=event.changes["events"])
    restored = sum(_went_back(each, by=by, now=now) for each in events)
    if not restored:
        raise TooLate
    changes = {"event": event.pk}
    audit.record(verb="take_back", subject=conference, scope=conference, by=by, now=now, changes=changes)
    return restored


def _went_back(event: Event, *, by: User, now: datetime) -> bool:
    try:
        take_back(event=event, by=by, now=now)
    except TooLate:
        return False
    return True


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 -- a field's value from JSON
    if value is None or name not in (*TIMES, "due_on"):
        return value
    return datetime.fromisoformat(value) if name in TIMES else date.fromisoformat(value)
