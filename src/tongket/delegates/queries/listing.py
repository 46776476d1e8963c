"""The office's list of delegates as its page shows it: groups, their lines, and what is shown of a long group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyState, days_late
from tongket.delegates.queries.groups import Attendance, Group, Row, Sender, attendance_of
from tongket.delegates.queries.places import with_gaps
from tongket.delegates.queries.speaking import PAPER
from tongket.delegates.rules import Answer
from tongket.delegates.wording import reason_in

# A group of a city is shown whole; of a group of thousands its first lines, the rest on a page of its own.
SHOWN = 60
ON_PAGE = 200
FILTERS = frozenset({*Answer, PAPER})


@dataclass(frozen=True, slots=True)
class Line:
    """One person, or a unit (`row` None) that still has to name somebody, or leaves a place empty.

    `late` are days past the unit's last day; a person who is first or last of the group cannot move further;
    `is_waiting` tells, with the first of a unit, that its list waits for the office; `reason` is why it sends nobody.
    """

    row: Row | None
    sender: Sender | None
    late: int = 0
    is_first: bool = False
    is_last: bool = False
    is_waiting: bool = False
    reason: str = ""

    @property
    def duty(self) -> Duty | None:
        """The unit's duty, None for whom the office invites itself."""
        if self.row is not None:
            return self.row.delegate.duty
        return self.sender.duty if self.sender else None

    @property
    def answer(self) -> Answer:
        """What was answered; a place that a unit leaves empty is absent."""
        if self.row is not None:
            return Answer(self.row.delegate.answer)
        return Answer.ABSENT if self.sender and self.sender.unsent else Answer.ASKED


@dataclass(frozen=True, slots=True)
class Section:
    """A group with the lines that are shown of it, and how many more there are."""

    group: Group
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything the page shows; `page` turns the pages of the one group that was asked for, None for all groups."""

    attendance: Attendance
    sections: tuple[Section, ...]
    shown: str
    page: Page[Any] | None
    late: int

    @property
    def total(self) -> int:
        """How many people are on the list or expected."""
        return sum(self.attendance.counts.values())

    @property
    def papers(self) -> int:
        """How many on the list speak with a paper."""
        return sum(row.speaks == PAPER for row in self.attendance.rows)

    @property
    def waiting(self) -> int:
        """How many lists wait for the office; a letter without names waits for whoever writes them first."""
        return sum(not sender.is_unread for sender in self.attendance.waiting)

    @property
    def sending_nobody(self) -> int:
        """How many units answered that nobody comes."""
        return sum(sender.sends_nobody for sender in senders_of(self.attendance))


def list_page(conference: Conference, *, shown: str, clause: str | None, number: str, today: date) -> ListPage:
    """The list narrowed to an answer or to speakers; `clause` asks for one group, page `number` of it.

    A constant number of queries.
    """
    found = attendance_of(conference)
    shown = shown if shown in FILTERS else ""
    wanted = [group for group in found.groups if clause in {None, group.clause}]
    lines = {group.clause: _kept(lines_of(group, today=today), shown) for group in wanted}
    page = Paginator(lines[wanted[0].clause], ON_PAGE).get_page(number) if clause is not None and wanted else None
    cut = [_cut(group, lines[group.clause], page) for group in wanted if lines[group.clause] or not shown]
    late = sum(bool(days_late(each.duty.standing, today=today)) for each in found.unanswered)
    return ListPage(found, tuple(cut), shown, page, late)


def lines_of(group: Group, *, today: date) -> list[Line]:
    """People in the order of introduction; a unit that is still to name somebody stands where its people would."""
    late = {each.duty.pk: days_late(each.duty.standing, today=today) for each in group.senders}
    waiting = {each.duty.pk for each in group.senders if each.duty.state == DutyState.HANDED_IN}
    first, last = (group.rows[0], group.rows[-1]) if group.rows else (None, None)
    found = []
    for each in with_gaps(group.rows, filter(_is_gap, group.senders)):
        if isinstance(each, Sender):
            found.append(_gap(each, late[each.duty.pk]))
            continue
        key = each.delegate.duty_id or 0
        found.append(Line(each, None, late.get(key, 0), each is first, each is last, key in waiting))
        waiting.discard(key)
    return found


def _gap(sender: Sender, late: int) -> Line:
    is_waiting = sender.duty.state == DutyState.HANDED_IN and not sender.rows
    return Line(None, sender, late, is_waiting=is_waiting, reason=reason_in(sender.note))


def senders_of(attendance: Attendance) -> Iterable[Sender]:
    """Every unit that has to send somebody."""
    return (sender for group in attendance.groups for sender in group.senders)


def _is_gap(sender: Sender) -> bool:
    return bool(sender.missing or sender.unsent)


def _kept(lines: Sequence[Line], shown: str) -> list[Line]:
    if shown == PAPER:
        return [line for line in lines if line.row is not None and line.row.speaks == PAPER]
    return [line for line in lines if shown in {"", line.answer}]


def _cut(group: Group, lines: Sequence[Line], page: Page[Any] | None) -> Section:
    if page is not None:
        return Section(group, tuple(page.object_list))
    return Section(group, tuple(lines[:SHOWN]), max(len(lines) - SHOWN, 0))
