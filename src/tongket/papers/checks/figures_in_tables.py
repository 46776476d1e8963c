"""Figures in the tables of a paper, where row, column and measure leave no doubt what they count. Pure.

A row names the indicator, its column the period. Whatever else a row, a column, the line above the table or the rows
above say makes it a part, another's or another time's, and then nothing is compared.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tongket.core.text import fold
from tongket.papers.checks.above_tables import above_of_whole
from tongket.papers.checks.beside_review import Compared, agree, figure_of
from tongket.papers.checks.sight import Sight
from tongket.papers.checks.speaking_of import Said, is_of_whole, tells_of_less
from tongket.reading.manuscript.values import Table
from tongket.reviews.reports.likeness import Wanted, told
from tongket.reviews.reports.lines import marked
from tongket.reviews.reports.measures import dimension_of, in_measure, size_of_measure
from tongket.reviews.reports.numbers import Number, numbers_in
from tongket.reviews.reports.tables import FigureCell, figure_cells
from tongket.reviews.reports.values import Line, Section
from tongket.reviews.values import Indicator, Period, Reported

# A row's words must say what the indicator's name says, and hardly anything else.
_LEAST = 0.9
# What a column may be called that tells of nothing but the whole: `Kết quả đến nay`, `Tổng số`, `Năm 2024`.
_PLAIN = frozenset(
    [
        *("ket", "qua", "so", "luong", "lieu", "tong", "cong", "thuc", "hien", "dat", "duoc", "nam", "tu", "khi"),
        *("phat", "dong", "den", "nay", "luy", "ke", "ca", "giai", "doan"),
    ]
)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What stands in brackets and has a number of its own is no measure: `(2017-2024)`, `(Nghị quyết 12)`.
_DATED = re.compile(r"\d(?<![mM]2)")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A cell as it would be said: what its row counts, its words, its only number, its measure, what stands above."""

    label: str
    words: str
    number: Number
    measure: str
    above: tuple[str, ...]

    @property
    def said(self) -> Said:
        """As a sentence."""
        begin = len(self.label) + 2
        sentence = f"{self.label}: {self.words} {self.measure.lower()}".strip()
        return Said(sentence, begin + self.number.begin, begin + self.number.end, self.above, "")


def compared_in_tables(
    sight: Sight,
    section: Section,
    around: Sequence[str],
    wanted: Sequence[Wanted],
    reported: Reported,
    asked: Collection[str],
) -> Iterator[Compared]:
    """The figures in the tables of a section that speak of the whole unit, beside those of its review.

    `around` are the headings that the section's own stands below.
    """
    for rows, above in _tables_of_whole(sight, section, around):
        cells = list(figure_cells(rows, wanted, reported.outline))
        strangers = [row for row in rows[1:] if not any(row is found.row for found in cells)]
        spoken = ((found, _spoken(found, rows, strangers, above)) for found in cells)
        yield from (
            compared for found, said in spoken if said for compared in _beside(sight, found, said, reported, asked)
        )


def _tables_of_whole(
    sight: Sight, section: Section, around: Sequence[str]
) -> Iterator[tuple[list[Line], tuple[str, ...]]]:
    """The tables of a section as rows, each with what stands above it, where that names nothing but the whole."""
    for block, lines in groupby((line for line in section.lines if line.cells), key=lambda line: line.block):
        above = above_of_whole(sight, section, around, block)
        if above is not None and _is_plain_table(sight, block):
            yield list(lines), above


def _is_plain_table(sight: Sight, block: int) -> bool:
    """Below a cell that covers several rows the columns of the next ones are not known."""
    table = sight.manuscript.blocks[block]
    return isinstance(table, Table) and all(cell.down == 1 for row in table.rows for cell in row)


def _spoken(
    found: FigureCell, rows: Sequence[Line], strangers: Sequence[Line], above: tuple[str, ...]
) -> _Spoken | None:
    """The cell as it would be said; None where row, column or cell say more than a figure of the whole."""
    cells, words = found.row.cells, found.row.cells[found.place]
    numbers = numbers_in(words)
    heading = _heading(rows, found)
    if len(cells) != len(rows[0].cells) or len(numbers) != 1 or not _is_plain(heading) or _is_grouped(rows, found):
        return None
    number = numbers[0]
    before, after = words[: number.begin].strip(), words[number.end :].strip()
    if before.lower() not in {"", number.about} or (_YEAR.fullmatch(words) and not after):
        return None
    label = marked(cells[found.name_place])[1]
    column = cells[found.measure_place] if found.measure_place is not None else ""
    measures = [each for each in (after, column, _in_brackets(label), _measure_of(heading)) if each]
    if len({told(each) or each for each in measures if not _DATED.search(each)}) > 1:
        return None
    measure = next(iter(measures), "")
    return _Spoken(
        _BRACKETS.sub("", label).rstrip(" :"),
        words[: number.end],
        number,
        measure,
        (*above, *_labels_above(strangers, rows, found), heading),
    )


def _heading(rows: Sequence[Line], found: FigureCell) -> str:
    """What the first rows say above the cell's column, "" where the row itself is among the first."""
    first = [row for row in rows[:2] if row is not found.row and len(row.cells) > found.place]
    first = first[:1] if found.row in rows[:2] else first
    return " ".join(dict.fromkeys(row.cells[found.place] for row in first if not _is_figure(row, found.place)))


def _is_figure(row: Line, place: int) -> bool:
    """Whether the cell is a figure and no heading; a year may be either and is taken for a heading."""
    cell = row.cells[place]
    return bool(re.match(r"\d", cell)) and not _YEAR.search(cell)


def _is_grouped(rows: Sequence[Line], found: FigureCell) -> bool:
    """Whether a row of words alone stands above: those below it speak of what it says."""
    above = rows[1 : rows.index(found.row)]
    return any(not any(re.match(r"\d", cell) for cell in row.cells[1:]) for row in above)


def _labels_above(strangers: Sequence[Line], rows: Sequence[Line], found: FigureCell) -> tuple[str, ...]:
    """What rows above count that nobody asked for: where that is a village's or a road's, so may this row's be."""
    above = rows[1 : rows.index(found.row)]
    return tuple(row.cells[found.name_place] for row in above if any(row is each for each in strangers))


def _is_plain(heading: str) -> bool:
    if re.search(r"\d/\d", heading):
        return False  # up to a day: another time than the period
    return all(word in _PLAIN for word in re.findall(r"[^\W\d]+", fold(_BRACKETS.sub("", heading))))


def _in_brackets(words: str) -> str:
    found = _BRACKETS.search(words)
    return found[1] if found else ""


def _measure_of(heading: str) -> str:
    """The measure that a column is headed by: a share wherever its sign stands, else what is in brackets."""
    return "%" if "%" in heading else _in_brackets(heading)


def _beside(
    sight: Sight, found: FigureCell, spoken: _Spoken, reported: Reported, asked: Collection[str]
) -> Iterator[Compared]:
    candidate = found.candidate
    figure = figure_of(candidate.indicator, candidate.period, reported)
    indicator = next(each for each in reported.outline.indicators if each.code == candidate.indicator)
    period = next(each for each in reported.outline.periods if each.code == candidate.period)
    value = _value(spoken.number, spoken.measure, indicator)
    if figure is None or figure.value is None or value is None or candidate.score < _LEAST:
        return
    if not _is_told_apart(spoken.label, indicator) or not _is_of_whole(sight, spoken, indicator, period, asked):
        return
    yield Compared(
        candidate.place.block or 0,
        " ".join(cell for cell in found.row.cells if cell),
        f"{spoken.words} {spoken.measure or indicator.measure}",
        value,
        figure,
        indicator,
        period,
        agree(value, figure.value, spoken.number, spoken.number.about or figure.about),
    )


def _is_of_whole(sight: Sight, spoken: _Spoken, indicator: Indicator, period: Period, asked: Collection[str]) -> bool:
    """Whether the row speaks of the whole; a sum (`Tổng số …`) is one of whatever stands above the table."""
    names = sight.assignment.unit.names
    is_less = tells_of_less(spoken.above, indicator, names)
    return not is_less and is_of_whole(spoken.said, indicator, period, names, asked)


def _is_told_apart(label: str, indicator: Indicator) -> bool:
    """Whether a row says itself of what it is a part: `Trong đó: sửa chữa` may be said of roads as of houses."""
    is_part = bool(indicator.part_of or indicator.not_above)
    return not is_part or f" {told(indicator.measure)} " in f" {told(label)} "


def _value(number: Number, measure: str, indicator: Indicator) -> Decimal | None:
    """The figure in the indicator's measure; None where the paper gives another, or none where there are several."""
    dimension, said = dimension_of(indicator)[0], told(measure.strip(" ."))
    if "%" in measure or number.is_rate:
        return number.value if dimension == "rate" else None
    if dimension == "money" and number.scale != 1:
        return in_measure(number.value, indicator)
    size = size_of_measure(measure, indicator)
    if size is not None:
        return in_measure(number.value * size, indicator)
    is_own = f"{told(indicator.measure)} ".startswith(f"{said} ") if said else dimension == "count"
    return number.value if is_own else None
