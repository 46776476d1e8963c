"""What an exemplar is and where it stands. Pure."""

from enum import StrEnum

from tongket.core.findings import words


class ExemplarState(StrEnum):
    """Where an exemplar stands: named by somebody, confirmed by the office, or the same as another one."""

    NAMED = "named"
    CONFIRMED = "confirmed"
    MERGED = "merged"
    DROPPED = "dropped"


# A merged one goes back to being named, so that the office looks at it again.
NEXT: dict[ExemplarState, frozenset[ExemplarState]] = {
    ExemplarState.NAMED: frozenset({ExemplarState.CONFIRMED, ExemplarState.MERGED, ExemplarState.DROPPED}),
    ExemplarState.CONFIRMED: frozenset({ExemplarState.NAMED, ExemplarState.MERGED, ExemplarState.DROPPED}),
    ExemplarState.MERGED: frozenset({ExemplarState.NAMED}),
    ExemplarState.DROPPED: frozenset({ExemplarState.NAMED}),
}
# Those that count: one that was merged is counted with the other, one that was dropped not at all.
COUNTED = frozenset({ExemplarState.NAMED, ExemplarState.CONFIRMED})
STATE_WORDS: dict[ExemplarState, str] = {
    ExemplarState.NAMED: words("Chờ xác nhận"),
    ExemplarState.CONFIRMED: words("Đã xác nhận"),
    ExemplarState.MERGED: words("Đã gộp"),
    ExemplarState.DROPPED: words("Không lấy"),
}
STATE_PICTURES: dict[ExemplarState, str] = {
    ExemplarState.NAMED: "sent",
    ExemplarState.CONFIRMED: "ok",
    ExemplarState.MERGED: "source",
    ExemplarState.DROPPED: "na",
}
