"""What is asked of a unit's review and where a review stands. Pure."""

from enum import StrEnum

from tongket.conferences.rules import DutyState
from tongket.core.findings import words


class Kind(StrEnum):
    """What a question asks for and what a statement says."""

    CONTEXT = "context"
    RESULT = "result"
    STRENGTH = "strength"
    SHORTCOMING = "shortcoming"
    CAUSE = "cause"
    LESSON = "lesson"
    EXEMPLAR = "exemplar"
    PLANNED = "planned"
    RECOMMENDATION = "recommendation"


KIND_WORDS: dict[Kind, str] = {
    Kind.CONTEXT: words("Tình hình, chỉ đạo"),
    Kind.RESULT: words("Kết quả"),
    Kind.STRENGTH: words("Ưu điểm"),
    Kind.SHORTCOMING: words("Hạn chế"),
    Kind.CAUSE: words("Nguyên nhân"),
    Kind.LESSON: words("Bài học"),
    Kind.EXEMPLAR: words("Mô hình tiêu biểu"),
    Kind.PLANNED: words("Phương hướng"),
    Kind.RECOMMENDATION: words("Kiến nghị"),
}


class Nature(StrEnum):
    """What sort of number an indicator is; a rate is never typed where its numerator and denominator are."""

    COUNT = "count"
    AMOUNT = "amount"
    MONEY = "money"
    RATE = "rate"


class Span(StrEnum):
    """Whether a figure speaks of its period alone or of all since the beginning."""

    PERIOD = "period"
    CUMULATIVE = "cumulative"


class Gather(StrEnum):
    """How the figures of several units become one."""

    SUM = "sum"
    MEAN = "mean"
    RATE = "rate"
    NONE = "none"


class ReviewState(StrEnum):
    """Where a unit's review stands; a submitted one counts only when a leader of the unit confirmed it."""

    NOT_BEGUN = "not_begun"
    WORKING = "working"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    EXCUSED = "excused"


DELIVERED = frozenset({ReviewState.SUBMITTED, ReviewState.ACCEPTED})
NEXT: dict[ReviewState, frozenset[ReviewState]] = {
    ReviewState.NOT_BEGUN: frozenset({ReviewState.WORKING, ReviewState.SUBMITTED, ReviewState.EXCUSED}),
    ReviewState.WORKING: frozenset({ReviewState.NOT_BEGUN, ReviewState.SUBMITTED, ReviewState.EXCUSED}),
    ReviewState.SUBMITTED: frozenset(
        {ReviewState.SUBMITTED, ReviewState.RETURNED, ReviewState.ACCEPTED, ReviewState.EXCUSED}
    ),
    ReviewState.RETURNED: frozenset({ReviewState.SUBMITTED, ReviewState.EXCUSED}),
    ReviewState.ACCEPTED: frozenset({ReviewState.SUBMITTED, ReviewState.RETURNED}),
    ReviewState.EXCUSED: frozenset({ReviewState.NOT_BEGUN}),
}
STATE_WORDS: dict[ReviewState, str] = {
    ReviewState.NOT_BEGUN: words("Chưa gửi"),
    ReviewState.WORKING: words("Đang soạn"),
    ReviewState.SUBMITTED: words("Chờ xem"),
    ReviewState.RETURNED: words("Trả lại để sửa"),
    ReviewState.ACCEPTED: words("Đạt"),
    ReviewState.EXCUSED: words("Không giao"),
}
STATE_PICTURES: dict[ReviewState, str] = {
    ReviewState.NOT_BEGUN: "none",
    ReviewState.WORKING: "draft",
    ReviewState.SUBMITTED: "sent",
    ReviewState.RETURNED: "back",
    ReviewState.ACCEPTED: "ok",
    ReviewState.EXCUSED: "na",
}
# A review below the units of the plan has no duty; where there is one the two move together.
OF_DUTY: dict[DutyState, ReviewState] = {
    DutyState.OPEN: ReviewState.NOT_BEGUN,
    DutyState.WORKING: ReviewState.WORKING,
    DutyState.HANDED_IN: ReviewState.SUBMITTED,
    DutyState.RETURNED: ReviewState.RETURNED,
    DutyState.ACCEPTED: ReviewState.ACCEPTED,
    DutyState.EXCUSED: ReviewState.EXCUSED,
    DutyState.WITHDRAWN: ReviewState.EXCUSED,
}


class Manner(StrEnum):
    """How a unit held its own review, as the plan lets it choose."""

    MEETING = "meeting"
    WRITING = "writing"


class CameAs(StrEnum):
    """In which shape a version came."""

    WEB = "web"
    SHEET = "sheet"
    FORM = "form"
    REPORT = "report"
    BUNDLE = "bundle"
    PAPER = "paper"


class FigureState(StrEnum):
    """Whether a person of the unit stands behind a figure, or the program only read it in a report."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


class Confirmed(StrEnum):
    """How the leader of a unit stood behind its review."""

    WEB = "web"
    SIGNED = "signed"
    BUNDLE = "bundle"
