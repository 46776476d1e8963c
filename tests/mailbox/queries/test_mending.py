"""The letter about a return is found while it waits."""

import pytest

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.mailbox.actions.mending import Mending, mending_to_outbox
from tongket.mailbox.models import Message
from tongket.mailbox.queries.mending import waiting_mending
from tongket.mailbox.rules import MessageState


def _letter(office: Office, state: MessageState) -> int:
    mending = Mending(office.duty_a, "tham luận", "Bớt.", None, once="returned:1")
    letter = mending_to_outbox(mending=mending, by=office.clerk, now=NOW)
    assert letter is not None
    Message.objects.filter(pk=letter.pk).update(state=state, sent_at=NOW)
    return letter.pk


@pytest.mark.parametrize("state", [MessageState.DRAFT, MessageState.FAILED])
def test_a_letter_waits_until_it_leaves(office: Office, state: MessageState) -> None:
    letter = _letter(office, state)

    assert (waiting_mending(office.duty_a), waiting_mending(office.duty_b)) == (letter, None)


@pytest.mark.parametrize("state", [MessageState.QUEUED, MessageState.SENT, MessageState.DISCARDED])
def test_a_letter_that_left_or_was_put_aside_waits_no_more(office: Office, state: MessageState) -> None:
    _letter(office, state)

    assert waiting_mending(office.duty_a) is None
