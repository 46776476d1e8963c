"""Finds ruled tables on a page and the cell in which each piece of text stands."""

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tongket.reading.pdf.glyphs import Rule
from tongket.reading.pdf.rows import Piece

_TOUCH = 3.0
# So many lines are a drawing, and comparing them takes the square of their number.
_DRAWING = 1500
# A larger grid is a list of many rows, in which nobody joins cells.
_MOST_PLACES = 1200


@dataclass(frozen=True, slots=True)
class Span:
    """A cell that covers several places of its grid: where it begins, how many columns and rows it covers."""

    row: int
    column: int
    across: int = 1
    down: int = 1

    def places(self) -> Iterator[tuple[int, int]]:
        """Every row and column it covers, the one it begins in first."""
        return product(range(self.row, self.row + self.down), range(self.column, self.column + self.across))


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its upright rules stand from left to right, its lying ones from top to bottom.

    `spans` are the cells that cover several places, since no rule parts these.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    spans: tuple[Span, ...] = ()

    @property
    def top(self) -> float:
        """The upper edge, in points from the foot of the page."""
        return -self.down[0]

    def place(self, piece: Piece) -> tuple[int, int] | None:
        """The row and column of a piece, each from 0; None outside the table."""
        middle, height = (piece.left + piece.right) / 2, -(piece.baseline + piece.size / 4)
        inside = self.across[0] <= middle <= self.across[-1] and self.down[0] <= height <= self.down[-1]
        if not inside:
            return None
        return bisect(self.down[:-1], height) - 1, bisect(self.across[:-1], min(middle, piece.left + piece.size)) - 1


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a page from top to bottom; rules that touch belong to one table of at least two cells."""
    if len(rules) > _DRAWING:
        return []
    grids = [_grid(cluster) for cluster in _clusters(rules)]
    return sorted(filter(_is_table, grids), key=lambda grid: -grid.top)


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules gathered with all that they touch."""
    clusters: list[list[Rule]] = []
    for rule in rules:
        touching = [any(_touch(rule, other) for other in cluster) for cluster in clusters]
        merged = [rule]
        for cluster, touches in zip(clusters, touching, strict=True):
            merged.extend(cluster if touches else ())
        clusters = [cluster for cluster, touches in zip(clusters, touching, strict=True) if not touches] + [merged]
    return clusters


def _touch(one: Rule, other: Rule) -> bool:
    across = one.left <= other.right + _TOUCH and other.left <= one.right + _TOUCH
    return across and one.bottom <= other.top + _TOUCH and other.bottom <= one.top + _TOUCH


def _grid(rules: Iterable[Rule]) -> Grid:
    rules = list(rules)
    across = _apart([_middle(rule) for rule in rules if rule.is_upright])
    down = _apart([-_height(rule) for rule in rules if not rule.is_upright])
    return Grid(across, down, _spans(_Walls(rules, across, down)))


def _middle(rule: Rule) -> float:
    return (rule.left + rule.right) / 2


def _height(rule: Rule) -> float:
    return (rule.bottom + rule.top) / 2


@dataclass(frozen=True, slots=True)
class _Walls:
    """The rules of a grid asked for what parts two of its places."""

    rules: Sequence[Rule]
    across: tuple[float, ...]
    down: tuple[float, ...]

    def right_of(self, row: int, column: int) -> bool:
        """Whether a rule parts a place from the next one in its row."""
        at, height = self.across[column + 1], -(self.down[row] + self.down[row + 1]) / 2
        upright = (rule for rule in self.rules if rule.is_upright and abs(_middle(rule) - at) <= _TOUCH)
        return any(rule.bottom <= height <= rule.top for rule in upright)

    def below(self, row: int, column: int) -> bool:
        """Whether a rule parts a place from the one below it."""
        at, middle = -self.down[row + 1], (self.across[column] + self.across[column + 1]) / 2
        lying = (rule for rule in self.rules if not rule.is_upright and abs(_height(rule) - at) <= _TOUCH)
        return any(rule.left <= middle <= rule.right for rule in lying)


def _spans(walls: _Walls) -> tuple[Span, ...]:
    """The cells that cover several places; what is not a rectangle keeps its places apart downwards."""
    rows, columns = len(walls.down) - 1, len(walls.across) - 1
    if not 2 <= rows * columns <= _MOST_PLACES:
        return ()
    taken: set[tuple[int, int]] = set()
    found = []
    for row, column in product(range(rows), range(columns)):
        if (row, column) in taken:
            continue
        span = _span(walls, row, column, taken)
        taken.update(span.places())
        found.append(span)
    return tuple(span for span in found if span.across * span.down > 1)


def _span(walls: _Walls, row: int, column: int, taken: Collection[tuple[int, int]]) -> Span:
    """The cell that begins at a place: as wide as no wall stands, then as deep as no floor lies below all of it."""
    rows, columns = len(walls.down) - 1, len(walls.across) - 1
    end = column + 1
    while end < columns and (row, end) not in taken and not walls.right_of(row, end - 1):
        end += 1
    covered, last = range(column, end), row
    while last + 1 < rows and _goes_down(walls, last, covered):
        last += 1
    return Span(row, column, end - column, last + 1 - row)


def _goes_down(walls: _Walls, row: int, covered: range) -> bool:
    """Whether the row below belongs to the same cell: no floor between, no wall within, walls at both edges."""
    if any(walls.below(row, column) for column in covered):
        return False
    first, last = covered[0], covered[-1]
    is_open = first > 0 and not walls.right_of(row + 1, first - 1)
    is_open = is_open or (last + 2 < len(walls.across) and not walls.right_of(row + 1, last))
    return not is_open and not any(walls.right_of(row + 1, column) for column in covered[:-1])


def _apart(places: list[float]) -> tuple[float, ...]:
    """The places in order, those that nearly coincide taken once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _TOUCH:
            kept.append(place)
    return tuple(kept)


def _is_table(grid: Grid) -> bool:
    columns, rows = len(grid.across) - 1, len(grid.down) - 1
    return columns >= 1 and rows >= 1 and columns * rows >= 2
