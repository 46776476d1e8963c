"""The register of outgoing documents as an Excel workbook, with the ten columns of the official one."""

import io
from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from tongket.core.sheets import new_sheet, words_cell
from tongket.documents.models import Entry

DAY = "dd/mm/yyyy"
WIDTHS = (16, 12, 60, 24, 50, 24, 10, 12, 20, 30)


def register_workbook(entries: Iterable[Entry], *, title: str) -> bytes:
    """The bytes of the .xlsx, in Vietnamese; dates are dates, words are words whatever they begin with.

    Columns: Decree 30/2020, Annex IV, the register of outgoing documents.
    """
    with translation.override("vi"):
        book = Workbook(write_only=True)
        sheet = new_sheet(book, title, headings(), WIDTHS)
        for entry in entries:
            sheet.append(_row(sheet, entry))
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def headings() -> list[str]:
    """The columns of the register, in their order."""
    return [
        _("Số, ký hiệu văn bản"),
        _("Ngày tháng văn bản"),
        _("Tên loại và trích yếu nội dung văn bản"),
        _("Người ký"),
        _("Nơi nhận văn bản"),
        _("Đơn vị, người nhận bản lưu"),
        _("Số lượng bản"),
        _("Ngày chuyển"),
        _("Ký nhận"),
        _("Ghi chú"),
    ]


def _row(sheet: WriteOnlyWorksheet, entry: Entry) -> list[Cell]:
    note = f"{_('Đã hủy.')} {entry.note}" if entry.is_cancelled else entry.note
    return [
        words_cell(sheet, str(entry)),
        _day(sheet, entry.dated_on),
        words_cell(sheet, entry.about),
        *(words_cell(sheet, words) for words in (entry.signer, entry.recipients, entry.kept_by)),
        WriteOnlyCell(sheet, value=entry.copies),
        _day(sheet, entry.handed_over_on),
        *(words_cell(sheet, words) for words in (entry.received_by, note)),
    ]


def _day(sheet: WriteOnlyWorksheet, day: object) -> Cell:
    cell: Cell = WriteOnlyCell(sheet)
    cell.number_format = DAY
    cell.value = day  # type: ignore[assignment]
    return cell
