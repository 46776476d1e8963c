"""Writes the outline as a Word form that a unit fills offline. Pure: values in, bytes out.

Every row begins with its code in small grey type, as printed statistical forms have a column of codes: plain text in a
table is what Word, LibreOffice and every converter between them keep. Content controls and hidden text were tried and
get lost when a table is copied, or when another program saves it.
"""

import io
from collections.abc import Sequence
from decimal import Decimal

from docx import Document
from docx.document import Document as Package
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tongket.core.dates import plain_day
from tongket.reviews.offline.layout import (
    ANSWER,
    HELD,
    HELD_ROWS,
    MANNER_WORDS,
    MARK,
    MODEL,
    MODEL_COLUMNS,
    MODEL_HEADINGS,
    NOTE,
    PERIOD,
)
from tongket.reviews.values import Figure, Filled, Outline

_FONT = "Times New Roman"
_GREY = RGBColor(0x90, 0x90, 0x90)
_MODEL_ROWS = 10
_HELP = "Điền vào các ô trống, theo đúng đơn vị tính; giữ nguyên cột mã và dòng mã in mờ. Chưa có số liệu thì để trống, không có thì ghi 0."


def write_form(outline: Outline, *, unit: str, unit_key: str, known: Filled | None = None) -> bytes:
    """The .docx of the outline for one unit; `known` is what stands there already."""
    filled = known or Filled()
    document = _package(outline, unit)
    _head(document, outline, unit)
    _part(document, "I", HELD)
    _held(document, filled)
    _part(document, "II", "Nội dung tổng kết")
    _questions(document, outline, filled)
    _part(document, "III", "Số liệu")
    _figures(document, outline, filled)
    _part(document, "IV", "Mô hình tiêu biểu")
    _models(document, filled)
    _identity(document, outline, unit, unit_key)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _package(outline: Outline, unit: str) -> Package:
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(13)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    normal.paragraph_format.space_after = Pt(0)
    document.core_properties.title, document.core_properties.author = outline.title, unit
    document.core_properties.language = "vi-VN"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _say(footer, f"Bản {outline.revision}", size=9)
    return document


def _say(
    paragraph: Paragraph, text: str, *, size: float = 13, bold: bool = False, italic: bool = False, grey: bool = False
) -> Paragraph:
    for number, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        if grey:
            run.font.color.rgb = _GREY
    return paragraph


def _head(document: Package, outline: Outline, unit: str) -> None:
    for text, size, bold, italic in (
        (unit.upper(), 13, True, False),
        (outline.title.upper(), 14, True, False),
        (_HELP, 11, False, True),
    ):
        paragraph = _say(document.add_paragraph(), text, size=size, bold=bold, italic=italic)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(6)


def _part(document: Package, number: str, name: str) -> None:
    paragraph = _say(document.add_paragraph(), f"{number}. {name.upper()}", bold=True)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(12), Pt(6)
    paragraph.paragraph_format.keep_with_next = True


def _table(document: Package, widths: Sequence[float], headings: Sequence[str], codes: Sequence[str]) -> Table:
    """A ruled table with a row of headings and a row of codes that come again on each page; widths in mm."""
    table = document.add_table(rows=2, cols=len(widths))
    table.style = document.styles["Table Grid"]
    table.autofit = False
    for place, (heading, code) in enumerate(zip(headings, codes, strict=True)):
        head = _say(table.rows[0].cells[place].paragraphs[0], heading, size=11, bold=True)
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _say(table.rows[1].cells[place].paragraphs[0], code, size=6, grey=True)
        table.columns[place].width = Mm(widths[place])
    for row in table.rows:
        mark = OxmlElement("w:tblHeader")
        row._tr.get_or_add_trPr().append(mark)
        _keep_whole(row._tr, widths, row.cells)
    return table


def _keep_whole(row: object, widths: Sequence[float], cells: Sequence[_Cell]) -> None:
    """The row is not parted between pages; LibreOffice asks each cell for its width."""
    mark = OxmlElement("w:cantSplit")
    row.get_or_add_trPr().append(mark)  # type: ignore[attr-defined]
    for cell, width in zip(cells, widths, strict=False):
        cell.width = Mm(width)


def _row(table: Table, widths: Sequence[float], code: str, texts: Sequence[str], *, size: float = 12) -> list[_Cell]:
    cells = list(table.add_row().cells)
    _keep_whole(table.rows[-1]._tr, widths, cells)
    _say(cells[0].paragraphs[0], code, size=6, grey=True)
    for cell, text in zip(cells[1:], texts, strict=True):
        _fill(cell, text, size=size)
    return cells


def _fill(cell: _Cell, text: str, *, size: float = 12) -> None:
    """The text with a paragraph for each of its lines."""
    for number, line in enumerate(text.split("\n")):
        _say(cell.paragraphs[0] if not number else cell.add_paragraph(), line, size=size)


def _shade(cell: _Cell, color: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _held(document: Package, filled: Filled) -> None:
    widths = (12.0, 68.0, 90.0)
    table = _table(document, widths, ("Mã", "Nội dung", "Trả lời"), (MARK, "name", ANSWER))
    manners = " / ".join(MANNER_WORDS.values())
    values = {
        "held:manner": MANNER_WORDS[filled.manner] if filled.manner else "",
        "held:on": plain_day(filled.held_on) if filled.held_on else "",
        "held:signer": filled.signer,
    }
    for code, name in HELD_ROWS.items():
        shown = f"{name} ({manners})" if code == "held:manner" else name
        _row(table, widths, code, (shown, values[code]))


def _questions(document: Package, outline: Outline, filled: Filled) -> None:
    widths = (12.0, 158.0)
    table = _table(document, widths, ("Mã", "Câu hỏi và trả lời"), (MARK, ANSWER))
    for ordinal, question in enumerate(outline.questions, start=1):
        clause = f" (mục {question.clause} của kế hoạch)" if question.clause else ""
        cells = _row(table, widths, f"{question.code}?", ("",))
        heading = f"{ordinal}. {question.heading or question.text}"
        _say(cells[1].paragraphs[0], heading, size=12, bold=True)
        _say(cells[1].paragraphs[0], f"{clause}\n{question.text}" if question.heading else clause, size=11, italic=True)
        for cell in cells:
            _shade(cell, "EEF2F6")
        _row(table, widths, question.code, (filled.answers.get(question.code, ""),), size=13)
        table.rows[-1].height = Mm(30)
        _may_split(table)


def _may_split(table: Table) -> None:
    properties = table.rows[-1]._tr.get_or_add_trPr()
    for mark in properties.findall(qn("w:cantSplit")):
        properties.remove(mark)


def _figures(document: Package, outline: Outline, filled: Filled) -> None:
    periods = outline.periods
    each = round(min(30.0, 72.0 / max(len(periods), 1)), 1)
    widths = (12.0, 158.0 - 20 - 26 - each * len(periods), 20.0, *(each for _ in periods), 26.0)
    headings = ("Mã", "Chỉ tiêu", "Đơn vị tính", *(period.label for period in periods), "Ghi chú")
    codes = (MARK, "name", "measure", *(f"{PERIOD}{period.code}" for period in periods), NOTE)
    table = _table(document, widths, headings, codes)
    known = {(figure.indicator, figure.period): figure for figure in filled.figures}
    current = [period.code for period in periods if period.is_current] or [period.code for period in periods[-1:]]
    group = ""
    for indicator in outline.indicators:
        if indicator.group != group:
            group = indicator.group
            _group_row(table, widths, group)
        figures = [known.get((indicator.code, period.code)) for period in periods]
        noted = known.get((indicator.code, current[0])) if current else None
        name = ("– " if indicator.part_of else "") + indicator.name
        said = [*map(_shown, figures), noted.note if noted else ""]
        cells = _row(table, widths, indicator.code, (name, indicator.measure, *said))
        if indicator.definition:
            _say(cells[1].add_paragraph(), indicator.definition, size=10, italic=True)


def _group_row(table: Table, widths: Sequence[float], group: str) -> None:
    cells = table.add_row().cells
    _keep_whole(table.rows[-1]._tr, widths, cells)
    _say(cells[1].paragraphs[0], group, size=12, bold=True)
    for cell in cells:
        _shade(cell, "EEF2F6")


def _shown(figure: Figure | None) -> str:
    """A figure as Vietnamese write it; what was not plain stays as it was written."""
    if figure is None:
        return ""
    if figure.value is None or figure.about:
        return figure.written
    return vietnamese(figure.value)


def vietnamese(value: Decimal) -> str:
    """`1.234.567,5`: dots part thousands, a comma begins decimals."""
    whole, _dot, decimals = format(value, "f").partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def _models(document: Package, filled: Filled) -> None:
    widths = (12.0, 44.0, 38.0, 30.0, 46.0)
    table = _table(document, widths, ("Mã", *MODEL_HEADINGS), (MARK, *MODEL_COLUMNS))
    for ordinal in range(1, max(_MODEL_ROWS, len(filled.exemplars) + 3) + 1):
        named = filled.exemplars[ordinal - 1] if ordinal <= len(filled.exemplars) else None
        texts = [getattr(named, code) if named else "" for code in MODEL_COLUMNS]
        _row(table, widths, f"{MODEL}{ordinal}", texts)


def _identity(document: Package, outline: Outline, unit: str, unit_key: str) -> None:
    """What the form is of, in small grey type at its end."""
    document.add_paragraph()
    table = document.add_table(rows=0, cols=2)
    for name, value in (("form", MARK), ("revision", str(outline.revision)), ("unit", unit_key), ("unit_name", unit)):
        cells = table.add_row().cells
        for cell, text in zip(cells, (name, value), strict=True):
            _say(cell.paragraphs[0], text, size=6, grey=True)
