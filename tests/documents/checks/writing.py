"""Writes official documents with python-docx as offices type them, each part a value that a test may change."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

ALIGNS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class P:
    """One paragraph; `rule` is `border` or nothing, lengths in millimetres and points."""

    text: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "justify"
    first: float = 0
    after: float = 0
    before: float = 0
    line: float | None = None
    font: str = "Times New Roman"
    rule: str = ""
    underline: bool = False
    colour: str = ""
    breaks: bool = False


@dataclass(frozen=True)
class Page:
    """The pages and their number: where it stands (`top`, `bottom` or nowhere), its size, and on page 1."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    number: str = "top"
    number_size: float = 13
    number_align: str = "center"
    hides_first: bool = True


@dataclass(frozen=True)
class Sheet:
    """A document by its parts; `layout` is how the two columns are made, `borders` shows those of the header."""

    left: tuple[P, ...]
    right: tuple[P, ...]
    title: tuple[P, ...]
    body: tuple[P, ...]
    foot_left: tuple[P, ...]
    foot_right: tuple[P, ...]
    addressees: tuple[P, ...] = ()
    annex: tuple[P, ...] = ()
    page: Page = field(default_factory=Page)
    layout: str = "table"
    borders: bool = False

    def change(self, part: str, at: int, **values: Any) -> "Sheet":
        """The sheet with paragraph `at` of a part written otherwise."""
        rows = list(getattr(self, part))
        rows[at] = replace(rows[at], **values)
        return replace(self, **{part: tuple(rows)})

    def every(self, part: str, **values: Any) -> "Sheet":
        """The sheet with every paragraph of a part written otherwise."""
        return replace(self, **{part: tuple(replace(row, **values) for row in getattr(self, part))})

    def drop(self, part: str, at: int) -> "Sheet":
        """The sheet without paragraph `at` of a part."""
        rows = list(getattr(self, part))
        del rows[at]
        return replace(self, **{part: tuple(rows)})

    def insert(self, part: str, at: int, row: P) -> "Sheet":
        """The sheet with one more paragraph."""
        rows = list(getattr(self, part))
        rows.insert(at, row)
        return replace(self, **{part: tuple(rows)})

    def paper(self, **values: Any) -> "Sheet":
        """The sheet on other pages."""
        return replace(self, page=replace(self.page, **values))


def written(sheet: Sheet) -> bytes:
    """The sheet as a .docx."""
    document = docx.Document()
    _set_page(document, sheet.page)
    _two_columns(document, sheet.left, sheet.right, sheet)
    for row in (*sheet.title, *sheet.addressees, *sheet.body):
        _dress(document.add_paragraph(), row)
    _two_columns(document, sheet.foot_left, sheet.foot_right, replace(sheet, borders=False))
    for row in sheet.annex:
        _dress(document.add_paragraph(), row)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _two_columns(document: Any, left: Sequence[P], right: Sequence[P], sheet: Sheet) -> None:
    columns: dict[str, Callable[[], None]] = {
        "table": lambda: _table(document, left, right, borders=sheet.borders),
        "rows": lambda: _rows(document, left, right),
        "tabs": lambda: _tabs(document, left, right),
        "stacked": lambda: _stacked(document, left, right),
        "boxes": lambda: _table(document, left, right, borders=False),
    }
    columns[sheet.layout]()


def _table(document: Any, left: Sequence[P], right: Sequence[P], *, borders: bool) -> None:
    table = document.add_table(rows=1, cols=2)
    if borders:
        table.style = "Table Grid"
    for cell, rows in zip(table.rows[0].cells, (left, right), strict=True):
        _fill(cell, rows)


def _fill(cell: Any, rows: Sequence[P]) -> None:
    for place, row in enumerate(rows):
        _dress(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), row)


def _rows(document: Any, left: Sequence[P], right: Sequence[P]) -> None:
    """A table with one row for each pair of paragraphs."""
    table = document.add_table(rows=max(len(left), len(right)), cols=2)
    for column, rows in enumerate((left, right)):
        for place, row in enumerate(rows):
            _dress(table.rows[place].cells[column].paragraphs[0], row)


def _tabs(document: Any, left: Sequence[P], right: Sequence[P]) -> None:
    """One paragraph for each pair, the second behind tabs."""
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else P()
        other = right[place] if place < len(right) else P()
        paragraph = document.add_paragraph()
        _run(paragraph, one)
        paragraph.add_run("\t\t\t\t" if not one.text else "\t")
        _run(paragraph, other)


def _stacked(document: Any, left: Sequence[P], right: Sequence[P]) -> None:
    """One under the other, as in a file without any layout."""
    for row in (*right, *left):
        _dress(document.add_paragraph(), row)


def _dress(paragraph: Any, row: P) -> None:
    paragraph.alignment = ALIGNS[row.align]
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_after, form.space_before = Mm(row.first), Pt(row.after), Pt(row.before)
    if row.line is not None:
        form.line_spacing = row.line
    form.page_break_before = row.breaks
    _run(paragraph, row)
    if row.rule == "border":
        draw_border(paragraph)


def _run(paragraph: Any, row: P) -> None:
    for place, text in enumerate(row.text.split("\n")):
        run = paragraph.add_run(text)
        if place < row.text.count("\n"):
            run.add_break(WD_BREAK.LINE)
        run.font.name, run.font.size, run.font.bold, run.font.italic = row.font, Pt(row.size), row.bold, row.italic
        run.font.underline = row.underline or None
        if row.colour:
            run.font.color.rgb = RGBColor.from_string(row.colour)


def draw_border(paragraph: Any) -> None:
    """A border under the paragraph."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _set_page(document: Any, page: Page) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    if page.width > page.height:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.different_first_page_header_footer = page.hides_first
    if page.number:
        place = section.header if page.number == "top" else section.footer
        add_number(place.paragraphs[0], page)


def add_number(paragraph: Any, page: Page) -> None:
    """The field of the page number."""
    paragraph.alignment = ALIGNS[page.number_align]
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size, run.font.name = Pt(page.number_size), "Times New Roman"
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
