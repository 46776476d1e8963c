"""Writes a unit's list over the one that stood, keeping what stood before, so that it can be put back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.delegates.models import Delegate, LineBefore
from tongket.delegates.names import is_same_name, the_one
from tongket.delegates.rules import Added, Answer, Said, changes_of
from tongket.units.models import Membership, Person

Known = Sequence[tuple[str, Person]]
# What a list says of a person; the turn, the part and whose place it is only for who is new.
TIMES = ("answered_at", "removed_at")
KEPT = ("title", "name", "post", "phone", "answer", "reason", "person_id", "channel", *TIMES)


@dataclass(frozen=True, slots=True)
class Written:
    """A row that a list changed, with what stood before; None for a person who is new."""

    row: Delegate
    before: dict[str, Any] | None


def people_of(unit_id: int | None) -> Known:
    """The people whom the directory knows at a unit, by their names; one query."""
    found = Membership.objects.filter(unit=unit_id, ended_on=None).select_related("person")
    return list({each.person_id: (each.person.name, each.person) for each in found}.values())


def values_of(line: Said, known: Known) -> dict[str, Any]:
    """A line as the row keeps it; a title of which nothing is said stays."""
    return {
        **({} if line.title is None else {"title": clean(line.title)[:20]}),
        "name": clean(line.name)[:120],
        "post": clean(line.post)[:200],
        "phone": clean(line.phone)[:30],
        "answer": line.answer,
        "reason": clean(line.reason)[:300] if line.answer == Answer.ABSENT else "",
        "person": the_one(line.name, known),
    }


def with_known_phone(values: dict[str, Any]) -> dict[str, Any]:
    """The values of somebody new: a number that the directory knows need not be typed."""
    person = values["person"]
    return values if values["phone"] or person is None else values | {"phone": person.phone}


@dataclass
class ListWriter:
    """Writes the list of one unit; the duty is locked by whoever calls."""

    duty: Duty
    channel: Channel
    by: User | None = field(kw_only=True)
    now: datetime = field(kw_only=True)

    def write(self, named: Sequence[Said]) -> list[Written]:
        """Keeps the whole list: whom it leaves out goes, another name in the place of one comes instead."""
        before = (
            Delegate.objects.filter(duty=self.duty, removed_at=None).select_related("person", "instead_of").in_bulk()
        )
        changes = changes_of({key: each.name for key, each in before.items()}, named)
        known = people_of(self.duty.unit_id)
        kept = [self._keep(before[key], line, known) for key, line in changes.kept.items()]
        added = [self._add(each, known, before) for each in changes.added]
        removed = [self._save(before[key], removed_at=self.now) for key in changes.removed]
        return [each for each in (*kept, *added, *removed) if each is not None]

    def _keep(self, row: Delegate, line: Said, known: Known) -> Written | None:
        """Keeps what a line says of somebody who stays; None where it says nothing new."""
        values = values_of(line, known)
        if all(getattr(row, name) == value for name, value in values.items()):
            return None
        answered = {"channel": self.channel, "answered_at": self.now} if row.answer != line.answer else {}
        return self._save(row, **values, **answered)

    def _add(self, added: Added, known: Known, before: dict[int, Delegate]) -> Written:
        """Somebody new: who comes instead of another takes that one's turn and part, not the number.

        A number that was left as it stood is the other's. Whom the other had replaced comes back as that same person.
        """
        first = before.get(added.instead_of) if added.instead_of else None
        line = added.said
        if first is not None and clean(line.phone) == first.phone:
            line = replace(line, phone="")
        values = {**values_of(line, known), "channel": self.channel, "answered_at": self.now}
        former = first.instead_of if first else None
        if former is not None and former.removed_at and is_same_name(former.name, line.name):
            values["phone"] = values["phone"] or former.phone
            return self._save(former, **values, removed_at=None)
        row = Delegate.objects.create(
            conference=self.duty.conference,
            duty=self.duty,
            unit=self.duty.unit,
            **with_known_phone(values),
            instead_of=first,
            part=first.part if first else "",
            place=first.place if first else None,
            made_by=self.by,
            made_at=self.now,
        )
        return Written(row, None)

    def _save(self, row: Delegate, **values: Any) -> Written:  # noqa: ANN401 -- model fields
        before = _as_json(row)
        for name, value in values.items():
            setattr(row, name, value)
        row.revision += 1
        row.save(update_fields=[*values, "revision"])
        return Written(row, before)


def keep_before(event: Event, written: Sequence[Written]) -> None:
    """Keeps what stood of each person before `event`, beside the trail, which names nobody."""
    LineBefore.objects.bulk_create(
        LineBefore(event=event, delegate=each.row, values=each.before, revision=each.row.revision) for each in written
    )


def put_back(event: Event) -> None:
    """Restores what stood of everybody before `event`; raises TooLate where somebody changed one of them since."""
    for line in LineBefore.objects.filter(event=event).select_related("delegate"):
        row = line.delegate
        if row.revision != line.revision:
            raise TooLate
        values: dict[str, Any] = {"removed_at": event.at} if line.values is None else _from_json(line.values)
        if values.get("person_id") and not Person.objects.filter(pk=values["person_id"]).exists():
            values["person_id"] = None
        for name, value in values.items():
            setattr(row, name, value)
        row.revision += 1
        row.save(update_fields=[*(name.removesuffix("_id") for name in values), "revision"])


def _as_json(row: Delegate) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in KEPT}
    return values | {name: values[name].isoformat() for name in TIMES if values[name]}


def _from_json(values: dict[str, Any]) -> dict[str, Any]:
    return values | {name: datetime.fromisoformat(values[name]) for name in TIMES if values[name]}
