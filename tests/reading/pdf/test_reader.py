from pathlib import Path

import pytest

from tests.reading.making import pdf, pdf_page, shown
from tongket.reading.document import Cell, Document, Line, Mending, Source
from tongket.reading.limits import Limits
from tongket.reading.reader import read_bytes, read_file
from tongket.reading.refusals import Unreadable

SAMPLE = Path("tests/samples/reading/phu-nu-an-lang.pdf")
PROSE = "Hoi nghi tong ket phong trao thi dua cua thanh pho duoc to chuc vao cuoi thang"


@pytest.fixture(scope="module")
def sample() -> Document:
    """A plan of two pages as LibreOffice prints it."""
    return read_file(SAMPLE)


def texts(content: str) -> list[str]:
    return [line.text for line in read_bytes(pdf_page(content)).lines]


def refusal(data: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 -- frozen
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, limits=limits)
    return refused.value.finding.code


def test_sample_is_read_line_by_line(sample: Document) -> None:
    assert [line.text for line in sample.lines] == SAMPLE.with_suffix(".lines.txt").read_text("utf-8").splitlines()
    assert (sample.source, sample.pages, sample.hard_wrapped) == (Source.PDF, 2, True)
    assert sample.mendings == (Mending("page-number", 0, "1"), Mending("page-number", 36, "2"))


def test_sample_has_its_head_in_two_columns(sample: Document) -> None:
    assert sample.lines[:9] == (
        Line("HỘI LHPN TỈNH BÌNH SƠN", page=1, centred=True, indent=38.2),
        Line("BAN THƯỜNG VỤ", page=1, bold=True, centred=True, indent=60.1),
        Line("HUYỆN AN LÃNG", page=1, bold=True, centred=True, indent=60.8),
        Line("Số: 12/KH-BTV", page=1, centred=True, indent=71.7),
        Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", page=1, bold=True, centred=True, indent=236.0),
        Line("NAM", page=1, bold=True, centred=True, indent=331.0),
        Line("Độc lập - Tự do - Hạnh phúc", page=1, bold=True, centred=True, indent=271.9),
        Line("An Lãng, ngày 05 tháng 9 năm 2025", page=1, italic=True, centred=True, indent=257.1, gap=True),
        Line("KẾ HOẠCH", page=1, bold=True, centred=True, indent=195.5),
    )


def test_sample_has_its_table_in_cells(sample: Document) -> None:
    assert [(line.text, line.cell) for line in sample.lines if line.cell] == [
        ("TT", Cell(0, 0, 0)),
        ("Nội dung công việc", Cell(0, 0, 1)),
        ("Thời hạn", Cell(0, 0, 2)),
        ("1", Cell(0, 1, 0)),
        ("Gửi danh sách đại biểu", Cell(0, 1, 1)),
        ("và ảnh sản phẩm trưng", Cell(0, 1, 1)),
        ("bày về Văn phòng Hội", Cell(0, 1, 1)),
        ("15/10/2025", Cell(0, 1, 2)),
    ]


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    assert texts(shown(PROSE + " 10", 90, 680) + shown("KE HOACH", 270, 700)) == ["KE HOACH", PROSE + " 10"]


def test_letters_placed_one_by_one_are_words_again() -> None:
    placed = "".join(shown(letter, 90 + 7 * place, 700) for place, letter in enumerate("KE HOACH") if letter != " ")

    assert texts(shown(PROSE, 90, 680) + placed) == ["KE HOACH", PROSE]


def test_columns_out_of_step_are_not_mixed() -> None:
    left = "".join(shown(f"Noi nhan {number}", 90, 700 - 15 * number) for number in range(4))
    right = "".join(shown(text, 350, 695 - 15 * place) for place, text in enumerate(["TM. BAN", "CHU TICH"]))
    name = shown("Tran Thi Mai", 345, 600)

    assert texts(shown(PROSE, 90, 740) + left + right + name) == [
        PROSE,
        "Noi nhan 0",
        "Noi nhan 1",
        "Noi nhan 2",
        "Noi nhan 3",
        "TM. BAN",
        "CHU TICH",
        "Tran Thi Mai",
    ]


def test_a_signer_that_stands_above_the_recipients_stays_in_his_column() -> None:
    right = shown("TM. BAN", 350, 715) + shown("CHU TICH", 350, 700) + shown("MAI", 360, 685)
    left = shown("Noi nhan:", 90, 700) + shown("- Luu VT.", 90, 685)

    assert texts(shown(PROSE, 90, 740) + right + left) == [
        PROSE,
        "Noi nhan:",
        "- Luu VT.",
        "TM. BAN",
        "CHU TICH",
        "MAI",
    ]


def test_one_row_with_a_gap_is_one_line() -> None:
    assert texts(shown(PROSE, 90, 740) + shown("Thoi gian:", 90, 700) + shown("8 gio", 350, 700)) == [
        PROSE,
        "Thoi gian:   8 gio",
    ]


def test_rows_of_many_pieces_are_no_columns() -> None:
    rows = "".join(
        shown(text, left, 700 - 15 * row)
        for row in range(3)
        for left, text in ((90, f"viec {row}"), (250, "don vi"), (400, "han"))
    )

    assert texts(shown(PROSE, 90, 740) + rows) == [PROSE, *(f"viec {row}   don vi   han" for row in range(3))]


def test_a_word_broken_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    assert texts(shown(PROSE, 90, 740) + shown("chinh tri - xa-", 90, 700) + shown("hoi", 90, 685)) == [
        PROSE,
        "chinh tri - xa-",
        "hoi",
    ]


def test_a_ruled_table_is_read_in_cells_and_a_shade_is_none() -> None:
    rules = "".join(f"80 {height} m 480 {height} l S\n" for height in (720, 690, 660))
    rules += "".join(f"{left} 660 m {left} 720 l S\n" for left in (80, 200, 480))
    cells = shown("TT", 90, 700) + shown(PROSE[:40], 210, 700) + shown("1", 90, 670)

    document = read_bytes(pdf_page("80 660 400 60 re f\n" + rules + cells + shown("ben duoi", 90, 600)))

    assert [(line.text, line.cell) for line in document.lines] == [
        ("TT", Cell(0, 0, 0)),
        (PROSE[:40], Cell(0, 0, 1)),
        ("1", Cell(0, 1, 0)),
        ("ben duoi", None),
    ]


def test_turned_letters_are_a_watermark() -> None:
    turned = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 400 Tm (DU THAO) Tj ET\n"

    assert texts(turned + shown(PROSE, 90, 740)) == [PROSE]


def test_looks_come_from_font_and_outline() -> None:
    outlined = "2 Tr " + shown("vien", 90, 660) + "0 Tr "
    stretched = "BT /F2 1 Tf 12 0 0 12 90 640 Tm (dam to) Tj ET\n"
    content = shown(PROSE, 90, 740) + shown("dam", 90, 700, font="F2") + outlined + stretched

    assert [(line.text, line.bold) for line in read_bytes(pdf_page(content)).lines] == [
        (PROSE, False),
        ("dam", True),
        ("vien", True),
        ("dam to", True),
    ]
    assert read_bytes(pdf_page(content, font="Times-Italic")).lines[0].italic is True


LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"
EMPTY_BOOK = ("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf_page(""), "scan"),
        (pdf_page(shown("- 2 -", 300, 800)), "scan"),
        (pdf_page(shown(PROSE, 90, 740), trailer=LOCK), "encrypted"),
        (pdf(*EMPTY_BOOK), "broken"),
        (b"%PDF-1.7\nnothing", "broken"),
    ],
)
def test_a_file_without_readable_text_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_too_much_is_refused() -> None:
    assert refusal(SAMPLE.read_bytes(), Limits(pages=1)) == "too-long"
    assert refusal(SAMPLE.read_bytes(), Limits(lines=10)) == "too-long"
