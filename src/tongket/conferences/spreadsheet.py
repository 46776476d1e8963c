"""The duties of a conference as an Excel workbook: one sheet of duties, one of units × kinds."""

import io
from collections.abc import Mapping
from datetime import date

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from tongket.conferences.kinds import KINDS, ORDER
from tongket.conferences.models import Conference
from tongket.conferences.queries.board import Board, board_of, by_kind
from tongket.core.sheets import new_sheet, words_cell

DAY = "d/m/yyyy"


def workbook_of(conference: Conference, *, today: date) -> bytes:
    """The bytes of the .xlsx, in Vietnamese; dates are dates, so that Excel sorts them."""
    with translation.override("vi"):
        return _workbook(conference, today)


def _workbook(conference: Conference, today: date) -> bytes:
    board = board_of(conference, today=today)
    book = Workbook(write_only=True)
    moments = conference.duties.filter(handed_in_at__isnull=False).values_list("pk", "handed_in_at")
    _duties_sheet(book, board, {pk: timezone.localtime(moment).date() for pk, moment in moments if moment})
    _matrix_sheet(book, board)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _name(board: Board, unit_id: int | None, printed: str) -> str:
    return board.units[unit_id].name if unit_id in board.units else printed


def _duties_sheet(book: Workbook, board: Board, sent_on: Mapping[int, date]) -> None:
    headings = [
        _("Mục"),
        _("Phần việc"),
        _("Đơn vị"),
        _("Nội dung"),
        _("Hạn"),
        _("Trạng thái"),
        _("Ngày gửi"),
        _("Trễ (ngày)"),
    ]
    sheet = new_sheet(book, _("Phần việc"), headings, [10, 26, 46, 70, 12, 18, 12, 10])
    for row in board.rows:
        due, sent = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
        due.number_format = sent.number_format = DAY
        due.value, sent.value = row.due_on, sent_on.get(row.id)
        label = _(KINDS[row.kind].label) if row.kind in KINDS else row.kind
        name, words = _name(board, row.unit_id, row.unit_name), row.shown.words
        texts = (words_cell(sheet, text) for text in (row.clause, str(label), name, row.text))
        sheet.append([*texts, due, words, sent, row.late or None])


def _matrix_sheet(book: Workbook, board: Board) -> None:
    kinds = list(by_kind(board.rows, ORDER))
    headings = [_("Đơn vị"), *(str(_(KINDS[kind].heading)) if kind in KINDS else kind for kind in kinds)]
    sheet = new_sheet(book, _("Đơn vị và phần việc"), headings, [46, *(18 for _kind in kinds)])
    owed: dict[tuple[int | None, str], dict[str, list[str]]] = {}
    for row in board.rows:
        cells = owed.setdefault((row.unit_id, _name(board, row.unit_id, row.unit_name)), {})
        cells.setdefault(row.kind, []).append(row.shown.words)
    for (_unit_id, name), cells in owed.items():
        sheet.append([words_cell(sheet, name), *("; ".join(cells.get(kind, [])) for kind in kinds)])
