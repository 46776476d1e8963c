import io

import docx as python_docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.reading.making import NAMES, archive, docx, docx_parts, paragraph, relations, run
from tongket.reading.document import Cell, Document, Line, Mending, Source
from tongket.reading.limits import Limits
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable

CONTROL = "<w:sdt><w:sdtPr>{more}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
BOX = "<w:txbxContent>{inside}</w:txbxContent>"
ALTERNATIVE = (
    "<w:r><mc:AlternateContent><mc:Choice>{choice}</mc:Choice><mc:Fallback>{other}</mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def texts(body: str, styles: str = "") -> list[str]:
    return [line.text for line in read_bytes(docx(body, styles=styles)).lines]


def lines(body: str, styles: str = "") -> tuple[Line, ...]:
    return read_bytes(docx(body, styles=styles)).lines


def codes(body: str) -> list[Mending]:
    return list(read_bytes(docx(body)).mendings)


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data)
    return refused.value.finding.code


def test_a_document_of_word_is_read_in_its_order() -> None:
    made = python_docx.Document()
    head = made.add_table(1, 2)
    head.cell(0, 0).text = "ỦY BAN MTTQ VIỆT NAM\nTHÀNH PHỐ TAM KỲ"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    title = made.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("KẾ HOẠCH").bold = True
    made.add_paragraph("")
    made.add_paragraph("Chuẩn bị báo cáo", style="List Number")
    made.add_paragraph("Phòng Kinh tế", style="List Bullet")
    buffer = io.BytesIO()
    made.save(buffer)

    assert read_bytes(buffer.getvalue()) == Document(
        Source.DOCX,
        (
            Line("ỦY BAN MTTQ VIỆT NAM", cell=Cell(0, 0, 0)),
            Line("THÀNH PHỐ TAM KỲ", cell=Cell(0, 0, 0)),
            Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", cell=Cell(0, 0, 1)),
            Line("KẾ HOẠCH", bold=True, centred=True),
            Line("1. Chuẩn bị báo cáo", indent=18.0, gap=True),
            Line("- Phòng Kinh tế", indent=18.0),
        ),
    )


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_a_cell_stands_in_its_column_whatever_is_merged() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("a")}</w:tc>'
    body = table(row(wide, paragraph("b")), row(paragraph("c"), properties='<w:gridBefore w:val="2"/>'))

    assert [line.cell for line in lines(body)] == [Cell(0, 0, 0), Cell(0, 0, 2), Cell(0, 1, 2)]


def test_a_nested_table_has_a_number_of_its_own() -> None:
    inner = table(row(paragraph("b")))
    body = table(row(paragraph("a") + inner + paragraph("c"))) + table(row(paragraph("d")))

    assert [(line.text, line.cell) for line in lines(body)] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(1, 0, 0)),
        ("c", Cell(0, 0, 0)),
        ("d", Cell(2, 0, 0)),
    ]


def test_content_controls_are_open_at_every_level() -> None:
    def control(inside: str) -> str:
        return CONTROL.format(more="", inside=inside)

    body = control(paragraph("a")) + paragraph(inside=run("b") + control(run("c")))
    body += table(control(row(paragraph("d"))) + f"<w:tr>{control('<w:tc>' + paragraph('e') + '</w:tc>')}</w:tr>")

    assert texts(body) == ["a", "bc", "d", "e"]


def test_the_prompt_of_an_empty_control_is_no_text() -> None:
    prompt = CONTROL.format(more="<w:showingPlcHdr/>", inside=run("Bấm để nhập"))

    assert texts(paragraph(inside=run("Số: ") + prompt)) == ["Số:"]


def test_corrections_are_read_as_accepted_and_noted() -> None:
    inside = (
        f"{run('trước ngày ')}<w:del><w:r><w:delText>18</w:delText></w:r></w:del><w:ins>{run('20')}</w:ins>{run('/10')}"
    )

    assert texts(paragraph(inside=inside)) == ["trước ngày 20/10"]
    assert codes(paragraph(inside=inside)) == [Mending("deletion", 0, "18"), Mending("insertion", 0, "20")]


def test_moved_words_stand_where_they_went() -> None:
    body = paragraph(inside=f"<w:moveFrom>{run('a')}</w:moveFrom>") + paragraph(
        inside=f"<w:moveTo>{run('a')}</w:moveTo>"
    )

    assert texts(body + paragraph("b")) == ["a", "b"]


def test_a_paragraph_whose_end_was_struck_runs_into_the_next() -> None:
    struck = paragraph("chuẩn bị ", "<w:rPr><w:del/></w:rPr>")

    assert texts(struck + paragraph("báo cáo")) == ["chuẩn bị báo cáo"]


def test_a_row_that_was_struck_is_left_out() -> None:
    assert texts(table(row(paragraph("a"), properties="<w:del/>"), row(paragraph("b")))) == ["b"]


def test_links_fields_and_signs_show_what_they_show() -> None:
    inside = (
        f"<w:hyperlink>{run('mttq.tk@gmail.com')}</w:hyperlink><w:fldSimple>{run(' 5')}</w:fldSimple>"
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>A</w:t><w:noBreakHyphen/></w:r>"
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:smartTag><w:r><w:t> B</w:t></w:r></w:smartTag>'
        "<m:oMath><m:r><m:t>C</m:t></m:r></m:oMath>"
    )

    assert texts(paragraph(inside=inside)) == ["mttq.tk@gmail.com 5\tA-≥ BC"]


def test_a_text_box_is_read_once() -> None:
    drawn = f"<w:drawing>{BOX.format(inside=paragraph('trong khung'))}</w:drawing>"
    older = f"<w:pict>{BOX.format(inside=paragraph('trong khung'))}</w:pict>"
    anchored = paragraph(inside=run("ngoài khung") + ALTERNATIVE.format(choice=drawn, other=older))

    assert texts(anchored) == ["ngoài khung", "trong khung"]
    assert texts(paragraph(inside=f"<w:r>{older}</w:r>")) == ["trong khung"]


def test_a_block_may_have_an_alternative() -> None:
    choice = f"<mc:AlternateContent><mc:Fallback>{paragraph('b')}</mc:Fallback></mc:AlternateContent>"

    assert texts(paragraph("a") + choice) == ["a", "b"]


BREAK = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    ("first", "second", "properties", "expected"),
    [
        ("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "", ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"]),
        ("tổ chức hội nghị", "trên địa bàn", "", ["tổ chức hội nghị trên địa bàn"]),
        ("tổ chức hội nghị.", "a) nội dung", "", ["tổ chức hội nghị.", "a) nội dung"]),
        ("về tổng kết", "phong trào", '<w:jc w:val="center"/>', ["về tổng kết", "phong trào"]),
    ],
)
def test_a_line_break_acts_as_one_unless_it_cuts_a_sentence(
    first: str, second: str, properties: str, expected: list[str]
) -> None:
    assert texts(paragraph("", properties, inside=run(first) + BREAK + run(second))) == expected


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:ind w:start="400"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Loop"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Base"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "letters", "bold"),
    [
        ("", "", False),
        ("", "<w:b/>", True),
        ("", '<w:rStyle w:val="Strong"/>', True),
        ('<w:pStyle w:val="Loop"/>', "", True),
        ('<w:pStyle w:val="Loop"/>', '<w:b w:val="0"/>', False),
        ('<w:pStyle w:val="Loop"/>', '<w:rStyle w:val="Strong"/>', False),
        ('<w:pStyle w:val="Loop"/>', '<w:rStyle w:val="Strong"/><w:b/>', True),
    ],
)
def test_bold_comes_through_the_styles(properties: str, letters: str, *, bold: bool) -> None:
    body = f"<w:p><w:pPr>{properties}</w:pPr>{run('x', letters)}</w:p>"

    assert lines(body, STYLES)[0].bold is bold


def test_a_line_is_bold_only_when_all_its_words_are() -> None:
    bold, plain = run("Thời gian: ", "<w:b/>"), run("8 giờ")

    assert [line.bold for line in lines(paragraph(inside=bold + plain) + paragraph(inside=bold + run("  ")))] == [
        False,
        True,
    ]


def test_defaults_and_styles_give_italic_centre_and_indent() -> None:
    body = paragraph("a") + paragraph("b", '<w:pStyle w:val="Base"/>') + paragraph("c", '<w:jc w:val="center"/>')

    assert lines(body, STYLES) == (
        Line("a", italic=True, indent=20.0),
        Line("b", bold=True, italic=True, centred=True),
        Line("c", italic=True, centred=True, indent=20.0),
    )


def test_capitals_are_written_out_and_hidden_words_left_out() -> None:
    body = paragraph(inside=run("kế hoạch", "<w:caps/>") + run(" mật", "<w:vanish/>"))

    assert texts(body) == ["KẾ HOẠCH"]
    assert codes(body) == [Mending("hidden", 0, " mật")]


def test_parts_are_found_by_their_relations() -> None:
    parts = docx_parts(paragraph("a"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations(officeDocument="/word/document2.xml")
    del parts["word/_rels/document.xml.rels"]

    assert [line.text for line in read_bytes(archive(parts)).lines] == ["a"]


def test_strict_open_xml_says_the_same() -> None:
    parts = docx_parts("")
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = f'<w:document xmlns:w="{namespace}"><w:body>{paragraph("a")}</w:body></w:document>'

    assert [line.text for line in read_bytes(archive(parts | {"word/document.xml": strict})).lines] == ["a"]


@pytest.mark.parametrize(
    ("main", "code"),
    [
        ("<w:document", "broken"),
        (f"<w:document {NAMES}/>", "broken"),
        (f"<w:document {NAMES}><w:body><w:p/></w:body></w:document>", "empty"),
        (f"<w:document {NAMES}><w:body>{paragraph(inside='<w:r><w:drawing/></w:r>')}</w:body></w:document>", "scan"),
        ("<a>" * 300 + "</a>" * 300, "broken"),
    ],
)
def test_a_document_without_words_is_refused(main: str, code: str) -> None:
    assert refusal(archive(docx_parts("") | {"word/document.xml": main})) == code


def test_a_relation_that_leads_outside_is_not_followed() -> None:
    parts = docx_parts(paragraph("a"))
    outside = relations(styles="http://example.org/styles.xml").replace(
        "<Relationship ", '<Relationship TargetMode="External" '
    )

    assert [line.text for line in read_bytes(archive(parts | {"word/_rels/document.xml.rels": outside})).lines] == ["a"]


def test_a_box_within_an_alternative_within_a_drawing_is_read_once() -> None:
    box = BOX.format(inside=paragraph("a"))
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    nothing = "<mc:AlternateContent/>"

    assert texts(paragraph(inside=f"<w:r><w:drawing>{choice}{nothing}</w:drawing>{nothing}</w:r>")) == ["a"]


@pytest.mark.parametrize("code", ["", "x", "99999999999", "-1"])
def test_a_sign_with_a_code_that_is_none_is_left_out(code: str) -> None:
    assert texts(paragraph(inside=run("a") + f'<w:r><w:sym w:char="{code}"/></w:r>')) == ["a"]


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(docx(paragraph("a") * 4), limits=Limits(lines=3))

    assert refused.value.finding.code == "too-long"


FONT = '<w:rFonts w:ascii="{}" w:hAnsi="{}"/>'


def test_fonts_tell_which_runs_are_coded_as_before_unicode() -> None:
    runs = (
        run("KÕ ho¹ch", FONT.format(".VnTimeH", ".VnTimeH"))
        + run(" tổng kết ", FONT.format("Times New Roman", "Times New Roman"))
        + run("n¨m", FONT.format(".VnTime", ".VnTime"))
        + run(" hoïc", FONT.format("VNI-Times", "VNI-Times"))
    )

    document = read_bytes(docx(paragraph(inside=runs)))

    assert [line.text for line in document.lines] == ["KẾ HOẠCH tổng kết năm học"]
    assert [(mending.code, mending.before) for mending in document.mendings] == [
        ("tcvn3-capitals", "KÕ ho¹ch"),
        ("tcvn3", "n¨m"),
        ("vni", " hoïc"),
    ]


def test_font_of_a_style_or_of_the_document_tells_the_coding_too() -> None:
    small = FONT.format(".VnTime", ".VnTime")
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{small}</w:rPr></w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:styleId="H"><w:rPr>{FONT.format(".VnTimeH", "")}</w:rPr></w:style>'
    )

    document = read_bytes(docx(paragraph("KÕ ho¹ch", '<w:pStyle w:val="H"/>') + paragraph("n¨m häc"), styles=styles))

    assert [line.text for line in document.lines] == ["KẾ HOẠCH", "năm học"]


def test_document_of_old_signs_under_a_common_font_is_known_by_its_words() -> None:
    document = read_bytes(docx(paragraph("ñy ban MÆt trËn Tæ quèc tæ chøc héi nghÞ tæng kÕt phong trµo thi ®ua")))

    assert [line.text for line in document.lines] == [
        "ủy ban Mặt trận Tổ quốc tổ chức hội nghị tổng kết phong trào thi đua"
    ]
