"""It is Monday morning in every test of this room; no account of mail is set up, and a real server takes mail."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.mailbox.dovecot import Mailbox, running_dovecot
from tests.mailbox.sink import Sink, smtp_sink


@pytest.fixture(autouse=True)
def monday_morning(monday: None) -> None:
    """It is 21/10/2024, 8:15, for every test of this room."""


@pytest.fixture(autouse=True)
def no_accounts(settings: Settings, tmp_path: Path) -> None:
    """No server of mail is set up, whatever the environment of the tests says."""
    settings.HOME = tmp_path
    settings.SMTP_URL = settings.MAIL_FROM = settings.MAIL_REPLY_TO = settings.IMAP_URL = ""


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A real server that takes our mail."""
    with smtp_sink() as server:
        settings.SMTP_URL, settings.MAIL_FROM = server.url, "vp@tamky.vn"
        yield server


@pytest.fixture
def set_up(settings: Settings) -> None:
    """A server is set up; nothing reaches it in these tests."""
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:8249", "vp@tamky.vn"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A real IMAP server with one mailbox."""
    with running_dovecot() as server:
        yield server
