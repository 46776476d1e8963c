"""A letter as .docx in the official form: A4, Times, the letterhead and the ending in tables without borders."""

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt

from tests.plans.writing.letter import Letter, Table

_BULLETS = ("- ", "– ", "+ ", "• ")
_FIRST_LINE = Cm(1)


def as_word(letter: Letter, *, own_bullets: bool = False) -> bytes:
    """The letter; with `own_bullets` the lists are Word's, and no bullet stands in the text."""
    made = docx.Document()
    _set_page(made)
    head = letter.head
    _pair(made, [*head.left], [*head.motto])
    _pair(made, [head.number], [head.place_and_date])
    for line in (letter.kind, letter.title):
        _add(made, line, bold=True, centred=True)
    for paragraph in letter.opening:
        _add(made, paragraph)
    for block in letter.body:
        if isinstance(block, Table):
            _grid(made, block)
        else:
            _item(made, block.text, bold=block.bold, own_bullets=own_bullets)
    _add(made, letter.closing)
    _pair(made, ["Nơi nhận:", *letter.ending.recipients], [*letter.ending.over, "", "", letter.ending.name])
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _set_page(made: Any) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)


def _add(made: Any, text: str, *, bold: bool = False, centred: bool = False, style: str | None = None) -> None:
    paragraph = made.add_paragraph(style=style)
    paragraph.add_run(text).bold = bold or None
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif style is None:
        paragraph.paragraph_format.first_line_indent = _FIRST_LINE


def _item(made: Any, text: str, *, bold: bool, own_bullets: bool) -> None:
    if own_bullets and text.startswith(_BULLETS):
        _add(made, text[2:], style="List Bullet")
    else:
        _add(made, text, bold=bold)


def _pair(made: Any, left: Sequence[str], right: Sequence[str]) -> None:
    """Two columns side by side without borders."""
    for cell, lines in zip(made.add_table(rows=1, cols=2).rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def _grid(made: Any, table: Table) -> None:
    grid = made.add_table(rows=0, cols=len(table.rows[0]))
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
