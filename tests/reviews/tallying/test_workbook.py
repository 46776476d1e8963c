"""The table of figures as a workbook: numbers stay numbers, words stay words, gaps are hatched."""

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tongket.reviews.tallying.workbook import HEADINGS, SheetLine, write_figures

WORDS = {"all": "Tổng hợp", "by_unit": "Theo đơn vị", **{name: name for name in HEADINGS}}


def opened(*lines: SheetLine, units: tuple[str, ...] = ()) -> Workbook:
    return load_workbook(BytesIO(write_figures(lines, units, title="Số liệu", subtitle="2024", words=WORDS)))


def line(total: str | None, *values: str | None, decimals: int = 1, name: str = "Đất hiến") -> SheetLine:
    numbers = [None if value is None else Decimal(value) for value in (total, *values)]
    return SheetLine("III.2/6", name, "m²", decimals, numbers[0], "9/13", "An Sơn", None, None, numbers[1:])


def test_numbers_keep_their_decimals_and_gaps_are_hatched() -> None:
    whole = opened(line("3960.5")).worksheets[0]

    assert (whole["E5"].value, whole["E5"].number_format) == (3960.5, "#,##0.0")
    assert whole["H5"].fill.patternType == "lightUp"
    assert whole["A5"].value == 1


def test_every_unit_has_a_column() -> None:
    by_unit = opened(line("12", "5", None, decimals=0), units=("An Mỹ", "An Sơn")).worksheets[1]

    assert [cell.value for cell in by_unit[4]] == ["ordinal", "indicator", "measure", "total", "An Mỹ", "An Sơn"]
    assert [cell.value for cell in by_unit[5]] == [1, "Đất hiến", "m²", 12, 5, None]
    assert by_unit["F5"].fill.patternType == "lightUp"


def test_words_that_look_like_a_formula_stay_words() -> None:
    whole = opened(line("1", name="=1+1")).worksheets[0]

    assert (whole["C5"].value, whole["C5"].data_type) == ("=1+1", "s")
