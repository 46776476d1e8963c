"""What the benchmark of the outbox does with rows; needs Django ready."""

import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.urls import reverse
from tests.factories.conferences import NOW
from tests.factories.copies import make_copies, make_invitation

from bench.visits import Visited, clerk_of, sample_conference
from tongket.core import files
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.mailbox.actions.messages import queue_messages
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.actions.sending import send_waiting
from tongket.mailbox.drafts import Draft
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageKind, MessageState

SENDER = "vanphong@tamky.vidu.vn"
SUBJECT = "Mời dự hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"
WORDS = """Kính gửi {name},

Ban Thường trực trân trọng kính mời ông/bà dự hội nghị tổng kết lúc 07 giờ 30 phút, thứ Tư, ngày 30 tháng 10 năm 2024,
tại Phòng họp cơ quan Mặt trận, số 99 Hùng Vương. Đề nghị xác nhận tham dự chậm nhất ngày 24 tháng 10 năm 2024.
"""


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took, on the clock and of this process's CPU time."""

    seconds: float
    cpu: float


@contextmanager
def measured() -> Iterator[list[Took]]:
    """Appends what the block took."""
    took: list[Took] = []
    cpu, began = time.process_time(), time.perf_counter()
    yield took
    took.append(Took(time.perf_counter() - began, time.process_time() - cpu))


def issued_invitation(copies: int) -> Document:
    """An invitation of the sample conference that was issued, with so many people on its list."""
    conference = sample_conference()
    clerk = clerk_of(conference)
    document = make_invitation(conference=conference, state=DocumentState.ISSUED, by=clerk)
    make_copies(document, copies, by=clerk)
    return document


def letters_page_of(document: Document) -> str:
    """The page whose button puts the document into the outbox."""
    return reverse("mailbox:letters", args=[document.pk])


def count_letters(document: Document) -> int:
    """How many messages of the document are in the outbox."""
    return Message.objects.filter(document=document).count()


def outbox_of(document: Document) -> Visited:
    """The outbox as the host's clerk sees it."""
    client = Client()
    client.force_login(clerk_of(document.conference))
    return Visited(client, reverse("mailbox:outbox", args=[document.conference_id]))


def deliver(port: int, count: int, attached: bytes) -> Took:
    """Sends so many queued messages to the server at `port` by the runs of the real worker."""
    settings.SMTP_URL, settings.MAIL_FROM = f"smtp://127.0.0.1:{port}", SENDER
    conference = sample_conference()
    messages = put_in_outbox(conference=conference, drafts=list(_drafts(count, attached)), by=None, now=NOW)
    queue_messages(messages=messages, by=clerk_of(conference), now=NOW)
    with measured() as took:
        while run := send_waiting():
            if not run.sent:
                break
    sent = Message.objects.filter(pk__in=[each.pk for each in messages], state=MessageState.SENT).count()
    if sent != count:
        raise RuntimeError(f"{sent} of {count} messages were sent")
    return took[0]


def _drafts(count: int, attached: bytes) -> Iterator[Draft]:
    kept = [files.store(data=attached, name="Giấy mời.pdf", now=NOW)] if attached else []
    for place in range(count):
        name = f"Ông Nguyễn Văn {place}"
        words = WORDS.format(name=name)
        yield Draft(MessageKind.FREE, None, name, [f"a{place}@vidu.vn"], SUBJECT, words, attachments=kept)


def plain_loop(port: int, count: int, attached: bytes) -> Took:
    """The same messages by Django's own `send_messages` over one connection: nothing is claimed, noted or told."""
    connection = get_connection("django.core.mail.backends.smtp.EmailBackend", host="127.0.0.1", port=port)
    connection.open()
    with measured() as took:
        for place in range(count):
            connection.send_messages([_plain(f"Ông Nguyễn Văn {place}", f"a{place}@vidu.vn", attached)])
    connection.close()
    return took[0]


def _plain(name: str, address: str, attached: bytes) -> EmailMessage:
    ours = {"Message-ID": make_msgid(domain="tamky.vidu.vn")}
    message = EmailMessage(SUBJECT, WORDS.format(name=name), SENDER, [f"{name} <{address}>"], headers=ours)
    if attached:
        message.attach("Giấy mời.pdf", attached, "application/pdf")
    return message


def taken_by(port: int) -> int:
    """How many messages the sink says that it took."""
    with smtplib.SMTP("127.0.0.1", port) as line:
        return int(line.verify("count")[1])
