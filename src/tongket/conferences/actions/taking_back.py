"""Lấy lại: puts a duty back to what it was before the last change."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import KEPT, snapshot
from tongket.conferences.models import Duty, Evidence
from tongket.core import audit
from tongket.core.models import Event

TIMES = ("handed_in_at", "accepted_at", "return_due_at")


class TooLate(RuntimeError):
    """Something else happened to the duty since, so the change can no longer be taken back."""


@transaction.atomic
def take_back(*, event: Event, by: User, now: datetime) -> Duty:
    """Restores what the duty was before `event`; raises TooLate where it no longer stands as the event left it."""
    duty = Duty.objects.select_for_update().select_related("conference").get(pk=int(event.subject.split(":")[1]))
    if "before" not in event.changes or snapshot(duty) != event.changes["after"]:
        raise TooLate
    before = {name: _value(name, event.changes["before"][name]) for name in KEPT}
    Duty.objects.filter(pk=duty.pk).update(**before)
    if "evidence" in event.changes:
        Evidence.objects.filter(pk=event.changes["evidence"]).update(taken_back_at=now)
    audit.record(verb="take_back", subject=duty, scope=duty.conference, by=by, now=now, changes={"event": event.pk})
    duty.refresh_from_db()
    return duty


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 -- a field's value from JSON
    if value is None or name not in (*TIMES, "due_on"):
        return value
    return datetime.fromisoformat(value) if name in TIMES else date.fromisoformat(value)
