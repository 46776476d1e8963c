import time
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest

from tongket.core.findings import compose
from tongket.reading.document import Document, Line, Mending, Source
from tongket.reading.limits import Limits
from tongket.reading.reader import read_bytes, read_file
from tongket.reading.refusals import Unreadable

PLAN = "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n- Đánh giá kết quả;\n- Rút kinh nghiệm.\n"


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_text_becomes_one_line_for_each_line_with_words() -> None:
    assert read_bytes(PLAN.encode()) == Document(
        Source.TEXT,
        (
            Line("KẾ HOẠCH"),
            Line("I. MỤC ĐÍCH", gap=True),
            Line("- Đánh giá kết quả;", gap=True),
            Line("- Rút kinh nghiệm."),
        ),
    )


def test_text_keeps_the_spaces_that_are_left_of_columns() -> None:
    document = read_bytes("UBND TỈNH          CỘNG HÒA\n      Số: 1/KH\tngày 2\n".encode())

    assert document.lines == (Line("UBND TỈNH          CỘNG HÒA"), Line("Số: 1/KH\tngày 2", indent=36.0))


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (PLAN.encode("utf-8-sig"), ["bom"]),
        (PLAN.encode("utf-16"), ["bom"]),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), ["bom"]),
        (PLAN.encode("utf-32"), ["bom"]),
        (PLAN.encode("utf-16-le"), ["encoding"]),
        (PLAN.encode("utf-16-be"), ["encoding"]),
        (PLAN.replace("\n", "\r\n").encode(), ["line-end"]),
        (PLAN.replace("\n", "\r").encode(), ["line-end"]),
        (PLAN.replace("\n", "\u2028").encode(), ["line-end"]),
    ],
)
def test_text_is_the_same_in_every_unicode_encoding(data: bytes, codes: list[str]) -> None:
    document = read_bytes(data)

    assert document.lines == read_bytes(PLAN.encode()).lines
    assert [mending.code for mending in document.mendings] == codes


def test_windows_1258_puts_its_loose_tones_on_the_vowels() -> None:
    loose = "Kê\u0301 hoa\u0323ch tô\u0309ng kê\u0301t phong tra\u0300o ở Tam Kỳ"
    loose = loose.replace("ở", "ơ\u0309").replace("ỳ", "y\u0300")

    document = read_bytes(loose.encode("cp1258"))

    assert loose
    assert texts(document) == ["Kế hoạch tổng kết phong trào ở Tam Kỳ"]
    assert [mending.code for mending in document.mendings] == ["encoding", "nfc"]


def test_an_encoding_of_another_language_is_guessed() -> None:
    sentence = "Ежегодный план проведения конференции утверждён решением комитета и направлен всем участникам. "

    assert texts(read_bytes((sentence * 5).encode("cp1251"))) == [(sentence * 5).strip()]


def test_a_few_spoiled_bytes_do_not_spoil_the_file() -> None:
    data = ("Đánh giá kết quả thực hiện phong trào thi đua. " * 20).encode() + b"\xff"

    document = read_bytes(data)

    assert document.lines[0].text.endswith("thi đua. \ufffd")
    assert [mending.code for mending in document.mendings] == ["bad-bytes"]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (unicodedata.normalize("NFD", "Phường Tân Thạnh"), "Phường Tân Thạnh", "nfc"),
        ("Số\u00a0294", "Số 294", "space"),
        ("tổng\u200b kết\u00ad", "tổng kết", "zero-width"),
        ("\uf0b7 Phòng Kinh tế", "- Phòng Kinh tế", "bullet"),
        ("\uf02b\tPhòng Kinh tế", "+ Phòng Kinh tế", "bullet"),
        ("20\uf0b0C \uf0fc", "20°C", "bullet"),
        ("Tam Thăng tƣ vấn", "Tam Thăng tư vấn", "horn"),
        ("Hội\x01 nghị" + " " * 200, "Hội nghị", "control"),
        ("**Nơi nhận:**", "Nơi nhận:", "emphasis"),
        ("o" + "\u0301\u0323" * 9, "ọ\u0323\u0301\u0301", "marks"),
    ],
)
def test_a_repair_is_noted_with_the_words_before_it(before: str, after: str, code: str) -> None:
    document = read_bytes(f"KẾ HOẠCH\n{before}\n".encode())

    assert document.lines[1].text == after
    assert [
        (mending.code, mending.line) for mending in document.mendings if mending.code != "nfc" or code == "nfc"
    ] == [(code, 1)]


def test_a_literal_line_break_breaks_the_line() -> None:
    document = read_bytes("Thời gian: 8 giờ\\r\\nĐịa điểm: hội trường".encode())

    assert texts(document) == ["Thời gian: 8 giờ", "Địa điểm: hội trường"]
    assert document.mendings == (Mending("literal-break", 1, "Địa điểm: hội trường"),)


def test_a_form_feed_starts_a_page_and_its_number_is_dropped() -> None:
    document = read_bytes("KẾ HOẠCH\nmột phần\n1\n\f- 2 -\nhai phần\n12\nba phần\n\f".encode())

    assert document.lines == (
        Line("KẾ HOẠCH", page=1),
        Line("một phần", page=1),
        Line("hai phần", page=2),
        Line("12", page=2),
        Line("ba phần", page=2),
    )
    assert document.pages == 2
    assert document.mendings == (
        Mending("page-number", 2, "1"),
        Mending("page-number", 2, "- 2 -"),
        Mending("form-feed", 2, "hai phần"),
    )


def test_printed_lines_of_one_width_are_hard_wrapped() -> None:
    wrapped = (
        "1. Tổ chức hội nghị tổng kết đánh giá kết quả triển khai thực hiện phong\n"
        "trào thi đua trên địa bàn thành phố từ khi phát động đến nay, biểu dương các\n"
        "tập thể, cá nhân tiêu biểu; đề ra phương hướng, nhiệm vụ cho giai đoạn tiếp\n"
        "theo gắn với nhiệm vụ của từng ngành.\n"
        "2. Yêu cầu các đơn vị chuẩn bị báo cáo đầy đủ và gửi về cơ quan thường trực\n"
        "trước ngày hai mươi để tổng hợp.\n"
    )

    assert read_bytes(wrapped.encode()).hard_wrapped is True
    assert read_bytes(PLAN.encode() * 9).hard_wrapped is False


def test_a_file_is_read_by_content_and_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(PLAN.encode())

    assert read_file(path) == read_bytes(PLAN.encode())


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff\n".encode(), "\u200b\n".encode()])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, name="a.txt")

    assert str(compose(refused.value.finding)) == (
        "Tệp không có chữ nào. Cần tệp có nội dung kế hoạch. Tệp: a.txt. "
        "Chọn tệp khác, hoặc dán nội dung kế hoạch vào ô."
    )


@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"\x01\x02" * 99, b"abc\0def" * 9])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data)

    assert refused.value.finding.code == "not-text"


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(b"a\n" * 6, limits=Limits(lines=5))

    assert refused.value.finding.code == "too-long"


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["**a ", "*a", "_a ", "\u0301\u0323", "\\r\\n", "a\r", "# ", "**a**\n", "\uf0b7", "\f1\n"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    data = ("a" + unit * (200_000 // len(unit))).encode()
    started = time.process_time()

    with suppress(Unreadable):
        read_bytes(data, limits=Limits(lines=1_000_000))

    assert time.process_time() - started < 4
