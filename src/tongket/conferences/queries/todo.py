"""What the office should do next, the most pressing first, and the reminders that wait to be drafted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import chain, islice

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.kinds import KINDS, ORDER, page_of
from tongket.conferences.models import Conference, Contact, Extension, ExtensionState
from tongket.conferences.queries.board import FREED, Board, BoardRow, Shown, short_name
from tongket.conferences.queries.by_clause import common_clause
from tongket.conferences.queries.telling import untold_units
from tongket.conferences.rules import DutyState
from tongket.core import dates, said
from tongket.units.models import Unit

MOST = 8
MOST_LATE = 4
NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: its clause, what, why now, how pressing, and the page that does it."""

    clause: str
    title: str
    reason: str
    shown: Shown
    address: str
    button: str


@dataclass(frozen=True, slots=True)
class ReminderGroup:
    """Units that may be reminded of the same kind of duty."""

    kind: str
    clause: str
    title: str
    names: str
    number: int


# What rooms that come later lay before the office, each with at most one query.
MORE: list[Callable[[Conference], Iterable[Todo]]] = []


def todos_of(conference: Conference, board: Board, host: Unit) -> list[Todo]:
    """At most eight things, no more than four of them late units; two queries and those of later rooms."""
    found = chain(
        _late(conference, board, host),
        _telling(conference, board),
        _extensions(conference, board),
        _waiting(board, host),
        _own(board),
        *(more(conference) for more in MORE),
        _undated(conference, board),
    )
    return list(islice(found, MOST))


def _late(conference: Conference, board: Board, host: Unit) -> Iterator[Todo]:
    """The units that are latest, with how often they were reminded."""
    late: dict[int, list[BoardRow]] = defaultdict(list)
    for row in board.rows:
        if row.late and row.unit_id is not None and row.unit_id != board.host_id and row.state != DutyState.RETURNED:
            late[row.unit_id].append(row)
    latest = nsmallest(MOST_LATE, late.items(), key=lambda pair: (-max(row.late for row in pair[1]), -len(pair[1])))
    reminded = _times_reminded(conference, [unit_id for unit_id, _rows in latest])
    for unit_id, rows in latest:
        most = max(row.late for row in rows)
        what = ", ".join(str(_(KINDS[row.kind].heading)).lower() for row in rows)
        n = reminded[unit_id]
        times = ngettext("Đã nhắc %(n)d lần.", "Đã nhắc %(n)d lần.", n) % {"n": n} if n else _("Chưa nhắc lần nào.")
        yield Todo(
            common_clause(rows),
            _("Gọi %(unit)s") % {"unit": short_name(board.units[unit_id], host, "")},
            _("Còn thiếu %(what)s.") % {"what": what} + " " + times,
            Shown("late", ngettext("Trễ %(n)d ngày", "Trễ %(n)d ngày", most) % {"n": most}),
            reverse("conferences:contact", args=[conference.pk, unit_id]),
            _("Ghi lại"),
        )


def _times_reminded(conference: Conference, unit_ids: Sequence[int]) -> Counter[int]:
    if not unit_ids:
        return Counter()
    return Counter(Contact.objects.filter(conference=conference, unit__in=unit_ids).values_list("unit_id", flat=True))


def _telling(conference: Conference, board: Board) -> Iterator[Todo]:
    """Units that nobody has told of the corrected plan; asks nothing while the plan is the first."""
    if max((row.plan_ordinal for row in board.rows), default=1) < 2:
        return
    number, untold = untold_units(conference)
    if untold:
        yield Todo(
            "",
            _("Báo đơn vị kế hoạch đã sửa, bản %(number)d") % {"number": number},
            ngettext("%(n)d đơn vị chưa được báo.", "%(n)d đơn vị chưa được báo.", untold) % {"n": untold},
            Shown("none", _("Chưa báo")),
            reverse("conferences:tell", args=[conference.pk, number]),
            _("Báo"),
        )


def _extensions(conference: Conference, board: Board) -> Iterator[Todo]:
    latest = max((row.plan_ordinal for row in board.rows), default=1)
    asked = Extension.objects.filter(duty__conference=conference, state=ExtensionState.ASKED)
    asked = asked.exclude(duty__state__in=FREED)
    for wish in asked.select_related("duty__unit").order_by("asked_at"):
        unit = wish.duty.unit.called if wish.duty.unit else wish.duty.unit_name
        yield Todo(
            wish.duty.clause if wish.duty.plan_ordinal == latest else "",
            _("%(unit)s xin nộp ngày %(day)s") % {"unit": unit, "day": dates.short_day(wish.wanted_on)},
            wish.reason,
            Shown("sent", _("Chờ trả lời")),
            reverse("conferences:duty", args=[wish.duty_id]),
            _("Trả lời"),
        )


def _waiting(board: Board, host: Unit) -> Iterator[Todo]:
    """What lies before the office: single papers one by one, a kind with several as one line."""
    waiting: dict[str, list[BoardRow]] = defaultdict(list)
    for row in board.rows:
        if row.is_waiting:
            waiting[row.kind].append(row)
    for kind in (kind for kind in ORDER if kind in waiting):
        rows = waiting[kind]
        heading = str(_(KINDS[kind].heading)).lower()
        yield Todo(
            common_clause(rows),
            _("Xem %(what)s của %(who)s") % {"what": heading, "who": listed(rows, board, host)},
            ngettext("%(n)d bản chờ xem.", "%(n)d bản chờ xem.", len(rows)) % {"n": len(rows)},
            Shown("sent", _("Chờ xem")),
            page_of(kind, rows[0].id),
            _("Xem"),
        )


def _own(board: Board) -> Iterator[Todo]:
    """The host's own open duties with a day, the nearest first."""
    own = [row for row in board.bound if row.unit_id == board.host_id and not row.is_delivered]
    for row in sorted((row for row in own if row.due_on), key=lambda row: row.due_on or date.max):
        text = _(KINDS[row.kind].label) if row.kind != "task" else row.text[:80]
        assert row.due_on is not None
        day = _("Hôm nay") if row.due_on == board.today else said.week_day(row.due_on)
        picture = "late" if row.late else "none"
        yield Todo(row.clause, str(text), "", Shown(picture, day), page_of(row.kind, row.id), _("Mở"))


def _undated(conference: Conference, board: Board) -> Iterator[Todo]:
    """Kinds that nobody has set a day for."""
    undated: dict[str, list[BoardRow]] = defaultdict(list)
    for row in board.bound:
        if row.due_on is None and not row.is_delivered:
            undated[row.kind].append(row)
    for kind in (kind for kind in ORDER if kind in undated):
        rows = undated[kind]
        yield Todo(
            common_clause(rows),
            _("Đặt hạn: %(what)s") % {"what": str(_(KINDS[kind].label)).lower()},
            ngettext("%(n)d phần việc chưa có hạn.", "%(n)d phần việc chưa có hạn.", len(rows)) % {"n": len(rows)},
            Shown("none", _("Chưa có hạn")),
            reverse("conferences:due", args=[conference.pk]) + f"?kind={kind}",
            _("Đặt hạn"),
        )


def listed(rows: Sequence[BoardRow], board: Board, host: Unit) -> str:
    """Whose duties they are, `An Sơn, Hòa Hương và 4 đơn vị`: the first names, then how many more."""
    named = rows if len(rows) <= NAMES_SHOWN else rows[: NAMES_SHOWN - 1]
    names = ", ".join(short_name(board.units.get(row.unit_id or 0), host, row.unit_name) for row in named)
    more = len(rows) - len(named)
    return _("%(names)s và %(n)d đơn vị") % {"names": names, "n": more} if more else names


def reminders_of(board: Board, host: Unit) -> list[ReminderGroup]:
    """For each kind the units that are late or close to their day with nothing handed in."""
    found: dict[str, list[BoardRow]] = defaultdict(list)
    for row in board.bound:
        if (row.late or row.is_at_risk) and row.unit_id != board.host_id and row.unit_id is not None:
            found[row.kind].append(row)
    return [
        ReminderGroup(
            kind,
            common_clause(found[kind]),
            _("Nhắc %(what)s") % {"what": str(_(KINDS[kind].label)).lower()},
            listed(found[kind], board, host),
            len(found[kind]),
        )
        for kind in ORDER
        if kind in found
    ]
