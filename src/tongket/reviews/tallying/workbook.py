"""The table of figures as a workbook: one sheet with a line for each indicator, one with a column for each unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("ordinal", "clause", "indicator", "measure", "total", "covered", "missing", "before", "difference")
WIDTHS = (6, 12, 44, 14, 14, 11, 44, 14, 14)
THIN = Side(style="thin", color="827C6F")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD = PatternFill("solid", fgColor="EBE8E0")
GAP = PatternFill("lightUp", fgColor="827C6F")
FIRST_ROW = 4
Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One indicator: `values` are those of the units, in the order of the columns, None where one is missing."""

    clause: str
    name: str
    measure: str
    decimals: int
    total: Decimal | None
    covered: str
    missing: str
    before: Decimal | None
    difference: Decimal | None
    values: Sequence[Decimal | None] = ()


def write_figures(
    lines: Sequence[SheetLine], units: Sequence[str], *, title: str, subtitle: str, words: Mapping[str, str]
) -> bytes:
    """The workbook as a file; numbers stay numbers, what is missing is hatched.

    `words` has what the columns of HEADINGS and the sheets `all` and `by_unit` are called.
    """
    book = Workbook()
    whole = book.worksheets[0]
    whole.title = words["all"]
    _head(whole, title, subtitle, [words[name] for name in HEADINGS], WIDTHS)
    for place, line in enumerate(lines):
        _write(whole, place, [place + 1, *_plain(line)], line.decimals)
    by_unit = book.create_sheet(words["by_unit"])
    names = [words["ordinal"], words["indicator"], words["measure"], words["total"], *units]
    _head(by_unit, title, subtitle, names, (6, 44, 14, 14, *(16 for _ in units)))
    for place, line in enumerate(lines):
        _write(by_unit, place, [place + 1, line.name, line.measure, line.total, *line.values], line.decimals)
    by_unit.freeze_panes = f"E{FIRST_ROW + 1}"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _plain(line: SheetLine) -> list[Value]:
    said = [line.clause, line.name, line.measure, line.total]
    return [*said, line.covered, line.missing, line.before, line.difference]


def _head(sheet: Worksheet, title: str, subtitle: str, names: Sequence[str], widths: Sequence[int]) -> None:
    _put(sheet, 1, 1, title).font = Font(bold=True, size=14)
    _put(sheet, 2, 1, subtitle)
    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = _put(sheet, FIRST_ROW, column, name)
        cell.font, cell.fill, cell.border = Font(bold=True), HEAD, FRAME
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{FIRST_ROW + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{FIRST_ROW}:{FIRST_ROW}"


def _write(sheet: Worksheet, place: int, values: Sequence[Value], decimals: int) -> None:
    form = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    for column, value in enumerate(values, 1):
        cell = _put(sheet, FIRST_ROW + 1 + place, column, value)
        cell.border, cell.alignment = FRAME, Alignment(wrap_text=isinstance(value, str), vertical="top")
        if isinstance(value, Decimal):
            cell.number_format = form
        elif value is None:
            cell.fill = GAP


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Writes a value; words of a unit that begin with `=` stay words."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
