from email import message_from_bytes

import pytest

from tongket.reading.mail.names import clean_name, name_given


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Tham luận.docx", "Tham luận.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\bai.docx", "bai.docx"),
        ("a/b\\c.docx", "c.docx"),
        ("..", "tep-1.docx"),
        ("", "tep-1.docx"),
        ("\0\u202e", "tep-1.docx"),
        ('bai<>:"|?*.docx', "bai_______.docx"),
        (" . bai.docx . ", "bai.docx"),
        ("x" * 500 + ".docx", "x" * 175 + ".docx"),
        ("y" * 500, "y" * 180),
        ("T\u0061\u0323\u0302p.docx", "T\u1eadp.docx"),
    ],
)
def test_name_has_no_path_and_no_trick(given: str, name: str) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    assert clean_name(given, content_type=kind, ordinal=1) == name


def test_file_without_name_is_called_by_its_type() -> None:
    assert [clean_name("", content_type=kind, ordinal=2) for kind in ("message/rfc822", "x/y")] == [
        "tep-2.eml",
        "tep-2.bin",
    ]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b'Content-Disposition: attachment; filename="bai.docx"', "bai.docx"),
        (b'Content-Type: application/pdf; name="bai.pdf"', "bai.pdf"),
        (b"Content-Disposition: attachment; filename*=utf-8''b%C3%A0i.docx", "bài.docx"),
        (b"Content-Disposition: attachment; filename*0*=utf-8''b%C3; filename*1*=%A0i.docx", "bài.docx"),
        (b"Content-Disposition: attachment; filename*=windows-1258'vi'b%E0i.docx", "bài.docx"),
        (b'Content-Disposition: attachment; filename="=?utf-8?b?YsOgaS5kb2N4?="', "bài.docx"),
        ('Content-Disposition: attachment; filename="bài.docx"'.encode(), "bài.docx"),
        (b"Content-Disposition: attachment", ""),
    ],
)
def test_name_is_read_in_every_way_that_programs_write_it(header: bytes, name: str) -> None:
    assert name_given(message_from_bytes(header + b"\n\nx"), most=1000) == name
