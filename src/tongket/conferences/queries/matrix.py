"""The matrix units × kinds: 50 units a page, sums over all of them, filters, groups by level."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import starmap

from django.core.paginator import Page, Paginator
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS, ORDER
from tongket.conferences.queries.board import Board, BoardRow, by_kind, short_name
from tongket.conferences.queries.by_clause import common_clause
from tongket.core.text import fold
from tongket.units.models import Unit
from tongket.units.rules import COMMUNE_LEVEL

UNITS_A_PAGE = 50
NOT_OWED = '<td class="na"><span class="vh">%s</span><span aria-hidden="true">–</span></td>'
OWED = '<td%s><span class="st st-%s"><span class="i i-%s" aria-hidden="true"></span>%s</span></td>'
COMMUNES = tuple(kind.value for kind in COMMUNE_LEVEL)


@dataclass(frozen=True, slots=True)
class Column:
    """One kind of duty: its heading, its place in the plan, and how much is there over all units."""

    kind: str
    heading: str
    clause: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit: its name in the table and what it owes; `group` is the heading it stands under."""

    unit_id: int | None
    name: str
    group: str
    rows: tuple[BoardRow, ...]
    kinds: tuple[str, ...]
    is_late: bool
    is_waiting: bool
    is_complete: bool

    @property
    def cells(self) -> SafeString:
        """The cells ready to print, one for each column; made for the lines of the shown page only."""
        owed = by_kind(self.rows, self.kinds)
        return SafeString("".join(_cell(owed.get(kind, ())) for kind in self.kinds))


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to look at the units, with how many it leaves."""

    key: str
    label: str
    number: int
    is_current: bool
    is_hot: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The page of the matrix that is shown."""

    columns: tuple[Column, ...]
    groups: tuple[tuple[str, tuple[UnitLine, ...]], ...]
    page: Page[UnitLine]
    filters: tuple[Filter, ...]

    @property
    def shown(self) -> str:
        """The key of the filter that is on."""
        return next(each.key for each in self.filters if each.is_current)


FILTERS: dict[str, Callable[[UnitLine], bool]] = {
    "all": lambda _line: True,
    "late": lambda line: line.is_late,
    "waiting": lambda line: line.is_waiting,
    "complete": lambda line: line.is_complete,
}


def matrix_of(board: Board, host: Unit, *, shown: str, asked: str, page: str | None) -> Matrix:
    """The matrix without the host's own duties; nothing is asked of the database."""
    rows = [row for row in board.bound if row.unit_id != board.host_id]
    columns = by_kind(rows, ORDER)
    lines = _lines(rows, tuple(columns), board, host)
    chosen = shown if shown in FILTERS else "all"
    wanted = fold(asked)
    kept = [line for line in lines if FILTERS[chosen](line) and (not wanted or wanted in fold(line.name))]
    paged = Paginator(kept, UNITS_A_PAGE).get_page(page)
    return Matrix(tuple(starmap(_column, columns.items())), _grouped(list(paged)), paged, _filters(lines, chosen))


def _column(kind: str, rows: Sequence[BoardRow]) -> Column:
    heading = _(KINDS[kind].heading) if kind in KINDS else kind
    return Column(kind, heading, common_clause(rows), sum(row.is_delivered for row in rows), len(rows))


def _lines(rows: Sequence[BoardRow], kinds: tuple[str, ...], board: Board, host: Unit) -> list[UnitLine]:
    owed: dict[tuple[int | None, str], list[BoardRow]] = defaultdict(list)
    for row in rows:
        owed[row.unit_id, "" if row.unit_id else row.unit_name].append(row)
    lines = [_line(identity, own, kinds, board, host) for identity, own in owed.items()]
    order = {unit_id: place for place, unit_id in enumerate(board.units)}
    groups = {group: place for place, group in enumerate(("", *COMMUNES))}
    return sorted(lines, key=lambda line: (groups.get(line.group, 1), order.get(line.unit_id or 0, -1), line.name))


def _line(
    identity: tuple[int | None, str],
    rows: Sequence[BoardRow],
    kinds: tuple[str, ...],
    board: Board,
    host: Unit,
) -> UnitLine:
    unit = board.units.get(identity[0] or 0)
    return UnitLine(
        unit_id=identity[0],
        name=short_name(unit, host, identity[1]),
        group=unit.place_kind if unit and unit.place_kind in COMMUNES else "",
        rows=tuple(rows),
        kinds=kinds,
        is_late=any(row.late for row in rows),
        is_waiting=any(row.is_waiting for row in rows),
        is_complete=all(row.is_done for row in rows),
    )


def _cell(rows: Sequence[BoardRow]) -> str:
    """One cell; several duties of a kind show the most pressing one and how many there are."""
    if not rows:
        return NOT_OWED % escape(_("không giao"))
    shown = max(rows, key=_pressing).shown
    done = sum(row.is_delivered for row in rows)
    words = shown.words if len(rows) == 1 else f"{shown.words} ({done}/{len(rows)})"
    look = ' class="late"' if shown.picture == "late" else ""
    return OWED % (look, shown.picture, shown.picture, escape(words))


def _pressing(row: BoardRow) -> tuple[int, int]:
    order = {"returned": 4, "handed_in": 3, "working": 2, "open": 1}
    return row.late, order.get(row.state, 0)


def _grouped(lines: Sequence[UnitLine]) -> tuple[tuple[str, tuple[UnitLine, ...]], ...]:
    """The lines under their headings: the host's own level first, then communes, wards and so on."""
    found: dict[str, list[UnitLine]] = {}
    for line in lines:
        found.setdefault(line.group, []).append(line)
    headings = {"": _("Tổ chức, cơ quan")}
    return tuple((headings.get(group, group.capitalize()), tuple(own)) for group, own in found.items())


def _filters(lines: Sequence[UnitLine], chosen: str) -> tuple[Filter, ...]:
    labels = {
        "all": _("Tất cả"),
        "late": _("Có việc trễ"),
        "waiting": _("Chờ xem"),
        "complete": _("Đã đủ"),
    }
    counts = {key: sum(map(keeps, lines)) for key, keeps in FILTERS.items()}
    return tuple(
        Filter(key, label, counts[key], key == chosen, key == "late" and bool(counts[key]))
        for key, label in labels.items()
    )
