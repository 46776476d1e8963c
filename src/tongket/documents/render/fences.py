"""Drawings in the Markdown of a document: where they begin and end, and what their table says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.documents.render.values import Cell, Datum, Drawing, Shape, Table, Tone, plain

_OPENING = re.compile(rf"^:::[ \t]*hình[ \t]+({'|'.join(Shape)})\b[ \t]*(.*?)[ \t]*$", re.IGNORECASE)
_END = re.compile(r"^:::[ \t]*$")
_TONED = re.compile(rf"^({'|'.join(Tone)}):\s+(.+)$")


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


def cut_at_drawings(markdown: str) -> Iterator[str | Fence]:
    """The Markdown without annexes in its order, cut into text and drawings; one without an end goes to the end."""
    held: list[str] = []
    for line in markdown.split("\n"):
        within = bool(held) and opens(held[0])
        if (opens(line) and not within) and held:
            yield "\n".join(held)
            held = []
        held.append(line)
        if within and ends(line):
            yield _fence(held)
            held = []
    if held:
        yield _fence(held) if opens(held[0]) else "\n".join(held)


def _fence(lines: Sequence[str]) -> Fence:
    opening = _OPENING.match(lines[0])
    assert opening is not None, "only what opens a drawing is made one"
    body = lines[1:-1] if ends(lines[-1]) else lines[1:]
    return Fence(Shape(opening[1].lower()), opening[2], "\n".join(body), "\n".join(lines))


def drawing_of(shape: Shape, caption: str, tables: Sequence[Table]) -> Drawing | None:
    """What the table of a drawing says, each row a unit or a period; None where there is no row of two columns."""
    rows = [row for table in tables for row in table.rows if len(row) > 1 and plain(row[0].runs)]
    return Drawing(shape, caption, tuple(_datum(shape, row) for row in rows)) if rows else None


def _datum(shape: Shape, row: Sequence[Cell]) -> Datum:
    name, value = plain(row[0].runs), plain(row[1].runs)
    toned = _TONED.match(value) if shape is Shape.GRID else None
    return Datum(name, toned[2], Tone(toned[1])) if toned else Datum(name, value)


def rows_of(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """The cells of the table of a drawing, as plain words."""
    for row in drawing.rows:
        yield row.name, f"{row.tone}: {row.value}" if drawing.shape is Shape.GRID else row.value
