"""Messages as units send them, and an office to which they come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from itertools import count

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.units.models import Role, Unit

CAME = datetime(2024, 10, 20, 9, 30, tzinfo=UTC)
ADDRESS_A, ADDRESS_B = "mttq.tamthang@vidu.vn", "mttq.tamphu@vidu.vn"
DOCX = b"PK\x03\x04 tham luan"
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Arena:
    """A conference with two owing units whose addresses are known, a duty of each, and people of all sides."""

    conference: Conference
    host: Unit
    unit_a: Unit
    unit_b: Unit
    duty_a: Duty
    duty_b: Duty
    clerk: User
    host_member: User
    member_a: User
    guest: User


def make_arena() -> Arena:
    """A conference to which papers are owed by xã Tam Thăng (A) and xã Tam Phú (B)."""
    conference = make_conference()
    unit_a, unit_b = make_unit(place="Tam Thăng"), make_unit(place="Tam Phú")
    for unit, address in ((unit_a, ADDRESS_A), (unit_b, ADDRESS_B)):
        unit.email = address
        unit.save(update_fields=["email"])
    return Arena(
        conference=conference,
        host=conference.host,
        unit_a=unit_a,
        unit_b=unit_b,
        duty_a=make_duty(conference=conference, unit=unit_a),
        duty_b=make_duty(conference=conference, unit=unit_b),
        clerk=make_user(unit=conference.host, role=Role.CLERK),
        host_member=make_user(unit=conference.host, name="Lê Văn Chín"),
        member_a=make_user(unit=unit_a, name="Nguyễn Văn Hòa"),
        guest=make_user(name="Người Lạ"),
    )


def letter(
    *,
    sender: str = f"UBMTTQVN xã Tam Thăng <{ADDRESS_A}>",
    subject: str = "Gửi bài tham luận",
    body: str = "Kính gửi Văn phòng,\n\nXã Tam Thăng gửi bài.\n",
    files: Sequence[tuple[str, bytes]] = (("Tham luận.docx", DOCX),),
    message_id: str | None = "",
    headers: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A message as a unit's program writes it; an empty `message_id` gives a numbered one, None none."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "vanphong@tamky.vidu.vn", subject
    message["Date"] = format_datetime(CAME)
    if message_id is not None:
        message["Message-ID"] = message_id or f"<thu{next(_numbers)}@vidu.vn>"
    for name, value in headers:
        message[name] = value
    message.set_content(body)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


__all__ = ["ADDRESS_A", "ADDRESS_B", "CAME", "DOCX", "NOW", "Arena", "letter", "make_arena"]
