"""The page of one message: read, edited, decided, copied, fetched as a file; nothing typed is lost."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.mailbox import make_document, make_draft, make_message
from tests.mailbox.pages import states
from tests.office import Office
from tongket.accounts.models import AccessLink
from tongket.documents.rules import DocumentState
from tongket.mailbox.codes import code_of_duty, code_of_message
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageState

pytestmark = pytest.mark.django_db


def test_message_reads_as_it_will_be_read(office: Office, as_user: ClientOf) -> None:
    draft = make_draft(unit=office.unit_a, addresses=["a@vidu.vn"], duties=[office.duty_a], body="Nộp: {đường dẫn}\n")
    message = make_message(conference=office.conference, draft=draft)

    page = as_user(office.clerk).get(reverse("mailbox:message", args=[message.pk])).content.decode()

    assert code_of_message(message.pk) in page
    assert f"{code_of_duty(office.duty_a.pk)} (Tham luận)" in page
    assert "(đường dẫn riêng, có khi thư đi)" in page
    assert AccessLink.objects.count() == 0


def test_edit_is_kept_and_a_second_editor_loses_nothing(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference, draft=make_draft(body="Lời cũ"))
    client, page = as_user(office.clerk), reverse("mailbox:message", args=[message.pk])
    typed = {"do": "save", "subject": "Mới", "body": "Lời một", "addresses": "a@vidu.vn", "revision": "0"}

    first = client.post(page, typed)
    second = client.post(page, typed | {"body": "Lời hai gõ lâu"})
    again = client.post(
        page, typed | {"body": "Lời hai gõ lâu", "revision": second.context["form"]["revision"].value()}
    )

    message.refresh_from_db()
    assert (first.status_code, second.status_code, again.status_code) == (302, 409, 302)
    assert "Lời hai gõ lâu" in second.content.decode()
    assert "Lời một" in second.content.decode()
    assert (message.body, message.revision) == ("Lời hai gõ lâu", 2)


def test_wrong_address_is_named_and_what_was_typed_stays(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference)
    typed = {"do": "save", "subject": "Mới", "body": "Lời gõ", "addresses": "a@vidu.vn, sai", "revision": "0"}

    answer = as_user(office.clerk).post(reverse("mailbox:message", args=[message.pk]), typed)

    assert answer.status_code == 422
    assert "“sai” không phải địa chỉ thư" in answer.content.decode()
    assert "Lời gõ" in answer.content.decode()


def test_text_for_zalo_has_a_link_that_opens_this_letter(office: Office, as_user: ClientOf) -> None:
    draft = make_draft(unit=office.unit_a, body="Nộp: {đường dẫn}\n")
    message = make_message(conference=office.conference, draft=draft)

    page = as_user(office.clerk).post(reverse("mailbox:message", args=[message.pk]), {"do": "copy"})

    text = page.context["copied"]
    link = text.split("Nộp: ")[1].strip()
    entered = Client().get(link.removeprefix("http://testserver"))
    assert link.startswith("http://testserver/")
    assert (entered.status_code, AccessLink.objects.get().target) == (200, f"message:{message.pk}")
    assert "{đường dẫn}" in Message.objects.get().body


@pytest.mark.usefixtures("set_up")
def test_person_decides_an_unsure_message(office: Office, as_user: ClientOf) -> None:
    made = [make_message(conference=office.conference, state=MessageState.FAILED) for _ in range(2)]
    Delivery.objects.update(state=DeliveryState.UNSURE)
    client = as_user(office.clerk)
    page = client.get(reverse("mailbox:message", args=[made[0].pk])).content.decode()

    for message, do in zip(made, ("was_sent", "was_not_sent"), strict=True):
        client.post(reverse("mailbox:message", args=[message.pk]), {"do": do})
    late = client.post(reverse("mailbox:message", args=[made[0].pk]), {"do": "was_sent"}, follow=True)

    assert "Không rõ thư đã gửi chưa" in page
    assert states() == ["sent", "queued"]
    assert "vừa có người khác quyết" in late.content.decode()


def test_eml_is_a_message_ready_to_send(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference, draft=make_draft(addresses=["a@vidu.vn"]))

    answer = as_user(office.clerk).post(reverse("mailbox:eml", args=[message.pk]))

    assert answer["Content-Disposition"] == f'attachment; filename="{code_of_message(message.pk)}.eml"'
    assert answer.content.startswith(b"X-Unsent: 1\r\nFrom: ")
    assert message.message_id.encode() in answer.content


def test_zip_has_the_ticked_messages_and_names_those_it_cannot_make(office: Office, as_user: ClientOf) -> None:
    recalled = make_document(conference=office.conference, state=DocumentState.RECALLED)
    good = make_message(conference=office.conference)
    bad = make_message(conference=office.conference, draft=make_draft(document=recalled))
    make_message(conference=office.conference)
    page = reverse("mailbox:eml_zip", args=[office.conference.pk])

    answer = as_user(office.clerk).post(page, {"message": [good.pk, bad.pk]})
    none = as_user(office.clerk).post(page, {"message": [bad.pk]}, follow=True)

    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == [f"{code_of_message(good.pk)}.eml", "khong-lam-duoc.txt"]
    assert code_of_message(bad.pk) in archive.read("khong-lam-duoc.txt").decode()
    assert "Văn bản không còn ở trạng thái đã phát hành" in none.content.decode()
