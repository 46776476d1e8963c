"""The words of reminders, ready for the outbox: the office's own letter, filled with what one unit owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.reminders import Quoted, Waiting, owed_lines, quoted
from tongket.mailbox.drafts import Draft
from tongket.mailbox.queries.addresses import UnitAddresses, addresses_of
from tongket.mailbox.queries.letters import conference_values, letter_of
from tongket.mailbox.rules import MessageKind
from tongket.mailbox.wording import Letter, filled

REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder to write: what the unit owes, whether its leader gets it, and when it may leave the office."""

    waiting: Waiting
    to_leader: bool
    send_at: datetime
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What all reminders of one conference share: the office's letter, its values, and the plan's own words."""

    letter: Letter
    values: dict[str, str]
    shared: Quoted

    def of(self, waiting: Waiting, *, to_leader: bool, now: datetime) -> tuple[str, str]:
        """Subject and body for one unit; the leader also reads why it comes to them.

        Vietnamese whoever pressed the button; the link is filled in when the message leaves.
        """
        own = {"đơn vị": waiting.unit.name, "phần việc": "\n".join(self.lines(waiting, now=now))}
        subject, body = filled(self.letter, self.values | own)
        if not to_leader:
            return subject, body
        with translation.override("vi"):
            note = _("Văn phòng đã nhắc đơn vị mà chưa nhận được; kính báo lãnh đạo đơn vị để chỉ đạo.")
            about = _("Kính báo lãnh đạo: %(subject)s") % {"subject": subject}
        greeting, gap, rest = body.partition("\n\n")
        return about[:300], f"{greeting}\n\n{note}{gap}{rest}"

    def lines(self, waiting: Waiting, *, now: datetime) -> list[str]:
        """What the unit owes as it stands in the letter, a line for each duty."""
        return owed_lines(waiting, today=timezone.localtime(now).date(), shared=self.shared)


def words_for(conference: Conference, waiting: Sequence[Waiting]) -> Words:
    """Reads what the reminders share; a constant number of queries."""
    return Words(letter_of(conference.host, REMINDER), conference_values(conference), quoted(conference, waiting))


def drafts_of(conference: Conference, wanted: Sequence[Wanted], *, now: datetime) -> list[Draft]:
    """One draft for each unit; a constant number of queries."""
    words = words_for(conference, [each.waiting for each in wanted])
    addresses = addresses_of([each.waiting.unit.pk for each in wanted], on=now.date())
    duties = Duty.objects.in_bulk([row.id for each in wanted for row in each.waiting.rows])
    return [_draft(each, words, addresses, duties, now) for each in wanted]


def _draft(
    each: Wanted, words: Words, addresses: dict[int, UnitAddresses], duties: dict[int, Duty], now: datetime
) -> Draft:
    unit = each.waiting.unit
    subject, body = words.of(each.waiting, to_leader=each.to_leader, now=now)
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
