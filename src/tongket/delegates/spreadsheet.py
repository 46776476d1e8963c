"""The list of delegates as an Excel workbook, in the order of introduction."""

import io

from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook

from tongket.core.sheets import new_sheet, words_cell
from tongket.delegates.queries.groups import Attendance, Group, Row
from tongket.delegates.queries.places import Gap, places_of
from tongket.delegates.rules import Answer
from tongket.delegates.wording import NOBODY_NAMED, NOBODY_SENT, answer_in_words, part_in_words, reason_in

WIDTHS = (6, 12, 30, 34, 46, 16, 24, 30, 16)


def workbook_of(attendance: Attendance) -> bytes:
    """The bytes of the .xlsx, in Vietnamese; a place that a unit named nobody for has a row without a name."""
    with translation.override("vi"):
        book = Workbook(write_only=True)
        sheet = new_sheet(book, _("Đại biểu"), headings(), WIDTHS)
        rows = [_row(group, place) for group in attendance.groups for place in places_of(group)]
        for number, values in enumerate(rows, 1):
            sheet.append([number, *(words_cell(sheet, words) for words in values)])
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def headings() -> list[str]:
    """The columns, in their order."""
    return [
        _("STT"),
        _("Mục"),
        _("Họ tên"),
        _("Chức vụ"),
        _("Đơn vị"),
        _("Việc"),
        _("Trả lời"),
        _("Lý do vắng"),
        _("Điện thoại"),
    ]


def _row(group: Group, place: Row | Gap) -> tuple[str, ...]:
    if isinstance(place, Gap):
        said, reason = (NOBODY_SENT, reason_in(place.sender.note)) if place.is_unsent else (NOBODY_NAMED, "")
        return group.clause, "", "", place.sender.name, "", said, reason, ""
    one = place.delegate
    part = part_in_words(one.part, place.speaks)
    answer = answer_in_words(Answer(one.answer), is_substitute=place.is_substitute)
    return group.clause, one.called, one.post, place.body, part, answer, one.reason, one.phone
