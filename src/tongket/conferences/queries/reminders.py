"""Whom to remind of what, and the words of a reminder, ready to copy."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference
from tongket.conferences.queries.board import BoardRow, board_of
from tongket.conferences.queries.unit_page import office_contact, words_of
from tongket.core import said
from tongket.units.models import Membership, Unit


@dataclass(frozen=True, slots=True)
class Waiting:
    """A unit with the duties it may be reminded of."""

    unit: Unit
    rows: tuple[BoardRow, ...]

    @property
    def late(self) -> int:
        """How many days the latest of them is late."""
        return max(row.late for row in self.rows)

    @property
    def what(self) -> str:
        """What is missing, in a few words."""
        return ", ".join(dict.fromkeys(str(_(KINDS[row.kind].heading)).lower() for row in self.rows))


def units_to_remind(
    conference: Conference, *, kind: str, today: date, unit_ids: Collection[int] | None = None
) -> list[Waiting]:
    """The units that have not handed in what has a day, all kinds or one, all units or some.

    The host is not reminded, and nobody is for a conference that was called off.
    """
    if conference.is_cancelled:
        return []
    board = board_of(conference, today=today, unit_ids=unit_ids)
    found: dict[int, list[BoardRow]] = defaultdict(list)
    for row in board.rows:
        if row.last_on is not None and row.unit_id not in (None, board.host_id) and kind in ("", row.kind):
            found[row.unit_id].append(row)
    waiting = [Waiting(board.units[unit_id], tuple(rows)) for unit_id, rows in found.items()]
    return sorted(waiting, key=lambda each: (-each.late, each.unit.sort_key))


@dataclass(frozen=True, slots=True)
class Quoted:
    """What the reminders of one conference share: the plan's words at each clause, and whom to ask."""

    words: dict[str, str]
    office: Membership | None


def quoted(conference: Conference, waiting: Iterable[Waiting]) -> Quoted:
    """Reads what several reminders share; two queries, whatever their number."""
    clauses = {row.clause for each in waiting for row in each.rows}
    return Quoted(words_of(conference, sorted(clauses)), office_contact(conference))


def reminder_text(
    conference: Conference, waiting: Waiting, *, link: str, today: date, shared: Quoted | None = None
) -> str:
    """The reminder of one unit, in Vietnamese: what it owes, by when, from which clause, where to send, whom to ask.

    Who writes several reads what they share once, with `quoted`.
    """
    with translation.override("vi"):
        return "\n".join(_lines(conference, waiting, link, today, shared or quoted(conference, [waiting])))


def _lines(conference: Conference, waiting: Waiting, link: str, today: date, shared: Quoted) -> list[str]:
    lines = [_("Kính gửi %(unit)s,") % {"unit": waiting.unit.name}, ""]
    lines.append(_("%(conference)s: đơn vị còn các phần việc sau.") % {"conference": conference.short_title})
    lines += owed_lines(waiting, today=today, shared=shared)
    lines += ["", _("Nộp ở đây, không cần mật khẩu: %(link)s") % {"link": link}]
    office = shared.office
    if office is not None:
        lines.append(
            _("Cần hỏi: %(name)s, %(phone)s.") % {"name": office.person.name, "phone": office.person.phone or "…"}
        )
    return lines


def owed_lines(waiting: Waiting, *, today: date, shared: Quoted) -> list[str]:
    """What the unit owes, a line for each duty, in Vietnamese."""
    with translation.override("vi"):
        return [_line(row, shared.words.get(row.clause, row.text), today) for row in waiting.rows]


def _line(row: BoardRow, quote: str, today: date) -> str:
    assert row.last_on is not None
    gaps = {"day": said.week_day(row.last_on), "left": said.days_left(row.last_on, today)}
    due = (_("bản sửa hết %(day)s (%(left)s)") if row.is_returned else _("hết %(day)s (%(left)s)")) % gaps
    return f"{_head(row)}{due}. {_tail(row, quote)}"


def _head(row: BoardRow) -> str:
    return f"- {_(KINDS[row.kind].label)}, "


def _tail(row: BoardRow, quote: str) -> str:
    short = quote if len(quote) <= 160 else quote[:160].rsplit(" ", 1)[0] + "…"
    where = f"{_('Mục')} {row.clause}: " if row.clause else ""
    return f"{where}“{short}”"


def without_lines_of(text: str, rows: Iterable[BoardRow], *, shared: Quoted) -> str:
    """`text` without the line of each duty, whatever day it names; a duty whose line is not there changes nothing."""
    lines = text.split("\n")
    with translation.override("vi"):
        for row in rows:
            head, tail = _head(row), _tail(row, shared.words.get(row.clause, row.text))
            found = next((n for n, line in enumerate(lines) if line.startswith(head) and line.endswith(tail)), None)
            lines = lines if found is None else [*lines[:found], *lines[found + 1 :]]
    return "\n".join(lines)
