"""The tray: what came in, with the guess and its reasons in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, ConferenceState, Duty
from tongket.conferences.rules import NEXT, DutyState
from tongket.core.audit import reference
from tongket.core.models import Event
from tongket.mailbox.accounts import ImapAccount
from tongket.mailbox.intake.files import Role, matter
from tongket.mailbox.intake.loops import Loop
from tongket.mailbox.intake.values import Certainty
from tongket.mailbox.intake.words import CERTAINTIES, FAULTS, LOOPS, REASONS, ROLES
from tongket.mailbox.models import Incoming, IncomingFile, Place
from tongket.mailbox.queries.taken_back import FILE, taken_back_of
from tongket.mailbox.rules import IncomingState
from tongket.reading.mail.values import Fault

WAITING = (IncomingState.WAITING, IncomingState.BROKEN)
SHELVES: dict[str, tuple[IncomingState, ...]] = {
    "waiting": WAITING,
    "filed": (IncomingState.FILED,),
    "aside": (IncomingState.HANDLED,),
    "left": (IncomingState.IGNORED,),
}
SHOWN = ("duty__unit", "duty__conference", "sender_unit", "evidence", "handled_by")
PAGE_ROWS = 30
TAKING = [state for state in DutyState if DutyState.HANDED_IN in NEXT[state]]


@dataclass(frozen=True, slots=True)
class File:
    """A file of a message as the page shows it; only what is no program may be chosen, matter is chosen already."""

    row: IncomingFile
    role: str
    is_chosen: bool
    may_choose: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as the tray shows it."""

    incoming: Incoming
    sender: str
    guess: str
    certainty: str
    reasons: tuple[str, ...]
    faults: tuple[str, ...]
    loop: str
    files: tuple[File, ...]
    is_taken_back: bool
    """Whether what was filed was taken back at its own place since."""

    @property
    def may_file(self) -> bool:
        """Whether one press may file it for the guessed duty."""
        has_matter = any(file.is_chosen for file in self.files)
        return self.is_waiting and has_matter and self.incoming.duty is not None and self.takes

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for a person."""
        return self.incoming.state in WAITING

    @property
    def takes(self) -> bool:
        """Whether the guessed duty takes something now."""
        duty = self.incoming.duty
        return duty is not None and duty.state in TAKING and not duty.conference.is_cancelled

    @property
    def is_beyond(self) -> bool:
        """Whether it is for something that a unit owes without a duty of the plan."""
        return bool(self.incoming.beyond_key)


def tray_of(conference: Conference) -> QuerySet[Incoming]:
    """Everything that came in for a conference, and what came to its host for none; latest first.

    One that takes something has what waits for those of its host that were called off, too: there nothing is filed.
    """
    of_host = Q(conference__isnull=True, host=conference.host_id)
    found = Incoming.objects.filter(Q(conference=conference) | of_host | _left_over(conference))
    return found.order_by("-came_at", "pk")


def _left_over(conference: Conference) -> Q:
    """What waits for a conference of the same host that was called off, or was put aside since."""
    if conference.is_cancelled:
        return Q(pk__in=())
    aside = Q(state=IncomingState.HANDLED, handled_at__gte=F("conference__cancelled_at"))
    over = Q(conference__state=ConferenceState.CANCELLED, conference__host=conference.host_id)
    return over & (Q(state__in=WAITING) | aside)


def shelf(conference: Conference, name: str) -> QuerySet[Incoming]:
    """The messages of one shelf of the tray with what a row shows; three queries for a page of them."""
    rows = tray_of(conference).filter(state__in=SHELVES[name]).defer("body")
    return rows.select_related(*SHOWN).prefetch_related("files__file")


def counts_of(conference: Conference) -> dict[str, int]:
    """How many messages lie on each shelf; one query."""
    found = dict(tray_of(conference).order_by().values_list("state").annotate(number=Count("pk")))
    return {name: sum(found.get(state, 0) for state in states) for name, states in SHELVES.items()}


def waiting_in(conference: Conference) -> int:
    """How many messages wait for a person; one query."""
    return tray_of(conference).filter(state__in=WAITING).count()


def letters_of(rows: Iterable[Incoming]) -> tuple[Letter, ...]:
    """The rows in words of the reader's language; their files, duties and evidence must be there already."""
    shown = list(rows)
    gone = taken_back_of(shown)
    return tuple(_letter(row, is_taken_back=row.pk in gone) for row in shown)


def letter_of(incoming: Incoming) -> Letter:
    """As `letters_of`, for one message."""
    return letters_of([incoming])[0]


def _letter(incoming: Incoming, *, is_taken_back: bool) -> Letter:
    return Letter(
        incoming=incoming,
        sender=incoming.name or incoming.address or _("không ghi người gửi"),
        guess=_guess_words(incoming),
        certainty=_(CERTAINTIES[Certainty(incoming.certainty)]),
        reasons=tuple(reasons_of(incoming)),
        faults=tuple(_(FAULTS[Fault(fault)]) for fault in incoming.faults),
        loop=_(LOOPS[Loop(incoming.loop)]) if incoming.loop else "",
        files=_files(incoming),
        is_taken_back=is_taken_back,
    )


def _guess_words(incoming: Incoming) -> str:
    """The guessed duty, or what is owed without one, else the guessed unit, else nothing."""
    if incoming.duty is not None:
        return duty_words(incoming.duty)
    if incoming.beyond_key and incoming.sender_unit is not None:
        return f"{kind_words(incoming.beyond_kind)} · {incoming.sender_unit.called}"
    return incoming.sender_unit.called if incoming.sender_unit else ""


def _files(incoming: Incoming) -> tuple[File, ...]:
    rows = sorted(incoming.files.all(), key=lambda row: row.ordinal)
    kind = incoming.duty.kind if incoming.duty else ""
    chosen = set(matter([(row.file.name, Role(row.role)) for row in rows], kind))
    return tuple(
        File(row, _(ROLES[Role(row.role)]), is_chosen=place in chosen, may_choose=row.role != Role.PROGRAM)
        for place, row in enumerate(rows)
    )


def duty_words(duty: Duty) -> str:
    """`Tham luận · xã Tam Thăng`."""
    return f"{kind_words(duty.kind)} · {duty.unit.called if duty.unit else duty.unit_name}"


def kind_words(code: str) -> str:
    """The heading of a kind of duty."""
    return _(KINDS[code].heading) if code in KINDS else code


def reasons_of(incoming: Incoming) -> list[str]:
    """What speaks for the guess and against filing it unseen, as sentences."""
    unit = incoming.sender_unit.called if incoming.sender_unit else ""
    said = []
    for reason in incoming.reasons:
        values = {"unit": unit, **reason["values"]}
        sentence = REASONS[reason["code"]]
        if reason["code"] == "kind":
            values["kind"] = ", ".join(kind_words(code).lower() for code in values["kind"].split("|"))
        said.append(_(sentence).format(**values))
    return said


def place_read(account: ImapAccount) -> Place | None:
    """How far this mailbox was read, and what was wrong the last time; None before the first time."""
    return Place.objects.filter(account=account.name, folder=account.folder).exclude(read_at=None, fault="").first()


def receipt_of(incoming: Incoming) -> str | None:
    """The number of the receipt for a filed message, None for one that is not filed; one query beyond duties.

    The trail keeps that of what a unit owed without a duty; its earliest lines name none.
    """
    if incoming.evidence is not None:
        return incoming.evidence.receipt
    if incoming.state != IncomingState.FILED or not incoming.beyond_key:
        return None
    line = Event.objects.filter(verb=FILE, subject=reference(incoming)).order_by("-pk").first()
    receipt = line.changes.get("receipt") if line else None
    return str(receipt) if receipt else None
