"""What an exemplar is and where it stands. Pure."""

from enum import StrEnum

from tongket.core.findings import words


class ExemplarState(StrEnum):
    """Where an exemplar stands: named by somebody, confirmed by the office, or the same as another one."""

    NAMED = "named"
    CONFIRMED = "confirmed"
    MERGED = "merged"
    DROPPED = "dropped"


STATE_WORDS: dict[ExemplarState, str] = {
    ExemplarState.NAMED: words("Chờ xác nhận"),
    ExemplarState.CONFIRMED: words("Đã xác nhận"),
    ExemplarState.MERGED: words("Đã gộp"),
    ExemplarState.DROPPED: words("Không lấy"),
}
