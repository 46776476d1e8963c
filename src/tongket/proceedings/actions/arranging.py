"""The office arranges its volume: the cover, what is in it and in which order, corrections of a chapter by hand."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.proceedings.actions.building import note_change
from tongket.proceedings.models import ChapterSetting, Volume, VolumePart
from tongket.proceedings.queries.contents import by_hand_of


class VolumeMoved(RuntimeError):
    """Somebody else arranged the volume meanwhile."""


def kept(volume: Volume) -> Volume:
    """The volume as the database has it, locked until the transaction ends; it is made where it was not there yet."""
    Volume.objects.get_or_create(pk=volume.pk)
    row = Volume.objects.select_for_update().get(pk=volume.pk)
    row.conference = volume.conference
    return row


@transaction.atomic
def set_volume(
    *,
    volume: Volume,
    revision: int,
    title: str,
    subtitle: str,
    has_index: bool,
    opens_right: bool,
    is_automatic: bool,
    copies: int | None,
    by: User,
    now: datetime,
) -> Event:
    """Sets the words of the cover and how it is bound; raises VolumeMoved."""
    row = _turn(volume, revision)
    values: dict[str, Any] = {
        "title": clean(title),
        "subtitle": clean(subtitle),
        "has_index": has_index,
        "opens_right": opens_right,
        "is_automatic": is_automatic,
        "copies": copies,
    }
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return _record("set_volume", row, {"fields": changed}, by=by, now=now)


@transaction.atomic
def leave_out(*, volume: Volume, code: str, left_out: bool, by: User, now: datetime) -> Event:
    """Binds without a part or chapter, or with it again."""
    row = kept(volume)
    VolumePart.objects.update_or_create(volume=row, code=code, defaults={"is_left_out": left_out})
    return _record("leave_out" if left_out else "put_back", row, {"code": code}, by=by, now=now)


@transaction.atomic
def arrange(*, volume: Volume, codes: list[str], revision: int, by: User, now: datetime) -> Event:
    """Sets the turn of these parts, or of these chapters of one part; raises VolumeMoved."""
    row = _turn(volume, revision)
    row.save(update_fields=["revision"])
    for place, code in enumerate(codes):
        VolumePart.objects.update_or_create(volume=row, code=code, defaults={"place": place})
    return _record("arrange_volume", row, {"codes": codes}, by=by, now=now)


@transaction.atomic
def set_by_hand(*, volume: Volume, code: str, by_hand: dict[str, Any], made_for: str, by: User, now: datetime) -> Event:
    """Corrects a chapter's layout for every build to come; nothing in `by_hand` leaves it to the form again.

    Raises ValueError where a value is beyond what keeps the volume one.
    """
    by_hand_of(by_hand)
    row = kept(volume)
    said = {"by_hand": by_hand, "made_for": made_for, "made_by": by, "made_at": now}
    if by_hand:
        ChapterSetting.objects.update_or_create(volume=row, code=code, defaults=said)
    else:
        ChapterSetting.objects.filter(volume=row, code=code).delete()
    return _record("set_by_hand", row, {"code": code, "fields": sorted(by_hand)}, by=by, now=now)


def _turn(volume: Volume, revision: int) -> Volume:
    row = kept(volume)
    if row.revision != revision:
        raise VolumeMoved(row.revision)
    row.revision += 1
    return row


def _record(verb: str, volume: Volume, changes: dict[str, Any], *, by: User, now: datetime) -> Event:
    """Every arrangement is a reason to bind anew."""
    note_change(volume.pk, now=now)
    return audit.record(verb=verb, subject=volume, scope=volume.conference, by=by, now=now, changes=changes)
