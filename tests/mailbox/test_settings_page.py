"""The page that sets up the mailbox: few may, its password is never shown, a letter is tried."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_user
from tests.mailbox.dovecot import Mailbox
from tests.mailbox.sink import Sink
from tests.office import Office
from tongket.accounts.models import User
from tongket.core.models import Event
from tongket.mailbox import settings_store
from tongket.mailbox.accounts import ImapAccount, Security, SmtpAccount
from tongket.mailbox.imap import MailboxUnreachable, fetch_mail, place_of
from tongket.mailbox.models import Place
from tongket.units.models import Role

pytestmark = pytest.mark.django_db
SMTP = {
    "do": "smtp",
    "s-host": "mail.tamky.vn",
    "s-security": "starttls",
    "s-user": "vp",
    "s-password": "mật khẩu",
    "s-sender": "vp@tamky.vn",
}


def test_mailbox_is_set_up_and_its_password_never_shown(office: Office, as_user: ClientOf) -> None:
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
def test_wrong_mailbox_says_what_is_wanted(
    office: Office, as_user: ClientOf, change: dict[str, str], said: str
) -> None:
    answer = as_user(office.clerk).post(reverse("mailbox:settings"), SMTP | change)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert settings_store.smtp_account() is None


def test_mailbox_of_the_environment_is_shown_and_closed(office: Office, as_user: ClientOf, sink: Sink) -> None:
    client, page = as_user(office.clerk), reverse("mailbox:settings")
    client.post(page, SMTP)

    assert "Người cài đặt đã đặt ở máy chủ" in client.get(page).content.decode()
    assert settings_store.smtp_account() == SmtpAccount("127.0.0.1", sink.port, Security.NONE, "vp@tamky.vn")


def test_letter_to_try_goes_at_once_or_says_what_the_server_said(office: Office, as_user: ClientOf, sink: Sink) -> None:
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


def test_mailbox_is_set_up_by_few(office: Office, as_user: ClientOf, admin: User) -> None:
    page = reverse("mailbox:settings")
    people = (admin, office.clerk, office.leader, office.host_member, office.member_a, office.guest)

    assert [as_user(person).get(page).status_code for person in people] == [200, 200, 200, 404, 404, 404]


def test_who_decides_elsewhere_is_refused_and_changes_nothing(office: Office, as_user: ClientOf) -> None:
    page = reverse("mailbox:settings")
    clerk_a = make_user(unit=office.unit_a, role=Role.CLERK)

    refused = [as_user(clerk_a).get(page), as_user(clerk_a).post(page, SMTP)]
    outside = [as_user(person).post(page, SMTP) for person in (office.host_member, office.member_a, office.guest)]

    assert [answer.status_code for answer in (*refused, *outside)] == [403, 403, 404, 404, 404]
    assert settings_store.smtp_account() is None


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        (SMTP | {"s-sender": "sai"}, "smtp"),
        (SMTP | {"s-port": "70000"}, "smtp"),
        (SMTP | {"s-security": "khác"}, "smtp"),
        (SMTP | {"s-reply_to": "sai"}, "smtp"),
        ({"do": "imap", "i-host": "a/b", "i-user": "vp", "i-security": "tls", "i-folder": "Den"}, "imap"),
    ],
)
def test_refusal_keeps_what_was_typed_but_the_password(
    office: Office, as_user: ClientOf, typed: dict[str, str], form: str
) -> None:
    answer = as_user(office.clerk).post(reverse("mailbox:settings"), typed)

    page = answer.content.decode()
    shown = {key: value for key, value in typed.items() if key not in {"do", "s-password", "s-security", "i-security"}}
    assert (answer.status_code, bool(answer.context[form].errors)) == (422, True)
    assert [value for value in shown.values() if f'value="{value}"' not in page] == []
    assert 'mật khẩu"' not in page
    assert (settings_store.smtp_account(), settings_store.imap_account()) == (None, None)


def test_empty_server_is_forgotten(office: Office, as_user: ClientOf) -> None:
    client, page = as_user(office.clerk), reverse("mailbox:settings")
    imap = {"do": "imap", "i-host": "mail.tamky.vn", "i-security": "tls", "i-user": "vp", "i-password": "x"}
    client.post(page, SMTP)
    client.post(page, imap | {"i-folder": "Den"})
    folder = settings_store.imap_account()

    no_smtp = client.post(page, SMTP | {"s-host": ""}, follow=True).content.decode()
    no_imap = client.post(page, imap | {"i-host": ""}, follow=True).content.decode()

    assert (folder and folder.folder) == "Den"
    assert ("Đã bỏ máy chủ gửi thư." in no_smtp, "Đã bỏ hộp thư nhận." in no_imap) == (True, True)
    assert (settings_store.smtp_account(), settings_store.imap_account()) == (None, None)
    assert list(Event.objects.filter(verb__startswith="set_").order_by("pk").values_list("verb", "changes")) == [
        ("set_smtp", {"is_set": True}),
        ("set_imap", {"is_set": True}),
        ("set_smtp", {"is_set": False}),
        ("set_imap", {"is_set": False}),
    ]


def test_saved_mailbox_is_said_and_shown_again(office: Office, as_user: ClientOf) -> None:
    client, page = as_user(office.clerk), reverse("mailbox:settings")

    said = client.post(page, SMTP | {"s-reply_to": "tra-loi@tamky.vn"}, follow=True).content.decode()

    assert "Đã lưu. Gửi thư thử để chắc." in said
    assert [
        value for value in ("mail.tamky.vn", "vp@tamky.vn", "tra-loi@tamky.vn") if f'value="{value}"' not in said
    ] == []


def test_without_a_server_there_is_nothing_to_try(office: Office, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(reverse("mailbox:settings"), {"do": "try", "to": "toi@vidu.vn"}, follow=True)

    assert "Chưa có máy chủ gửi thư." in answer.content.decode()


def test_unknown_button_changes_nothing(office: Office, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(reverse("mailbox:settings"), SMTP | {"do": "khác"})

    assert (answer.status_code, settings_store.smtp_account()) == (302, None)


def test_mailbox_that_the_environment_reads_is_closed_too(
    office: Office, as_user: ClientOf, settings: Settings
) -> None:
    settings.IMAP_URL = "imaps://vp:x@mail.tamky.vn/Den"
    client, page = as_user(office.clerk), reverse("mailbox:settings")

    client.post(page, {"do": "imap", "i-host": "mail.ke-la.vn", "i-security": "tls"})

    reading = settings_store.imap_account()
    assert (reading and (reading.host, reading.folder)) == ("mail.tamky.vn", "Den")
    assert "đọc vp@mail.tamky.vn" in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "Mở được hộp thư. Thư mới tự vào Thư đến."),
        ({"password": "sai"}, "Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu."),
        ({"port": 1}, "Máy chủ thư không mở cổng ấy."),
        ({"folder": "Khong-co"}, "Hộp thư không có thư mục ấy."),
    ],
)
def test_mailbox_is_opened_once_to_try_and_says_what_to_mend(
    office: Office, as_user: ClientOf, mailbox: Mailbox, change: dict[str, Any], said: str
) -> None:
    account = replace(mailbox.account, **change)
    typed = {"do": "imap", "i-host": account.host, "i-port": str(account.port), "i-security": "none"}
    client, page = as_user(office.clerk), reverse("mailbox:settings")
    client.post(page, typed | {"i-user": account.user, "i-password": account.password, "i-folder": account.folder})

    tried = client.post(page, {"do": "look"}, follow=True).content.decode()

    assert (said in tried, Place.objects.count()) == (True, 0)


def test_mailbox_that_stopped_says_so_in_the_readers_words_here_and_in_the_tray(
    office: Office, as_user: ClientOf
) -> None:
    account = ImapAccount("127.0.0.1", 1, Security.NONE, "ai-do", "x")
    settings_store.keep_imap(account)
    Place.objects.create(account="vp@cu.vn", folder="INBOX", read_at=NOW)
    place_of(account)
    with pytest.raises(MailboxUnreachable):
        fetch_mail(account)
    clerk = as_user(office.clerk)

    here, tray = (
        clerk.get(address).content.decode()
        for address in (reverse("mailbox:settings"), reverse("mailbox:tray", args=[office.conference.pk]))
    )

    for page in (here, tray):
        assert ("Máy chủ thư không mở cổng ấy." in page, "Errno" in page, "đọc lần cuối" in page) == (
            True,
            False,
            False,
        )
    assert ("Chưa đọc được" in here, "Vào Hộp thư để mở thử" in tray) == (True, True)


@pytest.mark.parametrize("do", ["look", "imap"])
def test_opened_or_kept_anew_the_old_fault_is_told_no_more(
    office: Office, as_user: ClientOf, monkeypatch: pytest.MonkeyPatch, do: str
) -> None:
    monkeypatch.setattr("tongket.mailbox.views.settings.why_closed", lambda _account: "")
    settings_store.keep_imap(ImapAccount("mail.tamky.vn", 993, Security.TLS, "vp", "x"))
    account = settings_store.imap_account()
    assert account is not None
    Place.objects.create(account=account.name, folder=account.folder, fault="Máy chủ thư không mở cổng ấy.")
    kept = {"i-host": "mail.tamky.vn", "i-port": "993", "i-security": "tls", "i-user": "vp", "i-password": "mới"}

    as_user(office.clerk).post(reverse("mailbox:settings"), {"do": do} | kept)

    assert Place.objects.get().fault == ""


def test_trying_without_a_mailbox_says_to_fill_it_in(office: Office, as_user: ClientOf) -> None:
    said = as_user(office.clerk).post(reverse("mailbox:settings"), {"do": "look"}, follow=True).content.decode()

    assert "Chưa có hộp thư nhận." in said
