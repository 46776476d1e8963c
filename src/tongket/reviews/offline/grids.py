"""A sheet or a table of a form read by its codes: where its rows and columns are, whatever was moved. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from tongket.core.text import clean, fold_tones
from tongket.reviews.offline.fields import Field, Grid
from tongket.reviews.offline.layout import ANSWER, MODEL, MODEL_COLUMNS, MODEL_HEADINGS, NOTE, PERIOD
from tongket.reviews.values import Outline

_WORDS = {
    "chỉ tiêu": "name",
    "đơn vị tính": "measure",
    "cách tính": "definition",
    "ghi chú": NOTE,
    "trả lời": ANSWER,
    "stt": "ordinal",
    "nội dung": "text",
    "mục kế hoạch": "clause",
    **dict(zip(MODEL_HEADINGS, MODEL_COLUMNS, strict=True)),
}
_LABELS = {fold_tones(label): code for label, code in _WORDS.items()}
_KNOWN = {"ordinal", "name", "measure", "definition", "clause", "text", NOTE, ANSWER, *MODEL_COLUMNS}


@dataclass(frozen=True, slots=True)
class Found:
    """A grid with what its rows and columns are: codes by row number and by column number, and the rows of headings."""

    grid: Grid
    rows: Mapping[int, str]
    columns: Mapping[int, str]
    head: int

    def row(self, number: int) -> dict[str, Field]:
        """The fields of one row by the codes of their columns; of two of one code the one that is filled."""
        fields: dict[str, Field] = {}
        for (row, column), field in self.grid.cells.items():
            if row == number and column in self.columns:
                fields.setdefault(self.columns[column], field)
        return fields

    def strays(self, number: int) -> dict[int, Field]:
        """The fields of a row in columns that nobody knows, but for that of the codes."""
        return {
            column: field
            for (row, column), field in self.grid.cells.items()
            if row == number and column not in self.columns and field.value not in self.rows.values()
        }

    def place(self, number: int, code: str) -> str:
        """The address of a cell, `Số liệu!E7`."""
        column = next((place for place, each in self.columns.items() if each == code), 1)
        return f"{self.grid.name}!{get_column_letter(column)}{number}"

    def numbers(self) -> list[int]:
        """The rows below the headings that hold something, in order."""
        return sorted({row for row, _column in self.grid.cells if row > self.head})


def found_in(grid: Grid, outline: Outline, codes: frozenset[str]) -> Found | None:
    """The grid by its codes, None where it holds nothing of a form.

    The column of codes is the one that holds most of them, the row of codes alike; where they were deleted, headings
    are known by their words.
    """
    head, columns = _columns(grid, outline)
    if not columns:
        return None
    by_column: dict[int, dict[int, str]] = {}
    for (row, column), field in grid.cells.items():
        value = field.value.strip()
        if value in codes or value.startswith(MODEL):
            by_column.setdefault(column, {})[row] = value
    place = max(by_column, key=lambda column: len(by_column[column]), default=None)
    return Found(grid, by_column[place] if place is not None else {}, columns, head)


def _columns(grid: Grid, outline: Outline) -> tuple[int, dict[int, str]]:
    """The last row of headings, and the columns' codes."""
    labels = _LABELS | {fold_tones(period.label): f"{PERIOD}{period.code}" for period in outline.periods}
    coded: dict[int, dict[int, str]] = {}
    labelled: dict[int, dict[int, str]] = {}
    for (row, column), field in grid.cells.items():
        text = clean(field.value)
        if text in _KNOWN or text.startswith(PERIOD):
            coded.setdefault(row, {})[column] = text
        elif (key := fold_tones(text)) in labels:
            labelled.setdefault(row, {})[column] = labels[key]
    best = max(coded, key=lambda row: len(coded[row]), default=None)
    said = max(labelled, key=lambda row: len(labelled[row]), default=None)
    if best is not None and len(coded[best]) >= 1 and _is_form(coded[best].values()):
        rest = labelled.get(said, {}) if said is not None else {}
        return max(best, said or 0), rest | coded[best]
    if said is not None and _is_form(labelled[said].values()):
        return said, labelled[said]
    return 0, {}


def _is_form(codes: Iterable[str]) -> bool:
    """Whether these columns are to be filled in: figures, answers or models."""
    said = set(codes)
    return bool(said & {ANSWER, "owner"}) or any(code.startswith(PERIOD) for code in said)
