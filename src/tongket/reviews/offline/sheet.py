"""Writes the outline as an Excel workbook that a unit fills offline. Pure: values in, bytes out.

Each sheet holds the codes of its rows in a hidden first column and those of its columns in a hidden first row, so that
sorted, inserted and renamed rows and columns are still known; a hidden sheet holds revision and unit.
"""

import io
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tongket.reviews.offline.layout import (
    ANSWER,
    EXACT_DIGITS,
    FIGURES,
    HELD,
    HELD_ROWS,
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
)
from tongket.reviews.offline.validating import limits_of
from tongket.reviews.values import Figure, Filled, Indicator, Outline

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL, _GROUP_FILL, _OPEN_FILL = (PatternFill("solid", fgColor=color) for color in ("D9E2EC", "EEF2F6", "FFFDF0"))
_TITLE_ROW, _UNIT_ROW, _HELP_ROW, _HEAD_ROW = 2, 3, 4, 5
_HELP = {
    FIGURES: "Chỉ điền vào ô màu vàng nhạt, theo đúng đơn vị tính của từng dòng. Chưa có số liệu thì để trống; không có thì ghi 0.",
    QUESTIONS: "Trả lời vào ô màu vàng nhạt; mỗi ý một dòng (Alt+Enter để xuống dòng).",
    MODELS: "Mỗi mô hình một dòng.",
    HELD: "Cho biết đơn vị đã tổng kết bằng hình thức nào, ngày nào, ai ký báo cáo.",
}


def write_sheet(outline: Outline, *, unit: str, unit_key: str, known: Filled | None = None) -> bytes:
    """The .xlsx of the outline for one unit; `known` is what stands there already.

    Headings are locked without a password; cells to fill take numbers within their limits only.
    """
    book = Workbook()
    book.remove(book.active)
    filled = known or Filled()
    _figures(_sheet(book, FIGURES, outline, unit), outline, filled)
    _questions(_sheet(book, QUESTIONS, outline, unit), outline, filled)
    _models(_sheet(book, MODELS, outline, unit), filled)
    _held(_sheet(book, HELD, outline, unit), filled)
    _hidden(book.create_sheet(HIDDEN), outline, unit, unit_key)
    book.properties.title, book.properties.creator = _text(outline.title), _text(unit)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _sheet(book: Workbook, name: str, outline: Outline, unit: str) -> Worksheet:
    """A sheet with its title, the unit and what to do; A4, protected, codes hidden."""
    sheet = book.create_sheet(name)
    for row, text, font in (
        (_TITLE_ROW, outline.title, Font(name=_FONT, size=14, bold=True)),
        (_UNIT_ROW, f"Đơn vị: {unit}", Font(name=_FONT, size=13, bold=True)),
        (_HELP_ROW, _HELP[name], Font(name=_FONT, size=11, italic=True)),
    ):
        _put(sheet.cell(row, 2), text, font=font, is_boxed=False)
        sheet.cell(row, 2).alignment = Alignment(wrap_text=False, vertical="center")
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.formatCells = False
    _print(sheet, name, outline)
    return sheet


def _print(sheet: Worksheet, name: str, outline: Outline) -> None:
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if name in {FIGURES, MODELS} else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.6, 0.6, 0.75, 0.75
    sheet.oddFooter.left.text = f"Bản {outline.revision}"
    sheet.oddFooter.right.text = "Trang &P/&N"
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 4)


def _put(cell: Cell, value: object, *, font: Font | None = None, is_boxed: bool = True, is_open: bool = False) -> Cell:
    """Writes a value in our dress; text stays text whatever it begins with."""
    cell.value = _text(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font = font or Font(name=_FONT, size=12)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=not is_open)
    if is_boxed:
        cell.border = _BOX
    if is_open:
        cell.fill = _OPEN_FILL
    return cell


def _headings(sheet: Worksheet, columns: list[tuple[str, str, float]]) -> None:
    """The row of headings, each column's code in the hidden row above, and its width."""
    for place, (code, heading, width) in enumerate(columns, start=2):
        sheet.cell(1, place).value = code
        head = _put(sheet.cell(_HEAD_ROW, place), heading, font=Font(name=_FONT, size=12, bold=True))
        head.fill, head.alignment = _HEAD_FILL, Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.cell(1, 1).value = MARK


def _figures(sheet: Worksheet, outline: Outline, filled: Filled) -> None:
    columns = [
        ("ordinal", "STT", 6.0),
        ("name", "Chỉ tiêu", 44.0),
        ("measure", "Đơn vị tính", 13.0),
        ("definition", "Cách tính", 40.0),
    ]
    columns += [(f"{PERIOD}{each.code}", each.label, 18.0) for each in outline.periods]
    _headings(sheet, [*columns, (NOTE, "Ghi chú", 30.0)])
    known = {(each.indicator, each.period): each for each in filled.figures}
    current = [each.code for each in outline.periods if each.is_current] or [each.code for each in outline.periods[-1:]]
    row, group = _HEAD_ROW, ""
    for ordinal, indicator in enumerate(outline.indicators, start=1):
        if indicator.group != group:
            row, group = row + 1, indicator.group
            _group_row(sheet, row, group, len(columns) + 1)
        row += 1
        sheet.cell(row, 1).value = indicator.code
        part = "   – " if indicator.part_of else ""
        for place, text in enumerate(
            (str(ordinal), part + indicator.name, indicator.measure, indicator.definition), start=2
        ):
            _put(sheet.cell(row, place), text)
        for place, period in enumerate(outline.periods, start=6):
            _put_figure(sheet.cell(row, place), indicator, known.get((indicator.code, period.code)))
            limits_of(indicator, sheet).add(sheet.cell(row, place))
        noted = known.get((indicator.code, current[0])) if current else None
        _put(sheet.cell(row, 6 + len(outline.periods)), noted.note if noted and noted.note else None, is_open=True)


def _group_row(sheet: Worksheet, row: int, group: str, width: int) -> None:
    for place in range(2, width + 2):
        cell = _put(sheet.cell(row, place), group if place == 3 else None, font=Font(name=_FONT, size=12, bold=True))
        cell.fill = _GROUP_FILL


def _put_figure(cell: Cell, indicator: Indicator, figure: Figure | None) -> None:
    """A number as a number while Excel keeps it exactly, else as the text that was written."""
    value: object = None
    if figure is not None:
        if figure.value is not None and not figure.about and len(figure.value.as_tuple().digits) <= EXACT_DIGITS:
            value = figure.value
        elif figure.written or figure.value is not None:
            value = figure.written or format(figure.value or Decimal(), "f").replace(".", ",")
    _put(cell, value, is_open=True)
    cell.alignment = Alignment(horizontal="right", vertical="top")
    cell.number_format = "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")


def _questions(sheet: Worksheet, outline: Outline, filled: Filled) -> None:
    _headings(
        sheet,
        [
            ("ordinal", "STT", 6.0),
            ("clause", "Mục kế hoạch", 13.0),
            ("text", "Nội dung", 42.0),
            (ANSWER, "Trả lời", 80.0),
        ],
    )
    for ordinal, question in enumerate(outline.questions, start=1):
        row = _HEAD_ROW + ordinal
        sheet.cell(row, 1).value = question.code
        asked = f"{question.heading}\n{question.text}" if question.heading else question.text
        for place, text in enumerate((str(ordinal), question.clause, asked), start=2):
            _put(sheet.cell(row, place), text)
        _put(sheet.cell(row, 5), filled.answers.get(question.code), is_open=True)
        sheet.row_dimensions[row].height = 120


def _models(sheet: Worksheet, filled: Filled) -> None:
    columns = list(zip(MODEL_COLUMNS, MODEL_HEADINGS, (40.0, 34.0, 26.0, 60.0), strict=True))
    _headings(sheet, [("ordinal", "STT", 6.0), *columns])
    for ordinal in range(1, max(MODEL_ROWS, len(filled.exemplars) + 10) + 1):
        row = _HEAD_ROW + ordinal
        sheet.cell(row, 1).value = f"{MODEL}{ordinal}"
        _put(sheet.cell(row, 2), str(ordinal))
        named = filled.exemplars[ordinal - 1] if ordinal <= len(filled.exemplars) else None
        for place, code in enumerate(MODEL_COLUMNS, start=3):
            _put(sheet.cell(row, place), (getattr(named, code) or None) if named else None, is_open=True)


def _held(sheet: Worksheet, filled: Filled) -> None:
    _headings(sheet, [("ordinal", "STT", 6.0), ("name", "Nội dung", 42.0), (ANSWER, "Trả lời", 60.0)])
    values: dict[str, str | date | None] = {
        "held:manner": MANNER_WORDS[filled.manner] if filled.manner else None,
        "held:on": filled.held_on,
        "held:signer": filled.signer or None,
    }
    for ordinal, (code, name) in enumerate(HELD_ROWS.items(), start=1):
        row = _HEAD_ROW + ordinal
        sheet.cell(row, 1).value = code
        _put(sheet.cell(row, 2), str(ordinal))
        _put(sheet.cell(row, 3), name)
        cell = _put(sheet.cell(row, 4), values[code], is_open=True)
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        if code == "held:on":
            cell.number_format = "dd/mm/yyyy"
        if code == "held:manner":
            choice = DataValidation("list", formula1=f'"{",".join(MANNER_WORDS.values())}"', allow_blank=True)
            sheet.add_data_validation(choice)
            choice.add(cell)


def _hidden(sheet: Worksheet, outline: Outline, unit: str, unit_key: str) -> None:
    """What the form is of; a person has no business here."""
    rows = [("form", MARK), ("revision", str(outline.revision)), ("unit", unit_key), ("unit_name", unit)]
    for number, (name, value) in enumerate(rows, start=1):
        for place, text in enumerate((name, value), start=1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type = _text(text), "s"
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
