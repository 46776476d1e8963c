"""The last row of a table that says "Tổng cộng" is the sum of the rows above it. Arithmetic."""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, fold
from tongket.papers.checks.sight import Sight
from tongket.reading.manuscript.values import Table

_TOTAL = re.compile(r"^(?:tong|tong cong|tong so|cong|toan xa|toan phuong|toan thanh pho)\s*:?$")
_FIGURE = re.compile(r"^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$")
# Ordinals of groups and parts of groups: then some rows are sums of others.
_GROUPED = re.compile(r"^(?:[IVX]+|[A-Da-d]|\d+\.\d+)\.?$|^[-–+]|trong do", re.IGNORECASE)
# Shares and averages are not added up.
_NOT_ADDED = re.compile(r"%|ty le|binh quan|trung binh|stt|tt|nam|don gia|muc")
_LEAST_ROWS = 2
_ROUNDING = 0.005


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each column whose last figure is not the sum of those above it."""
    tables = ((place, block) for place, block in enumerate(sight.manuscript.blocks) if isinstance(block, Table))
    return tuple(
        _finding(sight, place, total, summed) for place, table in tables for total, summed in _wrong_sums(table)
    )


def _wrong_sums(table: Table) -> Iterator[tuple[str, float]]:
    rows = [tuple(clean(" ".join(part.text for part in cell.paragraphs)) for cell in row) for row in table.rows]
    is_plain = all(cell.across == cell.down == 1 for row in table.rows for cell in row)
    if len(rows) < _LEAST_ROWS + 2 or not is_plain or len({len(row) for row in rows}) != 1:
        return
    head, *middle, last = rows
    ordinals = [fold(cell) for row in middle for cell in row[:2]]
    if not any(_TOTAL.match(fold(cell)) for cell in last[:2]) or any(map(_GROUPED.search, ordinals)):
        return
    for name, total, *cells in zip(head, last, *middle, strict=True):
        is_added = not _NOT_ADDED.search(fold(name)) and all(map(_FIGURE.match, (total, *cells)))
        summed = sum(map(_number, cells)) if is_added else 0.0
        if is_added and abs(summed - _number(total)) > _ROUNDING * len(cells):
            yield total, summed


def _number(cell: str) -> float:
    return float(cell.replace(".", "").replace(",", "."))


def _finding(sight: Sight, block: int, total: str, summed: float) -> Finding:
    return Finding(
        "table-sum",
        Level.ADVICE,
        found=words("Dòng tổng ghi {total}, cộng các dòng trên được {summed}."),
        wanted=words("Dòng tổng bằng các dòng trên cộng lại."),
        where=sight.where(block),
        todo=words("Cộng lại, sửa dòng tổng hoặc dòng sai."),
        quote=total,
        values={**sight.values(block), "total": total, "summed": float(summed)},
    )
