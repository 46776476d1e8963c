"""The pages of documents and mail on both screens, and a leader who signs on a phone: nothing keeps anybody out."""

import pytest

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.demo.build import build
from tongket.demo.people import CLERK, LEADER, PASSWORD, SECRETARY
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.life import approve, check, give_number, issue
from tongket.documents.models import Document, Recipient
from tongket.documents.queries.register import next_number
from tongket.documents.rules import DocumentState
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.drafts import Draft
from tongket.mailbox.rules import MessageKind

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def conference() -> Conference:
    """The sample conference as it stood on 21/10/2024."""
    return build()


def letter_of(conference: Conference) -> Document:
    """The letter that asks for papers, waiting for the leader."""
    clerk = User.objects.get(email=CLERK.email)
    document = draft_document(
        conference=conference, kind="request", options={"duty_kinds": ["paper"]}, by=clerk, now=clock.now()
    )
    check(document=document, by=clerk, now=clock.now())
    return document


def issued(document: Document) -> Document:
    """The same, signed, numbered and issued."""
    clerk, leader = User.objects.get(email=CLERK.email), User.objects.get(email=LEADER.email)
    approve(document=document, by=leader, now=clock.now())
    today = clock.today()
    number = next_number(document.conference.host, document.kind, on=today).next
    give_number(document=document, number=number, symbol="MTTQ-BTT", dated_on=today, by=clerk, now=clock.now())
    issue(document=document, by=clerk, now=clock.now())
    return document


@pytest.mark.parametrize("size", list(Size))
def test_office_opens_every_page_of_documents_and_mail(conference: Conference, open_walk: OpenWalk, size: Size) -> None:
    document, by = issued(letter_of(conference)), User.objects.get(email=CLERK.email)
    invitation = draft_document(conference=conference, kind="invitation", by=by, now=clock.now())
    certificate = draft_document(conference=conference, kind="certificate", by=by, now=clock.now())
    draft = Draft(MessageKind.FREE, None, "Ông Lê Văn Chín", ["chin@vidu.vn"], "Mời họp", "Kính gửi ông.", document)
    (message,) = put_in_outbox(conference=conference, drafts=[draft], by=by, now=clock.now())
    home, one = f"/conferences/{conference.pk}/", f"/documents/{document.pk}/"
    walk = open_walk(size)
    walk.sign_in(CLERK.email, PASSWORD)
    paths = [
        *(f"{home}{page}" for page in ("documents/", "documents/new", "templates/", "templates/heading")),
        *(f"{home}{page}" for page in ("templates/request/", "register/", "register/print", "register/outside")),
        *(f"{home}{page}" for page in ("register/numbering", "outbox/", "outbox/free", "outbox/discard")),
        *(f"{home}{page}" for page in ("mail/in/", "mail/reminders", "mail/ladder")),
        *(f"{one}{page}" for page in ("", "hand-out", "recipients", "letters")),
        *(f"/documents/{invitation.pk}/{page}" for page in ("", "write", "recipients", "copies/", "copies/add")),
        f"/documents/{certificate.pk}/certificates/",
        f"/messages/{message.pk}/",
        f"/units/{conference.host_id}/letters/",
        f"/units/{conference.host_id}/letters/document",
        "/mail/settings",
    ]

    for path in paths:
        walk.open(path)
        walk.assert_accessible()
        walk.assert_fits_the_width()


@pytest.mark.parametrize("size", list(Size))
def test_unit_finds_its_letter_and_says_that_it_has_it(conference: Conference, open_walk: OpenWalk, size: Size) -> None:
    document = issued(letter_of(conference))
    walk = open_walk(size)
    walk.sign_in(SECRETARY.email, PASSWORD)

    walk.page.get_by_role("link", name="Văn bản đến").first.click()
    walk.page.locator(".reg a").first.click()
    walk.assert_accessible()
    walk.assert_fits_the_width()
    walk.page.get_by_role("button", name="Đã nhận").click()
    walk.page.get_by_text("Đã báo với Văn phòng là đã nhận.").wait_for()

    received = Recipient.objects.filter(document=document, reached="received").select_related("unit")
    assert [each.unit.name for each in received if each.unit] == [SECRETARY.unit]


def test_leader_signs_on_a_phone_and_takes_it_back(conference: Conference, open_walk: OpenWalk) -> None:
    document = letter_of(conference)
    walk = open_walk(Size.PHONE)
    walk.sign_in(LEADER.email, PASSWORD)
    walk.open(f"/conferences/{conference.pk}/documents/to-sign?document={document.pk}")
    walk.assert_accessible()
    walk.assert_fits_the_width()

    walk.page.get_by_role("button", name="Ký duyệt").click()
    walk.page.get_by_text("Đã ký duyệt.").wait_for()
    document.refresh_from_db()
    signed = document.state
    walk.page.get_by_role("button", name="Lấy lại").click()
    walk.page.get_by_text("Đã lấy lại").wait_for()

    document.refresh_from_db()
    assert (signed, document.state) == (DocumentState.APPROVED, DocumentState.CHECKED)
