"""The figures of a conference as .xlsx: a line for each indicator, a column for each unit."""

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from tongket.synthesis.composing.values import Total

HEADING = ("Mục", "Chỉ tiêu", "Đơn vị tính", "Tổng", "Số đơn vị có số liệu", "Phải có", "Kỳ trước")


def sheet_of(totals: Sequence[Total]) -> bytes:
    """The workbook; numbers are numbers, words that would be formulas are words."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Số liệu"
    units = list(dict.fromkeys(share.unit_name for total in _all(totals) for share in total.shares))
    sheet.append([*HEADING, *units])
    for total in _all(totals):
        given = {share.unit_name: share.value for share in total.shares}
        told = total.indicator
        before = total.before.value if total.before else None
        start = (told.clause, told.name, told.measure, total.value, total.number, total.expected, before)
        sheet.append([*start, *(given.get(unit) for unit in units)])
    for cell in sheet[1]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for row in sheet.iter_rows(min_row=2, max_col=3):
        for cell in row:
            cell.data_type = "s" if cell.value else cell.data_type
    sheet.column_dimensions["B"].width = 42
    sheet.freeze_panes = "D2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _all(totals: Sequence[Total]) -> Iterator[Total]:
    for total in totals:
        yield total
        yield from total.parts
