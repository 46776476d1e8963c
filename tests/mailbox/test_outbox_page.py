"""The outbox page: who sees it, what its buttons do, that nothing leaves unseen."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_duty, make_unit
from tests.factories.mailbox import make_document, make_draft, make_message
from tests.mailbox.pages import outbox, states
from tests.office import Office
from tongket.core.models import Event
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageState

pytestmark = pytest.mark.django_db


def addresses(office: Office, message: Message) -> list[str]:
    """Every page of the room that belongs to the host."""
    document = make_document(conference=office.conference)
    key = office.conference.pk
    return [
        outbox(office),
        reverse("mailbox:progress", args=[key]),
        reverse("mailbox:message", args=[message.pk]),
        reverse("mailbox:discard", args=[key]),
        reverse("mailbox:free", args=[key]),
        reverse("mailbox:letters", args=[document.pk]),
    ]


def test_only_the_host_sees_the_outbox_and_only_those_who_decide_act(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference, draft=make_draft(unit=office.unit_a))
    pages = addresses(office, message)

    seen = {
        name: [as_user(person).get(page).status_code for page in pages]
        for name, person in (("clerk", office.clerk), ("leader", office.leader), ("reader", office.host_member))
    }
    outside = [as_user(person).get(page).status_code for person in (office.member_a, office.guest) for page in pages]

    assert seen == {"clerk": [200] * 6, "leader": [200] * 6, "reader": [200, 200, 200, 403, 403, 403]}
    assert set(outside) == {404}


def test_unit_sees_neither_its_own_waiting_letter_nor_that_of_another(office: Office, as_user: ClientOf) -> None:
    for unit in (office.unit_a, office.unit_b):
        message = make_message(conference=office.conference, draft=make_draft(unit=unit))
        for member in (office.member_a, office.member_b):
            assert as_user(member).get(reverse("mailbox:message", args=[message.pk])).status_code == 404
            assert as_user(member).post(reverse("mailbox:eml", args=[message.pk])).status_code == 404


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("number", [1, 3])
def test_outbox_asks_as_often_for_one_as_for_three(
    office: Office, as_user: ClientOf, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document = make_document(conference=office.conference)
    for place in range(number):
        unit = make_unit(place=f"Xã {place}")
        duty = make_duty(conference=office.conference, unit=unit)
        make_message(conference=office.conference, draft=make_draft(unit=unit, duties=[duty], document=document))
    client = as_user(office.clerk)

    with django_assert_num_queries(34):
        page = client.get(outbox(office))

    assert page.content.count(b'name="message"') == number


def test_outbox_shows_readers_addresses_clause_and_what_is_missing(office: Office, as_user: ClientOf) -> None:
    draft = make_draft(unit=office.unit_a, addresses=["a@vidu.vn"], duties=[office.duty_a], body="Hạn {hạn}")
    make_message(conference=office.conference, draft=draft)
    make_message(conference=office.conference, draft=make_draft(addresses=[], name="Bà Không Thư"))

    page = as_user(office.clerk).get(outbox(office)).content.decode()

    assert "a@vidu.vn" in page
    assert "#I/1" in page
    assert "thiếu hạn" in page
    assert "chưa có địa chỉ thư" in page


@pytest.mark.usefixtures("set_up")
def test_batch_is_looked_at_and_sent_whole_with_its_number_on_the_button(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference, draft=make_draft(name="Ông Bảy", body="Kính gửi ông.\n"))
    other = make_message(conference=office.conference)
    client = as_user(office.clerk)
    listed = client.get(outbox(office)).content.decode()

    page = client.get(outbox(office), {"batch": str(message.batch)}).content.decode()
    client.post(outbox(office), {"do": "send_all", "batch": str(message.batch), "number": "1"})

    assert "Xem, gửi 1" in listed
    assert "Ông Bảy sẽ đọc thế này" in page
    assert "Gửi 1 thư này" in page
    assert [Message.objects.get(pk=each.pk).state for each in (message, other)] == ["queued", "draft"]


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("do", ["send_all", "discard_all"])
def test_nothing_happens_when_the_number_is_no_longer_the_one_that_was_seen(
    office: Office, as_user: ClientOf, do: str
) -> None:
    make_message(conference=office.conference)
    make_message(conference=office.conference)

    answer = as_user(office.clerk).post(outbox(office), {"do": do, "number": "1"}, follow=True)

    assert "số thư đã đổi" in answer.content.decode()
    assert states() == ["draft", "draft"]


@pytest.mark.usefixtures("set_up")
def test_ticked_messages_are_sent_stopped_put_aside_and_taken_back(office: Office, as_user: ClientOf) -> None:
    one, two = (make_message(conference=office.conference) for _ in range(2))
    client, page = as_user(office.clerk), outbox(office)
    seen = []
    for do in ("send_ticked", "stop_ticked", "discard_ticked", "restore_ticked"):
        client.post(page, {"do": do, "message": [one.pk]})
        seen.append(states())

    assert seen == [["queued", "draft"], ["draft", "draft"], ["discarded", "draft"], ["draft", "draft"]]
    assert two.state == "draft"


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("do", ["send_ticked", "discard_ticked"])
def test_press_is_taken_back_once(office: Office, as_user: ClientOf, do: str) -> None:
    message = make_message(conference=office.conference)
    client = as_user(office.clerk)
    answer = client.post(outbox(office), {"do": do, "message": [message.pk]}, follow=True)
    (toast,) = answer.context["messages"]

    back = client.post(toast.extra_tags, {"next": outbox(office)}, follow=True)
    again = client.post(toast.extra_tags, {"next": outbox(office)}, follow=True)

    assert "Đã lấy lại 1 thư" in back.content.decode()
    assert "Không lấy lại được nữa" in again.content.decode()
    assert states() == ["draft"]
    assert as_user(office.host_member).post(toast.extra_tags).status_code == 403
    assert as_user(office.member_a).post(toast.extra_tags).status_code == 404


def test_messages_of_another_conference_are_out_of_reach(office: Office, as_user: ClientOf) -> None:
    theirs = make_message()

    as_user(office.clerk).post(outbox(office), {"do": "discard_ticked", "message": [theirs.pk]})

    assert states() == ["draft"]


def test_without_a_server_the_page_says_so_and_sends_by_hand(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference)
    client = as_user(office.clerk)

    page = client.get(outbox(office)).content.decode()
    refused = client.post(outbox(office), {"do": "send_ticked", "message": [message.pk]}, follow=True)
    client.post(outbox(office), {"do": "hand_ticked", "message": [message.pk], "channel": "phone"})

    message.refresh_from_db()
    assert "Chưa có hộp thư để gửi" in page
    assert "Gửi thư đã chọn" not in page
    assert "Chưa có hộp thư để gửi. Đặt ở trang" in refused.content.decode()
    assert (message.state, message.channel) == (MessageState.SENT, "phone")


def test_search_finds_names_without_accents(office: Office, as_user: ClientOf) -> None:
    make_message(conference=office.conference, draft=make_draft(unit=office.unit_a))
    make_message(conference=office.conference, draft=make_draft(unit=office.unit_b))

    page = as_user(office.clerk).get(outbox(office), {"q": "tam thang"}).content.decode()

    assert (office.unit_a.name in page, office.unit_b.name in page) == (True, False)


@pytest.mark.parametrize("query", ["state=x", "batch=x", "kind=x", "page=x", "page=99"])
def test_wrong_address_shows_what_there_is(office: Office, as_user: ClientOf, query: str) -> None:
    make_message(conference=office.conference)

    page = as_user(office.clerk).get(f"{outbox(office)}?{query}")

    assert page.content.count(b'name="message"') == 1


def test_all_that_is_shown_is_put_aside_from_a_page_of_its_own(office: Office, as_user: ClientOf) -> None:
    make_message(conference=office.conference)
    client = as_user(office.clerk)

    page = client.get(reverse("mailbox:discard", args=[office.conference.pk])).content.decode()
    client.post(outbox(office), {"do": "discard_all", "number": "1"})

    assert "Bỏ 1 thư" in page
    assert states() == ["discarded"]


def test_sent_by_hand_is_said_with_a_way_back(office: Office, as_user: ClientOf) -> None:
    message = make_message(conference=office.conference)
    client = as_user(office.clerk)

    said = client.post(
        outbox(office), {"do": "hand_ticked", "message": [message.pk], "channel": "zalo"}, follow=True
    ).content.decode()
    event = Event.objects.get(verb="send_by_hand")
    client.post(reverse("mailbox:take_back", args=[event.pk]))

    assert reverse("mailbox:take_back", args=[event.pk]) in said
    assert states() == ["draft"]


@pytest.mark.usefixtures("set_up")
def test_button_counts_what_leaves_and_says_what_a_gap_holds_back(office: Office, as_user: ClientOf) -> None:
    drafts = [
        make_draft(),
        make_draft(body="Nộp ở {đường dẫn}"),
        make_draft(body="Hạn {hạn}"),
        make_draft(subject="Về {việc gì}"),
        make_draft(addresses=[]),
    ]
    made = put_in_outbox(conference=office.conference, drafts=drafts, by=office.clerk, now=NOW)
    client = as_user(office.clerk)

    page = client.get(outbox(office)).content.decode()
    data = {"do": "send_all", "batch": str(made[0].batch), "number": "2"}
    client.post(outbox(office), data)

    assert "Xem, gửi 2" in page
    assert "2 thư còn chỗ chưa điền, ở lại" in page
    assert states() == ["queued", "queued", "draft", "draft", "draft"]
