"""The office keeps the list: whom it invites itself, corrections, turns, and how many each unit sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import accept
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import FREED
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.delegates.actions.answering import DelegatesMoved
from tongket.delegates.actions.writing import Known, people_of, values_of, with_known_phone
from tongket.delegates.models import Delegate, GroupSize
from tongket.delegates.queries.groups import in_turn, line_of
from tongket.delegates.queries.unread import unread_among
from tongket.delegates.queries.waiting import revisions_of, waiting
from tongket.delegates.rules import Answer, Said
from tongket.units.models import Unit

ACCEPT_ALL = "accept_delegates"


class UnitFreed(DelegatesMoved):
    """The person's unit need send nobody any more, so whom it named is on no list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the office writes of one person; `clause` is the group, empty for guests beyond the plan.

    Who is on a unit's own list keeps that unit and its group, whatever `unit`, `body` and `clause` say.
    """

    said: Said
    unit: Unit | None = None
    body: str = ""
    clause: str = ""
    part: str = ""
    channel: Channel = Channel.WEB

    def values(self, unit_id: int | None) -> dict[str, Any]:
        """As the row keeps them, the group aside; who is known at the unit is that person."""
        return self.values_among(people_of(unit_id))

    def values_among(self, people: Known) -> dict[str, Any]:
        """As `values`, where the people of the unit are read already."""
        return values_of(self.said, people) | {"part": clean(self.part)[:60], "channel": self.channel}

    def belonging(self) -> dict[str, Any]:
        """Where the person belongs."""
        return {"unit": self.unit, "body": clean(self.body)[:200], "clause": self.clause}


@transaction.atomic
def add_delegate(*, conference: Conference, entry: Entry, by: User, now: datetime) -> tuple[Delegate, Event]:
    """Puts somebody on the list whom no unit's duty names; raises CalledOff."""
    must_take_in(conference)
    values = with_known_phone(entry.values(entry.unit.pk if entry.unit else None)) | entry.belonging()
    values["answered_at"] = None if entry.said.answer == Answer.ASKED else now
    row = Delegate.objects.create(conference=conference, **values, made_by=by, made_at=now)
    return row, _record("add_delegate", row, {}, by=by, now=now)


@transaction.atomic
def change_delegate(*, delegate: Delegate, entry: Entry, by: User, now: datetime) -> Event:
    """Writes what the office says of a person over what stood, if nobody changed it since `delegate` was read.

    Who was taken off the list is on it again. Raises DelegatesMoved, UnitFreed and CalledOff.
    """
    _must_be_sent(delegate)
    belonging = {} if delegate.duty_id else entry.belonging()
    unit = belonging.get("unit", delegate.unit)
    values = entry.values(unit.pk if unit else None) | belonging | {"removed_at": None}
    if entry.said.answer == Answer.ASKED:
        values["answered_at"] = None
    elif entry.said.answer != delegate.answer:
        values["answered_at"] = now
    fields = sorted(name for name, value in values.items() if getattr(delegate, name) != value)
    _moved(delegate, **values)
    return _record("change_delegate", delegate, {"fields": fields}, by=by, now=now)


@transaction.atomic
def remove_delegate(*, delegate: Delegate, by: User, now: datetime) -> Event:
    """Takes a person off the list; raises DelegatesMoved where somebody was faster, and CalledOff."""
    must_take_in(delegate.conference)
    _moved(delegate, removed_at=now)
    return _record("remove_delegate", delegate, {}, by=by, now=now)


@transaction.atomic
def bring_back(*, delegate: Delegate, by: User, now: datetime) -> Event:
    """Puts a person who was taken off on the list again; raises DelegatesMoved, UnitFreed and CalledOff."""
    _must_be_sent(delegate)
    _moved(delegate, removed_at=None)
    return _record("bring_back_delegate", delegate, {}, by=by, now=now)


@transaction.atomic
def move_turn(*, delegate: Delegate, steps: int, by: User, now: datetime) -> Event:
    """Moves a person so many turns back (above 0) or forward (below 0) within the group; at the ends it stays.

    All turns of the group are kept, so that later rules change none of them; only those that are new are written.
    Raises CalledOff.
    """
    must_take_in(delegate.conference)
    Conference.objects.select_for_update().get(pk=delegate.conference_id)
    line = in_turn(line_of(delegate))
    before = line.index(delegate)
    after = min(max(before + steps, 0), len(line) - 1)
    line.insert(after, line.pop(before))
    _keep_turns(line)
    return _record("move_delegate", delegate, {"before": before + 1, "after": after + 1}, by=by, now=now)


@transaction.atomic
def set_group_size(*, conference: Conference, clause: str, each: int | None, by: User, now: datetime) -> Event:
    """Says how many people each unit of a group sends, at least 1; None leaves it to the plan again.

    Raises CalledOff.
    """
    must_take_in(conference)
    found = GroupSize.objects.filter(conference=conference, clause=clause)
    before = found.values_list("each", flat=True).first()
    if each is None:
        found.delete()
    else:
        GroupSize.objects.update_or_create(conference=conference, clause=clause, defaults={"each": each})
    changes = {"clause": clause, "before": before, "after": each}
    return audit.record(verb="set_group_size", subject=conference, scope=conference, by=by, now=now, changes=changes)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of lists that the office takes note of at once.

    `event` is None where none was; its `events` are those of the single duties, so that all go back at once. `moved`
    are those whose list is no longer as it was seen: they wait as before.
    """

    event: Event | None
    moved: tuple[Duty, ...]


@transaction.atomic
def accept_all(*, conference: Conference, seen: Mapping[int, int], by: User, now: datetime) -> Accepted:
    """Takes note of every list that waits as it was seen, letters that nobody wrote names from aside.

    `seen` has the revision of each list by its duty; what came since, nobody saw. Raises CalledOff.
    """
    must_take_in(conference)
    duties = list(waiting(conference).filter(pk__in=seen).select_for_update(of=("self",)).select_related("conference"))
    revisions, unread = revisions_of([duty.pk for duty in duties]), unread_among([duty.pk for duty in duties])
    moved = tuple(duty for duty in duties if revisions[duty.pk] != seen[duty.pk])
    read = [duty for duty in duties if revisions[duty.pk] == seen[duty.pk] and duty.pk not in unread]
    changes = {"events": [accept(duty=duty, by=by, now=now).pk for duty in read]}
    if not read:
        return Accepted(None, moved)
    event = audit.record(verb=ACCEPT_ALL, subject=conference, scope=conference, by=by, now=now, changes=changes)
    return Accepted(event, moved)


def _must_be_sent(delegate: Delegate) -> None:
    """Raises CalledOff, and UnitFreed where the unit that named the person need send nobody any more."""
    must_take_in(delegate.conference)
    if delegate.duty_id and Duty.objects.filter(pk=delegate.duty_id, state__in=FREED).exists():
        raise UnitFreed


def _moved(delegate: Delegate, **values: Any) -> None:  # noqa: ANN401 -- model fields
    """Writes values if the row is as it was read; the list of its unit is not written meanwhile."""
    if delegate.duty_id:
        Duty.objects.select_for_update().get(pk=delegate.duty_id)
    values["revision"] = delegate.revision + 1
    unmoved = Delegate.objects.filter(pk=delegate.pk, revision=delegate.revision)
    if unmoved.update(**values) != 1:
        raise DelegatesMoved
    for name, value in values.items():
        setattr(delegate, name, value)


def _keep_turns(line: Sequence[Delegate]) -> None:
    """Writes the turn of everybody whose turn is another; a group of thousands takes a few statements."""
    wrong = [(each, turn) for turn, each in enumerate(line, 1) if each.place != turn]
    for each, turn in wrong:
        each.place = turn
    Delegate.objects.bulk_update([each for each, _turn in wrong], ["place"], batch_size=500)


def _record(verb: str, row: Delegate, changes: dict[str, Any], *, by: User, now: datetime) -> Event:
    return audit.record(verb=verb, subject=row, scope=row.conference, by=by, now=now, changes=changes)
