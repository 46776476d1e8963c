"""Rules of the volume as values: where a build stands, what a change of its contents is. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter as a build remembers it: its code and title, the part it stands in, and the print of its content."""

    code: str
    title: str
    part: str
    print: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one chapter."""

    how: How
    title: str


def changes(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Change, ...]:
    """What is different, in the order of the new volume, what is gone last; moved are only those that did not change.

    A chapter moved when its neighbours among the chapters that stand in both volumes are others.
    """
    old = {entry.code: entry for entry in before}
    new = {entry.code: entry for entry in after}
    kept_before = [entry.code for entry in before if entry.code in new]
    kept_after = [entry.code for entry in after if entry.code in old]
    moved = _moved(kept_before, kept_after)
    found: list[Change] = []
    for entry in after:
        if entry.code not in old:
            found.append(Change(How.ADDED, entry.title))
        elif entry.print != old[entry.code].print:
            found.append(Change(How.CHANGED, entry.title))
        elif entry.code in moved:
            found.append(Change(How.MOVED, entry.title))
    return (*found, *(Change(How.GONE, entry.title) for entry in before if entry.code not in new))


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
