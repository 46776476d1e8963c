"""Finds ruled tables on a page and the cell in which each piece of text stands."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.reading.pdf.glyphs import Rule
from tongket.reading.pdf.rows import Piece

_TOUCH = 3.0
# So many lines are a drawing, and comparing them takes the square of their number.
_DRAWING = 1500


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its upright rules stand from left to right, its lying ones from top to bottom."""

    across: tuple[float, ...]
    down: tuple[float, ...]

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
    across = [(rule.left + rule.right) / 2 for rule in rules if rule.is_upright]
    down = [-(rule.bottom + rule.top) / 2 for rule in rules if not rule.is_upright]
    return Grid(_apart(across), _apart(down))


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
