"""The page of reminders: whom to remind of what, what the ladder will do, what it did."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference, Contact
from tongket.conferences.queries.board import Shown
from tongket.conferences.queries.reminders import Waiting
from tongket.mailbox.models import Message
from tongket.mailbox.queries.addresses import UnitAddresses, addresses_of
from tongket.mailbox.queries.nudges import DayToCome, Nudge, Situation, situation_of
from tongket.mailbox.rules import STATE_PICTURES, STATE_WORDS, MessageKind, MessageState

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that owes something: since when it was reminded, whether a reminder waits, whether it has an address."""

    waiting: Waiting
    reminded_at: datetime | None
    has_draft: bool
    has_address: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder that was made, and where it is."""

    message: Message
    shown: Shown


@dataclass(frozen=True, slots=True)
class ReminderPage:
    """Everything that the page shows; `opens_at` is when reminders next leave, None within office hours."""

    owing: tuple[Owing, ...]
    due: tuple[Nudge, ...]
    to_come: tuple[DayToCome, ...]
    made: tuple[Sent, ...]
    opens_at: datetime | None

    @property
    def silent(self) -> int:
        """How many units have no address to write to."""
        return sum(not each.has_address for each in self.owing)


def reminder_page(conference: Conference, *, now: datetime) -> ReminderPage:
    """The page of one conference; a constant number of queries."""
    stands = situation_of(conference, now=now)
    return ReminderPage(
        owing=tuple(_owing(stands)),
        due=tuple(stands.nudges()),
        to_come=tuple(stands.days_to_come()),
        made=tuple(made_reminders(conference)),
        opens_at=stands.opens_at,
    )


def _owing(stands: Situation) -> list[Owing]:
    conference, units = stands.conference, [each.unit.pk for each in stands.waiting]
    contacts = Contact.objects.filter(conference=conference, is_reminder=True, unit__in=units)
    last = dict(contacts.values_list("unit").annotate(last=Max("made_at")).values_list("unit", "last"))
    drafts = Message.objects.filter(conference=conference, kind=MessageKind.REMINDER, state=MessageState.DRAFT)
    drafted = set(drafts.values_list("unit_id", flat=True))
    reached = addresses_of(units, on=stands.now.date())
    return [
        Owing(
            each,
            last.get(each.unit.pk),
            each.unit.pk in drafted,
            bool(reached.get(each.unit.pk, UnitAddresses()).wanted(to_leader=False)),
        )
        for each in stands.waiting
    ]


def made_reminders(conference: Conference) -> list[Sent]:
    """The latest reminders with the state each is in; one query."""
    found = Message.objects.filter(conference=conference, kind=MessageKind.REMINDER).select_related("unit")
    return [Sent(each, _shown(each)) for each in found.order_by("-made_at", "-pk")[:SHOWN]]


def _shown(message: Message) -> Shown:
    state = MessageState(message.state)
    return Shown(STATE_PICTURES[state], _(STATE_WORDS[state]))
