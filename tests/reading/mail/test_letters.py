import pytest

from tongket.reading.mail.letters import decoded, header_text, one_line


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Gửi bài".encode(), "utf-8", "Gửi bài"),
        ("Gửi bài".encode(), "iso-8859-1", "Gửi bài"),
        ("Gửi bài".encode(), "", "Gửi bài"),
        ("Gửi bài".encode(), "no-such-charset", "Gửi bài"),
        ("Gửi bài".encode("utf-16"), "utf-16", "Gửi bài"),
        ("T\u0061\u0323\u0302m".encode(), "utf-8", "T\u1eadm"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"a\0b\x07", "us-ascii", "ab"),
        (b"a\r\nb\rc", "us-ascii", "a\nb\nc"),
        (b"+AGc-ho", "utf-7", "gho"),
    ],
)
def test_text_of_bytes_whatever_their_charset_says(data: bytes, charset: str, text: str) -> None:
    assert decoded(data, charset) == text


def test_codec_that_is_no_charset_is_not_believed() -> None:
    assert decoded("xn--gi-bài".encode(), "idna") == "xn--gi-bài"
    assert decoded("a\\u1ea1 ừ".encode(), "unicode_escape") == "a\\u1ea1 ừ"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?UTF-8?B?R+G7rWk=?=", "Gửi"),
        ("=?utf-8?q?G=E1=BB=ADi_b=C3=A0i?=", "Gửi bài"),
        ("Re: =?UTF-8?B?R+G7rWk=?= nhanh", "Re: Gửi nhanh"),
        # The bytes of one letter in two words.
        ("=?utf-8?b?4bs=?= =?utf-8?b?rQ==?=", "ử"),
        ("=?utf-8?b?R+G7rWk=?= =?iso-8859-1?q?_caf=E9?=", "Gửi café"),
        ("=?utf-8?b?R+G7!rWk?=", "Gửi"),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("x\r\nBcc: a@b.vn", "x Bcc: a@b.vn"),
        ("\u202eexe.docx", "exe.docx"),
    ],
)
def test_header_is_read_in_one_line(value: str, text: str) -> None:
    assert header_text(value, most=1000) == text


def test_raw_bytes_of_a_header_are_read() -> None:
    value = "Gửi bài".encode().decode("ascii", errors="surrogateescape")

    assert header_text(value, most=1000) == "Gửi bài"


def test_one_line_holds_nothing_that_begins_another() -> None:
    assert one_line("a\r\nb\x00\u2028c\td") == "a b c d"


def test_many_tones_on_one_letter_are_cut() -> None:
    assert len(decoded(("a" + "\u0301" * 100_000).encode(), "utf-8")) < 20
