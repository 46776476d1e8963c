"""Figures proposed from tables in a report: a row names the indicator, a column the period. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tongket.core.text import fold
from tongket.reviews.reports.candidates import Candidate
from tongket.reviews.reports.likeness import Wanted, terms_of
from tongket.reviews.reports.measures import dimension_of, in_measure, size_of_measure
from tongket.reviews.reports.numbers import NUMBER, plain_value, scale_of
from tongket.reviews.reports.spans import current_of, period_of_heading
from tongket.reviews.reports.values import Line, Section
from tongket.reviews.values import Indicator, Outline, Period, Place

_LEAST = 0.6
_NAME = re.compile(r"\b(?:chi tieu|noi dung|ten|danh muc|tieu chi|hang muc|cac mat|linh vuc)\b")
_MEASURE = re.compile(r"^(?:dvt|don vi|don vi tinh|dv tinh|dvi tinh)$")
_ORDINAL = re.compile(r"^(?:stt|tt|so tt)$")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A candidate with where it stands in its table: its row, the column, and the columns of names and measures."""

    candidate: Candidate
    row: Line
    place: int
    name_place: int
    measure_place: int | None


def proposed_in_tables(section: Section, wanted: Sequence[Wanted], outline: Outline) -> Iterator[Candidate]:
    """The candidates in the tables of a section."""
    for _block, rows in groupby((line for line in section.lines if line.cells), key=lambda line: line.block):
        yield from (found.candidate for found in figure_cells(list(rows), wanted, outline))


def figure_cells(rows: Sequence[Line], wanted: Sequence[Wanted], outline: Outline) -> Iterator[FigureCell]:
    """The cells of one table, given as its rows, that may be figures."""
    columns = _columns(rows, outline)
    if columns is None:
        return
    for row in rows:
        cells = row.cells
        name = cells[columns.name] if columns.name < len(cells) else ""
        best = _named(name, wanted)
        if best is None:
            continue
        measure = cells[columns.measure] if columns.measure is not None and columns.measure < len(cells) else ""
        yield from (
            FigureCell(candidate, row, place, columns.name, columns.measure)
            for place, candidate in _in_row(row, measure, best, columns.periods)
        )


class _Columns:
    """Which column holds names, measures, and the figures of which period."""

    def __init__(self, name: int, measure: int | None, periods: dict[int, Period]) -> None:
        self.name, self.measure, self.periods = name, measure, periods


def _columns(rows: Sequence[Line], outline: Outline) -> _Columns | None:
    """The columns by the first rows; None for a table that holds no figures of indicators."""
    width = max(len(row.cells) for row in rows)
    name = measure = None
    periods: dict[int, Period] = {}
    for place, cell in [pair for row in rows[:2] for pair in enumerate(row.cells)]:
        said = fold(cell)
        if _MEASURE.match(said):
            measure = place
        elif name is None and _NAME.search(said):
            name = place
        elif not _ORDINAL.match(said) and (period := period_of_heading(cell, outline)):
            periods.setdefault(place, period)
    if name is None:
        name = 1 if width > 2 and _ORDINAL.match(fold(rows[0].cells[0])) else 0
    periods.pop(name, None)
    if not periods and width >= 2 and (current := current_of(outline)):
        last = next((p for p in range(width - 1, name, -1) if any(_value(r, p) for r in rows)), None)
        periods = {} if last is None else {last: current}
    return _Columns(name, measure, periods) if periods else None


def _value(row: Line, place: int) -> bool:
    return place < len(row.cells) and bool(re.match(r"\d", row.cells[place]))


def _named(name: str, wanted: Sequence[Wanted]) -> tuple[float, Indicator] | None:
    """The indicator that a row names, with how well: its words and the row's agree both ways."""
    said = terms_of(name)
    if not said:
        return None
    scored = []
    for each in wanted:
        share = each.share(dict.fromkeys(said, 1.0))
        back = len(said & ({*each.weights} | each.measure)) / len(said)
        scored.append((2 * share * back / (share + back) if share + back else 0.0, each.indicator))
    best = max(scored, key=lambda pair: pair[0])
    return best if best[0] >= _LEAST else None


def _in_row(
    row: Line, measure: str, best: tuple[float, Indicator], periods: dict[int, Period]
) -> Iterator[tuple[int, Candidate]]:
    score, indicator = best
    for place, period in periods.items():
        cell = row.cells[place] if place < len(row.cells) else ""
        match = NUMBER.match(cell)
        value = plain_value(match["digits"]) if match else None
        if match is None or value is None:
            continue
        value *= scale_of(match["scale"], match["scale2"])
        size = size_of_measure(f"{cell[match.end() :]}".strip() or measure, indicator)
        if match["scale"] and dimension_of(indicator)[0] == "money":
            size = None
            made = in_measure(value, indicator)
        else:
            made = value if size is None else in_measure(value * size, indicator)
        yield place, Candidate(
            indicator.code, period.code, made, cell, (match["about"] or "").lower(), row.text,
            Place(row.page, row.block), 0.5 + score / 2,
        )  # fmt: skip
