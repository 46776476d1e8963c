"""Rules of papers as values: what a version is measured as, its round, what stands against accepting it. Pure."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from tongket.conferences.rules import DutyState
from tongket.core.findings import Finding, Level, words

Key = TypeVar("Key")


class Measured(StrEnum):
    """Whether a version could be measured.

    Still being read, a scan whose letters a machine still looks for, done, not possible here, refused as a file.
    """

    WAITING = "waiting"
    SCANNED = "scanned"
    DONE = "done"
    NOT_HERE = "not_here"
    UNREADABLE = "unreadable"


class RemarkState(StrEnum):
    """Where a wish to speak stands."""

    ASKED = "asked"
    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class TopicState(StrEnum):
    """Where a unit's proposal of another topic stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


MEASURED_WORDS: dict[Measured, str] = {
    Measured.WAITING: words("Đang đo"),
    Measured.SCANNED: words("Đang nhận dạng"),
    Measured.DONE: words("Đã đo"),
    Measured.NOT_HERE: words("Chưa đo được"),
    Measured.UNREADABLE: words("Không đọc được"),
}
# A job will say what these measure as.
BEING_READ = frozenset({Measured.WAITING, Measured.SCANNED})
REMARK_WORDS: dict[RemarkState, str] = {
    RemarkState.ASKED: words("Chờ xem"),
    RemarkState.TAKEN: words("Đạt"),
    RemarkState.DECLINED: words("Từ chối"),
    RemarkState.WITHDRAWN: words("Đã rút"),
}
REMARK_PICTURES: dict[RemarkState, str] = {
    RemarkState.ASKED: "sent",
    RemarkState.TAKEN: "ok",
    RemarkState.DECLINED: "no",
    RemarkState.WITHDRAWN: "na",
}
# Who stands so owes nothing any more and has no turn among the speakers.
GONE = frozenset({DutyState.EXCUSED, DutyState.WITHDRAWN})
SPEAKING = frozenset({RemarkState.ASKED, RemarkState.TAKEN})
# Codes of refused files that another machine could read: the file is kept and waits to be measured there.
READ_ELSEWHERE = frozenset({"old-doc", "other-format"})
UNMEASURED = "unmeasured"


def measured_as(code: str, *, needs_office: bool) -> Measured:
    """What a version is whose file was refused with `code`; `needs_office` is a file that LibreOffice would open."""
    return Measured.NOT_HERE if needs_office and code in READ_ELSEWHERE else Measured.UNREADABLE


def next_round(last: int | None, state: DutyState) -> int:
    """The round of the next version: one more than the last one's where that was given back, 1 for the first."""
    if last is None:
        return 1
    return last + 1 if state is DutyState.RETURNED else last


def against(state: Measured, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The codes that stand against accepting a version: its blockers, or that nobody could measure it."""
    codes = dict.fromkeys(finding.code for finding in findings if finding.level is Level.BLOCKER)
    return tuple(codes) or (() if state is Measured.DONE else (UNMEASURED,))


def remark_state(state: str) -> RemarkState:
    """Where a remark stands whose duty is in `state`; one that was never handed in counts as withdrawn."""
    return {
        DutyState.HANDED_IN: RemarkState.ASKED,
        DutyState.RETURNED: RemarkState.ASKED,
        DutyState.ACCEPTED: RemarkState.TAKEN,
        DutyState.EXCUSED: RemarkState.DECLINED,
    }.get(DutyState(state), RemarkState.WITHDRAWN)


def moved(order: list[Key], key: Key, *, to: int) -> list[Key]:
    """`order` with `key` at the place `to`, counted from 1; places beyond the ends are the ends."""
    rest = [each for each in order if each != key]
    place = min(max(to, 1), len(order)) - 1
    return [*rest[:place], key, *rest[place:]]
