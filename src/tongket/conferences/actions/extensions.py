"""More time: a unit asks with a reason, the office answers with its own."""

from datetime import date, datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved, change_duty, other_day
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Duty, Extension, ExtensionState
from tongket.conferences.queries.snapshots import snapshot
from tongket.core import audit
from tongket.core.models import Event


@transaction.atomic
def ask_extension(*, duty: Duty, wanted_on: date, reason: str, by: User, now: datetime) -> tuple[Extension, Event]:
    """Asks for another day; raises DutyMoved where one wish is still open, and CalledOff."""
    must_take_in(duty.conference)
    if duty.extensions.filter(state=ExtensionState.ASKED).exists():
        raise DutyMoved("asked")
    wish = Extension.objects.create(duty=duty, wanted_on=wanted_on, reason=reason, asked_by=by, asked_at=now)
    return wish, _note(wish, duty, verb="ask_extension", by=by, now=now)


@transaction.atomic
def answer_extension(*, extension: Extension, granted: bool, answer: str, by: User, now: datetime) -> Event:
    """Grants or refuses; a granted wish becomes the last day, set by the office, also that of a returned duty.

    Raises DutyMoved where somebody answered before, and CalledOff.
    """
    must_take_in(extension.duty.conference)
    state = ExtensionState.GRANTED if granted else ExtensionState.REFUSED
    still_asked = Extension.objects.filter(pk=extension.pk, state=ExtensionState.ASKED)
    if still_asked.update(state=state, answer=answer, decided_by=by, decided_at=now) != 1:
        raise DutyMoved("answered")
    extension.refresh_from_db()
    duty = extension.duty
    if not granted:
        return _note(extension, duty, verb="extension_refused", by=by, now=now)
    event = change_duty(duty=duty, verb="extension_granted", by=by, now=now, **other_day(duty, extension.wanted_on))
    event.changes["extension"] = extension.pk
    event.save(update_fields=["changes"])
    return event


def _note(extension: Extension, duty: Duty, *, verb: str, by: User, now: datetime) -> Event:
    """A line that leaves the duty as it is, yet can be taken back."""
    standing = snapshot(duty)
    changes = {"before": standing, "after": standing, "extension": extension.pk}
    return audit.record(verb=verb, subject=duty, scope=duty.conference, by=by, now=now, changes=changes)
