"""The registry of duty kinds: name, picture, where it is fulfilled, how its state is said; a later room takes over."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.core.findings import words
from tongket.core.models import Event
from tongket.plans.facts import Facts

# For the duties of one kind, by number: the words in place of the plain state (`2 người` for `Đạt`); none keeps it.
Judge = Callable[[Collection[int]], Mapping[int, str]]
# Which duties of one kind, by number, wait for a leader of the unit to stand behind what was handed in.
Awaiting = Callable[[Collection[int]], Collection[int]]
# What a room moves of its own when a duty changes, by whichever door; inside the same transaction.
Followed = Callable[[Duty, Event], None]
# What a room puts back of its own when a change of a duty, its event, is taken back; inside the same transaction.
Undone = Callable[[Event], None]

# What a room does when a conference's plan or settings changed, told by its number; inside the same transaction.
RuledAnew = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Replanned:
    """Another version of a conference's plan is in force: its facts before and after.

    `kept` is None where a correction is applied; where it is taken back, what the room then returned.
    """

    conference_id: int
    before: Facts
    after: Facts
    kept: Any = None


# What a room moves of its own that hangs on clauses; returns, as JSON, what the way back needs beside the facts.
FollowedPlan = Callable[[Replanned], Any]


def nothing_more(_event: Event) -> None:
    """Nothing but the duty itself goes back."""


def nothing_moves(_duty: Duty, _event: Event) -> None:
    """Nothing but the duty itself moves."""


def nothing_measured(_conference_id: int) -> None:
    """Nothing of this kind is measured by what the conference says."""


def nothing_hangs(_replanned: Replanned) -> Any:  # noqa: ANN401 -- JSON
    """Nothing of this kind but the duties hangs on the plan's clauses."""
    return None


def nothing_awaits(_duty_ids: Collection[int]) -> Collection[int]:
    """What was handed in counts as it came."""
    return ()


def by_hand(duty_id: int) -> str:
    """The page of this room where a duty is fulfilled with a note and a file."""
    return reverse("conferences:duty", args=[duty_id])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of duty: a column's heading, the words of a row, a picture, where it is fulfilled, who judges it.

    `awaiting` names those that a leader of the unit has to stand behind.
    `followed` is told of each change of such a duty, `undone` of each one that is taken back, `ruled_anew` of each
    conference whose plan or settings changed, `followed_plan` of each correction and of its way back.
    """

    code: str
    heading: str
    label: str
    icon: str
    page: Callable[[int], str] = by_hand
    judge: Judge | None = None
    awaiting: Awaiting = nothing_awaits
    undone: Undone = nothing_more
    followed: Followed = nothing_moves
    ruled_anew: RuledAnew = nothing_measured
    followed_plan: FollowedPlan = nothing_hangs


KINDS: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Adds a kind of duty, or takes over where one is fulfilled."""
    KINDS[kind.code] = kind


for _kind in (
    Kind(DutyKind.DELEGATES, words("Đại biểu"), words("Cử đại biểu dự họp"), "people"),
    Kind(DutyKind.REVIEW, words("Báo cáo"), words("Báo cáo tổng kết của đơn vị"), "sum"),
    Kind(DutyKind.PAPER, words("Tham luận"), words("Tham luận"), "doc"),
    Kind(DutyKind.REMARKS, words("Phát biểu"), words("Chuẩn bị phát biểu"), "talk"),
    Kind(DutyKind.NOMINATION, words("Khen thưởng"), words("Giới thiệu khen thưởng"), "award"),
    Kind(DutyKind.EXHIBIT, words("Sản phẩm"), words("Sản phẩm trưng bày"), "units"),
    Kind(DutyKind.NOTICE, words("Thông báo"), words("Thông báo thời gian, địa điểm"), "mail"),
    Kind(DutyKind.TASK, words("Việc được giao"), words("Việc được giao"), "plan"),
):
    register_kind(_kind)

ORDER = tuple(KINDS)


def page_of(kind: str, duty_id: int) -> str:
    """Where a duty of this kind is fulfilled."""
    return KINDS[kind].page(duty_id) if kind in KINDS else by_hand(duty_id)


def is_by_hand(kind: str) -> bool:
    """Whether this room itself takes what is handed in for the kind."""
    return kind not in KINDS or KINDS[kind].page is by_hand


def fulfilled_at(kind: str, duty_id: int) -> str:
    """The page of the room that took the kind over, empty where it is this room's own."""
    return "" if is_by_hand(kind) else page_of(kind, duty_id)


def tell_ruled_anew(conference_id: int) -> None:
    """Says that what a conference's plan or settings say changed; called within the transaction that changes it."""
    for kind in KINDS.values():
        kind.ruled_anew(conference_id)


def tell_replanned(conference_id: int, before: Facts, after: Facts, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Says that another version of the plan is in force, with what each kind returned last time.

    Called within the transaction that changes it; returns by kind what a version keeps of it.
    """
    told = {
        code: kind.followed_plan(Replanned(conference_id, before, after, kept.get(code)))
        for code, kind in KINDS.items()
    }
    return {code: said for code, said in told.items() if said is not None}


def judged(owed: Iterable[tuple[str, int]]) -> dict[int, str]:
    """What the rooms that took kinds over say of these duties, given as kind and number; one call for each kind."""
    judges = {code: kind.judge for code, kind in KINDS.items() if kind.judge is not None}
    asked: dict[str, list[int]] = {}
    for kind, duty_id in owed if judges else ():
        if kind in judges:
            asked.setdefault(kind, []).append(duty_id)
    return {duty_id: said for kind, ids in asked.items() for duty_id, said in judges[kind](ids).items()}


def awaiting_a_leader(owed: Iterable[tuple[str, int]]) -> set[int]:
    """Those of these duties, given as kind and number, that wait for a leader of the unit; a call for each kind."""
    asked: dict[str, list[int]] = {}
    for kind, duty_id in owed:
        asked.setdefault(kind, []).append(duty_id)
    return {found for kind, ids in asked.items() if kind in KINDS for found in KINDS[kind].awaiting(ids)}
