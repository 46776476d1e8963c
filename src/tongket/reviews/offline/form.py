"""Writes the outline as a Word form that a unit fills offline. Pure: values in, bytes out.

Every row begins with its code in small grey type, as printed statistical forms have a column of codes: plain text in a
table is what Word, LibreOffice and every converter between them keep, and what a person sees when a table is copied.
"""

import io
from collections.abc import Sequence

from docx.document import Document as Package
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table

from tongket.core.dates import plain_day
from tongket.reviews.offline import word
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
    current_code,
    identity_of,
)
from tongket.reviews.offline.writing import vietnamese
from tongket.reviews.values import Figure, Filled, Outline

_MODEL_ROWS, _SPARE_MODELS = 10, 3
_WIDTH, _CODE, _MEASURE, _NOTE = 170.0, 12.0, 20.0, 26.0
_MOST_PERIODS, _PERIOD = 72.0, 30.0
_ANSWER_MM = 30
_HELP = (
    "Điền vào các ô trống, theo đúng đơn vị tính; giữ nguyên cột mã và dòng mã in mờ. "
    "Chưa có số liệu thì để trống, không có thì ghi 0."
)


def write_form(outline: Outline, *, unit: str, unit_key: str, known: Filled | None = None) -> bytes:
    """The .docx of the outline for one unit; `known` is what stands there already.

    Notes are asked of the current period alone.
    """
    filled = known or Filled()
    document = word.package(outline.title, unit, f"Bản {outline.revision}")
    _head(document, outline, unit)
    word.part(document, "I", HELD)
    _held(document, filled)
    word.part(document, "II", "Nội dung tổng kết")
    _questions(document, outline, filled)
    word.part(document, "III", "Số liệu")
    _figures(document, outline, filled)
    word.part(document, "IV", "Mô hình tiêu biểu")
    _models(document, filled)
    word.identity(document, identity_of(outline, unit, unit_key))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _head(document: Package, outline: Outline, unit: str) -> None:
    for text, size, bold in ((unit.upper(), 13, True), (outline.title.upper(), 14, True), (_HELP, 11, False)):
        paragraph = word.say(document.add_paragraph(), text, size=size, bold=bold, italic=not bold)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(6)


def _held(document: Package, filled: Filled) -> None:
    widths = (_CODE, 68.0, 90.0)
    table = word.ruled(document, widths, ("Mã", "Nội dung", "Trả lời"), (MARK, "name", ANSWER))
    manners = " / ".join(MANNER_WORDS.values())
    values = {
        "held:manner": MANNER_WORDS[filled.manner] if filled.manner else "",
        "held:on": plain_day(filled.held_on) if filled.held_on else "",
        "held:signer": filled.signer,
    }
    for code, name in HELD_ROWS.items():
        shown = f"{name} ({manners})" if code == "held:manner" else name
        word.row(table, widths, code, (shown, values[code]))


def _questions(document: Package, outline: Outline, filled: Filled) -> None:
    """A shaded row asks, the row below it is for the answer; both begin with the question's code."""
    widths = (_CODE, _WIDTH - _CODE)
    table = word.ruled(document, widths, ("Mã", "Câu hỏi và trả lời"), (MARK, ANSWER))
    for ordinal, question in enumerate(outline.questions, start=1):
        clause = f" (mục {question.clause} của kế hoạch)" if question.clause else ""
        cells = word.row(table, widths, f"{question.code}?", ("",))
        asked = cells[1].paragraphs[0]
        word.say(asked, f"{ordinal}. {question.heading or question.text}", size=12, bold=True)
        word.say(asked, f"{clause}\n{question.text}" if question.heading else clause, size=11, italic=True)
        asked.paragraph_format.keep_with_next = True
        word.shade(cells)
        word.row(table, widths, question.code, (filled.answers.get(question.code, ""),), size=13)
        table.rows[-1].height = Mm(_ANSWER_MM)
        word.may_split(table)


def _figures(document: Package, outline: Outline, filled: Filled) -> None:
    periods = outline.periods
    each = round(min(_PERIOD, _MOST_PERIODS / max(len(periods), 1)), 1)
    name = _WIDTH - _CODE - _MEASURE - _NOTE - each * len(periods)
    widths = (_CODE, name, _MEASURE, *(each for _ in periods), _NOTE)
    headings = ("Mã", "Chỉ tiêu", "Đơn vị tính", *(period.label for period in periods), "Ghi chú")
    codes = (MARK, "name", "measure", *(f"{PERIOD}{period.code}" for period in periods), NOTE)
    table = word.ruled(document, widths, headings, codes)
    known = {(figure.indicator, figure.period): figure for figure in filled.figures}
    group = ""
    for indicator in outline.indicators:
        if indicator.group != group:
            group = indicator.group
            _group_row(table, widths, group)
        figures = [known.get((indicator.code, period.code)) for period in periods]
        noted = known.get((indicator.code, current_code(outline)))
        shown = f"– {indicator.name}" if indicator.part_of else indicator.name
        texts = (shown, indicator.measure, *map(_shown, figures), noted.note if noted else "")
        cells = word.row(table, widths, indicator.code, texts)
        word.align_right(cells[3:-1])
        if indicator.definition:
            word.say(cells[1].add_paragraph(), indicator.definition, size=10, italic=True)


def _group_row(table: Table, widths: Sequence[float], group: str) -> None:
    cells = word.row(table, widths, "", ["" for _ in widths[1:]])
    word.say(cells[1].paragraphs[0], group, size=12, bold=True)
    word.shade(cells)


def _shown(figure: Figure | None) -> str:
    """A figure as Vietnamese write it; what was not plain stays as it was written."""
    if figure is None:
        return ""
    if figure.value is None or figure.about:
        return figure.written
    return vietnamese(figure.value)


def _models(document: Package, filled: Filled) -> None:
    widths = (_CODE, 44.0, 38.0, 30.0, 46.0)
    table = word.ruled(document, widths, ("Mã", *MODEL_HEADINGS), (MARK, *MODEL_COLUMNS))
    for ordinal in range(1, max(_MODEL_ROWS, len(filled.exemplars) + _SPARE_MODELS) + 1):
        named = filled.exemplars[ordinal - 1] if ordinal <= len(filled.exemplars) else None
        texts = [getattr(named, code) if named else "" for code in MODEL_COLUMNS]
        word.row(table, widths, f"{MODEL}{ordinal}", texts)
