import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from tests.documents.shapes import (
    SHAPES,
    decision,
    letter,
    letter_to_thirteen,
    minutes,
    party,
    plan,
    urgent,
    wide_annex,
)
from tongket.documents.render.docx import docx_of
from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import layout_of
from tongket.documents.render.styles import styles_of
from tongket.documents.render.values import OfficialDocument, Profile


def opened(document: OfficialDocument) -> Document:
    return docx.Document(BytesIO(docx_of(document)))


def part(document: OfficialDocument, name: str) -> str:
    with ZipFile(BytesIO(docx_of(document))) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("shape", SHAPES)
def test_same_values_give_same_bytes(shape: str) -> None:
    assert docx_of(SHAPES[shape]()) == docx_of(SHAPES[shape]())


def test_package_holds_what_is_needed_and_no_more() -> None:
    with ZipFile(BytesIO(docx_of(letter()))) as package:
        names = sorted(package.namelist())

    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footer3.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_letters_outside_a_page_do_not_break_the_file() -> None:
    made = opened(replace(letter(), subject="a\x00b\x0bc\ud800<&>\td"))

    assert made.tables[0].cell(1, 0).paragraphs[1].text == "V/v abc<&> d"


def test_properties_name_title_issuer_and_language() -> None:
    properties = opened(plan()).core_properties

    assert properties.title.startswith("KẾ HOẠCH Tổ chức hội nghị tổng kết")
    assert (properties.author, properties.language) == ("BAN THƯỜNG TRỰC", "vi-VN")


@pytest.mark.parametrize("profile", Profile)
def test_styles_are_named_and_in_times_for_every_script(profile: Profile) -> None:
    made = opened(replace(letter(), profile=profile))
    styles = {style.name: style for style in made.styles}

    for style in styles_of(profile).values():
        fonts = styles[style.name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert styles[style.name].font.size == Pt(style.size_pt)
        assert styles[style.name].base_style.name == "Normal"


def test_paper_and_margins_are_those_of_the_layout() -> None:
    section = opened(letter()).sections[0]

    assert [_mm(side) for side in (section.page_width, section.page_height)] == [210, 297]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [_mm(side) for side in sides] == [20, 20, 30, 15]


def _mm(length: Length | None) -> int:
    return round((length or 0) / Mm(1))


def test_header_has_two_fixed_columns_without_borders() -> None:
    table = opened(letter()).tables[0]

    assert [round(column.width.mm) for column in table.columns] == [65, 100]
    assert (table.autofit, table._tbl.tblPr.find(qn("w:tblBorders"))) == (False, None)
    assert [cell.text.split("\n")[0] for cell in table.row_cells(1)] == [
        "Số: 05/MTTQ-BTT",
        "Tam Kỳ, ngày 14 tháng 10 năm 2024",
    ]


def test_rules_are_drawn_and_as_long_as_the_form_says() -> None:
    left, right = opened(letter()).tables[0].row_cells(0)

    assert _rule_mm(left, 65) == pytest.approx(0.4 * 42.5, abs=0.2)
    assert _rule_mm(right, 100) == pytest.approx(56.1, abs=0.2)
    assert "_" * 3 not in left.text + right.text


def _rule_mm(cell: object, room_mm: float) -> float:
    """How long the drawn line at the end of the cell is."""
    paragraph = cell.paragraphs[-1]  # type: ignore[attr-defined]
    assert paragraph._p.pPr.find(f"{qn('w:pBdr')}/{qn('w:bottom')}") is not None
    indents = paragraph.paragraph_format
    return float(room_mm - indents.left_indent.mm - indents.right_indent.mm)


def test_page_number_stands_in_the_middle_from_page_2_on() -> None:
    section = opened(letter()).sections[0]

    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert section.first_page_header.paragraphs[0].text == ""


def test_each_annex_is_a_section_that_counts_anew() -> None:
    sections = opened(wide_annex()).sections

    assert [section._sectPr.xpath("string(w:pgNumType/@w:start)") for section in sections] == ["1", "1", "1"]
    assert [_mm(section.page_width) > _mm(section.page_height) for section in sections] == [False, True, False]


def test_contact_line_stands_at_the_foot_of_page_1_alone() -> None:
    made = opened(replace(letter_to_thirteen(), annexes=wide_annex().annexes))

    assert [section.first_page_footer.paragraphs[0].text[:8] for section in made.sections] == ["Địa chỉ:", "", ""]
    assert made.sections[0].first_page_footer.paragraphs[0]._p.pPr.find(qn("w:pBdr")) is not None


def test_several_addressees_stand_in_a_list_under_the_colon() -> None:
    lines = _named(letter_to_thirteen(), "Kính gửi")

    assert [lines[0].text, lines[1].text, lines[-1].text] == [
        "Kính gửi:",
        "- Ban Thường trực Ủy ban MTTQ Việt Nam Tam Thăng;",
        "- Ban Thường trực Ủy ban MTTQ Việt Nam Trường Xuân.",
    ]
    assert [_indents_mm(line)[0] for line in (lines[0], lines[1], lines[-1])] == [20, 37.6, 37.6]
    assert _indents_mm(lines[1])[1] == pytest.approx(37.6 + width_mm("- ", 14), abs=0.1)


def _indents_mm(line: Paragraph) -> tuple[float, float]:
    """Where the first line of a paragraph begins, and where the others do."""
    left, first = line.paragraph_format.left_indent or Mm(0), line.paragraph_format.first_line_indent or Mm(0)
    return round((left + first) / Mm(1), 1), round(left / Mm(1), 1)


def _named(document: OfficialDocument, style: str) -> list[Paragraph]:
    return [each for each in opened(document).paragraphs if each.style and each.style.name == style]


def _holds(row: _Row, name: str) -> bool:
    properties = row._tr.trPr
    return properties is not None and properties.find(qn(name)) is not None


def test_one_addressee_stands_on_the_same_line() -> None:
    lines = [each.text for each in _named(letter(), "Kính gửi")]

    assert lines == ["Kính gửi: Hội Liên hiệp Phụ nữ thành phố"]


def test_foot_has_recipients_and_signature_in_a_row_that_is_not_torn() -> None:
    row = opened(letter()).tables[-1].rows[0]

    assert [cell.text.split("\n") for cell in row.cells] == [
        ["Nơi nhận:", "- Như trên;", "- Ban Phong trào UBMTTQ Việt Nam tỉnh;", "- Lưu: VT, PT."],
        ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "Nguyễn Thị Thu Hiền"],
    ]
    assert _holds(row, "w:cantSplit")


def test_minutes_are_signed_left_and_right_and_have_no_day() -> None:
    tables = opened(minutes()).tables

    assert tables[0].cell(1, 1).text == ""
    assert [cell.text.split("\n") for cell in tables[-1].row_cells(0)] == [
        ["THƯ KÝ", "(ký, ghi rõ họ tên)", "Trần Thị Lệ"],
        ["CHỦ TỌA", "(ký, ghi rõ họ tên)", "Nguyễn Thị Thu Hiền"],
    ]


def test_urgency_stands_in_a_box_of_its_size() -> None:
    stamp = opened(urgent()).tables[0].cell(1, 0).paragraphs[-1]

    assert stamp.text == "THƯỢNG KHẨN"
    assert {each.tag for each in stamp._p.pPr.find(qn("w:pBdr"))} == {
        qn(f"w:{side}") for side in ("top", "left", "bottom", "right")
    }
    sides = stamp.paragraph_format
    assert 65 - sides.left_indent.mm - sides.right_indent.mm == pytest.approx(40, abs=0.1)


def test_table_repeats_its_heading_and_tears_no_row() -> None:
    rows = opened(decision()).tables[-1].rows

    assert [_holds(row, "w:tblHeader") for row in rows] == [True, *[False] * 9]
    assert [_holds(row, "w:cantSplit") for row in rows] == [True] * 10


def test_party_form_has_its_own_head() -> None:
    left, right = opened(party()).tables[0].row_cells(0)

    assert left.text.split("\n") == ["THÀNH ỦY TAM KỲ", "ĐẢNG ỦY CƠ QUAN MẶT TRẬN", "*"]
    assert right.text.strip() == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert opened(party()).tables[0].cell(1, 0).text == "Số 127-TB/ĐU"


def test_dress_of_words_is_kept() -> None:
    paragraph = next(each for each in opened(letter()).paragraphs if "7 phút" in each.text)

    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("2. ", None),
        ("Độ dài: không quá 3 trang A4; thời lượng phát biểu ", None),
        ("không quá 7 phút", True),
        (".", None),
    ]


def test_words_lay_out_as_in_word_2010_in_every_word() -> None:
    assert '<w:compatSetting w:name="compatibilityMode"' in part(letter(), "word/settings.xml")


@pytest.mark.slow
def test_rendering_loads_no_django() -> None:
    code = "import sys, tongket.documents.render.docx, tongket.documents.render.pdf; print('django' in sys.modules)"

    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"


def test_line_height_is_that_of_the_layout() -> None:
    body = opened(letter()).styles["Thân văn bản"].paragraph_format

    form = layout_of(Profile.FRONT).body
    assert (body.line_spacing, body.space_after, round(body.first_line_indent.mm, 1)) == (
        form.line_spacing.use,
        Pt(form.after_pt.use),
        form.first_line_mm.use,
    )
