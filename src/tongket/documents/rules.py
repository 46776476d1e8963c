"""What a document is: its states and the moves between them, how it is numbered, what kinds there are. Pure."""

from enum import StrEnum

from tongket.core.findings import words


class DocumentState(StrEnum):
    """Where a document is in its life; a draft goes round by `RETURNED` as often as the leader wants."""

    DRAFT = "draft"
    CHECKED = "checked"
    RETURNED = "returned"
    APPROVED = "approved"
    NUMBERED = "numbered"
    ISSUED = "issued"
    RECALLED = "recalled"
    CORRECTED = "corrected"
    DROPPED = "dropped"


# A numbered document keeps its number for ever: it can be cancelled in the register, never given back.
NEXT: dict[DocumentState, frozenset[DocumentState]] = {
    DocumentState.DRAFT: frozenset({DocumentState.CHECKED, DocumentState.DROPPED}),
    DocumentState.CHECKED: frozenset({DocumentState.APPROVED, DocumentState.RETURNED, DocumentState.DRAFT}),
    DocumentState.RETURNED: frozenset({DocumentState.CHECKED, DocumentState.DRAFT, DocumentState.DROPPED}),
    DocumentState.APPROVED: frozenset({DocumentState.NUMBERED, DocumentState.CHECKED, DocumentState.DRAFT}),
    DocumentState.NUMBERED: frozenset({DocumentState.ISSUED, DocumentState.RECALLED}),
    DocumentState.ISSUED: frozenset({DocumentState.RECALLED, DocumentState.CORRECTED}),
    DocumentState.RECALLED: frozenset(),
    DocumentState.CORRECTED: frozenset(),
    DocumentState.DROPPED: frozenset({DocumentState.DRAFT}),
}
STATE_WORDS: dict[DocumentState, str] = {
    DocumentState.DRAFT: words("Đang soạn"),
    DocumentState.CHECKED: words("Chờ ký"),
    DocumentState.RETURNED: words("Trả lại để sửa"),
    DocumentState.APPROVED: words("Chờ cấp số"),
    DocumentState.NUMBERED: words("Chờ gửi"),
    DocumentState.ISSUED: words("Đã phát hành"),
    DocumentState.RECALLED: words("Đã thu hồi"),
    DocumentState.CORRECTED: words("Đã thay bằng văn bản khác"),
    DocumentState.DROPPED: words("Đã bỏ"),
}
STATE_PICTURES: dict[DocumentState, str] = {
    DocumentState.DRAFT: "draft",
    DocumentState.CHECKED: "draft",
    DocumentState.RETURNED: "back",
    DocumentState.APPROVED: "draft",
    DocumentState.NUMBERED: "sent",
    DocumentState.ISSUED: "ok",
    DocumentState.RECALLED: "no",
    DocumentState.CORRECTED: "na",
    DocumentState.DROPPED: "na",
}
EDITABLE = frozenset({DocumentState.DRAFT, DocumentState.RETURNED})


class RecipientRole(StrEnum):
    """Why somebody gets a document: it is addressed to them, sent for their knowledge, or kept."""

    ADDRESSEE = "addressee"
    COPY = "copy"


class Reached(StrEnum):
    """How far a document got with one recipient."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    OPENED = "opened"
    RECEIVED = "received"
    FAILED = "failed"


class BatchState(StrEnum):
    """Where the making of many copies is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
