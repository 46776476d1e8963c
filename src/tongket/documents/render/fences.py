"""Drawings in the Markdown of a document: where they begin and end, and what their table says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tongket.core.decimals import as_number
from tongket.documents.render.values import Cell, Datum, Drawing, Shape, Table, Tone, plain

_OPENING = re.compile(rf"^:::[ \t]*hình[ \t]+({'|'.join(Shape)})\b[ \t]*(.*?)[ \t]*$", re.IGNORECASE)
ANNEX = re.compile(r"^:::[ \t]*phụ lục\b[ \t]*(ngang\b)?[ \t]*(.*?)[ \t]*$", re.IGNORECASE)
_END = re.compile(r"^:::[ \t]*$")
_TONED = re.compile(rf"^({'|'.join(Tone)}):\s+(.+)$")

# Numbers of figures have a point in thousands; four digits in one are the year a column is of.
_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Fence:
    """A drawing as it is written: its caption and its lines; `whole` is all of it as it stands."""

    shape: Shape
    caption: str
    body: str
    whole: str


def opens(line: str) -> bool:
    """Whether a drawing begins with this line."""
    return bool(_OPENING.match(line))


def ends(line: str) -> bool:
    """Whether a drawing or an annex ends with this line."""
    return bool(_END.match(line))


def end_of(lines: Sequence[str], first: int, *, within_annex: bool = False) -> int:
    """The line behind the drawing that opens at `first`: behind its own `:::`, without one behind its table.

    What opens next takes no end from those before it. The last end of an annex is the annex's own where text stands
    between the table and it.
    """
    later = range(first + 1, len(lines))
    stop = next((place for place in later if opens(lines[place]) or ANNEX.match(lines[place])), len(lines))
    closing = [place for place in range(first + 1, stop) if ends(lines[place])]
    behind = first + 1 + sum(1 for _line in takewhile(_is_of_table, lines[first + 1 : stop]))
    goes_on = stop < len(lines) and opens(lines[stop])
    is_of_annex = within_annex and len(closing) == 1 and closing[0] != behind and not goes_on
    return closing[0] + 1 if closing and not is_of_annex else behind


def _is_of_table(line: str) -> bool:
    return "|" in line or not line.strip()


def cut_at_drawings(markdown: str) -> Iterator[str | Fence]:
    """The Markdown without annexes in its order, cut into text and drawings."""
    lines, begin, place = markdown.split("\n"), 0, 0
    while place < len(lines):
        if not opens(lines[place]):
            place += 1
            continue
        if begin < place:
            yield "\n".join(lines[begin:place])
        begin, place = place, end_of(lines, place)
        yield _fence(lines[begin:place])
        begin = place
    if begin < len(lines):
        yield "\n".join(lines[begin:])


def _fence(lines: Sequence[str]) -> Fence:
    opening = _OPENING.match(lines[0])
    assert opening is not None, "only what opens a drawing is made one"
    body = lines[1:-1] if ends(lines[-1]) else lines[1:]
    return Fence(Shape(opening[1].lower()), opening[2], "\n".join(body), "\n".join(lines))


def drawing_of(shape: Shape, caption: str, table: Table) -> Drawing | None:
    """What the table of a drawing says, each row a unit or a period; None where there is no row of two columns.

    A row without a name says nothing. A heading with a figure in it is a row: Markdown has no table without heading.
    """
    written = (table.heading, *table.rows) if _is_row(shape, table.heading) else table.rows
    rows = [row for row in written if len(row) > 1 and plain(row[0].runs)]
    return Drawing(shape, caption, tuple(_datum(shape, row) for row in rows)) if rows else None


def _is_row(shape: Shape, heading: Sequence[Cell]) -> bool:
    """Whether a heading is a row of figures: a number other than a year, a state with its tone."""
    if len(heading) < 2:
        return False
    value = plain(heading[1].runs)
    if shape is Shape.GRID:
        return bool(_TONED.match(value))
    return as_number(value) is not None and not _YEAR.match(value)


def _datum(shape: Shape, row: Sequence[Cell]) -> Datum:
    name, value = plain(row[0].runs), plain(row[1].runs)
    toned = _TONED.match(value) if shape is Shape.GRID else None
    return Datum(name, toned[2], Tone(toned[1])) if toned else Datum(name, value)


def rows_of(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """The cells of the table of a drawing, as plain words."""
    for row in drawing.rows:
        yield row.name, f"{row.tone}: {row.value}" if drawing.shape is Shape.GRID else row.value
