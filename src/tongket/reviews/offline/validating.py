"""What a cell for figures takes: numbers of the indicator's nature within its limits. Pure."""

from decimal import Decimal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tongket.reviews.values import Indicator

_MOST = Decimal(10**15)


def limits_of(indicator: Indicator, sheet: Worksheet) -> DataValidation:
    """The validation for this nature and these limits, one for all cells of the sheet that share them."""
    least = indicator.minimum if indicator.minimum is not None else -_MOST
    most = indicator.maximum if indicator.maximum is not None else _MOST
    kind = "decimal" if indicator.decimals else "whole"
    message = _message(indicator)
    for each in sheet.data_validations.dataValidation:
        if (each.type, each.formula1, each.formula2, each.error) == (kind, f"{least:f}", f"{most:f}", message):
            return each
    made = DataValidation(kind, operator="between", formula1=f"{least:f}", formula2=f"{most:f}", allow_blank=True)
    made.errorTitle, made.error, made.showErrorMessage = "Số chưa đúng", message, True
    sheet.add_data_validation(made)
    return made


def _message(indicator: Indicator) -> str:
    """What is wanted, in fewer than the 255 signs that Excel shows."""
    sort = "số (phần lẻ sau dấu phẩy)" if indicator.decimals else "số nguyên"
    parts = [f"Cần {sort}, tính bằng {indicator.measure}" if indicator.measure else f"Cần {sort}"]
    if indicator.minimum is not None:
        parts.append(f"từ {_shown(indicator.minimum)}")
    if indicator.maximum is not None:
        parts.append(f"đến {_shown(indicator.maximum)}")
    return f"{', '.join(parts)}. Ghi chữ (“gần”, “hơn”…) ở cột Ghi chú."[:250]


def _shown(value: Decimal) -> str:
    return format(value.normalize(), "f").replace(".", ",")
