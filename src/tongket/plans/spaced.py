"""Tables drawn with nothing but spaces: a line of known column heads, and rows that keep to its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.plans.tables import is_column_head
from tongket.reading.document import Cell, Line

GAP = re.compile(r"\t+\s*|\s{3,}")
POINTS_PER_COLUMN = 6.0

Placed = tuple[int, Line]


@dataclass(frozen=True, slots=True)
class Part:
    """Words between wide gaps and the column of print they begin at."""

    at: int
    text: str


def parts_of(line: Line) -> list[Part]:
    """The parts of a printed line between wide gaps."""
    start = round(line.indent / POINTS_PER_COLUMN)
    parts, at = [], 0
    for gap in [*GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if line.text[at:end].strip():
            parts.append(Part(start + at, line.text[at:end].strip()))
        at = gap.end() if gap else end
    return parts


def part_spaced(placed: Sequence[Placed]) -> list[Placed]:
    """Each line with its place; rows under a line of column heads become one line for each cell."""
    made: list[Placed] = []
    tables = max((line.cell.table for _, line in placed if line.cell), default=-1)
    place = 0
    while place < len(placed):
        heads = _heads(placed[place][1])
        if not heads:
            made.append(placed[place])
            place += 1
            continue
        tables += 1
        end = _end(placed, place + 1, heads)
        made += _cells(placed[place:end], heads, tables)
        place = end
    return made


def _heads(line: Line) -> list[int]:
    """Where the columns begin, when `line` is three heads or more, most of them words that heads use."""
    if line.cell is not None:
        return []
    parts = parts_of(line)
    known = sum(is_column_head(part.text) for part in parts)
    return [part.at for part in parts] if len(parts) >= 3 and known * 2 > len(parts) else []


def _end(placed: Sequence[Placed], place: int, heads: Sequence[int]) -> int:
    """The first line that keeps to no row: one part at the margin that is no number, or a cell of another table."""
    while place < len(placed):
        line = placed[place][1]
        parts = parts_of(line)
        alone = len(parts) == 1 and _column(parts[0], heads) == 0 and not parts[0].text.rstrip(".").isdigit()
        if line.cell is not None or alone:
            break
        place += 1
    return place


def _column(part: Part, heads: Sequence[int]) -> int:
    """The column whose head begins nearest."""
    return min(range(len(heads)), key=lambda column: abs(heads[column] - part.at))


def _cells(rows: Sequence[Placed], heads: Sequence[int], table: int) -> list[Placed]:
    """The lines of the table, cell by cell; a line without its first column goes on with the row above."""
    grouped: dict[tuple[int, int], list[Placed]] = {}
    row = -1
    for place, line in rows:
        parts = parts_of(line)
        row += row < 0 or _column(parts[0], heads) == 0
        for part in parts:
            column = _column(part, heads)
            cell = replace(line, text=part.text, indent=0.0, cell=Cell(table, row, column))
            grouped.setdefault((row, column), []).append((place, cell))
    return [placed for key in sorted(grouped) for placed in grouped[key]]
