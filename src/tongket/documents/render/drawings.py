"""Drawings of figures in a document: what `core.charts` makes of their rows, and in words for those who hear. Pure."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tongket.core.charts import Bar, Cell, Legend, Point, bars, grid, trend
from tongket.core.decimals import as_number, written
from tongket.documents.render.values import Datum, Drawing, Shape, Tone

# Pixels, of letters of 14: 10,5 points where 96 of them are an inch, as browsers and Word print them.
PER_MM = 96 / 25.4
WIDTHS = {Shape.BARS: 620, Shape.TREND: 480, Shape.GRID: 548}
NARROW = 330
# More counted squares than a quarter of a page holds are drawn as bars of how many they are.
MOST_SQUARES = 1000
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
    for state, rows in _by_state(drawing).items():
        named = [row.name for row in rows if as_number(row.name) is None]
        number = written(sum(map(_times, rows)))
        states.append(f"{state[1]}: {number}" + (f" ({', '.join(named)})" if named else ""))
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
    if sum(_times(row) for row in drawing.rows if as_number(row.name) is not None) > MOST_SQUARES:
        return _counted(drawing, key, width)
    states = _in_turn(_by_state(drawing))
    # Where several states have no tone, none of them can be told to be what is missing.
    has_missing = [tone for tone, _words in states].count(Tone.NONE) == 1
    legend = [
        Legend(f"{tone}: {words}", words, is_missing=has_missing and tone is Tone.NONE, look=tone.name.lower())
        for tone, words in states
    ]
    cells = [cell for row in drawing.rows for cell in _cells(row)]
    return grid(cells, legend, title=drawing.caption, description=said_of(drawing), key=key, width=width)


def _counted(drawing: Drawing, key: str, width: int) -> str:
    """Bars of how many units are in each state."""
    by_state = _by_state(drawing)
    states = [Bar(state[1], Decimal(sum(map(_times, by_state[state])))) for state in _in_turn(by_state)]
    return bars(states, title=drawing.caption, missing="", description=said_of(drawing), key=key, width=width)


def _in_turn(states: Iterable[tuple[Tone, str]]) -> list[tuple[Tone, str]]:
    """From what is done to what is missing."""
    return sorted(states, key=lambda state: list(Tone).index(state[0]))


def _by_state(drawing: Drawing) -> dict[tuple[Tone, str], list[Datum]]:
    """The lines of tiles by tone and words, in the order in which they come."""
    found: dict[tuple[Tone, str], list[Datum]] = {}
    for row in drawing.rows:
        found.setdefault((row.tone, row.value), []).append(row)
    return found


def _cells(row: Datum) -> Iterator[Cell]:
    name = row.name if as_number(row.name) is None else ""
    return (Cell(name, f"{row.tone}: {row.value}") for _turn in range(_times(row)))


def _times(row: Datum) -> int:
    """How many units a line stands for."""
    number = as_number(row.name)
    return 1 if number is None else int(number)
