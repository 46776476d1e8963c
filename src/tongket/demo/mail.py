"""The mail of the sample conference: what units wrote, as real messages, and what waits in the outbox."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from tongket.conferences.rules import Channel
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import YOUTH, Step, at
from tongket.documents.queries.offices import derived_office
from tongket.documents.render.docx import docx_of
from tongket.documents.render.markdown import blocks_of
from tongket.documents.render.values import Issuer, OfficialDocument
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.actions.messages import send_by_hand
from tongket.mailbox.actions.reminders import climb_conference
from tongket.mailbox.models import Incoming, Message
from tongket.mailbox.rules import MessageKind, MessageState
from tongket.units.models import Unit

# The working days before the one on which the sample stands, from the day on which the letters left.
REMINDED = (14, 15, 16, 17, 18)
BOX = "mttq@tamky.vidu.vn"
# What a unit calls what it hands in, as the subject of its message and the name of its file.
CALLED = {"paper": "Bài tham luận", "review": "Báo cáo tổng kết", "exhibit": "Danh mục sản phẩm trưng bày"}
TEXTS = {
    "review": "Địa phương đã tổ chức tổng kết phong trào; kết quả, hạn chế và kiến nghị nêu dưới đây.",
    "exhibit": "Địa phương đăng ký ba sản phẩm: bánh tráng, nước mắm, đồ mây tre đan.",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A message of somebody: from whom, about what, with a file where it brings one, and headers of its program."""

    sender: str
    address: str
    subject: str
    text: str
    file: tuple[str, bytes] | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def raw(self, now: datetime) -> bytes:
        """The message as its sender's program wrote it at `now`."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = formataddr((self.sender, self.address)), BOX, self.subject
        message["Date"] = format_datetime(now)
        message["Message-ID"] = f"<{now:%Y%m%d%H%M}.{self.address}>"
        for name, value in self.headers:
            message[name] = value
        message.set_content(self.text)
        if self.file:
            name, data = self.file
            message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
        return message.as_bytes()


def scenes() -> list[Scene]:
    """Everything of this part but what units handed in by mail, in no order."""
    return [
        Scene(at(18, 16), send_receipts),
        Scene(at(19, 15, 12), answer_of_a_machine),
        Scene(at(21, 7, 58), letter_of_an_unknown_address),
        *[scene for day in REMINDED for scene in (Scene(at(day, 8, 55), remind), Scene(at(day, 16), send_reminders))],
        Scene(at(21, 8, 10), remind),
    ]


def arrive(step: Step, now: datetime, *, file: tuple[str, bytes] | None = None) -> Incoming:
    """A unit writes from its own address and attaches what it owes: filed by itself, with a receipt."""
    unit = Unit.objects.select_related("parent").get(name__endswith=step.unit, email__gt="", body="front")
    subject = f"{CALLED[step.kind]} của {unit.called}"
    text = f"Kính gửi Văn phòng,\n\n{unit.called} gửi kèm thư. {step.note}\n\nTrân trọng,\n{unit.name}\n"
    return _take(Written(unit.name, unit.email, subject, text, file or _file(step.kind, unit)), now)


def _file(kind: str, unit: Unit) -> tuple[str, bytes]:
    office, title = derived_office(unit), CALLED[kind]
    paper = OfficialDocument(
        issuer=Issuer(office.own, office.above),
        symbol="",
        type_name=title.upper(),
        subject="Phong trào thi đua “Đoàn kết sáng tạo”",
        place=office.place,
        body=blocks_of(TEXTS[kind]),
    )
    return f"{title} {unit.place_kind} {unit.place}.docx", docx_of(paper)


def _take(written: Written, now: datetime) -> Incoming:
    return take_in(raw=written.raw(now), came_at=now, by=None, now=now)


def send_receipts(cast: Cast, now: datetime) -> None:
    """The office answers from its own mail program, since no server is set up here."""
    receipts = Message.objects.filter(
        conference=cast.conference, kind=MessageKind.RECEIPT, state=MessageState.DRAFT, made_at__lt=now
    )
    send_by_hand(messages=list(receipts), channel=Channel.EMAIL, by=cast.clerk, now=now)


def answer_of_a_machine(_cast: Cast, now: datetime) -> None:
    """Somebody is away: left alone, and nobody answers it."""
    unit = Unit.objects.get(name=YOUTH)
    subject, text = "Trả lời tự động: V/v chuẩn bị tham luận", "Tôi đi công tác đến hết ngày 20/10/2024.\n"
    _take(Written("Huỳnh Minh Khôi", unit.email, subject, text, headers=(("Auto-Submitted", "auto-replied"),)), now)


def letter_of_an_unknown_address(_cast: Cast, now: datetime) -> None:
    """A commune's officer writes from an address of her own: a good guess, which a person must look at."""
    unit = Unit.objects.select_related("parent").get(name__endswith="Việt Nam phường Hòa Thuận")
    subject = "Danh mục sản phẩm trưng bày của phường Hòa Thuận"
    text = f"Kính gửi chị Lệ,\n\nEm gửi danh mục sản phẩm trưng bày.\n\nNguyễn Thị Hạnh\n{unit.name}\n"
    _take(Written("Hạnh Nguyễn", "hanh.nguyen1988@vidu.vn", subject, text, _file("exhibit", unit)), now)


def remind(cast: Cast, now: datetime) -> None:
    """The ladder's look of a morning: its reminders wait in the outbox."""
    climb_conference(conference=cast.conference, by=None, now=now)


def send_reminders(cast: Cast, now: datetime) -> None:
    """The clerk has looked at the reminders of the day and sends them from the office's own mail program."""
    waiting = Message.objects.filter(
        conference=cast.conference, kind=MessageKind.REMINDER, state=MessageState.DRAFT, made_at__lt=now
    )
    send_by_hand(messages=list(waiting), channel=Channel.EMAIL, by=cast.clerk, now=now)
