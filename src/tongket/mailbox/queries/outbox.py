"""The outbox as a page shows it: what matches, in batches, with the numbers that stand on its buttons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.core.models import Job, JobState
from tongket.core.text import clean, fold
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import (
    KIND_WORDS,
    LETTERS_JOB,
    SENDABLE,
    STATE_PICTURES,
    STATE_WORDS,
    DeliveryState,
    MessageKind,
    MessageState,
)
from tongket.mailbox.wording import OPEN_GAP, missing_in

ROWS = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages somebody looks at: one state, and of that one kind, one batch, or what has these letters."""

    state: MessageState = MessageState.DRAFT
    kind: str = ""
    batch: UUID | None = None
    q: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the state was asked for."""
        return bool(self.kind or self.batch or self.q)

    def pairs(self) -> list[tuple[str, str]]:
        """The same as fields of a form."""
        values = {"state": self.state, "kind": self.kind, "batch": str(self.batch or ""), "q": self.q}
        return [(name, value) for name, value in values.items() if value]

    def query(self) -> str:
        """The same behind the question mark of an address."""
        return urlencode(self.pairs())


def wanted_of(values: dict[str, str]) -> Wanted:
    """What an address or a form asks for; whatever it says that does not exist is left out."""
    state, kind = values.get("state", ""), values.get("kind", "")
    try:
        batch = UUID(values["batch"]) if values.get("batch") else None
    except ValueError:
        batch = None
    return Wanted(
        MessageState(state) if state in set(MessageState) else MessageState.DRAFT,
        kind if kind in set(MessageKind) else "",
        batch,
        clean(values.get("q", ""))[:100],
    )


def matching(conference: Conference, wanted: Wanted) -> QuerySet[Message]:
    """The messages that are wanted, latest batch first, within it in the order they were made."""
    found = Message.objects.filter(conference=conference, state=wanted.state)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.batch:
        found = found.filter(batch=wanted.batch)
    if wanted.q:
        words = Q(name__icontains=wanted.q) | Q(subject__icontains=wanted.q)
        found = found.filter(words | Q(unit__search_key__contains=fold(wanted.q)))
    return found.order_by("-made_at", "batch", "pk")


@dataclass(frozen=True, slots=True)
class Row:
    """One message in the list."""

    message: Message
    addresses: tuple[str, ...]
    clauses: tuple[tuple[str, int], ...]
    files: int
    missing: tuple[str, ...]
    fault: str
    is_unsure: bool

    @property
    def picture(self) -> str:
        """The picture of its state."""
        return "back" if self.is_unsure else STATE_PICTURES[MessageState(self.message.state)]

    @property
    def words(self) -> str:
        """Its state in words."""
        return _("Không rõ đã gửi chưa") if self.is_unsure else _(STATE_WORDS[MessageState(self.message.state)])


@dataclass(frozen=True, slots=True)
class Group:
    """The messages of one press on this page; `total` are all of it that match, `going` those that could leave.

    `held` could leave but for a gap that nobody filled.
    """

    batch: UUID | None
    title: str
    made_at: datetime
    total: int
    going: int
    held: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """One state with its number of messages."""

    state: MessageState
    label: str
    number: int
    is_current: bool
    is_hot: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    """The page."""

    wanted: Wanted
    tabs: tuple[Tab, ...]
    groups: tuple[Group, ...]
    page: Page[Message]
    going: int
    held: int
    preparing: tuple[tuple[int, int], ...]

    @property
    def queued(self) -> int:
        """How many messages are on their way."""
        return next(tab.number for tab in self.tabs if tab.state is MessageState.QUEUED)

    @property
    def total(self) -> int:
        """How many messages match."""
        return self.page.paginator.count


def outbox_of(conference: Conference, wanted: Wanted, number: str) -> Outbox:
    """The page `number` of what is wanted; a constant number of queries, whatever the number of messages."""
    found = matching(conference, wanted)
    page = Paginator(found, ROWS).get_page(number)
    leaving = going_of(found).aggregate(n=Count("pk"), held=Count("pk", has_gap()))
    return Outbox(
        wanted=wanted,
        tabs=tuple(_tabs(conference, wanted)),
        groups=tuple(_groups(found, list(_loaded(page.object_list)))),
        page=page,
        going=leaving["n"] - leaving["held"],
        held=leaving["held"],
        preparing=tuple(preparing(conference)),
    )


def _loaded(rows: Iterable[Message]) -> QuerySet[Message]:
    keys = [row.pk for row in rows]
    found = Message.objects.filter(pk__in=keys).select_related("unit", "document__entry")
    return found.prefetch_related("deliveries", "duties", "attachments").order_by("-made_at", "batch", "pk")


def going_of(found: QuerySet[Message]) -> QuerySet[Message]:
    """Those that have an address they did not reach, and could leave."""
    resting = [DeliveryState.WAITING, DeliveryState.FAILED, DeliveryState.BOUNCED]
    left = Delivery.objects.filter(message=OuterRef("pk"), state__in=resting)
    return found.filter(Exists(left), state__in=SENDABLE)


def has_gap() -> Q:
    """Messages in which a gap is still to be filled; they stay when the others leave."""
    # The brace is looked for first: a database that has no patterns of its own asks Python for each row.
    in_body, in_subject = Q(body__contains="{", body__regex=OPEN_GAP), Q(subject__contains="{", subject__regex=OPEN_GAP)
    return in_body | in_subject


def ready_of(found: QuerySet[Message]) -> QuerySet[Message]:
    """Those that leave on a press: with an address they did not reach, and nothing left to fill in."""
    return going_of(found).exclude(has_gap())


def _tabs(conference: Conference, wanted: Wanted) -> Iterator[Tab]:
    counted = Message.objects.filter(conference=conference).values("state").annotate(n=Count("pk")).order_by("state")
    numbers = {row["state"]: row["n"] for row in counted}
    for state, label in STATE_WORDS.items():
        number = numbers.get(state, 0)
        yield Tab(state, _(label), number, state is wanted.state, state is MessageState.FAILED and number > 0)


def _groups(found: QuerySet[Message], rows: list[Message]) -> Iterator[Group]:
    batches = {row.batch for row in rows}
    there = found.filter(batch__in=batches).order_by()
    totals = {row["batch"]: row["n"] for row in there.values("batch").annotate(n=Count("pk"))}
    counted = going_of(there).values("batch").annotate(n=Count("pk"), held=Count("pk", has_gap()))
    going = {row["batch"]: (row["n"] - row["held"], row["held"]) for row in counted}
    for batch, members in groupby(rows, key=lambda row: row.batch):
        shown = tuple(row_of(message) for message in members)
        first = shown[0].message
        number = totals.get(batch, len(shown))
        yield Group(batch, title_of(first), first.made_at, number, *going.get(batch, (0, 0)), shown)


def title_of(message: Message) -> str:
    """What a batch is about: the document with its number, else the kind of message."""
    if message.document is None:
        return _(KIND_WORDS[MessageKind(message.kind)])
    entry = getattr(message.document, "entry", None)
    return f"{entry or _('Văn bản')}: {message.document.subject}"


def row_of(message: Message) -> Row:
    """One message as a line; its deliveries, duties and attachments are loaded already."""
    deliveries = list(message.deliveries.all())
    clauses = {duty.clause: duty.plan_ordinal for duty in message.duties.all() if duty.clause}
    return Row(
        message=message,
        addresses=tuple(each.address for each in deliveries),
        clauses=tuple(clauses.items()),
        files=len(message.attachments.all()),
        missing=missing_in(message.subject, message.body),
        fault=next((_(each.fault) for each in deliveries if each.fault), ""),
        is_unsure=any(each.state == DeliveryState.UNSURE for each in deliveries),
    )


def preparing(conference: Conference) -> Iterator[tuple[int, int]]:
    """For each document whose letters are being put in: how many are there, and how many there will be."""
    waiting = [JobState.WAITING, JobState.RUNNING]
    jobs = Job.objects.filter(name=LETTERS_JOB, state__in=waiting, arguments__conference=conference.pk)
    for job in jobs.order_by("pk")[:3]:
        yield Message.objects.filter(batch=job.arguments["batch"]).count(), int(job.arguments["total"])


def waiting_number(conference: Conference) -> tuple[int, int]:
    """How many messages wait to be looked at, and how many went wrong; one query."""
    states = Message.objects.filter(conference=conference, state__in=SENDABLE).values_list("state", flat=True)
    counted = dict(states.annotate(n=Count("pk")).order_by("state").values_list("state", "n"))
    return counted.get(MessageState.DRAFT, 0), counted.get(MessageState.FAILED, 0)
