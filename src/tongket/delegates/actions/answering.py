"""A unit says who comes: the whole list at once, again each time it changes; its duty is handed in with it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import accept, hand_in, return_for_mending
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.models import Event, StoredFile
from tongket.core.text import clean
from tongket.delegates.actions.writing import ListWriter, keep_before
from tongket.delegates.queries.unread import NAMED, unread_among
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.rules import Answer, Said
from tongket.delegates.wording import answered_in_words


class DelegatesMoved(RuntimeError):
    """Somebody else changed this list, or this person, since it was read."""


class NamesUnread(DelegatesMoved):
    """What came last names nobody yet, a letter that waits to be read: there is no list to take note of."""


class NobodyNamed(ValueError):
    """A list without anybody needs a word on why the unit sends nobody."""


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
    written = ListWriter(duty, channel, by=by, now=now).write(named)
    evidence, event = hand_in(
        duty=duty,
        note=note_of(named, nobody_because),
        kept=kept,
        channel=channel,
        received_at=received_at,
        by=by,
        now=now,
    )
    keep_before(event, written)
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
