import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.reading.mail.message import head_of, read_headers, read_mail
from tongket.reading.mail.values import Fault, Mail, MailFile, MailLimits
from tongket.reading.mail.wire import decode, encode

PIECES = st.sampled_from(
    [
        b"From: a@b.vn\n",
        b"Subject: =?utf-8?b?R+G7rWk=?=\n",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Type: multipart/alternative; boundary=\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Type: text/html; charset=utf-7\n",
        b"Content-Type: application/pdf; name*0*=utf-8''%; name*1=\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: x-uuencode\n",
        b"Content-Transfer-Encoding: Quoted-Printable (x)\n",
        b"Content-Disposition: attachment; filename*=x'y'%ff%zz\n",
        b"Content-ID: <a>\n",
        b"\n",
        b"--x\n",
        b"--x--\n",
        b"begin 644 a\n",
        b"<p>cid:a</p>",
        b"====",
        b"\xff\xfe\0",
        b" ",
    ]
)


def plain(body: bytes, head: bytes = b"") -> Mail:
    return read_mail(b"From: a@b.vn\n" + head + b"\n" + body)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=2000), st.lists(PIECES, max_size=40).map(b"".join)))
def test_no_bytes_crash_the_reader_and_all_cross_the_wire(data: bytes) -> None:
    mail = read_mail(data)

    assert decode(encode(mail)) == mail
    assert "\0" not in mail.text + mail.subject + mail.name + "".join(file.name for file in mail.files)


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        (b"base64", base64.b64encode(b"%PDF tham luan")),
        (b" BASE64 (x)", base64.b64encode(b"%PDF tham luan")),
        (b"base64", base64.b64encode(b"%PDF tham luan").replace(b"a", b"a\n!*")),
        (b"quoted-printable", b"=25PDF tham luan"),
        (b"x-uuencode", b"begin 644 a.pdf\n.)5!$1B!T:&%M(&QU86X \n \nend\n"),
        (b"8bit", b"%PDF tham luan"),
        (b"unheard-of", b"%PDF tham luan"),
    ],
)
def test_file_is_decoded_whatever_its_encoding_is_called(encoding: bytes, written: bytes) -> None:
    head = b"Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: " + encoding + b"\n"

    assert plain(written, head).files == (MailFile("a.pdf", "application/pdf", b"%PDF tham luan"),)


def test_parts_beyond_the_limits_are_faults() -> None:
    parts = b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: a/b\n\ny\n" * 20 + b"--x--\n"

    assert read_mail(parts, MailLimits(parts=5)).faults == (Fault.TOO_MANY_PARTS,)
    assert (len(read_mail(parts, MailLimits(files=5)).files), len(read_mail(parts).files)) == (5, 20)


def test_long_text_is_cut_with_a_fault() -> None:
    mail = read_mail(b"\n" + b"a" * 30 + b"\n", MailLimits(text_letters=10))

    assert len(mail.text) == 10


def test_headers_alone_are_read_with_the_reason() -> None:
    mail = read_headers(b"From: a@b.vn\r\nSubject: x\r\n\r\nthan", Fault.TOO_SLOW)

    assert (mail.address, mail.subject, mail.text, mail.faults) == ("a@b.vn", "x", "", (Fault.TOO_SLOW,))


def test_head_ends_at_the_first_empty_line() -> None:
    assert [head_of(data) for data in (b"A: b\n\nc\r\n\r\n", b"A: b\r\n\r\nc\n\n", b"A: b")] == [
        b"A: b\n\n",
        b"A: b\n\n",
        b"A: b\n\n",
    ]


def test_letter_within_keeps_its_bytes_and_gives_its_files() -> None:
    inner = b"From: c@d.vn\nSubject: trong\nContent-Type: application/pdf; name=a.pdf\n\n%PDF"
    outer = b"From: a@b.vn\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nngoai\n--x\n"
    outer += b"Content-Type: message/rfc822\n\n"

    mail = read_mail(outer + inner + b"\n--x--\n")

    assert (mail.text, mail.writers) == ("ngoai", ("c@d.vn",))
    assert [(file.name, file.is_letter) for file in mail.files] == [("trong.eml", True), ("a.pdf", False)]
    assert mail.files[0].data.startswith(b"From: c@d.vn\nSubject: trong")
