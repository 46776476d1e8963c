"""More time: a unit asks with a reason, the office answers with its own."""

from datetime import date, datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved, set_due
from tongket.conferences.models import Duty, Extension, ExtensionState
from tongket.core import audit


@transaction.atomic
def ask_extension(*, duty: Duty, wanted_on: date, reason: str, by: User, now: datetime) -> Extension:
    """Asks for another day; raises DutyMoved where one wish is still open."""
    if duty.extensions.filter(state=ExtensionState.ASKED).exists():
        raise DutyMoved("asked")
    asked = Extension.objects.create(duty=duty, wanted_on=wanted_on, reason=reason, asked_by=by, asked_at=now)
    audit.record(verb="ask_extension", subject=duty, scope=duty.conference, by=by, now=now)
    return asked


@transaction.atomic
def answer_extension(*, extension: Extension, granted: bool, answer: str, by: User, now: datetime) -> Extension:
    """Grants or refuses; a granted wish becomes the duty's last day, set by the office."""
    state = ExtensionState.GRANTED if granted else ExtensionState.REFUSED
    still_asked = Extension.objects.filter(pk=extension.pk, state=ExtensionState.ASKED)
    if still_asked.update(state=state, answer=answer, decided_by=by, decided_at=now) != 1:
        raise DutyMoved("answered")
    duty = extension.duty
    if granted:
        set_due(duty=duty, due_on=extension.wanted_on, by=by, now=now)
    audit.record(verb=f"extension_{state}", subject=duty, scope=duty.conference, by=by, now=now)
    extension.refresh_from_db()
    return extension
