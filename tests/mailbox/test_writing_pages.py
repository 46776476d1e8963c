"""The pages that write for many at once: a document, a corrected plan, a letter to chosen units."""

import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.mailbox import make_document, make_recipient
from tests.office import Office
from tongket.documents.rules import DocumentState
from tongket.mailbox.models import Message

pytestmark = pytest.mark.django_db


def test_document_page_names_readers_and_puts_one_letter_for_each(office: Office, as_user: ClientOf) -> None:
    document = make_document(conference=office.conference)
    make_recipient(document=document, unit=office.unit_a, email="a@vidu.vn")
    make_recipient(document=document, unit=office.unit_b)
    client, page = as_user(office.clerk), reverse("mailbox:letters", args=[document.pk])

    shown = client.get(page).content.decode()
    client.post(page)
    client.post(page)

    assert "Đưa 2 thư vào Thư đi để xem" in shown
    assert "chưa có, gửi bằng cách khác" in shown
    assert [each.unit for each in Message.objects.order_by("pk")] == [office.unit_a, office.unit_b]


def test_document_that_is_not_issued_is_not_sent(office: Office, as_user: ClientOf) -> None:
    document = make_document(conference=office.conference, state=DocumentState.NUMBERED)
    make_recipient(document=document)

    answer = as_user(office.clerk).post(reverse("mailbox:letters", args=[document.pk]), follow=True)

    assert "chưa phát hành nên chưa gửi được" in answer.content.decode()
    assert Message.objects.count() == 0


def test_free_letter_is_filled_for_each_chosen_unit(office: Office, as_user: ClientOf) -> None:
    page = reverse("mailbox:free", args=[office.conference.pk])
    typed = {"units": [office.unit_a.pk, office.unit_b.pk], "subject": "{hội nghị}", "body": "Kính gửi {đơn vị}."}

    as_user(office.clerk).post(page, typed)
    none = as_user(office.clerk).post(page, typed | {"units": []})

    bodies = {each.unit: (each.subject, each.body) for each in Message.objects.select_related("unit")}
    assert bodies == {unit: ("Hội nghị tổng kết", f"Kính gửi {unit.name}.") for unit in (office.unit_a, office.unit_b)}
    assert none.status_code == 422
