"""The pages of mail: who sees them, what their buttons do, that nothing leaves unseen and nothing typed is lost."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories.conferences import NOW, make_duty, make_unit
from tests.factories.mailbox import make_document, make_draft, make_message, make_recipient
from tests.mailbox.sink import Sink
from tests.office import Office
from tongket.accounts.models import AccessLink, User
from tongket.core.models import Event
from tongket.documents.rules import DocumentState
from tongket.mailbox import settings_store
from tongket.mailbox.accounts import ImapAccount, Security, SmtpAccount
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.codes import code_of_duty, code_of_message
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageState

pytestmark = pytest.mark.django_db
As = Callable[[User], Client]


@pytest.fixture
def set_up(settings: Settings) -> None:
    """A server is set up; nothing reaches it in these tests."""
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:8249", "vp@tamky.vn"


def outbox(office: Office) -> str:
    """The address of the outbox."""
    return reverse("mailbox:outbox", args=[office.conference.pk])


def states() -> list[str]:
    """The states of all messages in their order."""
    return list(Message.objects.order_by("pk").values_list("state", flat=True))


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


def test_only_the_host_sees_the_outbox_and_only_those_who_decide_act(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference, draft=make_draft(unit=office.unit_a))
    pages = addresses(office, message)

    seen = {
        name: [as_user(person).get(page).status_code for page in pages]
        for name, person in (("clerk", office.clerk), ("leader", office.leader), ("reader", office.host_member))
    }
    outside = [as_user(person).get(page).status_code for person in (office.member_a, office.guest) for page in pages]

    assert seen == {"clerk": [200] * 6, "leader": [200] * 6, "reader": [200, 200, 200, 403, 403, 403]}
    assert set(outside) == {404}


def test_unit_sees_neither_its_own_waiting_letter_nor_that_of_another(office: Office, as_user: As) -> None:
    for unit in (office.unit_a, office.unit_b):
        message = make_message(conference=office.conference, draft=make_draft(unit=unit))
        for member in (office.member_a, office.member_b):
            assert as_user(member).get(reverse("mailbox:message", args=[message.pk])).status_code == 404
            assert as_user(member).post(reverse("mailbox:eml", args=[message.pk])).status_code == 404


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("number", [1, 3])
def test_outbox_asks_as_often_for_one_as_for_three(
    office: Office, as_user: As, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document = make_document(conference=office.conference)
    for place in range(number):
        unit = make_unit(place=f"Xã {place}")
        duty = make_duty(conference=office.conference, unit=unit)
        make_message(conference=office.conference, draft=make_draft(unit=unit, duties=[duty], document=document))
    client = as_user(office.clerk)

    with django_assert_num_queries(27):
        page = client.get(outbox(office))

    assert page.content.count(b'name="message"') == number


def test_outbox_shows_readers_addresses_clause_and_what_is_missing(office: Office, as_user: As) -> None:
    draft = make_draft(unit=office.unit_a, addresses=["a@vidu.vn"], duties=[office.duty_a], body="Hạn {hạn}")
    make_message(conference=office.conference, draft=draft)
    make_message(conference=office.conference, draft=make_draft(addresses=[], name="Bà Không Thư"))

    page = as_user(office.clerk).get(outbox(office)).content.decode()

    assert "a@vidu.vn" in page
    assert "#I/1" in page
    assert "thiếu hạn" in page
    assert "chưa có địa chỉ thư" in page


@pytest.mark.usefixtures("set_up")
def test_batch_is_looked_at_and_sent_whole_with_its_number_on_the_button(office: Office, as_user: As) -> None:
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
    office: Office, as_user: As, do: str
) -> None:
    make_message(conference=office.conference)
    make_message(conference=office.conference)

    answer = as_user(office.clerk).post(outbox(office), {"do": do, "number": "1"}, follow=True)

    assert "số thư đã đổi" in answer.content.decode()
    assert states() == ["draft", "draft"]


@pytest.mark.usefixtures("set_up")
def test_ticked_messages_are_sent_stopped_put_aside_and_taken_back(office: Office, as_user: As) -> None:
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
def test_press_is_taken_back_once(office: Office, as_user: As, do: str) -> None:
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


def test_messages_of_another_conference_are_out_of_reach(office: Office, as_user: As) -> None:
    theirs = make_message()

    as_user(office.clerk).post(outbox(office), {"do": "discard_ticked", "message": [theirs.pk]})

    assert states() == ["draft"]


def test_without_a_server_the_page_says_so_and_sends_by_hand(office: Office, as_user: As) -> None:
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


def test_search_finds_names_without_accents(office: Office, as_user: As) -> None:
    make_message(conference=office.conference, draft=make_draft(unit=office.unit_a))
    make_message(conference=office.conference, draft=make_draft(unit=office.unit_b))

    page = as_user(office.clerk).get(outbox(office), {"q": "tam thang"}).content.decode()

    assert (office.unit_a.name in page, office.unit_b.name in page) == (True, False)


@pytest.mark.parametrize("query", ["state=x", "batch=x", "kind=x", "page=x", "page=99"])
def test_wrong_address_shows_what_there_is(office: Office, as_user: As, query: str) -> None:
    make_message(conference=office.conference)

    page = as_user(office.clerk).get(f"{outbox(office)}?{query}")

    assert page.content.count(b'name="message"') == 1


def test_all_that_is_shown_is_put_aside_from_a_page_of_its_own(office: Office, as_user: As) -> None:
    make_message(conference=office.conference)
    client = as_user(office.clerk)

    page = client.get(reverse("mailbox:discard", args=[office.conference.pk])).content.decode()
    client.post(outbox(office), {"do": "discard_all", "number": "1"})

    assert "Bỏ 1 thư" in page
    assert states() == ["discarded"]


def test_message_reads_as_it_will_be_read(office: Office, as_user: As) -> None:
    draft = make_draft(unit=office.unit_a, addresses=["a@vidu.vn"], duties=[office.duty_a], body="Nộp: {đường dẫn}\n")
    message = make_message(conference=office.conference, draft=draft)

    page = as_user(office.clerk).get(reverse("mailbox:message", args=[message.pk])).content.decode()

    assert code_of_message(message.pk) in page
    assert f"{code_of_duty(office.duty_a.pk)} (Tham luận)" in page
    assert "(đường dẫn riêng, có khi thư đi)" in page
    assert AccessLink.objects.count() == 0


def test_edit_is_kept_and_a_second_editor_loses_nothing(office: Office, as_user: As) -> None:
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


def test_wrong_address_is_named_and_what_was_typed_stays(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference)
    typed = {"do": "save", "subject": "Mới", "body": "Lời gõ", "addresses": "a@vidu.vn, sai", "revision": "0"}

    answer = as_user(office.clerk).post(reverse("mailbox:message", args=[message.pk]), typed)

    assert answer.status_code == 422
    assert "“sai” không phải địa chỉ thư" in answer.content.decode()
    assert "Lời gõ" in answer.content.decode()


def test_text_for_zalo_has_a_link_that_opens_this_letter(office: Office, as_user: As) -> None:
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
def test_person_decides_an_unsure_message(office: Office, as_user: As) -> None:
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


def test_eml_is_a_message_ready_to_send(office: Office, as_user: As) -> None:
    message = make_message(conference=office.conference, draft=make_draft(addresses=["a@vidu.vn"]))

    answer = as_user(office.clerk).post(reverse("mailbox:eml", args=[message.pk]))

    assert answer["Content-Disposition"] == f'attachment; filename="{code_of_message(message.pk)}.eml"'
    assert answer.content.startswith(b"X-Unsent: 1\r\nFrom: ")
    assert message.message_id.encode() in answer.content


def test_zip_has_the_ticked_messages_and_names_those_it_cannot_make(office: Office, as_user: As) -> None:
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


def test_document_page_names_readers_and_puts_one_letter_for_each(office: Office, as_user: As) -> None:
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


def test_document_that_is_not_issued_is_not_sent(office: Office, as_user: As) -> None:
    document = make_document(conference=office.conference, state=DocumentState.NUMBERED)
    make_recipient(document=document)

    answer = as_user(office.clerk).post(reverse("mailbox:letters", args=[document.pk]), follow=True)

    assert "chưa phát hành nên chưa gửi được" in answer.content.decode()
    assert Message.objects.count() == 0


def test_free_letter_is_filled_for_each_chosen_unit(office: Office, as_user: As) -> None:
    page = reverse("mailbox:free", args=[office.conference.pk])
    typed = {"units": [office.unit_a.pk, office.unit_b.pk], "subject": "{hội nghị}", "body": "Kính gửi {đơn vị}."}

    as_user(office.clerk).post(page, typed)
    none = as_user(office.clerk).post(page, typed | {"units": []})

    bodies = {each.unit: (each.subject, each.body) for each in Message.objects.select_related("unit")}
    assert bodies == {unit: ("Hội nghị tổng kết", f"Kính gửi {unit.name}.") for unit in (office.unit_a, office.unit_b)}
    assert none.status_code == 422


def test_words_are_changed_previewed_and_given_back(office: Office, as_user: As) -> None:
    client = as_user(office.clerk)
    page = reverse("mailbox:edit_words", args=[office.conference.host_id, "document"])
    start = {"subject": "{loại văn bản} của {cơ quan}", "body": "Kính gửi {đơn vị}.", "seen": "0"}

    looked = client.post(page, start | {"do": "look"}).content.decode()
    wrong = client.post(page, start | {"do": "keep", "body": "{hạn nộp}"})
    client.post(page, start | {"do": "keep"})
    late = client.post(page, start | {"do": "keep", "body": "Lời của người sau"})
    own = client.get(page).content.decode()
    client.post(page, start | {"do": "shipped", "seen": "1"})
    shipped = client.get(page).content.decode()

    assert "Công văn của Ủy ban MTTQ Việt Nam thành phố Tam Kỳ" in looked
    assert wrong.status_code == 422
    assert "Không có chỗ điền “{hạn nộp}”" in wrong.content.decode()
    assert late.status_code == 409
    assert "Lời của người sau" in late.content.decode()
    assert ("Đang dùng lời của cơ quan" in own, "Đang dùng lời có sẵn" in shipped) == (True, True)


def test_words_are_the_offices_own(office: Office, as_user: As) -> None:
    listed = reverse("mailbox:words", args=[office.conference.host_id])
    page = reverse("mailbox:edit_words", args=[office.conference.host_id, "document"])
    people = (office.clerk, office.host_member, office.member_a)

    assert [as_user(person).get(listed).status_code for person in people] == [200, 200, 404]
    assert [as_user(person).get(page).status_code for person in people] == [200, 403, 404]
    assert as_user(office.clerk).get(page.replace("document", "gone")).status_code == 404


SMTP = {
    "do": "smtp",
    "s-host": "mail.tamky.vn",
    "s-security": "starttls",
    "s-user": "vp",
    "s-password": "mật khẩu",
    "s-sender": "vp@tamky.vn",
}


def test_mailbox_is_set_up_and_its_password_never_shown(office: Office, as_user: As) -> None:
    client, page = as_user(office.clerk), reverse("mailbox:settings")
    client.post(page, SMTP)
    first = settings_store.smtp_account()
    client.post(page, SMTP | {"s-password": "", "s-port": "2525"})
    second = settings_store.smtp_account()
    client.post(page, SMTP | {"s-password": "", "s-host": "mail.ke-la.vn"})
    third = settings_store.smtp_account()
    client.post(page, {"do": "imap", "i-host": "mail.tamky.vn", "i-security": "tls", "i-user": "vp", "i-password": "x"})

    assert first == SmtpAccount("mail.tamky.vn", 587, Security.STARTTLS, "vp@tamky.vn", "vp", "mật khẩu")
    assert second == SmtpAccount("mail.tamky.vn", 2525, Security.STARTTLS, "vp@tamky.vn", "vp", "mật khẩu")
    assert third is not None
    assert (third.host, third.password) == ("mail.ke-la.vn", "")
    assert settings_store.imap_account() == ImapAccount("mail.tamky.vn", 993, Security.TLS, "vp", "x", "INBOX")
    assert "mật khẩu" not in client.get(page).content.decode().replace("mật khẩu đang dùng", "")


@pytest.mark.parametrize(
    ("change", "said"),
    [({"s-sender": ""}, "Cần địa chỉ mà thư"), ({"s-host": "http://mail"}, "Ghi tên máy chủ thôi")],
)
def test_wrong_mailbox_says_what_is_wanted(office: Office, as_user: As, change: dict[str, str], said: str) -> None:
    answer = as_user(office.clerk).post(reverse("mailbox:settings"), SMTP | change)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert settings_store.smtp_account() is None


def test_mailbox_of_the_environment_is_shown_and_closed(office: Office, as_user: As, sink: Sink) -> None:
    client, page = as_user(office.clerk), reverse("mailbox:settings")
    client.post(page, SMTP)

    assert "Người cài đặt đã đặt ở máy chủ" in client.get(page).content.decode()
    assert settings_store.smtp_account() == SmtpAccount("127.0.0.1", sink.port, Security.NONE, "vp@tamky.vn")


def test_letter_to_try_goes_at_once_or_says_what_the_server_said(office: Office, as_user: As, sink: Sink) -> None:
    client, page = as_user(office.clerk), reverse("mailbox:settings")
    good = client.post(page, {"do": "try", "to": "toi@vidu.vn"}, follow=True).content.decode()
    sink.refuse = {"sai@vidu.vn": "550 5.1.1 No such user"}
    bad = client.post(page, {"do": "try", "to": "sai@vidu.vn"}, follow=True).content.decode()
    wrong = client.post(page, {"do": "try", "to": "sai"}, follow=True).content.decode()

    assert "Đã gửi thư thử đến toi@vidu.vn" in good
    assert sink.addresses() == ["toi@vidu.vn"]
    assert sink.messages()[0]["Auto-Submitted"] == "auto-generated"
    assert "Chưa gửi được thư thử. 550 5.1.1 No such user" in bad
    assert "không phải địa chỉ thư" in wrong


def test_mailbox_is_set_up_by_few(office: Office, as_user: As, admin: User) -> None:
    page = reverse("mailbox:settings")
    people = (admin, office.clerk, office.leader, office.host_member, office.member_a, office.guest)

    assert [as_user(person).get(page).status_code for person in people] == [200, 200, 200, 404, 404, 404]


def test_sent_by_hand_is_said_with_a_way_back(office: Office, as_user: As) -> None:
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
def test_button_counts_what_leaves_and_says_what_a_gap_holds_back(office: Office, as_user: As) -> None:
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
