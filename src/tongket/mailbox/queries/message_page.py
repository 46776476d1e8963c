"""One message as a page shows it: what will be read, by whom, what goes with it, how far it got, what happened."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Duty
from tongket.core.models import Event
from tongket.mailbox.codes import code_of_duty, code_of_message
from tongket.mailbox.composing import text_of
from tongket.mailbox.models import Attachment, Delivery, Message
from tongket.mailbox.queries.outbox import Row, row_of, title_of
from tongket.mailbox.rules import DELIVERY_PICTURES, DELIVERY_WORDS, SENDABLE, DeliveryState, MessageState
from tongket.mailbox.wording import LINK, fill, gaps_in

LINES = 30


@dataclass(frozen=True, slots=True)
class Way:
    """One address and how far the message got there."""

    delivery: Delivery
    picture: str
    words: str
    fault: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty that the message is about."""

    duty: Duty
    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of what was done with the message."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class MessagePage:
    """Everything about one message."""

    message: Message
    row: Row
    title: str
    code: str
    text: str
    ways: tuple[Way, ...]
    duties: tuple[Owed, ...]
    files: tuple[Attachment, ...]
    happened: tuple[Happened, ...]
    has_link: bool

    @property
    def may_edit(self) -> bool:
        """Whether its words may still be changed."""
        return self.message.state in SENDABLE

    @property
    def may_send(self) -> bool:
        """Whether it could leave by mail now."""
        return self.may_edit and bool(self.row.addresses) and not self.row.missing and not self.row.is_unsure

    @property
    def may_stop(self) -> bool:
        """Whether it waits for a worker."""
        return self.message.state == MessageState.QUEUED


def message_page(message: Message) -> MessagePage:
    """The page of one message; a constant number of queries."""
    loaded = Message.objects.select_related("unit", "document__entry", "conference__host", "recipient__unit")
    found = loaded.prefetch_related("deliveries", "duties", "attachments__file").get(pk=message.pk)
    shown = fill(found.body, {LINK: _("(đường dẫn riêng, có khi thư đi)")})
    return MessagePage(
        message=found,
        row=row_of(found),
        title=title_of(found),
        code=code_of_message(found.pk),
        text=text_of(found, shown),
        ways=tuple(_way(each) for each in found.deliveries.all()),
        duties=tuple(_owed(duty) for duty in found.duties.all()),
        files=tuple(found.attachments.all()),
        happened=tuple(_happened(found)),
        has_link=LINK in gaps_in(found.body),
    )


def _way(delivery: Delivery) -> Way:
    state = DeliveryState(delivery.state)
    return Way(
        delivery, DELIVERY_PICTURES[state], _(DELIVERY_WORDS[state]), _(delivery.fault) if delivery.fault else ""
    )


def _owed(duty: Duty) -> Owed:
    return Owed(duty, _(KINDS[duty.kind].label) if duty.kind in KINDS else duty.kind, code_of_duty(duty.pk))


def event_words() -> dict[str, str]:
    """How the page says what happened to this message alone."""
    return {
        "edit_message": _("Sửa lời thư"),
        "decide_unsure": _("Quyết thư không rõ đã gửi chưa"),
        "bounce": _("Máy chủ thư báo trả lại"),
    }


def _happened(message: Message) -> list[Happened]:
    said = event_words()
    events = Event.objects.filter(subject=f"message:{message.pk}", verb__in=said).order_by("-at", "-pk")[:LINES]
    found = [Happened(event.at, said[event.verb]) for event in events]
    known = [
        (message.sent_at, _("Đã gửi")),
        (message.queued_at, _("Cho gửi")),
        (message.made_at, _("Đưa vào thư đi")),
    ]
    return sorted([*found, *(Happened(at, words) for at, words in known if at)], key=lambda each: each.at, reverse=True)
