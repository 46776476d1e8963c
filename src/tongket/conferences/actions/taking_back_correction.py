"""Lấy lại a correction: the plan before is in force again and the reading open, while nothing was built on it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.actions.carrying_out import WRITTEN, as_json
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.correction import How
from tongket.conferences.kinds import tell_replanned, tell_ruled_anew
from tongket.conferences.models import Conference, Duty, Evidence, PlanVersion, Reading, ReadingState
from tongket.core import audit
from tongket.core.models import Event
from tongket.plans.facts import from_json

Entries = Mapping[str, Mapping[str, Any]]


@transaction.atomic
def take_back_correction(*, version: PlanVersion | None, event: Event, by: User, now: datetime) -> Reading:
    """Takes back `apply_correction`; raises TooLate, with the reason, once something stands on the new version."""
    if version is None:
        raise TooLate
    conference = Conference.objects.select_for_update().get(pk=version.conference_id)
    duties = {str(duty.pk): duty for duty in Duty.objects.select_for_update().filter(conference=conference)}
    _check_version(version)
    _check_conference(conference, version.changes["settled"]["after"])
    _check_duties(duties, version.changes["duties"])
    _restore_duties(duties, version)
    _restore_conference(conference, version.changes["settled"]["before"])
    reading = Reading.objects.select_for_update().get(pk=event.changes["reading"])
    Reading.objects.filter(pk=reading.pk).update(state=ReadingState.OPEN, conference=None)
    audit.record(verb="take_back", subject=reading, scope=conference, by=by, now=now, changes={"event": event.pk})
    _tell_rooms(version)
    version.delete()
    tell_ruled_anew(conference.pk)
    return reading


def _tell_rooms(version: PlanVersion) -> None:
    """Has the rooms put back what they moved when the correction was applied."""
    last = PlanVersion.objects.get(conference=version.conference_id, ordinal=version.ordinal - 1)
    kept = version.changes.get("rooms", {})
    tell_replanned(version.conference_id, from_json(version.facts), from_json(last.facts), kept)


def _check_version(version: PlanVersion) -> None:
    later = PlanVersion.objects.filter(conference=version.conference_id, ordinal__gt=version.ordinal)
    if later.exists():
        raise TooLate(_("Không lấy lại được nữa: sau bản này đã có bản sửa khác."))
    if version.told.exists():
        raise TooLate(_("Không lấy lại được nữa: đã báo cho đơn vị. Kế hoạch đổi nữa thì đưa bản sửa mới."))
    handed = Evidence.objects.filter(duty__conference=version.conference_id, plan_ordinal=version.ordinal)
    if handed.exists():
        raise TooLate(_("Không lấy lại được nữa: đã có đơn vị nộp theo bản này."))


def _check_conference(conference: Conference, after: Mapping[str, Any]) -> None:
    if any(as_json(getattr(conference, name)) != value for name, value in after.items()):
        raise TooLate(_("Không lấy lại được nữa: ngày giờ hoặc nơi họp đã đặt lại sau đó."))


def _check_duties(duties: Mapping[str, Duty], entries: Entries) -> None:
    for key, entry in entries.items():
        if key not in duties or not _stands(duties[key], entry):
            raise TooLate(_("Không lấy lại được nữa: có phần việc đã đổi sau khi áp dụng. Xem nhật ký của phần việc."))


def _stands(duty: Duty, entry: Mapping[str, Any]) -> bool:
    """Whether the duty is as the correction left it; a new one must not have been touched at all."""
    if entry["how"] == How.ADDED and Event.objects.filter(subject=audit.reference(duty)).exists():
        return False
    return all(as_json(getattr(duty, name)) == value for name, value in entry["after"].items())


def _restore_duties(duties: Mapping[str, Duty], version: PlanVersion) -> None:
    entries: Entries = version.changes["duties"]
    added = [int(key) for key, entry in entries.items() if entry["how"] == How.ADDED]
    changed = [_restored(duties[key], entry["before"]) for key, entry in entries.items() if entry["how"] != How.ADDED]
    Duty.objects.filter(pk__in=added).delete()
    Duty.objects.bulk_update(changed, WRITTEN)
    same = Duty.objects.filter(conference=version.conference_id, plan_ordinal=version.ordinal)
    same.update(plan_ordinal=version.ordinal - 1)


def _restored(duty: Duty, before: Mapping[str, Any]) -> Duty:
    for name, value in before.items():
        setattr(duty, name, date.fromisoformat(value) if name == "due_on" and value else value)
    return duty


def _restore_conference(conference: Conference, before: Mapping[str, Any]) -> None:
    values = {name: FROM_TEXT[name](value) if name in FROM_TEXT and value else value for name, value in before.items()}
    Conference.objects.filter(pk=conference.pk).update(**values)


FROM_TEXT: Mapping[str, Callable[[str], date | time]] = {"held_on": date.fromisoformat, "starts_at": time.fromisoformat}
