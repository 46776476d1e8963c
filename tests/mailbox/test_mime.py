"""A message as bytes: read by the standard library again, with Vietnamese in every place."""

import email
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tongket.mailbox.mime import File, Outgoing, to_bytes

AT = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)
LONG = (
    "V/v chuẩn bị tham luận tại hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo, nâng cao năng suất” [TK-M7B]"
)


def outgoing(**values: object) -> Outgoing:
    """A message with everything said."""
    known: dict[str, object] = {
        "message_id": "<1@tamky.vn>",
        "sender": ("Ủy ban MTTQ Việt Nam thành phố Tam Kỳ", "vp@tamky.vn"),
        "to": (("Ông Nguyễn Văn Hòa", "hoa@vidu.vn"), ("Plain, Name", "b@vidu.vn"), ("", "c@vidu.vn")),
        "subject": LONG,
        "text": "Kính gửi Ông.\n\n.chấm\n",
        "at": AT,
        "code": "TK-M7B",
    }
    return Outgoing(**(known | values))  # type: ignore[arg-type]


def read(data: bytes) -> EmailMessage:
    """The message as another program reads it."""
    return email.message_from_bytes(data, policy=SMTP)


def test_message_is_read_as_it_was_written() -> None:
    came = read(to_bytes(outgoing()))

    assert came["Subject"] == LONG
    assert [(each.display_name, each.addr_spec) for each in came["To"].addresses] == [
        ("Ông Nguyễn Văn Hòa", "hoa@vidu.vn"),
        ("Plain, Name", "b@vidu.vn"),
        ("", "c@vidu.vn"),
    ]
    # This reader puts a second space between encoded words; between words nobody sees it.
    assert " ".join(came["From"].split()) == "Ủy ban MTTQ Việt Nam thành phố Tam Kỳ <vp@tamky.vn>"
    assert came["Date"].datetime == AT
    assert came.get_content() == "Kính gửi Ông.\n\n.chấm\n"
    assert came.defects == []


@pytest.mark.parametrize("name", ["Công văn số 212.pdf", "plain.pdf", 'có "ngoặc"\r\nX-Bad: 1.pdf'])
def test_files_come_whole_whatever_their_name(name: str) -> None:
    data = bytes(range(256)) * 50

    came = read(to_bytes(outgoing(files=(File(name, data, "application/pdf"), File("b.txt", b"", "text/plain")))))

    first, second = came.iter_attachments()
    assert first.get_filename() == " ".join(name.replace('"', "'").split())
    assert (first.get_content(), second.get_content()) == (data, "")
    assert (came.defects, came["X-Bad"]) == ([], None)


def test_no_value_begins_a_header_of_its_own() -> None:
    came = read(
        to_bytes(
            outgoing(
                subject="a\r\nBcc: x@vidu.vn",
                sender=("a\nBcc: x@vidu.vn", "vp@tamky.vn"),
                reply_to="r@vidu.vn\r\nBcc: x@vidu.vn",
                in_reply_to="<2@vidu.vn>\nBcc: x",
            )
        )
    )

    assert came["Bcc"] is None
    assert came["Subject"] == "a Bcc: x@vidu.vn"


def test_every_line_fits_a_server() -> None:
    data = to_bytes(outgoing(text="Ễ" * 5000, files=(File("ệ" * 200, b"x" * 5000, "application/pdf"),)))

    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.isascii()


@pytest.mark.parametrize(("automatic", "suppress"), [("", None), ("auto-generated", "All")])
def test_automatic_messages_say_so(automatic: str, suppress: str | None) -> None:
    came = read(to_bytes(outgoing(automatic=automatic)))

    assert (came["Auto-Submitted"], came["X-Auto-Response-Suppress"]) == (automatic or None, suppress)


def test_message_without_an_address_is_still_a_message() -> None:
    assert read(to_bytes(outgoing(to=())))["To"] == "undisclosed-recipients:;"
