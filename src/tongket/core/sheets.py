"""Excel sheets that the product writes: a bold first row that stays in view, words that are never formulas. Pure."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TOP = Alignment(wrap_text=True, vertical="top")


def new_sheet(book: Workbook, title: str, headings: Sequence[str], widths: Sequence[float]) -> WriteOnlyWorksheet:
    """A sheet of a write-only workbook with its first row; widths are in characters, one for each column.

    It prints on A4, across, all columns on one page, the first row on each.
    """
    sheet: Any = book.create_sheet(title)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr = 0, PageSetupProperties(fitToPage=True)
    sheet.append([_heading(sheet, words) for words in headings])
    written: WriteOnlyWorksheet = sheet
    return written


def words_cell(sheet: WriteOnlyWorksheet, words: str) -> Cell:
    """A cell that is text whatever it begins with: `=…` in somebody's words is never a formula."""
    cell: Cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type, cell.alignment = "s", _TOP
    return cell


def _heading(sheet: WriteOnlyWorksheet, words: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, value=words)
    cell.font, cell.alignment = Font(bold=True), _TOP
    return cell
