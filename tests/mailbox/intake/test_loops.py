import pytest

from tongket.mailbox.intake.loops import Loop, loop_of, may_be_answered
from tongket.reading.mail.values import Mail, MailFile

FILE = MailFile("a.docx", "x/y", b"PK")


def loop(mail: Mail, *, is_known: bool = False, is_our_id: bool = False, is_bounce: bool = False) -> Loop | None:
    ours = {"vanphong@tamky.vidu.vn"}
    return loop_of(mail, ours=ours, is_our_id=is_our_id, is_bounce=is_bounce, is_known=is_known)


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Trả lời tự động: V/v chuẩn bị tham luận", Loop.AUTO_REPLY),
        ("Tự động trả lời: x", Loop.AUTO_REPLY),
        ("Automatic reply: x", Loop.AUTO_REPLY),
        ("Auto-Reply: x", Loop.AUTO_REPLY),
        ("Out of office: x", Loop.AUTO_REPLY),
        ("Vắng mặt: x", Loop.AUTO_REPLY),
        ("Nghỉ phép", Loop.AUTO_REPLY),
        ("Vắng mặt hai đại biểu", None),
        ("Re: Báo vắng mặt", None),
        ("Tham luận về tự động hóa", None),
    ],
)
def test_subject_of_somebody_who_is_away(subject: str, found: Loop | None) -> None:
    assert loop(Mail(address="a@vidu.vn", subject=subject), is_known=True) == found


def test_subject_alone_hides_no_file() -> None:
    assert loop(Mail(address="a@vidu.vn", subject="Vắng mặt", files=(FILE,)), is_known=True) is None


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ({"auto-submitted": "auto-replied"}, Loop.AUTO_REPLY),
        ({"auto-submitted": "no"}, None),
        ({"x-autorespond": "x"}, Loop.AUTO_REPLY),
        ({"precedence": "auto_reply"}, Loop.AUTO_REPLY),
        ({"precedence": "bulk"}, Loop.LIST),
        ({"list-id": "<x>"}, Loop.LIST),
        ({"auto-submitted": "auto-generated"}, Loop.NOTICE),
        ({"return-path": "<>"}, Loop.NOTICE),
        ({"return-path": "<a@vidu.vn>"}, None),
    ],
)
def test_headers_of_programs(marks: dict[str, str], found: Loop | None) -> None:
    assert loop(Mail(address="a@vidu.vn", marks=marks)) == found


def test_what_a_unit_sends_through_a_list_is_a_letter() -> None:
    assert loop(Mail(address="a@vidu.vn", marks={"list-id": "<x>", "precedence": "list"}), is_known=True) is None


def test_bounce_own_and_machine() -> None:
    assert loop(Mail(address="a@vidu.vn"), is_bounce=True) is Loop.BOUNCE
    assert loop(Mail(address="mailer-daemon@vidu.vn", is_report=True)) is Loop.BOUNCE
    assert loop(Mail(address="vanphong@tamky.vidu.vn")) is Loop.OWN
    assert loop(Mail(address="a@vidu.vn"), is_our_id=True) is Loop.OWN
    assert loop(Mail(address="noreply@ioffice.vidu.vn")) is Loop.NOTICE


@pytest.mark.parametrize(
    ("mail", "may"),
    [
        (Mail(address="a@vidu.vn"), True),
        (Mail(), False),
        (Mail(address="no-reply@vidu.vn"), False),
        (Mail(address="a@vidu.vn", marks={"precedence": "list"}), False),
        (Mail(address="a@vidu.vn", marks={"auto-submitted": "auto-replied"}), False),
    ],
)
def test_machines_get_no_answer(mail: Mail, may: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert may_be_answered(mail) == may
