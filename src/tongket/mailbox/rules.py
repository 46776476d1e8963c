"""What a message is: its states, how delivery is retried, what an incoming message can become. Pure."""

from collections.abc import Collection
from datetime import timedelta
from enum import StrEnum

from tongket.core.findings import words

SEND_JOB = "mailbox.send"
LETTERS_JOB = "mailbox.letters"


class MessageKind(StrEnum):
    """Why a message is written."""

    DOCUMENT = "document"
    REMINDER = "reminder"
    RECEIPT = "receipt"
    CORRECTION = "correction"
    RETURNED = "returned"
    FREE = "free"


KIND_WORDS: dict[MessageKind, str] = {
    MessageKind.DOCUMENT: words("Gửi văn bản"),
    MessageKind.REMINDER: words("Lời nhắc"),
    MessageKind.RECEIPT: words("Báo đã nhận"),
    MessageKind.CORRECTION: words("Báo kế hoạch đã sửa"),
    MessageKind.RETURNED: words("Báo trả lại để sửa"),
    MessageKind.FREE: words("Thư của Văn phòng"),
}


class MessageState(StrEnum):
    """Where a message is: it waits to be looked at, goes out, went out, or was put aside."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    DISCARDED = "discarded"


NEXT: dict[MessageState, frozenset[MessageState]] = {
    MessageState.DRAFT: frozenset({MessageState.QUEUED, MessageState.DISCARDED, MessageState.SENT}),
    # A reminder that waits for its moment is put aside once what it asks for is there.
    MessageState.QUEUED: frozenset(
        {MessageState.SENT, MessageState.FAILED, MessageState.DRAFT, MessageState.DISCARDED}
    ),
    MessageState.SENT: frozenset({MessageState.FAILED}),
    MessageState.FAILED: frozenset({MessageState.QUEUED, MessageState.DISCARDED, MessageState.SENT}),
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


# From these a message can be sent, from these it can be put aside.
SENDABLE = frozenset({MessageState.DRAFT, MessageState.FAILED})
DISCARDABLE = frozenset({MessageState.DRAFT, MessageState.FAILED})


class DeliveryState(StrEnum):
    """Where a message is on its way to one address; a claimed one is in the hands of a worker.

    An unsure one was handed to the server, but nobody heard whether it was taken: a person decides (decision 7).
    """

    WAITING = "waiting"
    CLAIMED = "claimed"
    UNSURE = "unsure"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"


DELIVERY_WORDS: dict[DeliveryState, str] = {
    DeliveryState.WAITING: words("Chờ gửi"),
    DeliveryState.CLAIMED: words("Đang gửi"),
    DeliveryState.UNSURE: words("Không rõ đã gửi chưa"),
    DeliveryState.SENT: words("Đã gửi"),
    DeliveryState.FAILED: words("Gửi không được"),
    DeliveryState.BOUNCED: words("Bị trả lại"),
}
DELIVERY_PICTURES: dict[DeliveryState, str] = {
    DeliveryState.WAITING: "none",
    DeliveryState.CLAIMED: "sent",
    DeliveryState.UNSURE: "back",
    DeliveryState.SENT: "ok",
    DeliveryState.FAILED: "late",
    DeliveryState.BOUNCED: "late",
}
UNDER_WAY = frozenset({DeliveryState.WAITING, DeliveryState.CLAIMED})
WENT_WRONG = frozenset({DeliveryState.UNSURE, DeliveryState.FAILED, DeliveryState.BOUNCED})
# How long a server that is away or asks to come later is left alone after each try; then a person looks.
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after so many tries, None when that was the last one."""
    return WAITS[attempts - 1] if 1 <= attempts <= len(WAITS) else None


def outcome(states: Collection[DeliveryState]) -> MessageState | None:
    """What became of a message by its deliveries: None while one is under way, failed when one went wrong."""
    if UNDER_WAY & set(states):
        return None
    return MessageState.FAILED if WENT_WRONG & set(states) else MessageState.SENT


class IncomingState(StrEnum):
    """What became of a message that came in."""

    FILED = "filed"
    WAITING = "waiting"
    HANDLED = "handled"
    IGNORED = "ignored"
    BROKEN = "broken"
