import pytest

from tongket.reading.mail.values import Mail, MailFile
from tongket.reading.mail.wire import decode, encode

MAIL = Mail(address="a@b.vn", subject="Gửi", files=(MailFile("a", "b/c", b"\n{}\n"), MailFile("d", "e/f", b"")))


def test_mail_crosses_unchanged() -> None:
    assert decode(encode(MAIL)) == MAIL


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        encode(MAIL)[:20],
        encode(MAIL).replace(b'"to":[]', b'"to":[1]'),
        encode(MAIL).replace(b'"b/c",4', b'"b/c",400'),
        encode(MAIL).replace(b'"b/c",4', b'"b/c",-4'),
        encode(MAIL).replace(b'"faults":[]', b'"faults":["x"]'),
    ],
)
def test_error_anything_else(answer: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        decode(answer)
