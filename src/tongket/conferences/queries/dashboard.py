"""The dashboard as values: days left, the track of milestones, what to do, duties by clause, the matrix."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, PlanVersion
from tongket.conferences.queries.board import Board, BoardRow, board_of
from tongket.conferences.queries.by_clause import ClauseLine, common_clause, lines_by_clause
from tongket.conferences.queries.matrix import Matrix, matrix_of
from tongket.conferences.queries.todo import ReminderGroup, Todo, reminders_of, todos_of
from tongket.core import said

MOST_MILESTONES = 7


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on the track: what happens, how many are late for it, and how it looks."""

    on: date
    label: str = ""
    clause: str = ""
    late: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything the dashboard shows."""

    days_left: int | None
    left: str
    milestones: tuple[Milestone, ...]
    todos: list[Todo]
    reminders: list[ReminderGroup]
    lines: list[ClauseLine]
    matrix: Matrix

    @property
    def days_since(self) -> int:
        """How many days ago the conference was, 0 where it is still to come."""
        return max(0, -(self.days_left or 0))


def dashboard_of(conference: Conference, *, today: date, query: Mapping[str, str]) -> Dashboard:
    """The dashboard of a conference; a constant number of queries, whatever the number of units."""
    board, host = board_of(conference, today=today), conference.host
    shown, asked, page = query.get("show", "all"), query.get("unit", ""), query.get("page")
    return Dashboard(
        days_left=(conference.held_on - today).days if conference.held_on else None,
        left=said.days_left(conference.held_on, today) if conference.held_on else "",
        milestones=milestones_of(conference, board),
        todos=[] if conference.is_cancelled else todos_of(conference, board, host),
        reminders=[] if conference.is_cancelled else reminders_of(board, host),
        lines=lines_by_clause(conference, board, host),
        matrix=matrix_of(board, host, shown=shown, asked=asked, page=page),
    )


def milestones_of(conference: Conference, board: Board) -> tuple[Milestone, ...]:
    """The issue of the plan, each day something is due, and the conference; the nearest ones where there are many."""
    due = _rows_by_day(board)
    days = [*_issue(conference), *map(Milestone, due), *_conference_day(conference)]
    days.sort(key=lambda day: day.on)
    near = (day if day.label else _due_day(day.on, due[day.on]) for day in _nearest(days, board.today))
    return tuple(_with_now(near, board.today))


def _nearest(days: list[Milestone], today: date) -> list[Milestone]:
    """At most seven days around today; the conference stays in sight however far it is."""
    goal = [day for day in days if day.look == "goal"]
    rest = [day for day in days if day.look != "goal"]
    room = MOST_MILESTONES - len(goal)
    ahead = next((place for place, day in enumerate(rest) if day.on >= today), len(rest))
    first = max(0, min(ahead - room // 2, len(rest) - room))
    return sorted([*rest[first : first + room], *goal], key=lambda day: (day.on, day.look == "goal"))


def _with_now(days: Iterable[Milestone], today: date) -> list[Milestone]:
    """Marks what is past, and before which day the present stands."""
    marked, is_now_set = [], False
    for day in days:
        look = day.look
        if day.on < today:
            look = "past warn" if day.late else "past"
        elif not is_now_set:
            look, is_now_set = f"{look} now".strip(), True
        marked.append(Milestone(day.on, day.label, day.clause, day.late, look))
    return marked


def _issue(conference: Conference) -> list[Milestone]:
    issued_on = (
        PlanVersion.objects.filter(conference=conference).order_by("ordinal").values_list("issued_on", flat=True)[:1]
    )
    return [Milestone(day, _("Ban hành kế hoạch")) for day in issued_on if day]


def _conference_day(conference: Conference) -> list[Milestone]:
    if conference.held_on is None:
        return []
    hour = f", {conference.starts_at.hour}:{conference.starts_at.minute:02}" if conference.starts_at else ""
    return [Milestone(conference.held_on, _("Hội nghị") + hour, look="goal")]


def _rows_by_day(board: Board) -> dict[date, list[BoardRow]]:
    found: dict[date, list[BoardRow]] = defaultdict(list)
    for row in board.bound:
        if row.due_on:
            found[row.due_on].append(row)
    return found


def _due_day(day: date, rows: list[BoardRow]) -> Milestone:
    """A day on which something is due, in words."""
    kinds = list(dict.fromkeys(row.kind for row in rows))
    words = ", ".join(str(_(KINDS[kind].heading)).lower() for kind in kinds)
    late = sum(1 for row in rows if row.late and row.state != "returned")
    late_words = ngettext("%(n)d việc trễ", "%(n)d việc trễ", late) % {"n": late} if late else ""
    main = [row for row in rows if row.kind == kinds[0]]
    return Milestone(day, _("Hạn %(what)s") % {"what": words}, common_clause(main), late_words)
