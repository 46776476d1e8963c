"""Every duty of a conference as light rows, read once; dashboard, matrix and sheets are made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.kinds import judged
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import (
    STATE_PICTURES,
    STATE_WORDS,
    DutyKind,
    DutyState,
    Standing,
    days_late,
    is_at_risk,
)
from tongket.units.models import Unit

COLUMNS = ("id", "kind", "unit_id", "unit_name", "clause", "text", "due_on", "due_source", "state")
COLUMNS_AFTER = ("handed_in_at", "return_due_at", "checklist", "plan_ordinal")
DELIVERED = frozenset({DutyState.HANDED_IN, DutyState.ACCEPTED})
FREED = frozenset({DutyState.EXCUSED, DutyState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One duty with what is derived of it today."""

    id: int
    kind: str
    unit_id: int | None
    unit_name: str
    clause: str
    text: str
    due_on: date | None
    due_source: str
    state: str
    handed_in_at: datetime | None
    return_due_at: datetime | None
    checklist: list[dict[str, object]]
    plan_ordinal: int
    late: int
    is_at_risk: bool
    said: str

    @property
    def shown(self) -> "Shown":
        """The state as pages show it."""
        return state_shown(self.state, self.late, self.said)

    @property
    def is_delivered(self) -> bool:
        """Whether something lies before the office or was accepted."""
        return self.state in DELIVERED

    @property
    def is_done(self) -> bool:
        """Whether the duty is closed for good."""
        return self.state == DutyState.ACCEPTED

    @property
    def is_waiting(self) -> bool:
        """Whether the office has to look at it."""
        return self.state == DutyState.HANDED_IN

    @property
    def binds(self) -> bool:
        """Whether the unit still owes it or has delivered it."""
        return self.state not in FREED


@dataclass(frozen=True, slots=True)
class Board:
    """All duties of one conference, and the units that owe them."""

    rows: tuple[BoardRow, ...]
    units: dict[int, Unit]
    host_id: int
    today: date


def board_of(conference: Conference, *, today: date) -> Board:
    """Reads the duties and their units; two queries whatever their number."""
    found = Duty.objects.filter(conference=conference).order_by("clause", "kind", "pk")
    read = list(found.values_list(*COLUMNS, *COLUMNS_AFTER))
    said = judged((values[1], values[0]) for values in read)
    latest = max((values[-1] for values in read), default=1)
    rows = tuple(_without_old_clause(_row(values, today, said), latest) for values in read)
    keys = {row.unit_id for row in rows if row.unit_id is not None}
    units = Unit.objects.filter(pk__in=keys).order_by("sort_key")
    return Board(rows, {unit.pk: unit for unit in units}, conference.host_id, today)


def _without_old_clause(row: BoardRow, latest: int) -> BoardRow:
    """A duty that the plan in force no longer gives has no clause there."""
    return row if row.plan_ordinal == latest else replace(row, clause="")


def _row(values: tuple[object, ...], today: date, said: Mapping[int, str]) -> BoardRow:
    named = dict(zip((*COLUMNS, *COLUMNS_AFTER), values, strict=True))
    if named["return_due_at"] is not None:
        # Lateness counts days of the office's zone.
        named["return_due_at"] = timezone.localtime(named["return_due_at"])  # type: ignore[arg-type]
    standing = Standing(DutyState(str(named["state"])), named["due_on"], named["return_due_at"])  # type: ignore[arg-type]
    late, risk = days_late(standing, today=today), is_at_risk(standing, today=today)
    return BoardRow(**named, late=late, is_at_risk=risk, said=said.get(values[0], ""))  # type: ignore[arg-type, call-overload]


@dataclass(frozen=True, slots=True)
class Shown:
    """A state as pages show it: the name of its picture and its words."""

    picture: str
    words: str


def state_shown(state: str, late: int, said: str = "") -> Shown:
    """`Trễ 2 ngày` where it is late and nothing came, else what its room says, else the state's own words."""
    if late and state != DutyState.RETURNED:
        return Shown("late", ngettext("Trễ %(n)d ngày", "Trễ %(n)d ngày", late) % {"n": late})
    known = DutyState(state)
    return Shown(STATE_PICTURES[known], said or _(STATE_WORDS[known]))


def together(rows: Iterable[BoardRow]) -> Shown:
    """Several duties as one state: what is late first, then what came in, then what is done."""
    bound = [row for row in rows if row.binds]
    late = sum(1 for row in bound if row.late)
    if late:
        return Shown("late", ngettext("%(n)d đơn vị trễ", "%(n)d đơn vị trễ", late) % {"n": late})
    if bound and all(row.is_done for row in bound):
        return Shown("ok", _("Xong"))
    if any(row.is_delivered for row in bound):
        return Shown("sent", _("Đang nhận"))
    if any(row.state == DutyState.WORKING for row in bound):
        return Shown("draft", _("Đang làm"))
    return Shown("none", _("Chưa gửi"))


def short_name(unit: Unit | None, host: Unit, printed: str) -> str:
    """A unit in a table: the place alone for bodies like the host's below it, else the name without its place."""
    if unit is None:
        return printed
    if unit.place and unit.body == host.body and unit.place_kind != host.place_kind:
        return unit.place
    tail = f" {unit.place_kind}"
    return unit.name.removesuffix(tail) if unit.place_kind and unit.name.endswith(tail) else unit.name


def is_of_host(row: BoardRow, board: Board) -> bool:
    """Whether the host itself owes the duty."""
    return row.unit_id == board.host_id


def kinds_in_order(rows: Iterable[BoardRow], order: Iterable[str]) -> list[str]:
    """The kinds that occur, in the order of the registry."""
    there = {row.kind for row in rows}
    return [kind for kind in order if kind in there] + sorted(there - set(order))


OWN_LINES = frozenset({DutyKind.TASK, DutyKind.NOTICE})
