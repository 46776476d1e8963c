"""A bounce counts for the office whose message came back, by whatever way it comes in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tests.factories.mailbox import make_draft, make_message
from tests.mailbox.arriving import Arena, make_arena
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.mailbox.actions.intake import bring_letters, take_in
from tongket.mailbox.models import Delivery, Incoming, Message
from tongket.mailbox.queries.tray import letter_of
from tongket.mailbox.rules import DeliveryState, MessageState
from tongket.units.models import Role

pytestmark = pytest.mark.django_db
FOREIGN = "Thư báo này không nói về thư nào mà cơ quan đã gửi từ đây"


@pytest.fixture
def arena() -> Arena:
    """An office with a conference."""
    return make_arena()


@pytest.fixture
def sent(arena: Arena) -> Message:
    """A message of the arena's office that a server took."""
    draft = make_draft(unit=arena.unit_a, addresses=["a@vidu.vn"], subject="Nhắc việc")
    message = make_message(conference=arena.conference, draft=draft, state=MessageState.SENT)
    Delivery.objects.update(state=DeliveryState.SENT)
    return message


@pytest.fixture
def elsewhere() -> tuple[Conference, User]:
    """Another office of the same installation, and its clerk."""
    conference = make_conference(host=make_unit(place="Núi Thành"))
    return conference, make_user(unit=conference.host, role=Role.CLERK)


def report(message_id: str) -> bytes:
    """What a server writes about a message that it could not deliver."""
    return (
        "From: mailer-daemon@mx.vidu.vn\nSubject: Undelivered\nMessage-ID: <r@mx>\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="r"\n\n'
        "--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@vidu.vn\n"
        "Action: failed\nStatus: 5.1.1\n\n"
        f"--r\nContent-Type: message/rfc822\n\nMessage-ID: {message_id}\nSubject: x\n\nx\n--r--\n"
    ).encode()


def state() -> str:
    """How the only delivery stands."""
    return Delivery.objects.get().state


def test_bounce_is_tied_to_the_conference_of_its_message(arena: Arena, sent: Message) -> None:
    (incoming,) = bring_letters(letters=[report(sent.message_id)], host=arena.host, by=arena.clerk, now=NOW)

    assert (incoming.conference, incoming.host, state()) == (arena.conference, arena.host, DeliveryState.BOUNCED)
    assert letter_of(incoming).reasons == ("Thư “Nhắc việc” của Văn phòng không đến được a@vidu.vn.",)


def test_other_office_changes_nothing_by_it(sent: Message, elsewhere: tuple[Conference, User]) -> None:
    conference, clerk = elsewhere

    (incoming,) = bring_letters(letters=[report(sent.message_id)], host=conference.host, by=clerk, now=NOW)

    assert (incoming.conference, incoming.host, state()) == (None, conference.host, DeliveryState.SENT)
    assert letter_of(incoming).reasons[0].startswith(FOREIGN)
    sent.refresh_from_db()
    assert sent.state == MessageState.SENT


@pytest.mark.parametrize("by_mailbox", [True, False])
def test_right_office_is_told_though_another_brought_it_first(
    arena: Arena,
    sent: Message,
    elsewhere: tuple[Conference, User],
    by_mailbox: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    conference, clerk = elsewhere
    raw = report(sent.message_id)
    bring_letters(letters=[raw], host=conference.host, by=clerk, now=NOW)

    take_in(raw=raw, came_at=NOW, by=None if by_mailbox else arena.clerk, now=NOW, host=arena.host)

    incoming = Incoming.objects.get()
    assert (incoming.conference, incoming.host, state()) == (arena.conference, arena.host, DeliveryState.BOUNCED)


def test_who_brings_it_is_told_in_one_sentence(
    sent: Message, elsewhere: tuple[Conference, User], as_user: ClientOf
) -> None:
    conference, clerk = elsewhere
    file = SimpleUploadedFile("tra-lai.eml", report(sent.message_id))

    page = as_user(clerk).post(reverse("mailbox:tray_bring", args=[conference.pk]), {"letters": file}, follow=True)

    assert FOREIGN in page.content.decode()


def test_own_bounce_brings_no_such_sentence(arena: Arena, sent: Message, as_user: ClientOf) -> None:
    file = SimpleUploadedFile("tra-lai.eml", report(sent.message_id))

    page = as_user(arena.clerk).post(
        reverse("mailbox:tray_bring", args=[arena.conference.pk]), {"letters": file}, follow=True
    )

    assert FOREIGN not in page.content.decode()
