"""What stands in a form as its reader found it, whatever kind of file it was: values that cross the child's wall."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from tongket.reading.refusals import refuse


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: `sort` is text, number, percent (times 100), date, flag, error, or formula (one without a result).

    `value` is its text; a number's as it is stored, a day's as `2024-10-20`. `is_formula` says that it was computed,
    `is_merged` that the cell covers others.
    """

    value: str
    sort: str = "text"
    is_formula: bool = False
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, or a table of a form: its name, and its cells that hold something by row and column, from 1."""

    name: str
    cells: Mapping[tuple[int, int], Field]
    is_hidden: bool = False


def encode(grids: tuple[Grid, ...]) -> bytes:
    """The grids as bytes; `decode` gives equal ones back."""
    rows = [
        [
            grid.name,
            grid.is_hidden,
            [[*place, each.value, each.sort, each.is_formula, each.is_merged] for place, each in grid.cells.items()],
        ]
        for grid in grids
    ]
    return json.dumps({"grids": rows}, separators=(",", ":")).encode("ascii")


def decode(answer: bytes) -> tuple[Grid, ...]:
    """The grids in `answer`; raises the Unreadable that it holds, and ValueError for anything else."""
    match json.loads(answer):
        case {"refused": str(code), "found": str() | int() | float() as found, "wanted": str() | int() as wanted}:
            raise refuse(code, found=found, wanted=wanted)
        case {"grids": [*grids]}:
            return tuple(map(_grid, grids))
    raise ValueError("not an answer of the process that reads forms")


def _grid(row: object) -> Grid:
    match row:
        case [str(name), bool(is_hidden), [*cells]]:
            return Grid(name, dict(map(_cell, cells)), is_hidden)
    raise ValueError("not a grid")


def _cell(row: object) -> tuple[tuple[int, int], Field]:
    match row:
        case [int(line), int(column), str(value), str(sort), bool(is_formula), bool(is_merged)]:
            return (line, column), Field(value, sort, is_formula, is_merged)
    raise ValueError("not a cell")
