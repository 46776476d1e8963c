from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message

import pytest

from tongket.reading.mail import headers
from tongket.reading.mail.values import MAIL_LIMITS


def message(text: bytes) -> Message:
    return message_from_bytes(text + b"\n\n")


@pytest.mark.parametrize(
    ("value", "address", "name"),
    [
        ("a@vidu.vn", "a@vidu.vn", ""),
        ("Xã Tam Thăng <A@Vidu.VN>", "a@vidu.vn", "Xã Tam Thăng"),
        ('"Hòa, Nguyễn" <a@vidu.vn>', "a@vidu.vn", "Hòa, Nguyễn"),
        ("a@vidu.vn (Hòa)", "a@vidu.vn", "Hòa"),
        ('"ke.gia@vidu.vn" <that@lavidu.vn>', "that@lavidu.vn", "ke.gia@vidu.vn"),
        ("Hòa", "", "Hòa"),
        ("", "", ""),
        ("<>", "", "<>"),
    ],
)
def test_first_mailbox(value: str, address: str, name: str) -> None:
    assert headers.mailbox_of(value, MAIL_LIMITS) == (address, name)


def test_only_the_first_of_two_senders_counts() -> None:
    two = message(b"From: a@vidu.vn\nFrom: b@vidu.vn")

    assert headers.first(two, "from", MAIL_LIMITS) == "a@vidu.vn"


def test_references_end_with_the_nearest() -> None:
    answer = message(b"References: <1@a> <2@a> <3@a>\nIn-Reply-To: <2@a>")

    assert headers.references_of(answer, MAIL_LIMITS) == ("1@a", "3@a", "2@a")


@pytest.mark.parametrize(
    ("value", "found"),
    [("<a@b>", "a@b"), ("a@b", "a@b"), ("", ""), ("<a b>", ""), ("x" * 2000, ""), ("<a@b> <c@d>", "a@b")],
)
def test_message_id(value: str, found: str) -> None:
    assert headers.message_id_of(message(f"Message-ID: {value}".encode()), MAIL_LIMITS) == found


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("Sun, 20 Oct 2024 16:30:00 +0700", datetime(2024, 10, 20, 9, 30, tzinfo=UTC)),
        ("20 Oct 2024 16:30", datetime(2024, 10, 20, 16, 30, tzinfo=UTC)),
        ("Sun, 20 Oct 1024 16:30:00 +0700", None),
        ("hôm qua", None),
        ("Sun, 99 Oct 2024 99:99:99 +9999", None),
        ("", None),
    ],
)
def test_when_it_was_written(value: str, moment: datetime | None) -> None:
    assert headers.written_at(message(f"Date: {value}".encode()), MAIL_LIMITS) == moment


def test_every_recipient_once() -> None:
    two = message(b"To: A <a@vidu.vn>, b@vidu.vn\nCc: a@VIDU.vn")

    assert headers.addresses_of(two, ("to", "cc"), MAIL_LIMITS) == ("a@vidu.vn", "b@vidu.vn")
