"""Every duty of a conference as light rows, read once; dashboard, matrix and sheets are made of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from operator import itemgetter
from typing import NamedTuple

from django.db.models import Max, QuerySet
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
    last_day,
)
from tongket.units.models import Unit

COLUMNS = ("id", "kind", "unit_id", "unit_name", "clause", "text", "plan_ordinal", "due_on", "state", "return_due_at")
NAMING = ("name", "short_name", "body", "place_kind", "place", "sort_key")
DELIVERED = frozenset({DutyState.HANDED_IN, DutyState.ACCEPTED})
FREED = frozenset({DutyState.EXCUSED, DutyState.WITHDRAWN})


class BoardRow(NamedTuple):
    """One duty with what is derived of it today; a tuple, for there are thousands of them on one page."""

    id: int
    kind: str
    unit_id: int | None
    unit_name: str
    clause: str
    text: str
    plan_ordinal: int
    due_on: date | None
    state: str
    return_due_at: datetime | None
    late: int
    is_at_risk: bool
    said: str

    @property
    def shown(self) -> "Shown":
        """The state as pages show it."""
        return state_shown(self.state, self.late, self.said)

    @property
    def standing(self) -> Standing:
        """What decides whether it is late; its due time in the office's zone."""
        at = timezone.localtime(self.return_due_at) if self.return_due_at else None
        return Standing(DutyState(self.state), self.due_on, at)

    @property
    def last_on(self) -> date | None:
        """The last day in time: a returned one follows its own due time, what was handed in has none."""
        return last_day(self.standing)

    @property
    def is_delivered(self) -> bool:
        """Whether something lies before the office or was accepted."""
        return self.state in DELIVERED

    @property
    def is_returned(self) -> bool:
        """Whether the unit has to mend it."""
        return self.state == DutyState.RETURNED

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
    """All duties of one conference and those that bind, and the units that owe them."""

    rows: tuple[BoardRow, ...]
    bound: tuple[BoardRow, ...]
    units: dict[int, Unit]
    host_id: int
    today: date


def board_of(conference: Conference, *, today: date, unit_ids: Collection[int] | None = None) -> Board:
    """Reads the duties and their units; two queries whatever their number, and one more for some units only."""
    every = Duty.objects.filter(conference=conference)
    found = every if unit_ids is None else every.filter(unit__in=unit_ids)
    read = sorted(found.values_list(*COLUMNS), key=itemgetter(4, 1, 0))
    said = judged((values[1], values[0]) for values in read)
    # Many duties share their day and state; each such pair is judged once.
    derived = cache(partial(_late_and_at_risk, today))
    latest = max((values[6] for values in read), default=1) if unit_ids is None else _latest(every)
    rows = tuple(
        _without_old_clause(BoardRow._make((*values, *derived(*values[7:]), said.get(values[0], ""))), latest)
        for values in read
    )
    units = Unit.objects.filter(pk__in=found.values("unit")).only(*NAMING).order_by("sort_key")
    bound = tuple(row for row in rows if row.binds)
    return Board(rows, bound, {unit.pk: unit for unit in units}, conference.host_id, today)


def _latest(every: QuerySet[Duty]) -> int:
    """The latest version of the plan that gives any duty."""
    found: int | None = every.aggregate(latest=Max("plan_ordinal"))["latest"]
    return found or 1


def _late_and_at_risk(today: date, due_on: date | None, state: str, at: datetime | None) -> tuple[int, bool]:
    """What is derived of the columns of a duty; lateness counts days of the office's zone."""
    standing = Standing(DutyState(state), due_on, timezone.localtime(at) if at else None)
    return days_late(standing, today=today), is_at_risk(standing, today=today)


def _without_old_clause(row: BoardRow, latest: int) -> BoardRow:
    """A duty that the plan in force no longer gives has no clause there."""
    return row if row.plan_ordinal == latest else row._replace(clause="")


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
    """A unit in a table: the host by its short name, the place alone for bodies like it, else the name without it."""
    if unit is None:
        return printed
    if unit.pk == host.pk and unit.short_name:
        return unit.short_name
    if unit.place and unit.body == host.body and unit.place_kind != host.place_kind:
        return unit.place
    tail = f" {unit.place_kind}"
    return unit.name.removesuffix(tail) if unit.place_kind and unit.name.endswith(tail) else unit.name


def is_of_host(row: BoardRow, board: Board) -> bool:
    """Whether the host itself owes the duty."""
    return row.unit_id == board.host_id


def by_kind(rows: Iterable[BoardRow], order: Iterable[str]) -> dict[str, list[BoardRow]]:
    """The rows of each kind that occurs, the kinds in the order of the registry."""
    found: dict[str, list[BoardRow]] = defaultdict(list)
    for row in rows:
        found[row.kind].append(row)
    known = [kind for kind in order if kind in found]
    return {kind: found[kind] for kind in (*known, *sorted(found.keys() - known))}


OWN_LINES = frozenset({DutyKind.TASK, DutyKind.NOTICE})
