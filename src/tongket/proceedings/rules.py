"""Rules of the volume as values: where a build stands, what it is made of, what a change of that is. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.findings import words


class BuildState(StrEnum):
    """Where one build of the volume is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class How(StrEnum):
    """What became of a chapter since another build."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


HOW_WORDS: dict[How, str] = {
    How.ADDED: words("thêm"),
    How.GONE: words("bỏ"),
    How.CHANGED: words("có sửa"),
    How.MOVED: words("đổi chỗ"),
}


class Around(StrEnum):
    """What a volume is made of besides its chapters: each has a print of its own, as a chapter has."""

    COVER = "cover"
    FORM = "form"
    PRESS = "press"
    INDEX = "index"


# The part of these entries, and their names as message ids.
AROUND = "around"
AROUND_WORDS: dict[Around, str] = {
    Around.COVER: words("Bìa"),
    Around.FORM: words("Thể thức"),
    Around.PRESS: words("Cách mở bài ở bản in"),
    Around.INDEX: words("Bảng tra tác giả, đơn vị"),
}
# In which states a duty of the kind stands in the volume: exhibits as they come, papers once they are accepted.
BOUND: dict[DutyKind, Collection[str]] = {
    DutyKind.EXHIBIT: (DutyState.HANDED_IN, DutyState.ACCEPTED),
    DutyKind.PAPER: (DutyState.ACCEPTED,),
}
# What may change about a duty without a word of it standing in the volume.
_UNPRINTED = {"due_on", "due_source", "return_due_at", "checklist", "remark", "handed_in_at", "accepted_at"}


def is_printed(verb: str, changes: Mapping[str, Any], *, of: DutyKind) -> bool:
    """Whether what changed of a duty stood in the volume before, or stands there now, and anybody can read it there.

    A duty that is handed in once more keeps its state: what was handed in is new all the same.
    """
    if "before" not in changes:
        return False
    before, after = changes["before"], changes["after"]
    if before["state"] not in BOUND[of] and after["state"] not in BOUND[of]:
        return False
    changed = {name for name, value in after.items() if value != before[name]}
    return verb == "hand_in" or bool(changed - _UNPRINTED)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a build remembers of a chapter: its code and title, the part it stands in, and the print of its content.

    Those of `AROUND` are what the volume is made of besides; their titles are message ids.
    """

    code: str
    title: str
    part: str
    print: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Who did something (`user:3`, as the trail names people) and when, as ISO 8601."""

    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one entry, and where it is known, who made it so and when."""

    how: How
    title: str
    code: str
    part: str
    trace: Trace | None = None

    def by(self, trace: Trace | None) -> "Change":
        """The same, made by somebody."""
        return replace(self, trace=trace)


def changes(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Change, ...]:
    """What is different, in the order of the new volume, what is gone last; moved are only those that did not change.

    A chapter moved when its neighbours among the chapters that stand in both volumes are others. Of a volume that
    remembers nothing but chapters, nothing else is compared.
    """
    if not any(entry.part == AROUND for entry in before):
        after = [entry for entry in after if entry.part != AROUND]
    old = {entry.code: entry for entry in before}
    new = {entry.code: entry for entry in after}
    kept_before = [entry.code for entry in before if entry.code in new]
    kept_after = [entry.code for entry in after if entry.code in old]
    moved = _moved(kept_before, kept_after)
    found: list[Change] = []
    for entry in after:
        if entry.code not in old:
            found.append(_change(How.ADDED, entry))
        elif entry.print != old[entry.code].print:
            found.append(_change(How.CHANGED, entry))
        elif entry.code in moved:
            found.append(_change(How.MOVED, entry))
    return (*found, *(_change(How.GONE, entry) for entry in before if entry.code not in new))


def _change(how: How, entry: Entry) -> Change:
    return Change(how, entry.title, entry.code, entry.part)


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The fewest codes that must be taken out so that the rest stands in one order: all but a longest common run."""
    place = {code: number for number, code in enumerate(before)}
    runs: list[list[int]] = []
    for number in (place[code] for code in after):
        shorter = [run for run in runs if run[-1] < number]
        runs.append([*_longest(shorter), number])
    stays = set(_longest(runs))
    return {code for code in after if place[code] not in stays}


def _longest(runs: list[list[int]]) -> list[int]:
    """The first of the longest runs, an empty one of none."""
    return max(runs, key=lambda run: len(run)) if runs else []


def ordered(codes: Iterable[str], wanted: Mapping[str, int]) -> list[str]:
    """`codes` in the order somebody chose; those that nobody placed keep their turn behind the ones before them."""
    known = list(codes)
    places = [(wanted.get(code, -1), number, code) for number, code in enumerate(known)]
    last = -1
    keyed = []
    for chosen, number, code in places:
        last = chosen if chosen >= 0 else last
        keyed.append((last, chosen < 0, number, code))
    return [code for *_, code in sorted(keyed)]


def numbers_of(typed: str) -> list[int] | None:
    """Numbers from 1, as a person lists them: `2, 5`; None where something else stands there."""
    parts = [part for part in typed.replace(";", ",").replace(" ", ",").split(",") if part]
    if not all(part.isdecimal() and int(part) for part in parts):
        return None
    return sorted({int(part) for part in parts})


def widths_of(typed: str) -> list[tuple[int, float]] | None:
    """Pictures (from 0) with their widths, of what a person lists from 1: `1: 120, 2: 80`; None for anything else."""
    found: dict[int, float] = {}
    for part in (part.strip() for part in typed.replace(";", ",").split(",")):
        number, colon, width = (piece.strip() for piece in part.partition(":"))
        if not part:
            continue
        if not colon or not number.isdecimal() or not int(number) or not width.removesuffix("mm").strip().isdecimal():
            return None
        found[int(number) - 1] = float(width.removesuffix("mm"))
    return sorted(found.items())
