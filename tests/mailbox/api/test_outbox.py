"""The outbox and the words of letters as JSON: the same rights, refusals and actions as the pages."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.mailbox import make_document, make_draft, make_message, make_recipient
from tests.office import Office
from tongket.accounts.models import User
from tongket.documents.rules import DocumentState
from tongket.mailbox.codes import code_of_message
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageState

pytestmark = pytest.mark.django_db
As = Callable[[User], Client]
API = "/api/mailbox"


@pytest.fixture(autouse=True)
def set_up(settings: Settings) -> None:
    """A server is set up; nothing reaches it in these tests."""
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:8249", "vp@tamky.vn"


def send(client: Client, method: str, address: str, body: Any) -> tuple[int, Any]:
    """Calls `address` with JSON."""
    answer = getattr(client, method)(API + address, json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def test_outbox_lists_and_narrows(office: Office, as_user: As) -> None:
    draft = make_draft(unit=office.unit_a, duties=[office.duty_a], addresses=["a@vidu.vn"], body="{hạn}")
    message = make_message(conference=office.conference, draft=draft)
    make_message(conference=office.conference)

    found = as_user(office.host_member).get(f"{API}/conferences/{office.conference.pk}/outbox?q=tam+thang").json()

    assert (found["total"], found["going"], found["held"], found["pages"]) == (1, 0, 1, 1)
    assert found["tallies"]["draft"] == 2
    (row,) = found["messages"]
    assert (row["id"], row["addresses"], row["clauses"], row["missing"]) == (
        message.pk,
        ["a@vidu.vn"],
        ["I/1"],
        ["hạn"],
    )


def test_everything_is_done_in_turn(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference)
    theirs = make_message()
    client, seen = as_user(office.clerk), []
    for do in ("send", "stop", "discard", "restore", "by-hand"):
        status, answer = send(
            client, "post", f"/conferences/{office.conference.pk}/outbox/{do}", {"messages": [message.pk, theirs.pk]}
        )
        message.refresh_from_db()
        seen.append((status, answer["messages"], answer["event"] is not None, message.state))

    assert seen == [
        (200, [message.pk], True, state)
        for state in (MessageState.QUEUED, "draft", MessageState.DISCARDED, "draft", MessageState.SENT)
    ]
    assert Message.objects.get(pk=theirs.pk).state == MessageState.DRAFT


def test_message_is_read_and_edited_with_its_revision(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference)
    client, page = as_user(office.clerk), f"/messages/{message.pk}"
    typed = {"subject": "Mới", "body": "Lời", "addresses": "a@vidu.vn", "revision": 0}

    read = client.get(API + page).json()
    edited = send(client, "put", page, typed)
    moved = send(client, "put", page, typed)
    wrong = send(client, "put", page, typed | {"addresses": "sai", "revision": 1})

    assert (read["code"], read["message_id"]) == (code_of_message(message.pk), message.message_id)
    assert (edited[0], edited[1]["subject"], edited[1]["revision"]) == (200, "Mới", 1)
    assert (moved[0], wrong[0]) == (409, 422)


def test_unsure_message_is_decided(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference, state=MessageState.FAILED)
    Delivery.objects.update(state=DeliveryState.UNSURE)
    client = as_user(office.clerk)

    first = send(client, "post", f"/messages/{message.pk}/decide", {"was_sent": True})
    second = send(client, "post", f"/messages/{message.pk}/decide", {"was_sent": True})

    assert (first[0], first[1]["state"], second[0]) == (200, "sent", 409)


def test_letters_of_a_document_and_free_ones(office: Office, as_user: As) -> None:
    document = make_document(conference=office.conference)
    make_recipient(document=document, unit=office.unit_a)
    draft = make_document(conference=office.conference, state=DocumentState.NUMBERED)
    make_recipient(document=draft)
    client = as_user(office.clerk)
    free = {"units": [office.unit_a.pk], "subject": "Thư", "body": "Kính gửi {đơn vị}"}

    assert send(client, "post", f"/documents/{document.pk}/letters", {}) == (200, {"messages": 1})
    assert send(client, "post", f"/documents/{draft.pk}/letters", {})[0] == 409
    assert send(client, "post", "/documents/999999/letters", {})[0] == 404
    assert send(client, "post", f"/conferences/{office.conference.pk}/outbox/free", free)[0] == 200
    assert Message.objects.count() == 2


def test_without_a_server_sending_is_refused(office: Office, as_user: As, settings: Settings) -> None:
    settings.SMTP_URL = ""
    message = make_message(conference=office.conference)
    page = f"/conferences/{office.conference.pk}/outbox/send"

    assert send(as_user(office.clerk), "post", page, {"messages": [message.pk]})[0] == 409


def test_words_are_kept_and_given_back(office: Office, as_user: As) -> None:
    client, page = as_user(office.clerk), f"/units/{office.conference.host_id}/letters"
    listed = client.get(API + page).json()
    kept = send(client, "put", f"{page}/free", {"subject": "A", "body": "{đơn vị}", "seen": 0})
    late = send(client, "put", f"{page}/free", {"subject": "A", "body": "{đơn vị}", "seen": 0})
    wrong = send(client, "put", f"{page}/free", {"subject": "A", "body": "{lạ}", "seen": 1})
    back = send(client, "delete", f"{page}/free", {"seen": 1})

    assert [each["is_own"] for each in listed] == [False] * 8
    assert (kept[0], kept[1]["is_own"], kept[1]["seen"]) == (200, True, 1)
    assert (late[0], wrong[0], back[1]["is_own"]) == (409, 422, False)
    assert "{lạ}" in wrong[1]["detail"][0]["message"]
    assert send(client, "put", f"{page}/gone", {"subject": "A", "body": "b", "seen": 0})[0] == 404


def test_readers_do_nothing_and_outsiders_see_nothing(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference, draft=make_draft(unit=office.unit_a))
    key, host = office.conference.pk, office.conference.host_id
    typed = {"subject": "a", "body": "b", "addresses": "", "revision": 0}
    writes: list[tuple[str, str, Any]] = [
        ("put", f"/messages/{message.pk}", typed),
        *(("post", f"/conferences/{key}/outbox/{do}", {"messages": [message.pk]}) for do in ("send", "discard")),
    ]

    as_reader = [send(as_user(office.host_member), *each)[0] for each in writes]
    outside = [send(as_user(person), *each)[0] for person in (office.member_a, office.guest) for each in writes]
    pages = (f"messages/{message.pk}", f"conferences/{key}/outbox", f"units/{host}/letters")
    reads = [
        as_user(person).get(f"{API}/{place}").status_code
        for person in (office.member_a, office.member_b, office.guest)
        for place in pages
    ]

    assert (as_reader, set(outside), set(reads)) == ([403] * 3, {404}, {404})
    assert Message.objects.get().state == MessageState.DRAFT


@pytest.mark.parametrize(
    "given",
    [{"units": [], "subject": "Thư", "body": "Lời"}, {"subject": " ", "body": "Lời"}, {"subject": "Thư", "body": ""}],
)
def test_error_free_letter_as_no_form_would_take_it(
    office: Office, as_user: Callable[[User], Client], given: dict[str, Any]
) -> None:
    data = {"units": [office.unit_a.pk], **given}

    path = f"/api/mailbox/conferences/{office.conference.pk}/outbox/free"
    answer = as_user(office.clerk).post(path, data, content_type="application/json")

    assert (answer.status_code, Message.objects.count()) == (422, 0)


def test_zero_character_is_searched_for_as_nothing(office: Office, as_user: Callable[[User], Client]) -> None:
    make_message(conference=office.conference)
    path = f"/conferences/{office.conference.pk}/outbox/?q=%00"

    codes = [as_user(office.clerk).get(each).status_code for each in (path, f"/api/mailbox{path.replace('/?', '?')}")]

    assert codes == [200, 200]
