"""A .docx read whole: every block in its place, nothing lost that is not named."""

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt

from tests.reading.making import docx as made
from tests.reading.making import paragraph, run
from tests.reading.manuscript.making import (
    box,
    inline,
    manuscript,
    paragraphs,
    picture,
    plain,
    tables,
    texts,
)
from tongket.reading.document import Mending
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.docx import draft, read
from tongket.reading.manuscript.values import (
    Align,
    Cell,
    Manuscript,
    Nature,
    Paragraph,
    Picture,
    Piece,
    Role,
    Sheet,
    Spacing,
    Table,
)
from tongket.reading.refusals import Unreadable

LETTER = Sheet(215.9, 279.4, 25.4, 25.4, 25.4, 25.4)
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1">'
    '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)


def listed(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, limits)
    return refused.value.finding.code


def test_a_paper_of_a_word_processor_is_read_whole() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    document.styles["Normal"].font.size = Pt(14)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.add_heading("Kết quả", 2)
    body = document.add_paragraph("Thành phố có ")
    body.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body.paragraph_format.line_spacing = 1.15
    body.paragraph_format.first_line_indent = Pt(36)
    body.add_run("412").bold = True
    body.add_run(" người").italic = True
    body.add_run().add_break(WD_BREAK.PAGE)
    grid = document.add_table(1, 2)
    grid.style = "Table Grid"
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Xã", "Hộ"
    buffer = io.BytesIO()
    document.save(buffer)

    found = read(buffer.getvalue(), DEFAULT)

    heading, text, table = found.blocks
    assert isinstance(heading, Paragraph)
    assert isinstance(table, Table)
    assert (heading.role, heading.level, heading.text) == (Role.HEADING, 2, "Kết quả")
    assert text == Paragraph(
        (
            Piece("Thành phố có ", size_pt=14.0),
            Piece("412", bold=True, size_pt=14.0),
            Piece(" người", italic=True, size_pt=14.0),
        ),
        align=Align.JUSTIFY,
        spacing=Spacing(lines=1.15, after_pt=6.0, first_line_pt=36.0),
    )
    assert [[cell.paragraphs[0].text for cell in row] for row in table.rows] == [["Xã", "Hộ"]]
    assert (table.is_ruled, table.widths) == (True, (0.5, 0.5))
    assert replace(found, blocks=()) == Manuscript(Nature.DOCX, (), sheet=Sheet(210.0, 297.0, 20.0, 20.0, 30.0, 15.0))


def test_a_file_that_says_nothing_wears_words_defaults() -> None:
    assert manuscript(paragraph("Một") + paragraph("Hai")) == Manuscript(
        Nature.DOCX, (plain("Một"), plain("Hai")), sheet=LETTER
    )


def test_draft_has_no_picture_pages() -> None:
    data = made(paragraph("Một"))

    assert (draft(data, DEFAULT).manuscript, draft(data, DEFAULT).scanned) == (read(data, DEFAULT), ())


def test_an_empty_paragraph_keeps_the_size_of_its_end() -> None:
    found = manuscript(paragraph("Một") + paragraph("", '<w:rPr><w:sz w:val="26"/><w:vanish/></w:rPr>'))

    assert found.blocks == (plain("Một"), plain("", 13.0))


def test_numbering_of_word_is_written_out() -> None:
    found = manuscript(
        paragraph("A", listed(0)) + paragraph("B", listed(1)) + paragraph("C", listed(0)), numbering=LIST
    )

    assert [(each.mark, each.role, each.level) for each in paragraphs(found)] == [
        ("1.", Role.ITEM, 0),
        ("a)", Role.ITEM, 1),
        ("2.", Role.ITEM, 0),
    ]
    assert paragraphs(found)[0].spacing == Spacing(left_pt=36.0, first_line_pt=-18.0)
    assert found.text == "1. A\na) B\n2. C"


def test_headings_with_numbers_keep_their_level() -> None:
    found = manuscript(paragraph("A", '<w:outlineLvl w:val="2"/>' + listed(0)), numbering=LIST)

    assert [(each.mark, each.role, each.level) for each in paragraphs(found)] == [("1.", Role.HEADING, 3)]


def test_a_page_break_parts_a_paragraph() -> None:
    new_page = '<w:r><w:br w:type="page"/></w:r>'
    found = manuscript(
        paragraph(inside=run("Trước") + new_page + run("Sau"))
        + paragraph(inside=run("Cuối") + new_page)
        + paragraph("Trang mới")
        + paragraph("Riêng trang", "<w:pageBreakBefore/>")
    )

    assert [(each.text, each.breaks_before) for each in paragraphs(found)] == [
        ("Trước", False),
        ("Sau", True),
        ("Cuối", False),
        ("Trang mới", True),
        ("Riêng trang", True),
    ]


@pytest.mark.parametrize(("kind", "breaks"), [("", True), ('<w:type w:val="continuous"/>', False)])
def test_a_section_begins_a_page_unless_it_goes_on(kind: str, *, breaks: bool) -> None:
    found = manuscript(paragraph("Một", "<w:sectPr/>") + paragraph("Hai") + f"<w:sectPr>{kind}</w:sectPr>")

    assert [each.breaks_before for each in paragraphs(found)] == [False, breaks]


def test_neighbours_of_one_style_stand_close_where_they_say_so() -> None:
    close = '<w:contextualSpacing/><w:spacing w:before="120" w:after="240"/>'
    styles = f'<w:style w:type="paragraph" w:styleId="L"><w:pPr>{close}</w:pPr></w:style>'
    item = '<w:pStyle w:val="L"/>'
    found = manuscript(paragraph("A", item) + paragraph("B", item) + paragraph("C"), styles=styles)

    assert [(each.spacing.before_pt, each.spacing.after_pt) for each in paragraphs(found)] == [
        (6.0, 0.0),
        (0.0, 12.0),
        (0.0, 0.0),
    ]


def test_notes_are_numbered_as_the_text_points_at_them() -> None:
    found = manuscript(
        paragraph(
            inside=run("Một")
            + '<w:r><w:endnoteReference w:id="4"/></w:r>'
            + run(", hai")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + '<w:r><w:footnoteReference w:id="99"/></w:r>'
        ),
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        + paragraph(inside="<w:r><w:footnoteRef/></w:r>" + run("chú một"))
        + "</w:footnote>",
        endnotes='<w:endnote w:id="4">' + paragraph("chú hai") + "</w:endnote>",
    )

    assert found.notes == ((plain("chú hai"),), (plain("chú một"),))
    assert [piece.note for piece in paragraphs(found)[0].pieces] == [None, 0, None, 1]


def test_a_picture_stands_in_its_line() -> None:
    found = manuscript(paragraph(inside=run("Ảnh: ") + inline("p") + run(" hết")), pictures={"p": picture()})

    assert [(piece.text, piece.picture) for piece in paragraphs(found)[0].pieces] == [
        ("Ảnh: ", None),
        ("", 0),
        (" hết", None),
    ]
    assert found.pictures == (Picture(picture(), "image/png", 25.4, 12.7),)
    assert found.lost == ()


def test_a_picture_that_is_not_there_or_no_picture_is_lost() -> None:
    found = manuscript(
        paragraph(inside=run("Chữ") + inline("none") + inline("p")), pictures={"p": b"\xd7\xcd\xc6\x9aEMF"}
    )

    assert (found.pictures, found.lost, found.text) == ((), ("picture",), "Chữ")


def test_words_of_a_text_box_follow_its_paragraph() -> None:
    found = manuscript(paragraph(inside=run("Trước") + box("Trong hộp")) + paragraph("Sau"))

    assert (texts(found), found.lost) == (["Trước", "Trong hộp", "Sau"], ("text-box",))


def test_corrections_are_accepted() -> None:
    found = manuscript(
        paragraph(inside=run("Có ") + f"<w:ins>{run('42')}</w:ins><w:del><w:r><w:delText>30</w:delText></w:r></w:del>")
        + paragraph("Đoạn ", "<w:rPr><w:del/></w:rPr>")
        + paragraph("liền")
    )

    assert texts(found) == ["Có 42", "Đoạn liền"]
    assert found.mendings == (Mending("deletion", 0, "30"), Mending("insertion", 0, "42"))


def test_a_great_first_letter_belongs_to_its_word() -> None:
    found = manuscript(paragraph("C", '<w:framePr w:dropCap="drop"/>') + paragraph("ông tác"))

    assert texts(found) == ["Công tác"]


def test_letters_of_old_fonts_become_unicode() -> None:
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    found = manuscript(paragraph(inside=run("Héi n«ng d©n", old)))

    assert found.text == "Hội nông dân"
    assert found.mendings == (Mending("tcvn3", 0, "Héi n«ng d©n"),)


def test_loose_tones_are_composed_across_runs() -> None:
    found = manuscript(paragraph(inside=run("Ha", "<w:b/>") + run("\u0300 N\u00f4\u0323i")))

    assert found.text == "Hà Nội"
    assert [piece.text for piece in paragraphs(found)[0].pieces] == ["Hà", " Nội"]


def test_hidden_words_are_kept_and_not_shown() -> None:
    found = manuscript(
        paragraph(inside=run("Thấy") + run("giấu", "<w:vanish/>") + run("trắng", '<w:color w:val="FFFFFF"/>'))
    )

    assert found.text == "Thấy"
    assert [(piece.text, piece.is_hidden) for piece in paragraphs(found)[0].pieces] == [
        ("Thấy", False),
        ("giấutrắng", True),
    ]


def test_a_table_in_a_cell_is_read_in_order() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('b')}</w:tc><w:tc>{paragraph('c')}</w:tc></w:tr></w:tbl>"
    found = manuscript(f"<w:tbl><w:tr><w:tc>{paragraph('a')}{inner}{paragraph('d')}</w:tc></w:tr></w:tbl>")

    assert tables(found)[0].rows == ((Cell((plain("a"), plain("b"), plain("c"), plain("d"))),),)


def test_what_has_no_words_is_refused() -> None:
    assert refusal(made("")) == "empty"
    assert refusal(made(paragraph("") * 3)) == "empty"
    assert refusal(b"no archive") == "broken"


def test_pictures_without_a_word_are_a_scan() -> None:
    with pytest.raises(Unreadable) as refused:
        manuscript(paragraph(inside=inline("p")), pictures={"p": picture()})

    assert refused.value.finding.code == "scan"


def test_what_is_longer_than_any_paper_is_refused() -> None:
    assert refusal(made(paragraph("Một") * 6), Limits(lines=5)) == "too-long"
    assert refusal(made(paragraph("Một hai " * 600) * 3), Limits(pages=3)) == "too-long"
