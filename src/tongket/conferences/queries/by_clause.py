"""Duties by clause: one line for each kind, tasks one by one, with who, when and how far."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS, ORDER, page_of
from tongket.conferences.models import Conference
from tongket.conferences.queries.board import (
    OWN_LINES,
    Board,
    BoardRow,
    Shown,
    by_kind,
    is_of_host,
    short_name,
    together,
)
from tongket.conferences.rules import DutyKind, DutyState
from tongket.units.models import Unit
from tongket.units.rules import COMMUNE_LEVEL

LONGEST = 90
Part = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One line of the table: its clause, what is owed, by whom, by when, how much is there."""

    kind: str
    clause: str
    label: str
    who: str
    due_on: date | None
    has_several_days: bool
    done: int
    total: int
    shown: Shown
    duty_id: int | None

    @property
    def address(self) -> str:
        """Where the only duty of this line is fulfilled, empty where there are several."""
        return page_of(self.kind, self.duty_id) if self.duty_id is not None else ""

    @property
    def bar(self) -> str:
        """The look of the progress bar."""
        if self.shown.picture == "late":
            return "over"
        return "done" if self.total and self.done == self.total else ""


def lines_by_clause(conference: Conference, board: Board, host: Unit) -> list[ClauseLine]:
    """The table "Phần việc theo mục của kế hoạch", in the order of the kinds; one query, for the host's checklists."""
    parts, lines = dict(conference.duties.filter(unit=host).values_list("pk", "checklist")), []
    for kind, rows in by_kind(board.bound, ORDER).items():
        if kind in OWN_LINES:
            lines += [_own_line(row, parts[row.id], board, host) for row in rows if is_of_host(row, board)]
            lines += [_line(kind, own, board, host) for own in _at_each_clause(rows, board)]
        else:
            lines.append(_line(kind, rows, board, host))
    return lines


def _at_each_clause(rows: Sequence[BoardRow], board: Board) -> list[list[BoardRow]]:
    """The rows of other units than the host, those of one clause together: one task given to many is one line."""
    found: dict[str, list[BoardRow]] = {}
    for row in rows:
        if not is_of_host(row, board):
            found.setdefault(row.clause, []).append(row)
    return list(found.values())


def _line(kind: str, rows: Sequence[BoardRow], board: Board, host: Unit) -> ClauseLine:
    days = {row.due_on for row in rows}
    return ClauseLine(
        kind=kind,
        clause=common_clause(rows),
        label=_words_of(rows[0]) if kind == DutyKind.TASK else _(KINDS[kind].label),
        who=who(rows, board, host),
        due_on=min((day for day in days if day), default=None),
        has_several_days=len(days) > 1,
        done=sum(row.is_delivered for row in rows),
        total=len(rows),
        shown=together(rows),
        duty_id=rows[0].id if len(rows) == 1 else None,
    )


def _words_of(row: BoardRow) -> str:
    """The first words of a task."""
    return row.text if len(row.text) <= LONGEST else row.text[:LONGEST].rsplit(" ", 1)[0] + "…"


def _own_line(row: BoardRow, checklist: Sequence[Part], board: Board, host: Unit) -> ClauseLine:
    parts = checklist or [{"done": row.is_delivered}]
    return ClauseLine(
        kind=row.kind,
        clause=row.clause,
        label=_words_of(row) if row.kind == DutyKind.TASK else _(KINDS[row.kind].label),
        who=short_name(board.units.get(row.unit_id or 0), host, row.unit_name),
        due_on=row.due_on,
        has_several_days=False,
        done=len(parts) if row.is_done else sum(bool(part["done"]) for part in parts),
        total=len(parts),
        shown=_own_shown(row, is_begun=any(part["done"] for part in checklist)),
        duty_id=row.id,
    )


def _own_shown(row: BoardRow, *, is_begun: bool) -> Shown:
    """The host's own task: at work as soon as one of its parts is done."""
    if (is_begun or row.state == DutyState.WORKING) and not row.late and not row.is_delivered:
        return Shown("draft", _("Đang làm"))
    return Shown("ok", _("Xong")) if row.is_done else row.shown


def common_clause(rows: Sequence[BoardRow]) -> str:
    """The place that all share (`III.2` of `III.2/1` … `III.2/6`), else the one most of them stand at."""
    places = Counter(row.clause for row in rows)
    above = {clause.split("/")[0] for clause in places}
    if len(places) > 1 and len(above) == 1:
        return above.pop()
    return places.most_common(1)[0][0]


def who(rows: Sequence[BoardRow], board: Board, host: Unit) -> str:
    """`13 xã, phường`, `18 đơn vị`, or the only unit's name."""
    units = {row.unit_id or row.unit_name: board.units.get(row.unit_id or 0) for row in rows}
    if len(units) == 1:
        return short_name(next(iter(units.values())), host, rows[0].unit_name)
    kinds = {unit.place_kind if unit else "" for unit in units.values()}
    words = [kind.value for kind in COMMUNE_LEVEL if kind.value in kinds]
    noun = ", ".join(words) if words and kinds == set(words) else _("đơn vị")
    return f"{len(units)} {noun}"
