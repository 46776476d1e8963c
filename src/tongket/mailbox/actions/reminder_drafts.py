"""Reminders ready for the outbox: one draft for each unit, with its words and addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.reminders import Waiting
from tongket.mailbox.drafts import Draft
from tongket.mailbox.queries.addresses import UnitAddresses, addresses_of
from tongket.mailbox.queries.reminder_words import Words, words_for
from tongket.mailbox.rules import MessageKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder to write: what the unit owes, whether its leader gets it, and when it may leave the office."""

    waiting: Waiting
    to_leader: bool
    send_at: datetime
    once: str | None = None


def drafts_of(conference: Conference, wanted: Sequence[Wanted], *, now: datetime) -> list[Draft]:
    """One draft for each unit; a constant number of queries."""
    words = words_for(conference, [each.waiting for each in wanted])
    addresses = addresses_of([each.waiting.unit.pk for each in wanted], on=timezone.localtime(now).date())
    duties = Duty.objects.in_bulk([row.id for each in wanted for row in each.waiting.rows])
    return [_draft(each, words, addresses, duties, now) for each in wanted]


def _draft(
    each: Wanted, words: Words, addresses: Mapping[int, UnitAddresses], duties: Mapping[int, Duty], now: datetime
) -> Draft:
    unit = each.waiting.unit
    subject, body = words.of(each.waiting, to_leader=each.to_leader, today=timezone.localtime(now).date())
    to = addresses.get(unit.pk, UnitAddresses()).wanted(to_leader=each.to_leader)
    return Draft(
        kind=MessageKind.REMINDER,
        unit=unit,
        name=unit.name,
        addresses=[address.email for address in to],
        subject=subject,
        body=body,
        duties=[duties[row.id] for row in each.waiting.rows],
        once=each.once,
        send_at=each.send_at,
    )
