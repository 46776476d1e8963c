import pytest

from tests.mailbox.arriving import CAME, DOCX, NOW, Arena, letter, make_arena
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyState
from tongket.core import files
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.models import Incoming, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def came(raw: bytes) -> Incoming:
    return take_in(raw=raw, came_at=CAME, by=None, now=NOW)


def test_attachment_of_known_address_for_its_one_duty_is_filed_by_itself(arena: Arena) -> None:
    incoming = came(letter())

    evidence = Evidence.objects.get(duty=arena.duty_a)
    assert (incoming.state, incoming.certainty, incoming.handled_by) == ("filed", "sure", None)
    assert (evidence.channel, evidence.received_at, evidence.entered_by) == ("email", CAME, None)
    assert evidence.file is not None
    assert files.read(evidence.file) == DOCX
    assert Duty.objects.get(pk=arena.duty_a.pk).state == DutyState.HANDED_IN
    receipt = Message.objects.get()
    assert (receipt.kind, receipt.state, receipt.in_reply_to) == ("receipt", "draft", f"<{incoming.message_id}>")
    assert evidence.receipt in receipt.body
