import time

import pytest

from tongket.reading.mail.safely import is_plain, read_mail_safely
from tongket.reading.mail.values import Fault, MailLimits

HEAD = b"From: a@b.vn\nSubject: x\n"


def deep(levels: int) -> bytes:
    nested = (b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (level, level) for level in range(levels))
    return HEAD + b"".join(nested) + b"\nthan\n"


HOSTILE = {
    "deep": deep(3000),
    "parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
    "headers": HEAD + b"X: y\n" * 100_000 + b"\nthan\n",
    "one-header": HEAD + b"X: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nthan\n",
    "large": HEAD + b"Content-Type: application/pdf; name=a.pdf\n\n" + b"%PDF" * 2_500_000,
    "markup": HEAD + b"Content-Type: text/html\n\n" + b"<div><blockquote>" * 400_000,
    "letters": HEAD + b"Content-Type: message/rfc822\n\n" * 2000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_message_keeps_its_sender_and_ends_soon(name: str) -> None:
    begun = time.perf_counter()

    mail = read_mail_safely(HOSTILE[name])

    assert (mail.address, mail.subject) == ("a@b.vn", "x")
    assert time.perf_counter() - begun < 25


def test_usual_messages_are_read_here_and_odd_ones_in_a_child() -> None:
    assert [is_plain(data) for data in (HEAD + b"\nthan", deep(3), *HOSTILE.values())] == [True, True] + [False] * 7


@pytest.mark.slow
def test_child_that_ends_badly_leaves_the_headers() -> None:
    slow = read_mail_safely(deep(100), MailLimits(wall_seconds=0.001))
    hungry = read_mail_safely(deep(100), MailLimits(memory_bytes=1_000_000))
    wordy = read_mail_safely(deep(100), MailLimits(answer_bytes=10))

    assert [(mail.address, mail.faults) for mail in (slow, hungry, wordy)] == [
        ("a@b.vn", (Fault.TOO_SLOW,)),
        ("a@b.vn", (Fault.BROKEN,)),
        ("a@b.vn", (Fault.BROKEN,)),
    ]
