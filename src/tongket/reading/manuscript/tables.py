"""Tables of a .docx as rows of the cells that begin in them: spans counted, borders and grounds looked up."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from tongket.reading.manuscript.dress import is_coloured
from tongket.reading.manuscript.markup import members
from tongket.reading.manuscript.values import Cell, Paragraph
from tongket.reading.word.markup import W, number, path, switch, value
from tongket.reading.word.styles import Sheet

_MM_PER_TWIP = 25.4 / 1440
_SIDES = ("top", "left", "bottom", "right", "start", "end")
_INNER = ("insideH", "insideV")
_UNDRAWN = {"nil", "none"}
# Word has no more columns (17.18.2).
_MOST_ACROSS = 63
Read = tuple[etree._Element, tuple[Paragraph, ...]]


@dataclass(slots=True)
class Grid:
    """The cells of one table as they are read; `above` is the cell that each column may yet go on with."""

    _rows: list[list[Cell]] = field(default_factory=list)
    _above: dict[int, tuple[int, int]] = field(default_factory=dict)
    heading_rows: int = 0
    across: int = 0

    def add(self, row: etree._Element, cells: Iterable[Read]) -> None:
        """Adds a row; what a cell holds that goes on with the one above it is added to that one."""
        properties = row.find(W + "trPr")
        is_heading = properties is not None and bool(switch(properties.find(W + "tblHeader")))
        self.heading_rows += is_heading and self.heading_rows == len(self._rows)
        before = _skipped(properties, "gridBefore")
        self._rows.append([])
        self._fill(before)
        column = before
        for element, paragraphs in cells:
            across = min(max(number(element.find(path("tcPr", "gridSpan"))) or 1, 1), _MOST_ACROSS)
            self._place(element, Cell(paragraphs, across), column)
            column += across
        after = _skipped(properties, "gridAfter")
        self._fill(after)
        self.across = max(self.across, column + after)

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows."""
        return tuple(map(tuple, self._rows))

    def widths(self, table: etree._Element, line_mm: float) -> tuple[float, ...]:
        """The columns as shares of the line, at most the whole; empty where the grid does not fit the cells."""
        given = [number(each, "w") or 0 for each in table.iterfind(path("tblGrid", "gridCol"))]
        if len(given) != self.across or min(given, default=0) <= 0:
            return ()
        whole = max(line_mm / _MM_PER_TWIP, sum(given))
        return tuple(round(each / whole, 4) for each in given)

    def _place(self, element: etree._Element, cell: Cell, column: int) -> None:
        merge = element.find(path("tcPr", "vMerge"))
        begun = self._above.get(column)
        if merge is not None and (value(merge) or "continue") == "continue" and begun is not None:
            row, place = begun
            held = self._rows[row][place]
            said = tuple(each for each in cell.paragraphs if each.text.strip())
            self._rows[row][place] = replace(held, paragraphs=held.paragraphs + said, down=len(self._rows) - row)
            return
        self._rows[-1].append(cell)
        self._above.pop(column, None)
        if merge is not None:
            self._above[column] = (len(self._rows) - 1, len(self._rows[-1]) - 1)

    def _fill(self, columns: int) -> None:
        """Leaves columns free, as a cell with nothing in it."""
        if columns:
            self._rows[-1].append(Cell((), columns))


def is_ruled(sheet: Sheet, table: etree._Element, style: str) -> bool:
    """Whether a table shows borders, its own or those of its style, unless every cell takes them off."""
    own = table.find(path("tblPr", "tblBorders"))
    borders = own if own is not None else sheet.find(style, path("tblPr", "tblBorders"))
    cells = [
        cell.find(path("tcPr", "tcBorders")) for row in members(table, W + "tr") for cell in members(row, W + "tc")
    ]
    if any(_is_drawn(cell, side) for cell in cells for side in _SIDES):
        return True
    bare = bool(cells) and all(cell is not None for cell in cells)
    return not bare and any(_is_drawn(borders, side) for side in (*_SIDES, *_INNER))


def paints(sheet: Sheet, style: str) -> bool:
    """Whether a style of tables paints a ground behind some of its cells, on which white letters can be read."""
    return any(is_coloured(shade) for each in sheet.chain(style) for shade in sheet.styles[each].iter(W + "shd"))


def _is_drawn(borders: etree._Element | None, side: str) -> bool:
    edge = None if borders is None else borders.find(W + side)
    return edge is not None and (value(edge) or "none") not in _UNDRAWN


def _skipped(properties: etree._Element | None, name: str) -> int:
    count = None if properties is None else number(properties.find(W + name))
    return min(max(count or 0, 0), _MOST_ACROSS)
