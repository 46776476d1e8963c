"""The manuscript in a PDF."""

import io

import pypdfium2
import pytest
import typst

from tests.reading.making import pdf, pdf_page, scan, shown
from tests.reading.manuscript.making import noise
from tongket.reading.document import Mending
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.printed import draft
from tongket.reading.manuscript.values import Align, Cell, Manuscript, Nature, Paragraph, Piece, Role, Sheet, Table
from tongket.reading.refusals import Unreadable

FORM = (
    '#set page(paper: "a4", margin: (left: 30mm, right: 15mm, y: 20mm), numbering: "1")\n'
    '#set text(font: "Libertinus Serif", size: 14pt, lang: "vi")\n'
    "#set par(justify: true, first-line-indent: (amount: 1cm, all: true), leading: 0.65em, spacing: 1.2em)\n"
)
PROSE = (
    "Trong năm 2023, Hội Phụ nữ phường Tân Thạnh đã vận động 215 hộ tham gia mô hình, trong đó có 38 hộ mới. "
    "Cách làm là chọn tổ dân phố làm điểm rồi nhân rộng ra toàn phường, mỗi quý một lần sơ kết để rút kinh nghiệm."
)


def printed(text: str) -> bytes:
    made = typst.compile((FORM + text).encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def read(text: str) -> Manuscript:
    return draft(printed(text), DEFAULT).manuscript


def shapes(found: Manuscript) -> list[tuple[str, str, str]]:
    paragraphs = [block for block in found.blocks if isinstance(block, Paragraph)]
    return [(each.role.value, each.mark, "".join(piece.text for piece in each.pieces)) for each in paragraphs]


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        draft(data, limits)
    return refused.value.finding.code


@pytest.mark.slow
def test_paragraphs_are_joined_across_lines_and_pages() -> None:
    found = read("\n\n".join(f"Đoạn {number}. {PROSE}" for number in range(1, 13)))

    assert [text for _role, _mark, text in shapes(found)] == [f"Đoạn {number}. {PROSE}" for number in range(1, 13)]
    assert (found.pages, found.nature, found.is_recognised) == (2, Nature.PDF, False)
    assert {block.page for block in found.blocks} == {1, 2}
    assert [each.code for each in found.mendings] == ["page-number", "page-number"]


def test_squeezed_and_white_words_keep_their_dress() -> None:
    content = (
        "BT /F1 12 Tf 80 Tz 90 700 Td (Chu bi bop hep lai) Tj ET\n"
        "1 g BT /F1 12 Tf 100 Tz 90 640 Td (khong ai thay) Tj ET\n0 g " + shown("Kinh thua", 90, 600)
    )

    found = draft(pdf_page(content), DEFAULT).manuscript

    pieces = [piece for block in found.blocks if isinstance(block, Paragraph) for piece in block.pieces]
    assert [(piece.text.strip(), piece.width, piece.is_hidden) for piece in pieces] == [
        ("Chu bi bop hep lai", 0.8, False),
        ("khong ai thay", 1.0, True),
        ("Kinh thua", 1.0, False),
    ]
    assert "khong ai thay" not in found.text


@pytest.mark.slow
def test_sheet_is_what_the_words_leave_free() -> None:
    found = read(f"{PROSE}\n\n{PROSE}")

    sheet = found.sheet
    assert (sheet.width_mm, sheet.height_mm, sheet.left_mm) == (210.0, 297.0, 30.0)
    assert abs(sheet.right_mm - 15) < 1
    assert abs(sheet.top_mm - 20) < 2


@pytest.mark.slow
def test_headings_items_and_dress() -> None:
    found = read(
        "#align(center)[*THAM LUẬN*]\n\n#par[*I. KẾT QUẢ*]\n\n#par[*1. Về vốn*]\n\n"
        f"{PROSE} #text(size: 9pt)[chữ nhỏ] và *đậm* rồi _nghiêng_.\n\n\\- Giúp 12 hộ;\n\na) Điểm a."
    )

    assert shapes(found) == [
        ("text", "", "THAM LUẬN"),
        ("heading", "", "I. KẾT QUẢ"),
        ("heading", "", "1. Về vốn"),
        ("text", "", f"{PROSE} chữ nhỏ và đậm rồi nghiêng."),
        ("item", "-", "Giúp 12 hộ;"),
        ("item", "a)", "Điểm a."),
    ]
    title, first, second, text, *_ = (block for block in found.blocks if isinstance(block, Paragraph))
    assert (title.align, first.level, second.level) == (Align.CENTER, 1, 2)
    dress = [(piece.text.strip(), piece.size_pt, piece.bold, piece.italic) for piece in text.pieces[1:-1]]
    assert dress == [
        ("chữ nhỏ", 9.0, False, False),
        ("và", 14.0, False, False),
        ("đậm", 14.0, True, False),
        ("rồi", 14.0, False, False),
        ("nghiêng", 14.0, False, True),
    ]
    assert abs(text.spacing.first_line_pt - 28.3) < 1


@pytest.mark.slow
def test_a_ruled_table_is_a_table() -> None:
    found = read(f"{PROSE}\n#table(columns: (1fr, 3fr), [TT], [Nghề], [1], [May], [2], [])\nHết bảng.")
    table = found.blocks[1]

    assert isinstance(table, Table)
    assert [[" ".join(each.text for each in cell.paragraphs) for cell in row] for row in table.rows] == [
        ["TT", "Nghề"],
        ["1", "May"],
        ["2", ""],
    ]
    assert (table.widths, table.is_ruled, table.page) == ((0.25, 0.75), True, 1)
    assert table.rows[2][1] == Cell(())


@pytest.mark.slow
def test_cells_that_no_rule_parts_are_one() -> None:
    head = "table.cell(rowspan: 2)[Đơn vị], table.cell(colspan: 2, align: center)[Số hộ trong năm]"
    head += ", [Nghèo], [Thoát nghèo]"
    found = read(f"#table(columns: (1fr, 1fr, 1fr), {head}, [Tam Thăng], [38], [12], table.cell(colspan: 3)[Cộng 38])")
    table = found.blocks[0]

    assert isinstance(table, Table)
    assert [[(cell.paragraphs[0].text, cell.across, cell.down) for cell in row] for row in table.rows] == [
        [("Đơn vị", 1, 2), ("Số hộ trong năm", 2, 1)],
        [("Nghèo", 1, 1), ("Thoát nghèo", 1, 1)],
        [("Tam Thăng", 1, 1), ("38", 1, 1), ("12", 1, 1)],
        [("Cộng 38", 3, 1)],
    ]
    assert table.rows[0][1].paragraphs[0].align is Align.CENTER


@pytest.mark.slow
def test_joined_cells_keep_their_rows_where_a_table_goes_on_over_the_page() -> None:
    rows = "".join(f"[{number}], [Tổ {number}]," for number in range(1, 60))
    found = read(f"#table(columns: (1fr, 3fr), {rows} table.cell(colspan: 2)[Cộng 59 tổ])")
    (table,) = found.blocks

    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [2] * 59 + [1]
    assert (table.rows[-1][0].paragraphs[0].text, table.rows[-1][0].across) == ("Cộng 59 tổ", 2)


def with_picture(place: tuple[float, float], size: tuple[float, float]) -> bytes:
    """A page with two lines of words and a photograph between them."""
    document = pypdfium2.PdfDocument(
        pdf_page(shown("Tren anh la mot dong chu", 90, 750) + shown("Duoi anh la mot dong chu", 90, 300))
    )
    image = pypdfium2.PdfImage.new(document)
    image.load_jpeg(io.BytesIO(noise((60, 40))), inline=True)
    image.set_matrix(pypdfium2.PdfMatrix().scale(*size).translate(*place))
    page = document[0]
    page.insert_obj(image)
    page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_picture_stands_between_the_lines_around_it() -> None:
    found = draft(with_picture((90, 400), (216, 144)), DEFAULT).manuscript

    assert [block.text for block in found.blocks] == ["Tren anh la mot dong chu", "", "Duoi anh la mot dong chu"]
    assert found.blocks[1] == Paragraph((Piece("", picture=0),), align=Align.CENTER, page=1)
    (picture,) = found.pictures
    assert (picture.content_type, picture.width_mm, picture.height_mm) == ("image/jpeg", 76.2, 50.8)


def test_signs_and_strokes_are_no_pictures() -> None:
    assert draft(with_picture((90, 400), (10, 10)), DEFAULT).manuscript.pictures == ()


def test_a_page_of_one_picture_is_named() -> None:
    page = pdf_page(shown("Kinh thua Hoi nghi, toi xin trinh bay", 90, 700))
    both = pypdfium2.PdfDocument(page)
    both.import_pages(pypdfium2.PdfDocument(scan(page, 40)))
    buffer = io.BytesIO()
    both.save(buffer)

    found = draft(buffer.getvalue(), DEFAULT)

    assert (found.scanned, found.manuscript.pages, found.manuscript.pictures) == ((2,), 2, ())
    assert found.manuscript.text == "Kinh thua Hoi nghi, toi xin trinh bay"
    assert draft(scan(page, 40), DEFAULT).scanned == (1,)


def test_what_cannot_be_read_is_refused() -> None:
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    many = pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", page, page)
    lines = pdf_page("".join(shown("Dong chu", 90, 800 - 20 * number) for number in range(5)))

    assert refusal(b"%PDF-1.4 nothing") == "broken"
    assert refusal(pdf_page("")) == "scan"
    assert refusal(many, Limits(pages=1)) == "too-long"
    assert refusal(lines, Limits(lines=4)) == "too-long"


def test_a_plain_page() -> None:
    found = draft(pdf_page(shown("Kinh thua Hoi nghi", 90, 700, size=13)), DEFAULT).manuscript

    assert found == Manuscript(
        Nature.PDF,
        (Paragraph((Piece("Kinh thua Hoi nghi", size_pt=13.0),), Role.TEXT, page=1),),
        sheet=Sheet(209.9, 297.0, 45.5, 246.9, 31.7, 142.6),
        pages=1,
    )


def test_letters_of_old_fonts_become_unicode() -> None:
    words = (
        "H\\351i n\\253ng d\\251n th\\265nh ph\\350 \\256\\267 v\\313n \\256\\351ng h\\351i vi\\252n s\\266n xu\\312t"
    )
    found = draft(pdf_page(shown(words, 90, 700)), DEFAULT).manuscript

    assert found.mendings[:1] in {(), (Mending("tcvn3", 0, ""),)}
