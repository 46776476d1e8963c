"""Forms as units send them back: written, opened, changed, saved."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.factories.outlines import sample_outline
from tongket.core.findings import Finding
from tongket.reading.limits import DEFAULT
from tongket.reviews.offline.cells import read_cells
from tongket.reviews.offline.reading import understood
from tongket.reviews.offline.sheet import write_sheet
from tongket.reviews.rules import Manner
from tongket.reviews.values import Figure, Filled, Named

ASKED = {"sessions", "attendees", "land", "roads", "money", "jobs", "cultured"}
_WHOLE = sample_outline()
OUTLINE = replace(_WHOLE, indicators=tuple(each for each in _WHOLE.indicators if each.code in ASKED))
UNIT, UNIT_KEY = "UBMTTQ Việt Nam xã Tam Thăng", "tam-thang"
KNOWN = Filled(
    UNIT_KEY,
    OUTLINE.revision,
    {"results": "Kết quả tốt.\n- Ý hai\n=SUM(A1)", "lessons": "Một là, lấy dân làm gốc."},
    (
        Figure("sessions", "all", Decimal(48), "48"),
        Figure("land", "2023", Decimal("820.5"), "820,5"),
        Figure("land", "all", Decimal("5640.5"), "5.640,5"),
        Figure("money", "all", Decimal("1234567890123.4"), "1.234.567.890.123,4", note="có 2 đợt"),
    ),
    (Named("Hẻm xanh không rác", "Hội LHPN", "khối phố 4", "giúp 3 hộ"),),
    Manner.MEETING,
    date(2024, 10, 14),
    "Nguyễn Văn Lành, Chủ tịch",
)


def sheet_row(sheet: Worksheet, code: str) -> int:
    """The row of a code."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == code)


def changed(change: Callable[[Workbook], None], known: Filled | None = None) -> bytes:
    """The workbook as a person saved it after `change`."""
    book = load_workbook(io.BytesIO(write_sheet(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=known)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_changed(change: Callable[[Workbook], None], known: Filled | None = None) -> tuple[Filled, tuple[Finding, ...]]:
    """What is read in the workbook after `change`."""
    read = understood(read_cells(changed(change, known), DEFAULT), OUTLINE, is_sheet=True)
    assert read is not None
    return read
