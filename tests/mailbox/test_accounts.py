"""Accounts of mail out of an address of the environment; a wrong one says what was wanted and hides the password."""

import re

import pytest

from tongket.mailbox.accounts import BadAddress, ImapAccount, Security, SmtpAccount, imap_from, smtp_from


@pytest.mark.parametrize(
    ("url", "sender", "account"),
    [
        (
            "smtp+starttls://van.phong%40tamky.vn:a%2Fb@mail.tamky.vn",
            "",
            SmtpAccount(
                "mail.tamky.vn", 587, Security.STARTTLS, "van.phong@tamky.vn", "van.phong@tamky.vn", password="a/b"
            ),
        ),
        ("smtps://u:p@h", "a@b.vn", SmtpAccount("h", 465, Security.TLS, "a@b.vn", "u", password="p")),
        ("smtp://127.0.0.1:8240", "a@b.vn", SmtpAccount("127.0.0.1", 8240, Security.NONE, "a@b.vn")),
    ],
)
def test_smtp_address_gives_its_account(url: str, sender: str, account: SmtpAccount) -> None:
    assert smtp_from(url, sender) == account


@pytest.mark.parametrize(
    ("url", "account"),
    [
        ("imaps://u%40h.vn:p@h", ImapAccount("h", 993, Security.TLS, "u@h.vn", password="p")),
        (
            "imap+starttls://u:p@h/V%C4%83n%20ph%C3%B2ng",
            ImapAccount("h", 143, Security.STARTTLS, "u", password="p", folder="Văn phòng"),
        ),
        ("imap://u:p@127.0.0.1:8241/INBOX", ImapAccount("127.0.0.1", 8241, Security.NONE, "u", password="p")),
    ],
)
def test_imap_address_gives_its_account(url: str, account: ImapAccount) -> None:
    assert imap_from(url) == account


@pytest.mark.parametrize(
    ("url", "sender", "words"),
    [
        ("http://h", "a@b.vn", "TONGKET_SMTP_URL starts with 'http'; wanted one of smtps, smtp+starttls, smtp"),
        ("smtp://", "a@b.vn", "TONGKET_SMTP_URL starts with 'smtp'; wanted one of"),
        ("smtp://u:secret@h:99999", "a@b.vn", "TONGKET_SMTP_URL has no readable port"),
        ("smtp://u:p?w=1@h", "a@b.vn", "TONGKET_SMTP_URL"),
        ("smtp://h", "", "TONGKET_MAIL_FROM is empty"),
    ],
)
def test_wrong_address_says_what_was_wanted(url: str, sender: str, words: str) -> None:
    with pytest.raises(BadAddress, match=re.escape(words)) as fault:
        smtp_from(url, sender)

    assert "secret" not in str(fault.value)


def test_password_is_never_printed() -> None:
    assert "secret" not in repr(smtp_from("smtps://u:secret@h", "a@b.vn"))
    assert "secret" not in repr(imap_from("imaps://u:secret@h"))
    assert imap_from("imaps://u:secret@h").name == "u@h"
