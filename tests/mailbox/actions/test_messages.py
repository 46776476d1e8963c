"""What a person does with messages: send, stop, put aside, take back, edit, send by hand; each once."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tests.factories.mailbox import make_document, make_draft, make_message, make_recipient
from tongket.conferences.models import Contact
from tongket.conferences.rules import Channel
from tongket.core.models import Event, Job
from tongket.documents.rules import Reached
from tongket.mailbox.actions import messages as act
from tongket.mailbox.actions.by_hand import take_back_by_hand
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageKind, MessageState

pytestmark = pytest.mark.django_db


@pytest.fixture
def set_up(settings: Settings) -> None:
    """A server is set up; none has to be there."""
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:8249", "vp@tamky.vn"


def states(*messages: Message) -> list[str]:
    """What became of these messages."""
    return [Message.objects.get(pk=message.pk).state for message in messages]


@pytest.mark.usefixtures("set_up")
def test_queued_messages_are_due_and_a_run_is_called() -> None:
    conference, clerk = make_conference(), make_user()
    one, two = make_message(conference=conference), make_message(conference=conference)

    queued = act.queue_messages(messages=[one, two.pk], by=clerk, now=NOW)

    one.refresh_from_db()
    assert (one.state, one.queued_by, one.queued_at) == (MessageState.QUEUED, clerk, NOW)
    assert queued.messages == (one.pk, two.pk)
    assert Delivery.objects.filter(state=DeliveryState.WAITING, next_try_at__isnull=False).count() == 2
    assert list(Job.objects.values_list("name", flat=True)) == ["mailbox.send"]
    assert Event.objects.get(verb="queue_messages").changes == {"messages": [one.pk, two.pk]}


@pytest.mark.usefixtures("set_up")
def test_second_press_queues_nothing() -> None:
    message, clerk = make_message(), make_user()
    act.queue_messages(messages=[message], by=clerk, now=NOW)

    again = act.queue_messages(messages=[message], by=clerk, now=NOW)

    assert (again.messages, again.event) == ((), None)


@pytest.mark.usefixtures("set_up")
def test_what_has_no_address_or_a_gap_stays_and_is_named() -> None:
    conference = make_conference()
    silent = make_message(conference=conference, draft=make_draft(addresses=[]))
    gap = make_message(conference=conference, draft=make_draft(body="Hạn {hạn}"))
    link = make_message(conference=conference, draft=make_draft(body="Nộp ở {đường dẫn}"))

    queued = act.queue_messages(messages=[silent, gap, link], by=None, now=NOW)

    assert (queued.messages, queued.without_address, queued.with_gaps) == ((link.pk,), (silent.pk,), (gap.pk,))
    assert states(silent, gap, link) == [MessageState.DRAFT, MessageState.DRAFT, MessageState.QUEUED]


@pytest.mark.usefixtures("set_up")
def test_failed_message_goes_again_only_where_it_did_not_arrive() -> None:
    message = make_message(draft=make_draft(addresses=["a@vidu.vn", "b@vidu.vn", "c@vidu.vn"]))
    Message.objects.filter(pk=message.pk).update(state=MessageState.FAILED)
    for address, state in (("a", DeliveryState.SENT), ("b", DeliveryState.BOUNCED), ("c", DeliveryState.UNSURE)):
        Delivery.objects.filter(address=f"{address}@vidu.vn").update(state=state)

    act.queue_messages(messages=[message], by=make_user(), now=NOW)

    after = list(Delivery.objects.order_by("address").values_list("state", flat=True))
    assert after == [DeliveryState.SENT, DeliveryState.WAITING, DeliveryState.UNSURE]


def test_without_a_server_nothing_is_queued() -> None:
    message = make_message()

    with pytest.raises(act.MailNotSetUp):
        act.queue_messages(messages=[message], by=make_user(), now=NOW)

    assert states(message) == [MessageState.DRAFT]


def test_stopping_leaves_what_a_worker_holds() -> None:
    conference = make_conference()
    still = make_message(conference=conference, state=MessageState.QUEUED)
    held = make_message(
        conference=conference, draft=make_draft(addresses=["a@vidu.vn", "b@vidu.vn"]), state=MessageState.QUEUED
    )
    Delivery.objects.filter(address="a@vidu.vn").update(
        state=DeliveryState.CLAIMED, claim="00000000-0000-0000-0000-000000000001", claimed_at=NOW
    )

    stopped, event = act.stop_messages(messages=[still, held], by=make_user(), now=NOW)

    assert (stopped, event is not None) == ([still.pk], True)
    assert states(still, held) == [MessageState.DRAFT, MessageState.QUEUED]
    assert Delivery.objects.get(message=still).next_try_at is None
    assert Delivery.objects.get(address="b@vidu.vn").next_try_at is not None


def test_put_aside_and_taken_back() -> None:
    conference, clerk = make_conference(), make_user()
    draft = make_message(conference=conference)
    failed = make_message(conference=conference, state=MessageState.FAILED)
    sent = make_message(conference=conference, state=MessageState.SENT)

    gone, event = act.discard_messages(messages=[draft, failed, sent], by=clerk, now=NOW)
    aside = states(draft, failed, sent)
    back, _event = act.restore_messages(messages=gone, by=clerk, now=NOW)

    assert event is not None
    assert (gone, event.verb, event.changes) == (back, "discard_messages", {"messages": gone})
    assert aside == [MessageState.DISCARDED, MessageState.DISCARDED, MessageState.SENT]
    assert states(draft, failed, sent) == [MessageState.DRAFT, MessageState.DRAFT, MessageState.SENT]
    assert act.restore_messages(messages=gone, by=clerk, now=NOW) == ([], None)


def edit(
    message: Message, *, revision: int = 0, addresses: str = "moi@vidu.vn", body: str = "Lời mới\r\nhai"
) -> Message:
    """Changes everything of a message."""
    return act.edit_message(
        message=message,
        subject="Tiêu đề  mới",
        body=body,
        addresses=addresses,
        revision=revision,
        by=make_user(),
        now=NOW,
    )


def test_editing_changes_words_and_addresses() -> None:
    message = make_message(draft=make_draft(addresses=["cu@vidu.vn", "giu@vidu.vn"]))
    kept = Delivery.objects.get(address="giu@vidu.vn")

    edit(message, addresses="GIU@vidu.vn, moi@vidu.vn")

    message.refresh_from_db()
    assert (message.subject, message.body, message.revision) == ("Tiêu đề mới", "Lời mới\nhai", 1)
    assert sorted(message.deliveries.values_list("address", flat=True)) == ["giu@vidu.vn", "moi@vidu.vn"]
    assert message.deliveries.get(address="giu@vidu.vn") == kept


def test_editing_what_somebody_else_edited_is_refused() -> None:
    message = make_message()
    edit(message)

    with pytest.raises(act.MessageMoved):
        edit(message, body="Lời khác")

    assert Message.objects.get(pk=message.pk).body == "Lời mới\nhai"


@pytest.mark.parametrize("state", [MessageState.QUEUED, MessageState.SENT, MessageState.DISCARDED])
def test_editing_what_no_longer_waits_is_refused(state: MessageState) -> None:
    message = make_message(state=state)

    with pytest.raises(act.MessageMoved):
        edit(message)


def test_address_that_was_reached_stays_whatever_is_typed() -> None:
    message = make_message(draft=make_draft(addresses=["xong@vidu.vn"]), state=MessageState.FAILED)
    Delivery.objects.update(state=DeliveryState.SENT)

    edit(message, addresses="moi@vidu.vn")

    assert sorted(message.deliveries.values_list("address", flat=True)) == ["moi@vidu.vn", "xong@vidu.vn"]


def test_sent_by_hand_reaches_its_recipient_and_no_worker_takes_it() -> None:
    conference = make_conference()
    recipient = make_recipient(document=make_document(conference=conference))
    message = make_message(
        conference=conference, draft=make_draft(document=recipient.document, recipient=recipient, addresses=[])
    )

    keys, _event = act.send_by_hand(messages=[message], channel=Channel.ZALO, by=make_user(), now=NOW)

    message.refresh_from_db()
    recipient.refresh_from_db()
    assert (keys, message.state, message.channel, message.sent_at) == (
        [message.pk],
        MessageState.SENT,
        Channel.ZALO,
        NOW,
    )
    assert recipient.reached == Reached.SENT


def test_sent_by_hand_is_taken_back_with_all_that_it_left() -> None:
    conference, clerk = make_conference(), make_user()
    recipient = make_recipient(document=make_document(conference=conference))
    letter = make_message(conference=conference, draft=make_draft(document=recipient.document, recipient=recipient))
    nudge = make_message(conference=conference, draft=make_draft(unit=make_unit(), kind=MessageKind.REMINDER))
    _keys, event = act.send_by_hand(messages=[letter, nudge], channel=Channel.ZALO, by=clerk, now=NOW)
    assert event is not None
    assert Contact.objects.count() == 1

    back = [take_back_by_hand(event=event, by=clerk, now=NOW)[0] for _press in range(2)]

    letter.refresh_from_db()
    recipient.refresh_from_db()
    assert back == [[letter.pk, nudge.pk], []]
    assert states(letter, nudge) == ["draft", "draft"]
    assert (letter.sent_at, letter.channel, letter.queued_by) == (None, "", None)
    assert (recipient.reached, recipient.sent_at, Contact.objects.count()) == (Reached.NOT_SENT, None, 0)


def test_what_was_sent_by_hand_again_stays_when_the_first_press_is_taken_back() -> None:
    message, clerk = make_message(), make_user()
    _keys, first = act.send_by_hand(messages=[message], channel=Channel.ZALO, by=clerk, now=NOW)
    assert first is not None
    take_back_by_hand(event=first, by=clerk, now=NOW)
    act.send_by_hand(messages=[message], channel=Channel.PAPER, by=clerk, now=NOW + timedelta(minutes=1))

    assert take_back_by_hand(event=first, by=clerk, now=NOW) == ([], None)
    assert states(message) == ["sent"]
