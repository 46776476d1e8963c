"""How the issued Word form looks: its page, its ruled tables, its small grey codes. Pure."""

from collections.abc import Sequence

from docx import Document
from docx.document import Document as Package
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

_FONT = "Times New Roman"
_GREY = RGBColor(0x90, 0x90, 0x90)
_SHADE = "EEF2F6"
_CODE_PT, _CELL_PT = 6.0, 12.0


def package(title: str, author: str, footer: str) -> Package:
    """An empty A4 document in Times New Roman, with its footer."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(13)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    normal.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title[:255], author[:255], "vi-VN"
    foot = say(section.footer.paragraphs[0], footer, size=9)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return document


def say(
    paragraph: Paragraph,
    text: str,
    *,
    size: float = 13,
    bold: bool = False,
    italic: bool = False,
    grey: bool = False,
) -> Paragraph:
    """Adds the text to the paragraph, with a break for each further line."""
    for number, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        if grey:
            run.font.color.rgb = _GREY
    return paragraph


def part(document: Package, number: str, name: str) -> None:
    """The heading of a part."""
    paragraph = say(document.add_paragraph(), f"{number}. {name.upper()}", bold=True)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(12), Pt(6)
    paragraph.paragraph_format.keep_with_next = True


def ruled(document: Package, widths: Sequence[float], headings: Sequence[str], codes: Sequence[str]) -> Table:
    """A ruled table whose row of headings and row of codes come again on each page; widths in millimetres."""
    table: Table = document.add_table(rows=2, cols=len(widths))
    table.style = document.styles["Table Grid"]
    table.autofit = False
    for place, (heading, code) in enumerate(zip(headings, codes, strict=True)):
        head = say(table.rows[0].cells[place].paragraphs[0], heading, size=11, bold=True)
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        say(table.rows[1].cells[place].paragraphs[0], code, size=_CODE_PT, grey=True)
        table.columns[place].width = Mm(widths[place])
    for number in (0, 1):
        _keep_whole(table, number, widths)
        table.rows[number]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def row(
    table: Table, widths: Sequence[float], code: str, texts: Sequence[str], *, size: float = _CELL_PT
) -> list[_Cell]:
    """A row below the others: its code small and grey, then its texts, a paragraph for each line."""
    cells = list(table.add_row().cells)  # type: ignore[no-untyped-call]
    _keep_whole(table, len(table.rows) - 1, widths)
    say(cells[0].paragraphs[0], code, size=_CODE_PT, grey=True)
    for cell, text in zip(cells[1:], texts, strict=True):
        for number, line in enumerate(text.split("\n")):
            say(cell.paragraphs[0] if not number else cell.add_paragraph(), line, size=size)
    return cells


def identity(document: Package, pairs: Sequence[tuple[str, str]]) -> None:
    """Names and values in small grey type, without rules, at the end."""
    document.add_paragraph()
    table = document.add_table(rows=0, cols=2)
    for pair in pairs:
        cells = table.add_row().cells
        for cell, text in zip(cells, pair, strict=True):
            say(cell.paragraphs[0], text, size=_CODE_PT, grey=True)


def shade(cells: Sequence[_Cell]) -> None:
    """Gives the cells the grey of headings."""
    for cell in cells:
        mark = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
            mark.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(mark)


def align_right(cells: Sequence[_Cell]) -> None:
    """Sets the cells' words at the right, as figures stand."""
    for cell in cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def may_split(table: Table) -> None:
    """Lets the last row run over to the next page."""
    properties = table.rows[-1]._tr.get_or_add_trPr()
    for mark in properties.findall(qn("w:cantSplit")):
        properties.remove(mark)


def _keep_whole(table: Table, number: int, widths: Sequence[float]) -> None:
    """The row is not parted between pages; LibreOffice asks each of its cells for a width."""
    at = table.rows[number]
    at._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, width in zip(at.cells, widths, strict=True):
        cell.width = Mm(width)
