"""Whom to remind of what, and the words of a reminder, ready to copy."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference
from tongket.conferences.queries.board import BoardRow, board_of
from tongket.conferences.queries.unit_page import office_contact, words_of
from tongket.core import said
from tongket.units.models import Unit


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


def units_to_remind(conference: Conference, *, kind: str, today: date) -> list[Waiting]:
    """The units that have not handed in what has a day, all kinds or one; the host is not reminded."""
    board = board_of(conference, today=today)
    found: dict[int, list[BoardRow]] = defaultdict(list)
    for row in board.rows:
        is_open = row.binds and not row.is_delivered and row.due_on is not None
        if is_open and row.unit_id not in (None, board.host_id) and kind in ("", row.kind):
            found[row.unit_id].append(row)
    waiting = [Waiting(board.units[unit_id], tuple(rows)) for unit_id, rows in found.items()]
    return sorted(waiting, key=lambda each: (-each.late, each.unit.sort_key))


def reminder_text(conference: Conference, waiting: Waiting, *, link: str, today: date) -> str:
    """The reminder of one unit, in Vietnamese: what it owes, by when, from which clause, where to send, whom to ask."""
    with translation.override("vi"):
        return "\n".join(_lines(conference, waiting, link, today))


def _lines(conference: Conference, waiting: Waiting, link: str, today: date) -> list[str]:
    quotes = words_of(conference, [row.clause for row in waiting.rows])
    lines = [_("Kính gửi %(unit)s,") % {"unit": waiting.unit.name}, ""]
    lines.append(_("%(conference)s: đơn vị còn các phần việc sau.") % {"conference": conference.short_title})
    lines += [_line(row, quotes.get(row.clause, row.text), today) for row in waiting.rows]
    lines += ["", _("Nộp ở đây, không cần mật khẩu: %(link)s") % {"link": link}]
    office = office_contact(conference)
    if office is not None:
        lines.append(
            _("Cần hỏi: %(name)s, %(phone)s.") % {"name": office.person.name, "phone": office.person.phone or "…"}
        )
    return lines


def _line(row: BoardRow, quote: str, today: date) -> str:
    assert row.due_on is not None
    due = _("hết %(day)s (%(left)s)") % {"day": said.week_day(row.due_on), "left": said.days_left(row.due_on, today)}
    short = quote if len(quote) <= 160 else quote[:160].rsplit(" ", 1)[0] + "…"
    where = f"{_('Mục')} {row.clause}: " if row.clause else ""
    return f"- {_(KINDS[row.kind].label)}, {due}. {where}“{short}”"
