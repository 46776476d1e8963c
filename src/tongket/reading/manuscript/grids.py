"""A ruled table of a PDF as cells of paragraphs, those that cover several places among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tongket.reading.document import Line
from tongket.reading.manuscript.lines import begins, paragraph_of
from tongket.reading.manuscript.values import Cell, Table
from tongket.reading.pdf.continued import Edges
from tongket.reading.pdf.printed import Printed
from tongket.reading.pdf.tables import Span

Place = tuple[int, int]


@dataclass(slots=True)
class _Joined:
    """Which places of a table are covered by a cell that begins elsewhere, and how far such cells reach."""

    spans: dict[Place, Span] = field(default_factory=dict)
    owners: dict[Place, Place] = field(default_factory=dict)

    def add(self, span: Span) -> None:
        """Takes a cell, unless one that is known covers a part of it: a row that two pages share is read twice."""
        places = list(span.places())
        if not self.owners.keys() & set(places):
            self.spans[places[0]] = span
            self.owners.update(dict.fromkeys(places, places[0]))

    def owner(self, place: Place) -> Place:
        """Where the cell begins that covers a place."""
        return self.owners.get(place, place)


def table_of(pairs: Sequence[tuple[Line, Printed]], edges: Sequence[Edges], spans: Sequence[tuple[Span, ...]]) -> Table:
    """The table of these lines, with the place that each has in it and the printed line it was made of.

    `edges` and `spans` are those of every table as it was found, page by page.
    """
    first = pairs[0][1].line.cell
    assert first is not None
    across = edges[first.table]
    joined = _joined(pairs, spans)
    cells = _cells(pairs, joined, across)
    rows = max([row for row, _column in cells] + [span.row + span.down - 1 for span in joined.spans.values()]) + 1
    columns = max(len(across) - 1, 1)
    made = tuple(
        tuple(
            _cell(cells.get((row, column), []), joined.spans.get((row, column)))
            for column in range(columns)
            if joined.owner((row, column)) == (row, column)
        )
        for row in range(rows)
    )
    whole = across[-1] - across[0]
    widths = tuple(round((right - left) / whole, 4) for left, right in pairwise(across))
    return Table(made, widths=widths, page=pairs[0][0].page)


def _joined(pairs: Sequence[tuple[Line, Printed]], spans: Sequence[tuple[Span, ...]]) -> _Joined:
    """The joined cells of a table by its own rows, which go on where a page ended."""
    joined, shifts = _Joined(), dict[int, int]()
    for line, printed in pairs:
        assert line.cell is not None
        assert printed.line.cell is not None
        shifts.setdefault(printed.line.cell.table, line.cell.row - printed.line.cell.row)
    for table, shift in shifts.items():
        for span in spans[table] if table < len(spans) else ():
            joined.add(replace(span, row=span.row + shift))
    return joined


def _cells(pairs: Sequence[tuple[Line, Printed]], joined: _Joined, across: Edges) -> dict[Place, list[Printed]]:
    """The printed lines of each cell from top to bottom."""
    cells: dict[Place, list[Printed]] = {}
    for line, printed in pairs:
        assert line.cell is not None
        owner = joined.owner((line.cell.row, line.cell.column))
        span = joined.spans.get(owner)
        cells.setdefault(owner, []).append(_widened(printed, span, across) if span else printed)
    for owner in cells.keys() & joined.spans.keys():
        cells[owner].sort(key=lambda each: (each.line.page or 1, -each.row.baseline, each.row.left))
    return cells


def _widened(printed: Printed, span: Span, across: Edges) -> Printed:
    """A line with the room of the whole cell around it, so that its middle is known."""
    frame = replace(printed.frame, left=across[span.column], right=across[span.column + span.across])
    return replace(printed, frame=frame)


def _cell(printed: Sequence[Printed], span: Span | None) -> Cell:
    paragraphs = tuple(paragraph_of(each) for each in _parted(printed)) if printed else ()
    return Cell(paragraphs, span.across, span.down) if span else Cell(paragraphs)


def _parted(printed: Sequence[Printed]) -> Iterator[list[Printed]]:
    """The lines of one paragraph after the other."""
    held = [printed[0]]
    for before, line in pairwise(printed):
        if begins(before, line):
            yield held
            held = []
        held.append(line)
    yield held
