"""Reads the cells of a workbook as they are stored: shown, computed, merged. In the child only."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import product
from math import isfinite
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tongket.core.text import nfc
from tongket.reading.archive import BROKEN
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reviews.offline.fields import Field, Grid
from tongket.reviews.offline.layout import EXACT_DIGITS
from tongket.reviews.reports.measures import plain

# No form is longer, wider, or has more in a cell.
MOST_ROWS = 5000
MOST_COLUMNS = 120
LONGEST = 40_000


def read_cells(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """The sheets of the workbook; raises Unreadable for one that is broken or holds too much."""
    try:
        shown = load_workbook(io.BytesIO(data), data_only=True)
        typed = load_workbook(io.BytesIO(data), data_only=False)
    except (*BROKEN, SyntaxError, TypeError, AttributeError, IndexError):
        raise refuse("broken") from None
    pairs = [(shown[name], typed[name]) for name in shown.sheetnames if isinstance(shown[name], Worksheet)]
    return tuple(
        Grid(nfc(sheet.title), dict(_fields(sheet, formulas, limits)), sheet.sheet_state != "visible")
        for sheet, formulas in pairs
    )


def _fields(sheet: Worksheet, formulas: Worksheet, limits: Limits) -> Iterator[tuple[tuple[int, int], Field]]:
    if sheet.max_row > limits.lines:
        raise refuse("too-long", wanted=f"{limits.lines} dòng")
    wide = {(area.min_row, area.min_col) for area in sheet.merged_cells.ranges}
    rows, columns = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    for row, column in product(range(1, rows + 1), range(1, columns + 1)):
        shown, is_formula = sheet.cell(row, column), formulas.cell(row, column).data_type == "f"
        if shown.value is not None or is_formula:
            yield (row, column), _field(shown, is_formula=is_formula, is_merged=(row, column) in wide)


def _field(cell: Any, *, is_formula: bool, is_merged: bool) -> Field:  # noqa: ANN401 -- openpyxl gives all sorts
    value, kind = cell.value, cell.data_type
    if value is None:
        return Field("", "formula", is_formula, is_merged)
    if kind == "e":
        return Field(str(value), "error", is_formula, is_merged)
    if isinstance(value, bool):
        return Field("1" if value else "0", "flag", is_formula, is_merged)
    if isinstance(value, int | float) and isfinite(value):
        is_share = "%" in str(cell.number_format)
        typed = plain(Decimal(exact(value)) * 100) if is_share else exact(value)
        return Field(str(typed), "percent" if is_share else "number", is_formula, is_merged)
    if isinstance(value, datetime):
        return Field(value.date().isoformat(), "date", is_formula, is_merged)
    if isinstance(value, date):
        return Field(value.isoformat(), "date", is_formula, is_merged)
    if isinstance(value, time):
        return Field(value.isoformat(), "text", is_formula, is_merged)
    return Field(nfc(str(value))[:LONGEST], "text", is_formula, is_merged)


def exact(value: float) -> str:
    """A number as it was typed: Excel keeps 15 figures, what lies behind them is noise of its storing."""
    if isinstance(value, int):
        return str(value)
    return str(plain(Decimal(f"{value:.{EXACT_DIGITS}g}")))
