"""The messages that the benchmark of the intake takes in, and the office to which they come; needs Django ready."""

import random
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from io import BytesIO

from tests.factories.conferences import make_conference, make_duty, make_unit

from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.units.models import Unit

UNITS = 200
KINDS = (DutyKind.PAPER, DutyKind.EXHIBIT, DutyKind.NOMINATION)
SUBJECTS = {
    DutyKind.PAPER: "Gửi bài tham luận hội nghị tổng kết",
    DutyKind.EXHIBIT: "Gửi sản phẩm trưng bày",
    DutyKind.NOMINATION: "Đề nghị khen thưởng",
}
# Every fourth letter comes from somebody's private address, so that its words alone tell whose it is.
STRANGER = 4


def make_office() -> list[Duty]:
    """A conference to which 200 units with known addresses owe three duties each; returns these."""
    conference = make_conference()
    duties: list[Duty] = []
    for number in range(UNITS):
        unit = make_unit(place=f"Thanh Bình {number}")
        unit.email = f"mttq{number}@vidu.vn"
        unit.save(update_fields=["email"])
        duties += [make_duty(conference=conference, unit=unit, kind=kind) for kind in KINDS]
    return duties


def letters(duties: list[Duty], count: int) -> Iterator[bytes]:
    """So many different letters, each with a Word file of 25 KB or a picture beside it."""
    chance = random.Random(4)
    for number in range(count):
        duty = duties[number * 7 % len(duties)]
        assert duty.unit is not None
        yield _letter(number, duty, duty.unit, chance)


def _letter(number: int, duty: Duty, unit: Unit, chance: random.Random) -> bytes:
    message = EmailMessage()
    address = f"nguoi.gui{number}@gmail.com" if number % STRANGER == 0 else unit.email
    message["From"], message["To"] = f"{unit.name} <{address}>", "vanphong@tamky.vidu.vn"
    message["Subject"] = SUBJECTS[DutyKind(duty.kind)]
    message["Date"] = "Sun, 20 Oct 2024 09:30:00 +0700"
    message["Message-ID"] = f"<bench{number}@vidu.vn>"
    signature = f"TM. BAN THƯỜNG TRỰC\n{unit.name}\nĐiện thoại: 0905 {number:06d}"
    message.set_content(f"Kính gửi Văn phòng,\n\n{unit.name} gửi tệp kèm theo đây, lần {number}.\n\n-- \n{signature}\n")
    name = f"{SUBJECTS[DutyKind(duty.kind)]} {unit.place}.docx"
    message.add_attachment(_word(chance), maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def _word(chance: random.Random) -> bytes:
    """A Word file by its look: a .zip of 25 KB."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", chance.randbytes(25_000))
    return made.getvalue()
