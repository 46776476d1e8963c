"""Drawings of figures in a document: what `core.charts` makes of their rows, and in words for those who hear. Pure."""

from collections.abc import Iterator

from tongket.core.charts import Bar, Cell, Legend, Point, bars, grid, trend
from tongket.core.decimals import as_number
from tongket.documents.render.values import Datum, Drawing, Shape, Tone

# Pixels, of letters of 14: 10,5 points where 96 of them are an inch, as browsers and Word print them.
PER_MM = 96 / 25.4
WIDTHS = {Shape.BARS: 620, Shape.TREND: 480, Shape.GRID: 548}
NARROW = 330
# Between the least and the most of several units.
TO = " – "


def svg_of(drawing: Drawing, *, key: str, width: int = 0) -> str:
    """The drawing as SVG for a page, its usual width or `width` pixels wide; `key` makes its ids its own there."""
    draw = {Shape.BARS: _bars, Shape.TREND: _trend, Shape.GRID: _grid}[drawing.shape]
    return draw(drawing, key, width or WIDTHS[drawing.shape])


def said_of(drawing: Drawing) -> str:
    """The drawing in words: its caption and all that it shows."""
    if drawing.shape is not Shape.GRID:
        return f"{drawing.caption}: {'; '.join(f'{row.name}: {row.value}' for row in drawing.rows)}."
    states = []
    for state in dict.fromkeys(row.value for row in drawing.rows):
        rows = [row for row in drawing.rows if row.value == state]
        named = [row.name for row in rows if as_number(row.name) is None]
        states.append(f"{state}: {sum(map(_times, rows))}" + (f" ({', '.join(named)})" if named else ""))
    return f"{drawing.caption}: {'; '.join(states)}."


def bar_of(row: Datum) -> Bar:
    """A line of a drawing as a bar, several units as one from their least to their most."""
    number = as_number(row.value)
    first, _to, last = row.value.partition(TO)
    least, most = as_number(first), as_number(last)
    if least is not None and most is not None:
        return Bar(row.name, most, least=least)
    return Bar(row.name, number, "" if number is not None else row.value)


def datum_of(bar: Bar) -> Datum:
    """The reverse of `bar_of`."""
    return Datum(bar.name, bar.said)


def _bars(drawing: Drawing, key: str, width: int) -> str:
    units = [bar_of(row) for row in drawing.rows]
    return bars(units, title=drawing.caption, missing="", description=said_of(drawing), key=key, width=width)


def _trend(drawing: Drawing, key: str, width: int) -> str:
    points = [Point(row.name, as_number(row.value)) for row in drawing.rows]
    missing = next((row.value for row, point in zip(drawing.rows, points, strict=True) if point.value is None), "")
    return trend(points, title=drawing.caption, missing=missing, description=said_of(drawing), key=key, width=width)


def _grid(drawing: Drawing, key: str, width: int) -> str:
    cells = [cell for row in drawing.rows for cell in _cells(row)]
    states = {row.tone: row.value for row in drawing.rows}
    legend = [Legend(tone.name.lower(), states[tone], is_missing=tone is Tone.NONE) for tone in Tone if tone in states]
    return grid(cells, legend, title=drawing.caption, description=said_of(drawing), key=key, width=width)


def _cells(row: Datum) -> Iterator[Cell]:
    name = row.name if as_number(row.name) is None else ""
    return (Cell(name, row.tone.name.lower()) for _turn in range(_times(row)))


def _times(row: Datum) -> int:
    """How many units a line stands for."""
    number = as_number(row.name)
    return 1 if number is None else int(number)
