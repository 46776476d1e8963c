"""Bounces as servers write them, and letters that are none."""

import email
from email.message import Message

import pytest

from tongket.mailbox.bounces import Bounce, bounce_of, bounces_of
from tongket.mailbox.codes import code_of_message

OURS = "<tk.0123456789abcdef@tamky.vn>"
REPORT = f"""\
From: MAILER-DAEMON@mail.vidu.vn
To: vp@tamky.vn
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.vidu.vn

Final-Recipient: rfc822; Tam.Thang@vidu.vn
Action: {{action}}
Status: {{status}}
Diagnostic-Code: smtp; {{words}}

--B
Content-Type: {{kind}}

Message-ID: {OURS}
Subject: Giay moi [{code_of_message(7)}]
To: tam.thang@vidu.vn

--B--
"""


def parsed(text: str) -> Message:
    """The message as the intake reads it."""
    return email.message_from_bytes(text.encode())


def report(
    *,
    action: str = "failed",
    status: str = "5.1.1",
    words: str = "550 5.1.1 No such user",
    kind: str = "message/rfc822",
) -> Message:
    """A report of RFC 3464."""
    return parsed(REPORT.format(action=action, status=status, words=words, kind=kind))


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_report_names_address_message_and_reason(kind: str) -> None:
    assert bounce_of(report(kind=kind)) == Bounce(
        OURS, 7, "tam.thang@vidu.vn", "550 5.1.1 No such user", is_permanent=True
    )


@pytest.mark.parametrize(
    ("action", "status", "found"),
    [("failed", "5.2.2", True), ("failed", "4.4.1", False), ("delayed", "4.4.1", False), ("delivered", "2.0.0", None)],
)
def test_report_tells_permanent_from_passing(action: str, status: str, found: bool | None) -> None:  # noqa: FBT001
    bounce = bounce_of(report(action=action, status=status))

    assert (bounce.is_permanent if bounce else None) is found


def test_report_of_several_addresses_names_each() -> None:
    text = REPORT.format(action="failed", status="5.1.1", words="550 no", kind="message/rfc822")
    second = "\nFinal-Recipient: rfc822; b@vidu.vn\nAction: failed\nStatus: 5.0.0\n\n--B\nContent-Type: message/rfc822"

    found = bounces_of(parsed(text.replace("\n--B\nContent-Type: message/rfc822", second, 1)))

    assert [(each.address, each.fault) for each in found] == [("tam.thang@vidu.vn", "550 no"), ("b@vidu.vn", "5.0.0")]


EXIM = f"""\
From: Mail Delivery System <Mailer-Daemon@mail.vidu.vn>
Subject: Mail delivery failed: returning message to sender
X-Failed-Recipients: tam.thang@vidu.vn, b@vidu.vn

This message was created automatically by mail delivery software.

  tam.thang@vidu.vn
    SMTP error from remote mail server after RCPT TO: 550 5.1.1 mailbox unavailable

------ This is a copy of the message's headers. ------
Message-ID: {OURS}
"""
QMAIL = f"""\
From: MAILER-DAEMON@mail.vidu.vn
Subject: failure notice

Hi. This is the qmail-send program.
I'm afraid I wasn't able to deliver your message to the following addresses.

<tam.thang@vidu.vn>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.
Message-ID: {OURS}
To: khac@vidu.vn
"""
WARNING = """\
From: postmaster@mail.vidu.vn
Subject: Warning: could not send message for past 4 hours

   ----- Transcript -----
<tam.thang@vidu.vn>... Deferred: 451 try later
"""
VIETNAMESE = f"""\
From: postmaster@vidu.vn
Subject: =?utf-8?b?S2jDtG5nIGfhu61pIMSRxrDhu6Nj?= [{code_of_message(7)}]

Thư gửi <tam.thang@vidu.vn> không đến được: 552 hộp thư đầy. [{code_of_message(7)}]
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            EXIM,
            [
                (OURS, None, "tam.thang@vidu.vn", "550 5.1.1 mailbox unavailable", True),
                (OURS, None, "b@vidu.vn", "550 5.1.1 mailbox unavailable", True),
            ],
        ),
        (QMAIL, [(OURS, None, "tam.thang@vidu.vn", "failure notice", True)]),
        (WARNING, [("", None, "tam.thang@vidu.vn", "451 try later", False)]),
        (VIETNAMESE, [("", 7, "tam.thang@vidu.vn", "552 hộp thư đầy. [TK-M7", True)]),
    ],
)
def test_plain_letters_of_servers_are_recognised(text: str, found: list[tuple[object, ...]]) -> None:
    seen = [(b.message_id, b.message_key, b.address, b.fault, b.is_permanent) for b in bounces_of(parsed(text))]

    assert [each[:3] + each[4:] for each in seen] == [each[:3] + each[4:] for each in found]
    assert [str(each[3])[:20] for each in seen] == [str(each[3])[:20] for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "From: tam.thang@vidu.vn\nSubject: Re: Undelivered báo cáo\n\nKính gửi Văn phòng, gửi lại 550 tờ.\n",
        "From: MAILER-DAEMON@vidu.vn\nSubject: Chúc mừng\n\nabc\n",
        "From: postmaster@vidu.vn\nSubject: Automatic reply: vắng mặt\n\nTôi đi công tác.\n",
        "Subject: x\n\n",
        "",
    ],
)
def test_letters_of_people_are_no_bounces(text: str) -> None:
    assert bounce_of(parsed(text)) is None


def test_deeply_nested_report_ends() -> None:
    text = "From: MAILER-DAEMON@v.vn\nSubject: failure notice\n"
    for place in range(400):
        text += f'Content-Type: multipart/mixed; boundary="{place}"\n\n--{place}\n'

    assert len(bounces_of(parsed(text))) <= 1
