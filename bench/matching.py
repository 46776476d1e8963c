"""The best one-to-one matching of two lists of rows, so that a score does not depend on their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Search:
    """The state of the Hungarian method: costs, potentials of rows and columns, and each column's row (0 is none)."""

    cost: list[list[float]]
    rows: list[float] = field(init=False)
    columns: list[float] = field(init=False)
    row_of: list[int] = field(init=False)

    def __post_init__(self) -> None:
        height, width = len(self.cost), len(self.cost[0])
        self.rows, self.columns, self.row_of = [0.0] * (height + 1), [0.0] * (width + 1), [0] * (width + 1)


def best_pairs(weights: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """The pairs (row, column) of the matching with the greatest sum of weights; pairs of weight 0 are left out."""
    height = len(weights)
    width = len(weights[0]) if weights else 0
    if not height or not width:
        return
    turned = height > width
    square = [list(column) for column in zip(*weights, strict=True)] if turned else [list(row) for row in weights]
    search = _Search([[-weight for weight in row] for row in square])
    for row in range(1, len(square) + 1):
        _add_row(search, row)
    for column, row in enumerate(search.row_of[1:]):
        if row and square[row - 1][column] > 0:
            yield (column, row - 1) if turned else (row - 1, column)


def _add_row(search: _Search, row: int) -> None:
    """Finds the cheapest chain of changes that gives `row` a column, and makes them."""
    width = len(search.columns)
    search.row_of[0] = row
    least, done, way = [float("inf")] * width, [False] * width, [0] * width
    column = 0
    while search.row_of[column]:
        done[column] = True
        _look(search, column, least, done, way)
        following = min((place for place in range(1, width) if not done[place]), key=least.__getitem__)
        _shift(search, least[following], least, done)
        column = following
    while column:
        search.row_of[column] = search.row_of[way[column]]
        column = way[column]


def _look(search: _Search, column: int, least: list[float], done: list[bool], way: list[int]) -> None:
    row = search.row_of[column]
    for place in range(1, len(least)):
        price = search.cost[row - 1][place - 1] - search.rows[row] - search.columns[place]
        if not done[place] and price < least[place]:
            least[place], way[place] = price, column


def _shift(search: _Search, delta: float, least: list[float], done: list[bool]) -> None:
    for place, seen in enumerate(done):
        if seen:
            search.rows[search.row_of[place]] += delta
            search.columns[place] -= delta
        else:
            least[place] -= delta
