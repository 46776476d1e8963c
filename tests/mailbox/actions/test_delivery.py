"""Claims, what dead workers leave behind, what a person decides, and mail that came back."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from tests.factories.conferences import NOW, make_conference, make_user
from tests.factories.mailbox import make_document, make_draft, make_message, make_recipient
from tongket.core.models import Event
from tongket.documents.models import Recipient
from tongket.documents.rules import Reached
from tongket.mailbox.actions import delivery as act
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageState
from tongket.mailbox.transport import Fault

pytestmark = pytest.mark.django_db
ONE, TWO = UUID(int=1), UUID(int=2)


def claim(run: UUID, limit: int = 20) -> list[Delivery]:
    """What this run gets now."""
    return act.claim_due(run=run, limit=limit, at=timezone.now(), now=NOW)


def states() -> list[str]:
    """The states of all deliveries in their order."""
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def test_two_runs_never_get_the_same_delivery() -> None:
    conference = make_conference()
    for _ in range(5):
        make_message(conference=conference, state=MessageState.QUEUED)

    first, second, third = claim(ONE, 3), claim(TWO, 3), claim(ONE, 3)

    assert [len(each) for each in (first, second, third)] == [3, 2, 0]
    assert not {each.pk for each in first} & {each.pk for each in second}


def test_claim_that_was_lost_begins_nothing() -> None:
    make_message(state=MessageState.QUEUED)
    (held,) = claim(ONE)
    at = timezone.now()
    act.release_lost(at=at + timedelta(minutes=3), now=NOW)
    Delivery.objects.update(next_try_at=at)
    claim(TWO)

    assert act.begin_handing_over(keys=[held.pk], run=ONE, at=at) is False
    assert act.begin_handing_over(keys=[held.pk], run=TWO, at=at) is True
    assert act.begin_handing_over(keys=[held.pk], run=TWO, at=at) is False


def test_what_a_dead_worker_had_not_begun_waits_and_what_it_had_is_unsure() -> None:
    conference = make_conference()
    begun, not_begun = (make_message(conference=conference, state=MessageState.QUEUED) for _ in range(2))
    claimed, at = claim(ONE), timezone.now()
    act.begin_handing_over(keys=[claimed[0].pk], run=ONE, at=at)

    early = act.release_lost(at=at + timedelta(minutes=1), now=NOW)
    middle = act.release_lost(at=at + timedelta(minutes=3), now=NOW)
    late = act.release_lost(at=at + timedelta(minutes=7), now=NOW)

    begun.refresh_from_db()
    not_begun.refresh_from_db()
    assert (early, middle, late) == ((0, 0), (1, 0), (0, 1))
    assert states() == [DeliveryState.UNSURE, DeliveryState.WAITING]
    assert (begun.state, not_begun.state) == (MessageState.FAILED, MessageState.QUEUED)


def test_slow_worker_that_lives_still_says_that_it_sent() -> None:
    message = make_message(state=MessageState.QUEUED)
    (held,) = claim(ONE)
    act.begin_handing_over(keys=[held.pk], run=ONE, at=timezone.now())
    act.release_lost(at=timezone.now() + timedelta(minutes=10), now=NOW)

    act.note_sent(keys=[held.pk], run=ONE, now=NOW)

    assert states() == [DeliveryState.SENT]
    assert Message.objects.get(pk=message.pk).state == MessageState.FAILED


def test_worker_that_died_before_settling_is_settled_by_the_next() -> None:
    document = make_document(conference=make_conference())
    recipient = make_recipient(document=document)
    draft = make_draft(document=document, recipient=recipient)
    message = make_message(conference=document.conference, draft=draft, state=MessageState.QUEUED)
    Delivery.objects.update(state=DeliveryState.SENT, sent_at=NOW)

    act.release_lost(at=timezone.now(), now=NOW)
    act.settle(messages=[message.pk], now=NOW)

    assert Message.objects.get(pk=message.pk).state == MessageState.SENT
    assert Recipient.objects.get(pk=recipient.pk).reached == Reached.SENT
    assert Event.objects.filter(verb="deliver_messages").count() == 1


def test_release_gives_back_only_what_was_not_begun() -> None:
    conference = make_conference()
    for _ in range(2):
        make_message(conference=conference, state=MessageState.QUEUED)
    claimed, at = claim(ONE), timezone.now()
    act.begin_handing_over(keys=[claimed[0].pk], run=ONE, at=at)

    assert act.release(run=ONE, fault="421 bận", at=at) == 1
    assert states() == [DeliveryState.CLAIMED, DeliveryState.WAITING]


@pytest.mark.parametrize(("attempts", "state"), [(0, DeliveryState.WAITING), (5, DeliveryState.FAILED)])
def test_passing_refusal_is_given_up_after_the_last_try(attempts: int, state: DeliveryState) -> None:
    make_message(state=MessageState.QUEUED)
    Delivery.objects.update(attempts=attempts)
    (held,) = claim(ONE)

    act.note_refused(delivery=held, run=ONE, fault=Fault("451 chậm", is_permanent=False), at=timezone.now())

    after = Delivery.objects.get()
    assert (after.state, after.attempts, after.fault) == (state, attempts + 1, "451 chậm")


@pytest.mark.parametrize(
    ("was_sent", "delivery", "message", "reached"),
    [
        (True, DeliveryState.SENT, MessageState.SENT, Reached.SENT),
        (False, DeliveryState.FAILED, MessageState.FAILED, Reached.FAILED),
    ],
)
def test_person_decides_once(
    was_sent: bool,  # noqa: FBT001
    delivery: DeliveryState,
    message: MessageState,
    reached: Reached,
) -> None:
    document = make_document(conference=make_conference())
    recipient = make_recipient(document=document)
    made = make_message(
        conference=document.conference,
        draft=make_draft(document=document, recipient=recipient),
        state=MessageState.FAILED,
    )
    Delivery.objects.update(state=DeliveryState.UNSURE)

    act.decide_unsure(message=made, was_sent=was_sent, by=make_user(), now=NOW)

    made.refresh_from_db()
    recipient.refresh_from_db()
    assert (states(), made.state, recipient.reached) == ([delivery], message, reached)
    with pytest.raises(act.DeliveryMoved):
        act.decide_unsure(message=made, was_sent=was_sent, by=make_user(), now=NOW)


def bounce(message: Message, **values: object) -> Delivery | None:
    """A server says that this message did not arrive."""
    known: dict[str, object] = {
        "message_id": message.message_id,
        "address": "A@vidu.vn",
        "fault": "550 không có",
        "permanent": True,
        "now": NOW,
    }
    return act.note_bounce(**(known | values))  # type: ignore[arg-type]


def test_permanent_bounce_fails_message_and_recipient() -> None:
    document = make_document(conference=make_conference())
    recipient = make_recipient(document=document)
    draft = make_draft(document=document, recipient=recipient, addresses=["a@vidu.vn", "b@vidu.vn"])
    message = make_message(conference=document.conference, draft=draft, state=MessageState.SENT)

    found = bounce(message)

    message.refresh_from_db()
    recipient.refresh_from_db()
    assert found is not None
    assert (states(), message.state) == ([DeliveryState.BOUNCED, DeliveryState.SENT], MessageState.FAILED)
    assert (recipient.reached, recipient.fault) == (Reached.FAILED, "550 không có")
    assert bounce(message) is None


def test_passing_bounce_only_keeps_the_words() -> None:
    message = make_message(draft=make_draft(addresses=["a@vidu.vn"]), state=MessageState.SENT)

    bounce(message, permanent=False, fault="451 chậm")

    assert (states(), Delivery.objects.get().fault) == ([DeliveryState.SENT], "451 chậm")


def test_bounce_is_found_by_the_code_and_by_the_only_address() -> None:
    message = make_message(draft=make_draft(addresses=["a@vidu.vn"]), state=MessageState.SENT)

    assert bounce(message, message_id="", message_key=message.pk, address="chuyen.tiep@khac.vn") is not None


@pytest.mark.parametrize("values", [{"message_id": "<la@vidu.vn>"}, {"message_id": "", "message_key": None}])
def test_bounce_of_others_mail_is_none_of_ours(values: dict[str, object]) -> None:
    message = make_message(draft=make_draft(addresses=["a@vidu.vn"]), state=MessageState.SENT)

    assert bounce(message, **values) is None
    assert states() == [DeliveryState.SENT]


def test_bounce_for_an_address_we_did_not_write_to_names_none_of_several() -> None:
    message = make_message(draft=make_draft(addresses=["a@vidu.vn", "b@vidu.vn"]), state=MessageState.SENT)

    assert bounce(message, address="c@vidu.vn") is None
