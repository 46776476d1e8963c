"""Accounts are kept in a file of their owner's, the environment goes before it, the database never sees a password."""

import stat
from pathlib import Path

import pytest
from pytest_django import Settings

from tongket.mailbox import settings_store
from tongket.mailbox.accounts import ImapAccount, Security, SmtpAccount

SMTP = SmtpAccount("mail.tamky.vn", 587, Security.STARTTLS, "vp@tamky.vn", "vp", "mật khẩu", "tk@tamky.vn")
IMAP = ImapAccount("mail.tamky.vn", 993, Security.TLS, "vp", "mật khẩu", "INBOX")


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    """A data folder of its own."""
    settings.HOME = tmp_path
    return tmp_path


def test_nothing_is_set_up_at_first() -> None:
    assert (settings_store.smtp_account(), settings_store.imap_account()) == (None, None)


def test_accounts_are_kept_side_by_side_and_forgotten_alone() -> None:
    settings_store.keep_smtp(SMTP)
    settings_store.keep_imap(IMAP)
    both = (settings_store.smtp_account(), settings_store.imap_account())

    settings_store.keep_smtp(None)

    assert both == (SMTP, IMAP)
    assert (settings_store.smtp_account(), settings_store.imap_account()) == (None, IMAP)


def test_only_the_owner_reads_the_file(home: Path) -> None:
    settings_store.keep_smtp(SMTP)

    (kept,) = home.iterdir()
    assert (kept.name, stat.S_IMODE(kept.stat().st_mode)) == ("mail.json", 0o600)


def test_environment_goes_before_the_file_and_closes_the_page(settings: Settings) -> None:
    settings_store.keep_smtp(SMTP)
    settings_store.keep_imap(IMAP)
    settings.SMTP_URL, settings.MAIL_FROM, settings.MAIL_REPLY_TO = "smtp://127.0.0.1", "a@b.vn", "c@b.vn"
    settings.IMAP_URL = "imap://u:p@127.0.0.1"

    assert settings_store.smtp_account() == SmtpAccount("127.0.0.1", 25, Security.NONE, "a@b.vn", reply_to="c@b.vn")
    assert settings_store.imap_account() == ImapAccount("127.0.0.1", 143, Security.NONE, "u", "p")
    with pytest.raises(settings_store.SetElsewhere):
        settings_store.keep_smtp(SMTP)
    with pytest.raises(settings_store.SetElsewhere):
        settings_store.keep_imap(None)
