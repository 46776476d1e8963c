"""Writes the outline as an Excel workbook that a unit fills offline. Pure: values in, bytes out.

Each sheet holds the codes of its rows in a hidden first column and those of its columns in a hidden first row, so that
sorted, inserted and renamed rows and columns are still known; a hidden sheet holds revision and unit.
"""

import io
from collections.abc import Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PrintPageSetup
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tongket.core.dates import plain_day
from tongket.reviews.offline import dressing
from tongket.reviews.offline.dressing import FONT, Value, cell_at, limits_of, plain_text, put
from tongket.reviews.offline.layout import (
    ANSWER,
    EXACT_DIGITS,
    FIGURES,
    HELD,
    HELD_ROWS,
    HELP,
    HIDDEN,
    MANNER_WORDS,
    MARK,
    MODEL,
    MODEL_COLUMNS,
    MODEL_HEADINGS,
    MODEL_ROWS,
    MODELS,
    NOTE,
    PERIOD,
    QUESTIONS,
    UNIT_LABEL,
    current_code,
    identity_of,
)
from tongket.reviews.offline.writing import vietnamese
from tongket.reviews.values import Figure, Filled, Indicator, Outline

_TITLE_ROW, _UNIT_ROW, _HELP_ROW, _HEAD_ROW = 2, 3, 4, 5
_ORDINAL = ("ordinal", "STT", 6.0)
# Before the columns of periods stand codes, ordinal, name, measure and definition.
_FIRST_PERIOD = 6
_ANSWER_HEIGHT = 120.0
_SPARE_MODELS = 10
Column = tuple[str, str, float]


def write_sheet(outline: Outline, *, unit: str, unit_key: str, known: Filled | None = None) -> bytes:
    """The .xlsx of the outline for one unit; `known` is what stands there already.

    Headings are locked without a password; cells to fill take numbers within their limits only. Notes are asked of the
    current period alone.
    """
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    filled = known or Filled()
    _figures(_sheet(book, FIGURES, outline, unit), outline, filled)
    _questions(_sheet(book, QUESTIONS, outline, unit), outline, filled)
    _models(_sheet(book, MODELS, outline, unit), filled)
    _held(_sheet(book, HELD, outline, unit), filled)
    _hidden(book.create_sheet(HIDDEN), outline, unit, unit_key)
    book.properties.title, book.properties.creator = plain_text(outline.title), plain_text(unit)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(book: Workbook, name: str, outline: Outline, unit: str) -> Worksheet:
    """A sheet with its title, the unit and what to do; A4, protected, codes hidden."""
    sheet: Worksheet = book.create_sheet(name)
    for row, text, font in (
        (_TITLE_ROW, outline.title, Font(name=FONT, size=14, bold=True)),
        (_UNIT_ROW, f"{UNIT_LABEL} {unit}", Font(name=FONT, size=13, bold=True)),
        (_HELP_ROW, HELP[name], Font(name=FONT, size=11, italic=True)),
    ):
        cell = put(cell_at(sheet, row, 2), text, font=font, is_boxed=False)
        cell.alignment = Alignment(wrap_text=False, vertical="center")
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.formatCells = False
    _print(sheet, outline, is_wide=name in {FIGURES, MODELS})
    return sheet


def _print(sheet: Worksheet, outline: Outline, *, is_wide: bool) -> None:
    """A4, as wide as the sheet, the row of headings again on each page."""
    sheet.page_setup = PrintPageSetup(sheet, paperSize=9, fitToWidth=1, fitToHeight=0)
    sheet.page_setup.orientation = "landscape" if is_wide else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.6, 0.6, 0.75, 0.75
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.left is not None
    assert footer.right is not None
    footer.left.text, footer.right.text = f"Bản {outline.revision}", "Trang &P/&N"
    sheet.freeze_panes = f"D{_HEAD_ROW + 1}"


def _headings(sheet: Worksheet, columns: Sequence[Column]) -> None:
    """The row of headings, each column's code in the hidden row above, and its width."""
    cell_at(sheet, 1, 1).value = MARK
    sheet.row_dimensions[_HEAD_ROW].height = 34
    for place, (code, heading, width) in enumerate(columns, start=2):
        cell_at(sheet, 1, place).value = plain_text(code)
        head = put(cell_at(sheet, _HEAD_ROW, place), heading, font=Font(name=FONT, size=12, bold=True))
        head.fill = dressing.HEAD
        head.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = width


def _row(sheet: Worksheet, row: int, code: str, texts: Sequence[str]) -> None:
    cell_at(sheet, row, 1).value = plain_text(code)
    for place, text in enumerate(texts, start=2):
        put(cell_at(sheet, row, place), text)


def _figures(sheet: Worksheet, outline: Outline, filled: Filled) -> None:
    columns: list[Column] = [_ORDINAL, ("name", "Chỉ tiêu", 44.0), ("measure", "Đơn vị tính", 13.0)]
    columns.append(("definition", "Cách tính", 40.0))
    columns += [(f"{PERIOD}{each.code}", each.label, 18.0) for each in outline.periods]
    _headings(sheet, [*columns, (NOTE, "Ghi chú", 30.0)])
    known = {(each.indicator, each.period): each for each in filled.figures}
    row, group = _HEAD_ROW, ""
    for ordinal, indicator in enumerate(outline.indicators, start=1):
        if indicator.group != group:
            row, group = row + 1, indicator.group
            _group_row(sheet, row, group, len(columns) + 1)
        row += 1
        _figure_row(sheet, row, ordinal, indicator, outline, known)


def _group_row(sheet: Worksheet, row: int, group: str, width: int) -> None:
    for place in range(2, width + 2):
        text = group if place == len(_ORDINAL) else None
        cell = put(cell_at(sheet, row, place), text, font=Font(name=FONT, size=12, bold=True))
        cell.fill = dressing.GROUP


def _figure_row(
    sheet: Worksheet,
    row: int,
    ordinal: int,
    indicator: Indicator,
    outline: Outline,
    known: dict[tuple[str, str], Figure],
) -> None:
    name = f"   – {indicator.name}" if indicator.part_of else indicator.name
    _row(sheet, row, indicator.code, (str(ordinal), name, indicator.measure, indicator.definition))
    rule = limits_of(indicator, sheet)
    for place, period in enumerate(outline.periods, start=_FIRST_PERIOD):
        cell = cell_at(sheet, row, place)
        _put_figure(cell, indicator, known.get((indicator.code, period.code)))
        rule.add(cell)
    noted = known.get((indicator.code, current_code(outline)))
    put(cell_at(sheet, row, _FIRST_PERIOD + len(outline.periods)), (noted and noted.note) or None, is_open=True)


def _put_figure(cell: Cell, indicator: Indicator, figure: Figure | None) -> None:
    put(cell, None if figure is None else _value_of(figure), is_open=True)
    cell.alignment = Alignment(horizontal="right", vertical="top")
    cell.number_format = "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")


def _value_of(figure: Figure) -> Value:
    """A number as a number while Excel keeps it exactly, else as the text that was written."""
    value = figure.value
    if value is None or figure.about:
        return figure.written or None
    return value if len(value.as_tuple().digits) <= EXACT_DIGITS else vietnamese(Decimal(value))


def _questions(sheet: Worksheet, outline: Outline, filled: Filled) -> None:
    columns: list[Column] = [_ORDINAL, ("clause", "Mục kế hoạch", 13.0), ("text", "Nội dung", 42.0)]
    _headings(sheet, [*columns, (ANSWER, "Trả lời", 80.0)])
    for ordinal, question in enumerate(outline.questions, start=1):
        row = _HEAD_ROW + ordinal
        asked = f"{question.heading}\n{question.text}" if question.heading else question.text
        _row(sheet, row, question.code, (str(ordinal), question.clause, asked))
        put(cell_at(sheet, row, 5), filled.answers.get(question.code), is_open=True)
        sheet.row_dimensions[row].height = _ANSWER_HEIGHT


def _models(sheet: Worksheet, filled: Filled) -> None:
    columns: list[Column] = list(zip(MODEL_COLUMNS, MODEL_HEADINGS, (40.0, 34.0, 26.0, 60.0), strict=True))
    _headings(sheet, [_ORDINAL, *columns])
    for ordinal in range(1, max(MODEL_ROWS, len(filled.exemplars) + _SPARE_MODELS) + 1):
        row = _HEAD_ROW + ordinal
        _row(sheet, row, f"{MODEL}{ordinal}", (str(ordinal),))
        named = filled.exemplars[ordinal - 1] if ordinal <= len(filled.exemplars) else None
        for place, code in enumerate(MODEL_COLUMNS, start=3):
            text = getattr(named, code) if named else ""
            put(cell_at(sheet, row, place), text or None, is_open=True)


def _held(sheet: Worksheet, filled: Filled) -> None:
    _headings(sheet, [_ORDINAL, ("name", "Nội dung", 42.0), (ANSWER, "Trả lời", 60.0)])
    values = {
        "held:manner": MANNER_WORDS[filled.manner] if filled.manner else "",
        "held:on": plain_day(filled.held_on) if filled.held_on else "",
        "held:signer": filled.signer,
    }
    for ordinal, (code, name) in enumerate(HELD_ROWS.items(), start=1):
        row = _HEAD_ROW + ordinal
        _row(sheet, row, code, (str(ordinal), name))
        cell = put(cell_at(sheet, row, 4), values[code] or None, is_open=True)
        if code == "held:on" and filled.held_on:
            cell.value = filled.held_on
        if code == "held:on":
            cell.number_format = "dd/mm/yyyy"
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        if code == "held:manner":
            choice = DataValidation("list", formula1=f'"{",".join(MANNER_WORDS.values())}"', allow_blank=True)
            sheet.add_data_validation(choice)
            choice.add(cell)


def _hidden(sheet: Worksheet, outline: Outline, unit: str, unit_key: str) -> None:
    """What the form is of; a person has no business here."""
    for row, pair in enumerate(identity_of(outline, unit, unit_key), start=1):
        for place, text in enumerate(pair, start=1):
            put(cell_at(sheet, row, place), text, is_boxed=False)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
