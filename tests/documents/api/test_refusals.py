"""What comes as JSON is refused like what is typed, and never breaks the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories.conferences import make_conference
from tests.factories.documents import make_document, make_recipient
from tests.office import Office
from tongket.accounts.models import User
from tongket.documents.kinds.correction import values
from tongket.documents.models import Document, Entry, Recipient
from tongket.documents.rules import DocumentState, Series

AsUser = Callable[[User], Client]


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        (
            {"name": "Sở Nội vụ", "email": "so noi vu"},
            "email: “so noi vu” không phải địa chỉ thư. Ghi như ten@coquan.vn.",
        ),
        ({"name": "Sở Nội vụ", "unit": 99_999_999}, "unit: 99999999"),
        ({"name": "S" * 301}, "name: Dài 301 ký tự, cần không quá 300. Viết gọn lại."),
    ],
)
def test_error_recipient_as_no_form_would_take_it(
    office: Office, as_user: AsUser, line: dict[str, Any], detail: str
) -> None:
    document = make_document(conference=office.conference)
    wanted = {"revision": 0, "recipients": [line]}

    path = f"/api/conferences/documents/{document.pk}/recipients"
    answer = as_user(office.clerk).put(path, wanted, content_type="application/json")

    assert (answer.status_code, answer.json()) == (422, {"detail": detail})
    assert Recipient.objects.count() == 0


def test_error_zero_character(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference)
    wanted = {"revision": 0, "body": "Kính gửi\0"}

    path = f"/api/conferences/documents/{document.pk}"
    answer = as_user(office.clerk).put(path, wanted, content_type="application/json")

    assert (answer.status_code, answer.json()) == (400, {"detail": "Cannot parse request body"})


@pytest.mark.parametrize(
    "options", [{"on": "hôm nay"}, {"units": "tất cả"}, {"corrects": 1}, {"duty_kinds": 5}, {"to": "S" * 301}]
)
def test_error_option_that_no_kind_knows(office: Office, as_user: AsUser, options: dict[str, Any]) -> None:
    path = f"/api/conferences/{office.conference.pk}/documents"
    data = {"kind": "urge", "options": options}

    assert as_user(office.clerk).post(path, data, content_type="application/json").status_code == 422
    assert Document.objects.count() == 0


def test_correction_cites_no_document_of_another_conference(office: Office) -> None:
    other = make_document(conference=make_conference(), state=DocumentState.ISSUED, number=99)
    own = make_document(conference=office.conference, state=DocumentState.ISSUED, number=7)

    cited = [values(office.conference, {"corrects": each.pk})["van_ban_sai"] for each in (other, own)]

    assert cited == [None, f"Công văn số {own.entry} ngày 14 tháng 10 năm 2024"]


def test_error_duty_of_another_unit(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference)
    line = {"name": office.unit_a.name, "unit": office.unit_a.pk, "duties": [office.duty_b.pk]}

    path = f"/api/conferences/documents/{document.pk}/recipients"
    answer = as_user(office.clerk).put(path, {"revision": 0, "recipients": [line]}, content_type="application/json")

    assert (answer.status_code, Recipient.objects.count()) == (422, 0)


def outside(number: int, kind: str) -> dict[str, Any]:
    return {"number": number, "symbol": "MTTQ-BTT", "dated_on": "2024-10-21", "subject": "Báo cáo", "kind": kind}


def test_numbers_given_elsewhere_go_each_into_the_series_of_its_kind(office: Office, as_user: AsUser) -> None:
    clerk = as_user(office.clerk)
    numbering = {"series": Series.KIND, "year": 2024}
    clerk.post(f"/conferences/{office.conference.pk}/register/numbering", numbering)
    lines = [outside(1, "notice"), {**outside(1, "plan"), "symbol": "KH-MTTQ-BTT"}]

    path = f"/api/conferences/{office.conference.pk}/register"
    answer = clerk.post(path, lines, content_type="application/json")

    assert answer.status_code == 200
    assert set(Entry.objects.values_list("register__series", "number")) == {("TB", 1), ("KH", 1)}


def test_error_more_numbers_than_one_press_takes(office: Office, as_user: AsUser) -> None:
    lines = [outside(number, "") for number in range(1, 202)]

    path = f"/api/conferences/{office.conference.pk}/register"
    answer = as_user(office.clerk).post(path, lines, content_type="application/json")

    assert (answer.status_code, answer.json()) == (422, {"detail": "201 > 200"})
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("state", [DocumentState.DRAFT, DocumentState.APPROVED, DocumentState.NUMBERED])
def test_error_nobody_received_what_has_not_left(office: Office, as_user: AsUser, state: DocumentState) -> None:
    document = make_document(conference=office.conference, state=state)
    recipient = make_recipient(document=document, unit=office.unit_a)
    clerk = as_user(office.clerk)

    path = f"documents/{document.pk}/recipients/{recipient.pk}/received"
    answer = clerk.post(f"/api/conferences/{path}")
    clerk.post(f"/documents/{document.pk}/", {"do": "received", "recipient": recipient.pk})

    assert answer.status_code == 409
    assert Recipient.objects.get().reached == "not_sent"
