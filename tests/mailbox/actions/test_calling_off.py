"""A conference is called off with all that was about to leave for it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.factories.conferences import NOW
from tests.factories.mailbox import make_draft, make_message
from tests.office import Office
from tongket.conferences.models import Conference
from tongket.core.models import Event
from tongket.mailbox.actions.calling_off import call_off, take_back_call_off
from tongket.mailbox.actions.delivery import claim_due
from tongket.mailbox.actions.messages import queue_messages, restore_messages
from tongket.mailbox.actions.reminders import climb_by_job, climb_conference
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.queries.ladders import running_on
from tongket.mailbox.rules import DeliveryState, MessageState


def called_off(office: Office) -> Event:
    return call_off(conference=office.conference, reason="Bão số 6", by=office.clerk, now=NOW + timedelta(minutes=1))


def in_state(office: Office, state: MessageState) -> Message:
    return make_message(conference=office.conference, draft=make_draft(addresses=["a@vidu.vn"]), state=state)


def claimed() -> list[Delivery]:
    return claim_due(run=uuid4(), limit=9, at=timezone.now(), now=NOW + timedelta(hours=1))


def test_what_waits_is_put_aside_and_what_was_sent_stays(office: Office) -> None:
    waiting = [in_state(office, state) for state in (MessageState.DRAFT, MessageState.QUEUED, MessageState.FAILED)]
    Message.objects.filter(pk=in_state(office, MessageState.DRAFT).pk).update(state=MessageState.SENT, sent_at=NOW)

    event = called_off(office)

    assert list(Message.objects.order_by("pk").values_list("state", flat=True)) == [*["discarded"] * 3, "sent"]
    assert (event.verb, event.changes["messages"]) == ("call_off", [message.pk for message in waiting])
    assert claimed() == []


def test_message_in_a_worker_s_hands_still_goes(office: Office) -> None:
    message = in_state(office, MessageState.QUEUED)
    (delivery,) = claimed()

    event = called_off(office)

    message.refresh_from_db()
    delivery.refresh_from_db()
    assert (message.state, delivery.state, event.changes["messages"]) == ("queued", DeliveryState.CLAIMED, [])
    # Given back by the worker, it is not taken again.
    Delivery.objects.update(state=DeliveryState.WAITING, claim=None, claimed_at=None, next_try_at=timezone.now())
    assert claimed() == []


@pytest.mark.usefixtures("set_up")
def test_message_from_before_is_not_queued_again_and_one_from_after_is(office: Office) -> None:
    before = in_state(office, MessageState.DRAFT)
    event = called_off(office)
    restore_messages(messages=event.changes["messages"], by=office.clerk, now=NOW)
    notice = in_state(office, MessageState.DRAFT)
    Message.objects.filter(pk=notice.pk).update(made_at=NOW + timedelta(minutes=2))

    queued = queue_messages(messages=[before, notice], by=office.clerk, now=NOW)

    assert queued.messages == (notice.pk,)
    assert [each.message_id for each in claimed()] == [notice.pk]


def test_no_ladder_is_climbed(office: Office) -> None:
    called_off(office)
    Conference.objects.update(held_on=NOW.date() + timedelta(days=9))
    office.conference.refresh_from_db()

    climb_by_job(office.conference.pk)

    assert running_on(NOW.date()) == []
    assert climb_conference(conference=office.conference, by=None, now=NOW) == []
    assert Message.objects.count() == 0


def test_taken_back_its_messages_wait_to_be_looked_at(office: Office) -> None:
    message = in_state(office, MessageState.QUEUED)
    event = called_off(office)

    keys = take_back_call_off(conference=office.conference, event=event, by=office.leader, now=NOW)

    message.refresh_from_db()
    office.conference.refresh_from_db()
    assert (keys, message.state, office.conference.state) == ([message.pk], MessageState.DRAFT, "preparing")
    assert claimed() == []
