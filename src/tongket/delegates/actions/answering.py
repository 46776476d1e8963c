"""A unit says who comes: the whole list at once, again each time it changes; its duty is handed in with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.actions.duties import accept, hand_in, return_for_mending
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.models import Event, StoredFile
from tongket.core.text import clean, fold
from tongket.delegates.models import Delegate
from tongket.delegates.queries.unread import NAMED, unread_among
from tongket.delegates.rules import Added, Answer, Said, changes_of
from tongket.delegates.wording import answered_in_words
from tongket.documents.copy_lists import split_title
from tongket.units.models import Membership, Person


class DelegatesMoved(RuntimeError):
    """Somebody else changed this list, or this person, since it was read."""


class NamesUnread(DelegatesMoved):
    """What came last names nobody yet, a letter that waits to be read: there is no list to take note of."""


class NobodyNamed(ValueError):
    """A list without anybody needs a word on why the unit sends nobody."""


def revision_of(duty: Duty) -> int:
    """A number that grows whenever the unit's list or one of its people changes; two queries."""
    handed_in = Evidence.objects.filter(duty=duty).aggregate(last=Max("ordinal"))["last"] or 0
    revisions = Delegate.objects.filter(duty=duty).values_list("revision", flat=True)
    return handed_in + sum(each + 1 for each in revisions)


@transaction.atomic
def answer_for_unit(
    *,
    duty: Duty,
    said: Sequence[Said],
    nobody_because: str = "",
    revision: int,
    channel: Channel = Channel.WEB,
    received_at: datetime | None = None,
    kept: Sequence[StoredFile] = (),
    by: User | None,
    now: datetime,
) -> Event:
    """Keeps the list of people a unit sends and hands its duty in.

    `said` is the whole list: whom it leaves out goes, another name in the place of one comes instead of that person.
    `revision` is `revision_of` the list as it was read. Raises NobodyNamed where the list is empty and
    `nobody_because` too, DelegatesMoved, DutyMoved and CalledOff.
    """
    _must_stand(duty, revision)
    named = [line for line in said if not line.is_empty]
    if not named and not clean(nobody_because):
        raise NobodyNamed
    before = Delegate.objects.filter(duty=duty, removed_at=None).in_bulk()
    changes = changes_of({key: each.name for key, each in before.items()}, named)
    people = people_of(duty.unit_id)
    turned = [key for key, line in changes.kept.items() if before[key].answer != line.answer]
    for key, line in changes.kept.items():
        _write(before[key], line, people, channel, now=now)
    added = [_add(duty, each, people, before, channel, by=by, now=now) for each in changes.added]
    _set_removed(changes.removed, now)
    evidence, event = hand_in(
        duty=duty,
        note=note_of(named, nobody_because),
        kept=kept,
        channel=channel,
        received_at=received_at,
        by=by,
        now=now,
    )
    event.changes["delegates"] = {"added": added, "removed": list(changes.removed), "turned": turned}
    event.save(update_fields=["changes"])
    audit.record(
        verb=NAMED,
        subject=duty,
        scope=duty.conference,
        by=by,
        now=now,
        changes={"event": event.pk, "evidence": evidence.pk},
    )
    return event


def note_of(said: Sequence[Said], nobody_because: str = "") -> str:
    """What stands at the duty when this list is handed in."""
    counts = {answer: sum(line.answer == answer for line in said if not line.is_empty) for answer in Answer}
    return answered_in_words(counts, because=nobody_because)


@transaction.atomic
def accept_list(*, duty: Duty, revision: int, by: User, now: datetime) -> Event:
    """Takes note of the list as it was read at `revision`; raises DelegatesMoved, NamesUnread, DutyMoved, CalledOff."""
    _must_stand(duty, revision)
    if unread_among([duty.pk]):
        raise NamesUnread
    return accept(duty=duty, by=by, now=now)


@transaction.atomic
def return_list(*, duty: Duty, revision: int, remark: str, due_at: datetime, by: User, now: datetime) -> Event:
    """Gives the list, as it was read at `revision`, back to be mended until `due_at`; raises as `accept_list`."""
    _must_stand(duty, revision)
    return return_for_mending(duty=duty, remark=remark, due_at=due_at, by=by, now=now)


def _must_stand(duty: Duty, revision: int) -> None:
    """Raises DelegatesMoved where the list is no longer as it was read, and CalledOff; nobody moves it meanwhile."""
    must_take_in(duty.conference)
    Duty.objects.select_for_update().get(pk=duty.pk)
    if revision != revision_of(duty):
        raise DelegatesMoved


def answer_undone(event: Event) -> None:
    """Puts the list back when the handing in is taken back: who was added goes, who was taken off is on it again.

    Names and posts that were spelled better meanwhile stay so.
    """
    moved = event.changes.get("delegates")
    if moved is None:
        return
    _set_removed(moved["added"], event.at)
    _set_removed(moved["removed"], None)
    for each in Delegate.objects.filter(pk__in=moved["turned"]):
        each.answer = Answer.ABSENT if each.answer == Answer.COMING else Answer.COMING
        each.revision += 1
        each.save(update_fields=["answer", "revision"])


def people_of(unit_id: int | None) -> dict[str, Person]:
    """The people whom the directory knows at a unit, by their folded names; one query."""
    found = Membership.objects.filter(unit=unit_id, ended_on=None).select_related("person")
    return {fold(each.person.name): each.person for each in found}


def values_of(line: Said, people: Mapping[str, Person]) -> dict[str, Any]:
    """A typed line as the row keeps it: the title before a name stands apart, and stays while nobody types another.

    A phone number that the directory knows need not be typed.
    """
    title, name = split_title(clean(line.name))
    person = people.get(fold(name))
    return {
        **({"title": title} if title else {}),
        "name": name[:120],
        "post": clean(line.post)[:200],
        "phone": (clean(line.phone) or (person.phone if person else ""))[:30],
        "answer": line.answer,
        "reason": clean(line.reason)[:300] if line.answer == Answer.ABSENT else "",
        "person": person,
    }


def _write(row: Delegate, line: Said, people: Mapping[str, Person], channel: Channel, *, now: datetime) -> None:
    """Keeps what a line says of somebody who stays, where it says anything new."""
    values = values_of(line, people)
    if all(getattr(row, name) == value for name, value in values.items()):
        return
    answered = {"channel": channel, "answered_at": now} if row.answer != line.answer else {}
    for name, value in (values | answered).items():
        setattr(row, name, value)
    row.revision += 1
    row.save()


def _add(
    duty: Duty,
    added: Added,
    people: Mapping[str, Person],
    before: Mapping[int, Delegate],
    channel: Channel,
    *,
    by: User | None,
    now: datetime,
) -> int:
    """A new person on the unit's list; who comes instead of another takes that one's turn and part, not the number.

    A number that was left as it stood is the other's.
    """
    first = before.get(added.instead_of) if added.instead_of else None
    line = added.said
    if first is not None and clean(line.phone) == first.phone:
        line = replace(line, phone="")
    row = Delegate.objects.create(
        conference=duty.conference,
        duty=duty,
        unit=duty.unit,
        **values_of(line, people),
        instead_of=first,
        part=first.part if first else "",
        place=first.place if first else None,
        channel=channel,
        answered_at=now,
        made_by=by,
        made_at=now,
    )
    return row.pk


def _set_removed(keys: Iterable[int], at: datetime | None) -> None:
    """Takes people off the list, or puts them on it again (`at` None); their revision moves."""
    for row in Delegate.objects.filter(pk__in=list(keys)):
        row.removed_at = at
        row.revision += 1
        row.save(update_fields=["removed_at", "revision"])
