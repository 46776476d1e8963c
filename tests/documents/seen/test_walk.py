"""What a .docx shows: styles resolved, everything in order, also what `.paragraphs` of python-docx leaves out."""

import pytest

from tests.reading.making import archive, docx, docx_parts, paragraph, relations, run
from tongket.documents.render.values import Align
from tongket.documents.seen.values import PageNumber, SeenCell, SeenParagraph, SeenRun
from tongket.documents.seen.walk import see
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/>'
    '<w:spacing w:after="120"/><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman"/>'
    "<w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Loud"><w:rPr><w:b/><w:caps/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    "</w:style>"
)
BODY_STYLE = '<w:pStyle w:val="Body"/>'
NIL = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))


def seen(body: str, styles: str = STYLES) -> tuple[SeenParagraph, ...]:
    """The paragraphs of a .docx with this body."""
    return see(docx(body, styles=styles), DEFAULT).paragraphs


def test_dress_comes_from_defaults_styles_and_the_paragraph_itself() -> None:
    plain, styled = seen(paragraph("Một") + paragraph("Hai", BODY_STYLE + '<w:spacing w:line="360"/>'))

    assert plain.runs == (SeenRun("Một", "Cambria", 14.0),)
    assert (plain.align, plain.after_pt, round(plain.lines, 2), plain.first_line_mm) == (Align.LEFT, 8.0, 1.08, 0.0)
    assert styled.runs == (SeenRun("Hai", "Times New Roman", 14.0, bold=True),)
    assert (styled.align, styled.after_pt, styled.lines, round(styled.first_line_mm, 1)) == (
        Align.JUSTIFY,
        6,
        1.5,
        12.7,
    )


def test_run_says_otherwise_than_its_paragraph() -> None:
    inside = run("thường", '<w:b w:val="0"/><w:sz w:val="24"/><w:color w:val="FF0000"/>') + run(
        "loud", '<w:rStyle w:val="Loud"/>'
    )
    (found,) = seen(paragraph("", BODY_STYLE, inside=inside))

    assert found.runs[0] == SeenRun("thường", "Times New Roman", 12.0, colour="ff0000")
    assert (found.runs[1].text, found.runs[1].underlined) == ("LOUD", True)


@pytest.mark.parametrize(
    ("spacing", "lines"),
    [
        ('w:line="240"', 1.0),
        ('w:line="480" w:lineRule="auto"', 2.0),
        ('w:line="322" w:lineRule="exact"', 1.0),
        ('w:line="200" w:lineRule="atLeast"', 1.0),
        ('w:line="x"', 1.0),
        ('w:line="24pt" w:lineRule="auto"', 2.0),
    ],
)
def test_line_spacing_is_told_in_single_lines(spacing: str, lines: float) -> None:
    (found,) = seen(paragraph("Một", f"<w:spacing {spacing}/>"), styles="")

    assert round(found.lines, 1 if "exact" in spacing else 2) == (1.4 if "exact" in spacing else lines)


def test_paragraphs_of_one_style_may_ask_for_no_space_between() -> None:
    (found,) = seen(paragraph("Một", BODY_STYLE + "<w:contextualSpacing/>"))

    assert found.after_pt == 0


def test_cells_boxes_insertions_and_controls_are_read_where_they_stand() -> None:
    cell = f"<w:tc>{paragraph('ô')}<w:tbl><w:tr><w:tc>{paragraph('trong')}</w:tc></w:tr></w:tbl></w:tc>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('khung')}</w:txbxContent></w:pict></w:r>"
    body = (
        f"<w:tbl><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('xóa')}</w:tc></w:tr></w:tbl>"
        + paragraph("", inside=f"{box}<w:ins>{run('thêm')}</w:ins><w:del>{run('bớt')}</w:del>")
        + f"<w:sdt><w:sdtContent>{paragraph('kiểm soát')}</w:sdtContent></w:sdt>"
        + f"<w:ins>{paragraph('chèn')}</w:ins>"
    )
    found = [(each.text, each.cell, each.box) for each in seen(body)]

    assert found == [
        ("ô", SeenCell(0, 0, 1), False),
        ("trong", SeenCell(1, 0, 0), False),
        ("thêm", None, False),
        ("khung", None, True),
        ("kiểm soát", None, False),
        ("chèn", None, False),
    ]


def test_hidden_words_are_not_seen_and_word_counts_its_own_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    body = paragraph("một", listed) + paragraph("", listed, inside=run("hai") + run(" ẩn", "<w:vanish/>"))

    found = see(docx(body, numbering=numbering), DEFAULT).paragraphs

    assert [each.text for each in found] == ["a) một", "b) hai"]


@pytest.mark.parametrize(
    "inside",
    [
        '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>',
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" type="#_x0000_t32"/></w:pict></w:r>',
        '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" o:hr="t"/></w:pict></w:r>',
        '<w:r><mc:AlternateContent><mc:Choice><w:drawing><a:prstGeom prst="line" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></mc:Choice><mc:Fallback><w:pict>'
        '<v:line xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>',
    ],
    ids=["line", "connector", "horizontal rule", "drawing with its fallback"],
)
def test_straight_line_is_counted_once(inside: str) -> None:
    assert seen(paragraph("", inside=run("Một") + inside))[0].drawn == 1


def test_borders_are_those_that_show() -> None:
    above = '<w:pBdr><w:top w:val="single"/><w:bottom w:val="none"/></w:pBdr>'
    cell = f'<w:tc><w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>{paragraph("Hai")}</w:tc>'
    one, other = seen(paragraph("Một", above) + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")

    assert (one.is_ruled_above, one.is_ruled_below) == (True, False)
    assert other.is_ruled_below


@pytest.mark.parametrize(
    ("properties", "cell", "ruled"),
    [
        ("", "", frozenset()),
        ('<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>', "", frozenset({0})),
        ('<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>', "", frozenset({0})),
        (
            '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblBorders><w:top w:val="none"/></w:tblBorders></w:tblPr>',
            "",
            frozenset(),
        ),
        (
            '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>',
            f"<w:tcPr><w:tcBorders>{NIL}</w:tcBorders></w:tcPr>",
            frozenset(),
        ),
    ],
    ids=["none", "of its style", "inside only", "taken off the table", "taken off every cell"],
)
def test_table_is_ruled_when_its_borders_show(properties: str, cell: str, ruled: frozenset[int]) -> None:
    body = f"<w:tbl>{properties}<w:tr><w:tc>{cell}{paragraph('Một')}</w:tc></w:tr></w:tbl>"

    assert see(docx(body, styles=STYLES), DEFAULT).ruled_tables == ruled


def test_pages_begin_after_breaks_and_sections() -> None:
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    body = (
        paragraph("một")
        + paragraph("", inside='<w:r><w:br w:type="page"/></w:r>')
        + paragraph("hai")
        + paragraph("ba", "<w:pageBreakBefore/>")
        + paragraph("bốn", section)
        + paragraph("năm")
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="-1134" w:bottom="1134" w:left="1701" w:right="851"/></w:sectPr>'
    )
    document = see(docx(body), DEFAULT)

    assert [each.text for each in document.paragraphs if each.begins_page] == ["hai", "ba", "năm"]
    assert [each.section for each in document.paragraphs] == [0, 0, 0, 0, 0, 1]
    first, second = document.sections
    assert (first.is_landscape, round(first.top_mm, 1)) == (True, 25.4)
    assert [round(each) for each in (second.width_mm, second.height_mm, second.top_mm, second.left_mm)] == [
        210,
        297,
        20,
        30,
    ]


PAGE_FIELD = '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText> PAGE </w:instrText></w:r>'
HEADER = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'
REFERENCE = (
    '<w:{0}Reference w:type="{1}" r:id="{2}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
)


def numbered(header: str, *, first: str = "", place: str = "header", title: bool = True) -> bytes:
    """A .docx of two sections, the first of which names its headers."""
    names = REFERENCE.format(place, "default", "h1") + (REFERENCE.format("header", "first", "h2") if first else "")
    section = f"<w:sectPr>{names}{'<w:titlePg/>' if title else ''}</w:sectPr>"
    rows = "".join(
        f'<Relationship Id="h{number}" Type="x/{kind}" Target="h{number}.xml"/>'
        for number, kind in ((1, place), (2, "header"))
    )
    parts = docx_parts(paragraph("Một", section) + paragraph("Hai") + "<w:sectPr/>")
    parts |= {"word/h1.xml": HEADER.format(header), "word/h2.xml": HEADER.format(first)}
    return archive(parts | {"word/_rels/document.xml.rels": f"<Relationships>{rows}</Relationships>"})


def test_page_number_is_found_in_the_header_and_handed_on() -> None:
    document = see(numbered(paragraph("", '<w:jc w:val="center"/>', inside=PAGE_FIELD)), DEFAULT)

    assert [each.number for each in document.sections] == [
        PageNumber(in_header=True, align=Align.CENTER, size_pt=13.0)
    ] * 2
    assert [each.shows_on_first for each in document.sections] == [False, True]


def test_page_number_shows_on_the_first_page_where_that_has_it() -> None:
    shown = paragraph("", inside=PAGE_FIELD)

    assert see(numbered(shown, first=shown), DEFAULT).sections[0].shows_on_first
    assert see(numbered(shown, title=False), DEFAULT).sections[0].shows_on_first


@pytest.mark.parametrize(
    ("header", "number"),
    [
        (
            paragraph("", inside='<w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT "/>'),
            PageNumber(in_header=True, align=Align.LEFT, size_pt=10.0),
        ),
        (
            paragraph("", '<w:framePr w:wrap="around" w:xAlign="center"/>', inside=PAGE_FIELD),
            PageNumber(in_header=True, align=Align.CENTER, size_pt=13.0),
        ),
        (paragraph("", inside='<w:fldSimple w:instr=" NUMPAGES "/>'), None),
        (paragraph("Trang một"), None),
    ],
    ids=["simple field", "frame in the middle", "number of pages", "words only"],
)
def test_page_number_in_other_dress(header: str, number: PageNumber | None) -> None:
    assert see(numbered(header), DEFAULT).sections[0].number == number


def test_page_number_at_the_foot() -> None:
    number = see(numbered(paragraph("", inside=PAGE_FIELD), place="footer"), DEFAULT).sections[0].number

    assert number == PageNumber(in_header=False, align=Align.LEFT, size_pt=13.0)


def test_font_of_the_theme_comes_before_one_named_beside_it() -> None:
    latin = '<a:{0} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:latin typeface="{1}"/></a:{0}>'
    theme = f"<t>{latin.format('majorFont', 'Arial')}{latin.format('minorFont', 'Calibri')}</t>"
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Times New Roman"/>'
    parts = docx_parts(paragraph("", inside=run("Một", fonts)))
    themed = parts | {"word/theme.xml": theme, "word/_rels/document.xml.rels": relations(theme="theme.xml")}

    assert see(archive(themed), DEFAULT).paragraphs[0].runs[0].font == "Calibri"
    assert see(archive(parts), DEFAULT).paragraphs[0].runs[0].font == "Times New Roman"


def test_letters_of_old_fonts_are_read() -> None:
    (found,) = seen(paragraph("", inside=run("KÕ ho¹ch", '<w:rFonts w:ascii=".VnTime"/>')))

    assert found.text == "Kế hoạch"


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (docx(""), DEFAULT, "empty"),
        (docx(paragraph("một") * 3), Limits(lines=2), "too-long"),
        (archive(docx_parts("") | {"word/document.xml": "<w/>"}), DEFAULT, "broken"),
        (b"PK", DEFAULT, "broken"),
    ],
    ids=["no words", "too many paragraphs", "no body", "no archive"],
)
def test_error_what_shows_nothing_is_refused(data: bytes, limits: Limits, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        see(data, limits)

    assert refused.value.finding.code == code


@pytest.mark.parametrize(
    "inside",
    [
        '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>',
        '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>',
    ],
    ids=["drawing", "old picture"],
)
def test_picture_in_a_paragraph_is_seen(inside: str) -> None:
    found = seen(paragraph("", inside=inside) + paragraph("", inside=run("Một")))

    assert [each.has_picture for each in found] == [True, False]
