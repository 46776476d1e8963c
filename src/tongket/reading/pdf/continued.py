"""Makes one table again of what the end of a page cut into two."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.reading.document import Cell, Line

_SAME_EDGE = 3.0
Edges = tuple[float, ...]


def rejoined(lines: Sequence[Line], edges: Sequence[Edges]) -> tuple[Line, ...]:
    """The lines with their tables counted anew; `edges` are the upright rules of each table as it was found.

    A table goes on when nothing stands between its end on one page and, on the next, a table with the same edges.
    Where the first cell there is empty, the last row goes on too.
    """
    if not lines:
        return ()
    first = lines[0]
    made, table, row = [first], 0, 0
    for before, line in pairwise(lines):
        if line.cell is None:
            made.append(line)
            continue
        if before.cell is None or before.cell.table != line.cell.table:
            above = made[-1].cell
            goes_on = above is not None and _goes_on(before, line, edges)
            table, row = _start(above, line.cell, goes_on=goes_on)
        made.append(replace(line, cell=Cell(line.cell.table + table, line.cell.row + row, line.cell.column)))
    return tuple(made)


def _goes_on(before: Line, line: Line, edges: Sequence[Edges]) -> bool:
    if before.cell is None or line.cell is None or before.page == line.page:
        return False
    one, other = edges[before.cell.table], edges[line.cell.table]
    return len(one) == len(other) and all(abs(a - b) < _SAME_EDGE for a, b in zip(one, other, strict=True))


def _start(above: Cell | None, cell: Cell, *, goes_on: bool) -> tuple[int, int]:
    """What is added to the table and the rows of what begins at `cell`."""
    if above is None or not goes_on:
        return 0, 0
    return above.table - cell.table, above.row + (cell.column == 0) - cell.row
