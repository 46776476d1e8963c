"""How a cell of the issued workbook looks, and what may be typed into it. Pure."""

from decimal import Decimal

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tongket.reviews.values import Indicator

FONT = "Times New Roman"
HEAD, GROUP, OPEN = (PatternFill("solid", fgColor=color) for color in ("D9E2EC", "EEF2F6", "FFFDF0"))
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MOST = Decimal(10**15)
# Excel shows no more of a warning.
_LONGEST = 250
Value = str | Decimal | int | None


def plain_text(text: str) -> str:
    """The text without the control characters that no workbook may hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell; the workbook is ours and merges none."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put(cell: Cell, value: Value, *, font: Font | None = None, is_boxed: bool = True, is_open: bool = False) -> Cell:
    """Writes a value in our dress; text stays text whatever it begins with. An open cell is one to fill in."""
    cell.value = plain_text(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font = font or Font(name=FONT, size=12)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=not is_open)
    if is_boxed:
        cell.border = _BOX
    if is_open:
        cell.fill = OPEN
    return cell


def limits_of(indicator: Indicator, sheet: Worksheet) -> DataValidation:
    """What a cell for this indicator takes, one rule for all cells of the sheet that share it."""
    least = indicator.minimum if indicator.minimum is not None else -_MOST
    most = indicator.maximum if indicator.maximum is not None else _MOST
    message = _message(indicator)
    wanted = ("decimal" if indicator.decimals else "whole", f"{least:f}", f"{most:f}", message)
    for each in sheet.data_validations.dataValidation:
        if (each.type, each.formula1, each.formula2, each.error) == wanted:
            known: DataValidation = each
            return known
    made = DataValidation("decimal", operator="between", formula1=wanted[1], formula2=wanted[2], allow_blank=True)
    made.type = "decimal" if indicator.decimals else "whole"
    made.errorTitle, made.error, made.showErrorMessage = "Số chưa đúng", message, True
    sheet.add_data_validation(made)
    return made


def _message(indicator: Indicator) -> str:
    sort = "số (phần lẻ sau dấu phẩy)" if indicator.decimals else "số nguyên"
    parts = [f"Cần {sort}, tính bằng {indicator.measure}" if indicator.measure else f"Cần {sort}"]
    if indicator.minimum is not None:
        parts.append(f"từ {_shown(indicator.minimum)}")
    if indicator.maximum is not None:
        parts.append(f"đến {_shown(indicator.maximum)}")
    return f"{', '.join(parts)}. Ghi chữ (“gần”, “hơn”…) ở cột Ghi chú."[:_LONGEST]


def _shown(value: Decimal) -> str:
    return format(value.normalize(), "f").replace(".", ",")
