"""What a message is: its states, how delivery is retried, what an incoming message can become. Pure."""

from enum import StrEnum

from tongket.core.findings import words


class MessageKind(StrEnum):
    """Why a message is written."""

    DOCUMENT = "document"
    REMINDER = "reminder"
    RECEIPT = "receipt"
    CORRECTION = "correction"
    FREE = "free"


class MessageState(StrEnum):
    """Where a message is: it waits to be looked at, goes out, went out, or was put aside."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    DISCARDED = "discarded"


NEXT: dict[MessageState, frozenset[MessageState]] = {
    MessageState.DRAFT: frozenset({MessageState.QUEUED, MessageState.DISCARDED, MessageState.SENT}),
    MessageState.QUEUED: frozenset({MessageState.SENT, MessageState.FAILED, MessageState.DRAFT}),
    MessageState.SENT: frozenset({MessageState.FAILED}),
    MessageState.FAILED: frozenset({MessageState.QUEUED, MessageState.DISCARDED}),
    MessageState.DISCARDED: frozenset({MessageState.DRAFT}),
}
STATE_WORDS: dict[MessageState, str] = {
    MessageState.DRAFT: words("Chờ xem"),
    MessageState.QUEUED: words("Đang gửi"),
    MessageState.SENT: words("Đã gửi"),
    MessageState.FAILED: words("Gửi không được"),
    MessageState.DISCARDED: words("Đã bỏ"),
}
STATE_PICTURES: dict[MessageState, str] = {
    MessageState.DRAFT: "draft",
    MessageState.QUEUED: "sent",
    MessageState.SENT: "ok",
    MessageState.FAILED: "late",
    MessageState.DISCARDED: "no",
}


class DeliveryState(StrEnum):
    """Where a message is on its way to one address; a claimed one is in the hands of a worker."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"


class IncomingState(StrEnum):
    """What became of a message that came in."""

    FILED = "filed"
    WAITING = "waiting"
    HANDLED = "handled"
    IGNORED = "ignored"
    BROKEN = "broken"
