"""What the volume's .docx says itself, as WordprocessingML: headings, contents, heads, cover."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tongket.documents.render.docx_xml import twips
from tongket.documents.render.styles import Style
from tongket.documents.render.values import Align

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
# Word knows headings, contents and notes by these names, whatever language it speaks.
STYLES = {
    "Heading1": Style(
        "heading 1", 18, bold=True, align=Align.CENTER, before_pt=12, after_pt=18, keeps_next=True, level=1
    ),
    "Heading2": Style("heading 2", 12, bold=True, align=Align.CENTER, after_pt=2, keeps_next=True, level=2),
    "ByLine": Style("Tác giả, đơn vị", 11, italic=True, align=Align.CENTER, after_pt=8, keeps_next=True),
    "TOC1": Style("toc 1", 13, bold=True, before_pt=6),
    "TOC2": Style("toc 2", 13, before_pt=3),
    "Head": Style("header", 10.5),
    "Foot": Style("footer", 12, align=Align.CENTER),
    "CoverIssuer": Style("Bìa: cơ quan", 14, align=Align.CENTER),
    "CoverOwn": Style("Bìa: đơn vị", 14, bold=True, align=Align.CENTER),
    "CoverTitle": Style("Bìa: tên sách", 30, bold=True, align=Align.CENTER, before_pt=150, after_pt=20),
    "CoverSubtitle": Style("Bìa: hội nghị", 17, bold=True, align=Align.CENTER),
    "CoverDay": Style("Bìa: ngày", 14, italic=True, align=Align.CENTER, before_pt=20, after_pt=150),
    "IndexLetter": Style("Bảng tra: chữ cái", 12, bold=True, before_pt=6, keeps_next=True),
    "IndexLine": Style("Bảng tra: dòng", 12),
    "Plain": Style("Chữ từ tệp PDF", 12, after_pt=3),
}


# Those that are Word's own.
BUILT_IN = ("Heading1", "Heading2", "TOC1", "TOC2", "Head", "Foot")
NOTE_MARK = (
    f'<w:style {NAMESPACES} w:type="character" w:styleId="noteMark"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def paragraph(style: str, words: str, *, before: str = "") -> str:
    """A paragraph of plain words; `before` is markup in front of them, a line break within is one."""
    lines = words.split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{before}<w:r>{text}</w:r></w:p>'


def marked(style: str, words: str, number: int) -> str:
    """A heading with a bookmark."""
    mark = f'<w:bookmarkStart w:id="{number}" w:name="v{number}"/><w:bookmarkEnd w:id="{number}"/>'
    return paragraph(style, words, before=mark)


def field(instruction: str, shown: str) -> str:
    """A field with the words it showed last."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def contents(rows: Sequence[tuple[int, str, int | None]], line_mm: float) -> str:
    """The table of contents as a field that Word fills anew, with what it shows until then: level, words, page."""
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(line_mm)}"/></w:tabs>'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    made = []
    for place, (level, words, page) in enumerate(rows):
        indent = f'<w:ind w:left="{twips(6) if level > 1 else 0}" w:right="{twips(12)}"/>'
        number = "" if page is None else f"<w:r><w:tab/><w:t>{page}</w:t></w:r>"
        text = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
        start = "" if place else begin
        made.append(f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/>{tabs}{indent}</w:pPr>{start}{text}{number}</w:p>')
    return "".join(made) + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def head(left: str, right: str, line_mm: float) -> str:
    """The head of a page: the part, and the author and unit of the chapter that is open there."""
    tabs = f'<w:tabs><w:tab w:val="clear" w:pos="4680"/><w:tab w:val="right" w:pos="{twips(line_mm)}"/></w:tabs>'
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="5A5A5A"/></w:pBdr>'
    said = f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{escape(left)}</w:t></w:r><w:r><w:tab/></w:r>'
    said += f'<w:r><w:t xml:space="preserve">{escape(right)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="Head"/>{border}{tabs}</w:pPr>{said}</w:p>'


def foot() -> str:
    """The number of the page."""
    return f'<w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>{field("PAGE", "1")}</w:p>'
