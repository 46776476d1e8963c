"""The tray: what came in, with the guess and its reasons in words, and the duties that it may be filed for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import NEXT, STATE_WORDS, DutyState
from tongket.core import clock
from tongket.core.text import fold
from tongket.mailbox.accounts import ImapAccount
from tongket.mailbox.beyond import owed_beyond
from tongket.mailbox.intake.files import Role, matter
from tongket.mailbox.intake.loops import Loop
from tongket.mailbox.intake.values import Certainty
from tongket.mailbox.intake.words import CERTAINTIES, FAULTS, LOOPS, REASONS, ROLES
from tongket.mailbox.models import Incoming, IncomingFile, Place
from tongket.mailbox.rules import IncomingState
from tongket.reading.mail.values import Fault
from tongket.units.models import Unit

WAITING = (IncomingState.WAITING, IncomingState.BROKEN)
SHELVES: dict[str, tuple[IncomingState, ...]] = {
    "waiting": WAITING,
    "filed": (IncomingState.FILED,),
    "aside": (IncomingState.HANDLED,),
    "left": (IncomingState.IGNORED,),
}
SHOWN = ("duty__unit", "duty__conference", "sender_unit", "evidence", "handled_by")
MOST_DUTIES = 12
MOST_UNITS = 50
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
    def is_taken_back(self) -> bool:
        """Whether what was filed was taken back at the duty since."""
        evidence = self.incoming.evidence
        if self.incoming.state != IncomingState.FILED or self.is_beyond:
            return False
        return evidence is None or evidence.taken_back_at is not None

    @property
    def is_beyond(self) -> bool:
        """Whether it is for something that a unit owes without a duty of the plan."""
        return bool(self.incoming.beyond_key)


def tray_of(conference: Conference) -> QuerySet[Incoming]:
    """Everything that came in for a conference, and what came to its host for none; latest first."""
    of_host = Q(conference__isnull=True, host=conference.host_id)
    return Incoming.objects.filter(Q(conference=conference) | of_host).order_by("-came_at", "pk")


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
    """The rows in words."""
    return tuple(letter_of(row) for row in rows)


def letter_of(incoming: Incoming) -> Letter:
    """A message in words of the reader's language; its files and duty must be there already."""
    return Letter(
        incoming=incoming,
        sender=incoming.name or incoming.address or _("không ghi người gửi"),
        guess=_guess_words(incoming),
        certainty=_(CERTAINTIES[Certainty(incoming.certainty)]),
        reasons=tuple(reasons_of(incoming)),
        faults=tuple(_(FAULTS[Fault(fault)]) for fault in incoming.faults),
        loop=_(LOOPS[Loop(incoming.loop)]) if incoming.loop else "",
        files=_files(incoming),
    )


def _guess_words(incoming: Incoming) -> str:
    """The guessed duty, or what is owed without one, else the guessed unit, else nothing."""
    if incoming.duty is not None:
        return duty_words(incoming.duty)
    if incoming.beyond_key and incoming.sender_unit is not None:
        return f"{_kind(incoming.beyond_kind)} · {incoming.sender_unit.called}"
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
    return f"{_kind(duty.kind)} · {duty.unit.called if duty.unit else duty.unit_name}"


def _kind(code: str) -> str:
    return _(KINDS[code].heading) if code in KINDS else code


def reasons_of(incoming: Incoming) -> list[str]:
    """What speaks for the guess and against filing it unseen, as sentences."""
    unit = incoming.sender_unit.called if incoming.sender_unit else ""
    said = []
    for reason in incoming.reasons:
        values = {"unit": unit, **reason["values"]}
        sentence = REASONS[reason["code"]]
        if reason["code"] == "kind":
            values["kind"] = ", ".join(_kind(code).lower() for code in values["kind"].split("|"))
        said.append(_(sentence).format(**values))
    return said


@dataclass(frozen=True, slots=True)
class Choice:
    """What a message may be filed for: a duty, or what a unit owes without one; `value` names it in a form."""

    duty: Duty | None
    value: str
    words: str
    state: str
    is_guess: bool


def choices_for(incoming: Incoming, conference: Conference, asked: str) -> tuple[Choice, ...]:
    """The duties, and what is owed without one, whose unit or kind holds every asked word, whatever the accents.

    Without a word the sender's, the guess first. Only those that take something now, none of a conference that was
    called off; one query, and one for each room that is owed something beyond duties.
    """
    if conference.is_cancelled:
        return ()
    duties: QuerySet[Duty] = Duty.objects.filter(conference=conference, state__in=TAKING).select_related("unit")
    if not asked.strip():
        duties = duties.filter(Q(unit=incoming.sender_unit_id) | Q(pk=incoming.duty_id), unit__isnull=False)
        own = [incoming.sender_unit_id] if incoming.sender_unit_id else []
        return _choices(duties.order_by("due_on", "pk")[:MOST_DUTIES], _beyond(incoming, conference, own), incoming)
    named = fold(asked).split()
    rows = [duty for duty in duties.order_by("unit__sort_key", "pk") if _holds(duty, named)]
    units = Unit.objects.valid_on(clock.today()) if len(rows) < MOST_DUTIES else Unit.objects.none()
    for word in named:
        units = units.filter(search_key__contains=word)
    below = _beyond(incoming, conference, list(units.values_list("pk", flat=True)[:MOST_UNITS]))
    return _choices(rows, below, incoming)[:MOST_DUTIES]


def _beyond(incoming: Incoming, conference: Conference, units: list[int]) -> list[Choice]:
    """What these units owe this conference without a duty, and takes something now."""
    owed = [each for each in owed_beyond(units) if each.conference.pk == conference.pk and each.state in TAKING]
    return [
        Choice(
            None,
            f"{each.kind}:{each.key}",
            f"{_kind(each.kind)} · {each.unit.called}",
            _(STATE_WORDS[each.state]),
            is_guess=each.key == incoming.beyond_key,
        )
        for each in owed
    ]


def _holds(duty: Duty, asked: Sequence[str]) -> bool:
    keys = f"{duty.unit.search_key if duty.unit else fold(duty.unit_name)} {fold(_kind(duty.kind))}"
    return all(word in keys for word in asked)


def _choices(duties: Iterable[Duty], beyond: list[Choice], incoming: Incoming) -> tuple[Choice, ...]:
    found = [
        Choice(
            duty,
            str(duty.pk),
            duty_words(duty),
            _(STATE_WORDS[DutyState(duty.state)]),
            is_guess=duty.pk == incoming.duty_id,
        )
        for duty in duties
    ]
    return tuple(sorted([*found, *beyond], key=lambda choice: not choice.is_guess))


def place_read(account: ImapAccount) -> Place | None:
    """How far this mailbox was read, and what was wrong the last time; None before the first time."""
    return Place.objects.filter(account=account.name, folder=account.folder).exclude(read_at=None, fault="").first()
