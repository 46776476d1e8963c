"""The link in a letter: opens that letter and the duties it names, and nothing else; it ends and is taken back."""

from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.conferences import NOW, make_duty
from tests.factories.copies import make_copies, make_invitation
from tests.factories.mailbox import make_document, make_draft, make_message, make_recipient
from tests.office import Office
from tongket.accounts.actions import revoke_links
from tongket.accounts.models import AccessLink, User
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyState
from tongket.core import clock
from tongket.documents.models import Recipient
from tongket.documents.rules import DocumentState
from tongket.mailbox.actions.links import open_letter
from tongket.mailbox.models import Message
from tongket.mailbox.queries.by_link import opened_by
from tongket.mailbox.rules import MessageKind
from tongket.mailbox.views import by_link

pytestmark = pytest.mark.django_db
OVER = "Đường dẫn trong thư đã hết hạn hoặc đã bị thu lại"


def reminder_of(office: Office, *duties: Duty) -> Message:
    """A reminder to unit A of these duties."""
    draft = make_draft(unit=office.unit_a, kind=MessageKind.REMINDER, duties=duties, body="Nộp: {đường dẫn}\nCần hỏi.")
    return make_message(conference=office.conference, draft=draft)


def letter_of(office: Office, recipient: Recipient) -> Message:
    """The message that brings a document to unit A."""
    draft = make_draft(unit=office.unit_a, kind=MessageKind.DOCUMENT, document=recipient.document, recipient=recipient)
    return make_message(conference=office.conference, draft=draft)


def link_of(office: Office, message: Message) -> str:
    """The address of the link in a message, as its reader has it."""
    token = open_letter(message=message, unit=office.unit_a, by=office.clerk, now=NOW)
    return reverse("mailbox:by_link", args=[token])


def test_link_opens_the_letter_and_signs_nobody_in(office: Office) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))

    page = client.get(address)

    assert page.status_code == 200
    assert "_auth_user_id" not in client.session
    assert [shown.duty for shown, _form in page.context["duties"]] == [office.duty_a]
    assert "Nộp: " not in page.context["words"]
    assert "no-store" in page.headers["Cache-Control"]


def test_link_opens_nothing_else_of_the_units_part(office: Office) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))
    client.get(address)
    places = [
        reverse("conferences:unit", args=[office.conference.pk, office.unit_a.pk]),
        reverse("conferences:duty", args=[office.duty_a.pk]),
        reverse("conferences:plan", args=[office.conference.pk]),
        reverse("documents:letters", args=[office.conference.pk]),
    ]

    assert [client.get(place).headers["Location"].split("?")[0] for place in places] == ["/sign-in"] * 4
    token = address.split("/")[-2]
    assert client.post(reverse("accounts:enter", args=[token])).status_code == 410
    assert client.get(reverse("accounts:enter", args=[token])).status_code == 410


def test_what_is_handed_in_by_the_link_is_the_units(office: Office) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))
    typed = {"do": "hand_in", "duty": office.duty_a.pk, f"d{office.duty_a.pk}-note": "Gửi bài"}
    file = SimpleUploadedFile("bai.docx", b"PK bai")

    answer = client.post(address, typed | {f"d{office.duty_a.pk}-file": file}, follow=True)

    evidence = Evidence.objects.select_related("file").get()
    office.duty_a.refresh_from_db()
    assert (office.duty_a.state, evidence.note, evidence.entered_by) == (
        DutyState.HANDED_IN,
        "Gửi bài",
        office.member_a,
    )
    assert (evidence.file and evidence.file.name, evidence.receipt in answer.content.decode()) == ("bai.docx", True)


def test_second_press_is_no_second_version(office: Office) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))
    typed = {"do": "hand_in", "duty": office.duty_a.pk, f"d{office.duty_a.pk}-note": "Gửi bài"}

    for _press in range(2):
        client.post(address, typed)

    assert Evidence.objects.count() == 1


def test_nothing_typed_comes_back_with_a_sentence(office: Office) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))

    answer = client.post(address, {"do": "hand_in", "duty": office.duty_a.pk})

    assert (answer.status_code, Evidence.objects.count()) == (422, 0)
    assert answer.context["duties"][0][1].errors


def test_duty_that_moved_meanwhile_is_said(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))
    monkeypatch.setattr(by_link, "hand_in", Mock(side_effect=DutyMoved))
    typed = {"do": "hand_in", "duty": office.duty_a.pk, f"d{office.duty_a.pk}-note": "Gửi bài"}

    answer = client.post(address, typed, follow=True)

    assert "vừa có người khác đổi" in answer.content.decode()
    assert Evidence.objects.count() == 0


def test_link_of_one_letter_opens_no_other_duty(office: Office) -> None:
    other = make_duty(conference=office.conference, unit=office.unit_a)
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))

    answers = [
        client.post(address, {"do": "hand_in", "duty": key, f"d{key}-note": "Thử"})
        for key in (other.pk, office.duty_b.pk, "x", "")
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert Evidence.objects.count() == 0


def test_duty_of_another_unit_is_not_opened_though_the_letter_names_it(office: Office) -> None:
    opened = opened_by(
        open_letter(message=reminder_of(office, office.duty_a, office.duty_b), unit=office.unit_a, by=None, now=NOW),
        now=NOW,
    )

    assert opened is not None
    assert list(opened.duties) == [office.duty_a.pk]


def test_excused_duty_is_asked_for_no_more(office: Office) -> None:
    address = link_of(office, reminder_of(office, office.duty_a))
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.EXCUSED)

    assert Client().get(address).context["duties"] == []


def test_document_is_read_fetched_and_said_to_have_come(office: Office) -> None:
    recipient = make_recipient(document=make_document(conference=office.conference), unit=office.unit_a)
    recipient.duties.add(office.duty_a)
    client, address = Client(), link_of(office, letter_of(office, recipient))

    page = client.get(address)
    seen = Recipient.objects.get(pk=recipient.pk).reached
    file = client.get(address + "file")
    fetched = Recipient.objects.get(pk=recipient.pk).reached
    said = client.post(address, {"do": "received"}, follow=True)

    after = Recipient.objects.get(pk=recipient.pk)
    assert [shown.duty for shown, _form in page.context["duties"]] == [office.duty_a]
    assert ("paper" in page.context, file.headers["Content-Type"]) == (True, "application/pdf")
    # Programs that look at every address in a letter are no readers.
    assert (seen, fetched, after.reached) == ("not_sent", "opened", "received")
    assert (after.received_by, "Đã báo với Văn phòng là đã nhận." in said.content.decode()) == (
        office.member_a.name,
        True,
    )


def test_link_of_letter_a_opens_no_letter_b(office: Office) -> None:
    first, second = (
        make_recipient(document=make_document(conference=office.conference), unit=office.unit_a) for _ in range(2)
    )
    letter_of(office, second)
    client, address = Client(), link_of(office, letter_of(office, first))

    client.post(address, {"do": "received"})
    elsewhere = client.get(reverse("documents:letter", args=[second.pk]))

    assert list(Recipient.objects.order_by("pk").values_list("reached", flat=True)) == ["received", "not_sent"]
    assert elsewhere.headers["Location"].startswith("/sign-in")


def test_recalled_letter_says_so(office: Office) -> None:
    document = make_document(conference=office.conference)
    address = link_of(office, letter_of(office, make_recipient(document=document, unit=office.unit_a)))
    document.state = DocumentState.RECALLED
    document.save(update_fields=["state"])

    assert "đã được thu hồi" in Client().get(address).content.decode()


def test_letter_without_a_document_has_no_file(office: Office) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))

    assert client.get(address + "file").status_code == 404
    assert client.post(address, {"do": "received"}).status_code == 404


def test_certificate_is_shown_as_its_file_only(office: Office) -> None:
    document = make_invitation(conference=office.conference, state=DocumentState.ISSUED, kind="certificate")
    (copy,) = make_copies(document, 1)
    recipient = make_recipient(document=document, unit=office.unit_a)
    draft = make_draft(unit=office.unit_a, kind=MessageKind.DOCUMENT, document=document, copy=copy, recipient=recipient)
    address = link_of(office, make_message(conference=office.conference, draft=draft))

    page = Client().get(address)

    assert "paper" not in page.context
    assert "tải về để xem" in page.content.decode()


@pytest.mark.parametrize("why", ["expired", "revoked", "unknown", "left", "locked", "sign_in"])
def test_link_that_opens_nothing_says_so_in_one_sentence(
    office: Office, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, address = Client(), link_of(office, reminder_of(office, office.duty_a))
    if why == "expired":
        monkeypatch.setattr(clock, "moved_to", lambda: NOW + timedelta(days=60))
    elif why == "revoked":
        revoke_links(user=office.member_a, by=office.clerk, now=NOW)
    elif why == "unknown":
        address = reverse("mailbox:by_link", args=["khong-co"])
    elif why == "left":
        office.unit_a.memberships.update(ended_on=NOW.date() - timedelta(days=1))
    elif why == "locked":
        User.objects.filter(pk=office.member_a.pk).update(is_active=False)
    else:
        AccessLink.objects.update(purpose="unit_page")

    answers = [client.get(address), client.post(address, {"do": "received"}), client.get(address + "file")]

    assert [answer.status_code for answer in answers] == [410, 410, 410]
    assert all(OVER in answer.content.decode() for answer in answers)


def test_only_the_hash_of_a_link_is_kept(office: Office) -> None:
    message = reminder_of(office, office.duty_a)
    token = link_of(office, message).split("/")[-2]

    link = AccessLink.objects.get()
    assert (link.purpose, link.target, link.used_at) == ("letter", f"message:{message.pk}", None)
    assert token not in {link.token_hash, link.code_hash, link.target}
