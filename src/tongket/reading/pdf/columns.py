"""Finds two columns that stand side by side, as in the head and the foot of every official document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.reading.pdf.rows import Row

_GUTTER = 6.0
_NEXT_LINE = 2.2
_MIDDLE_WITHIN = 6.0


@dataclass(frozen=True, slots=True)
class Block:
    """Rows to be read one after another; `column` says that another column stands beside them."""

    rows: list[Row]
    column: bool = False


@dataclass(frozen=True, slots=True)
class _Band:
    """The rows from `first` up to `last` (not included) on both sides of the empty strip around `middle`."""

    first: int
    last: int
    middle: float


def blocks_of(rows: Sequence[Row]) -> Iterator[Block]:
    """The rows in reading order: plain rows as they come, two columns as left, then right."""
    start = place = 0
    while place < len(rows):
        band = _band_at(rows, place, start)
        if band is None:
            place += 1
            continue
        if band.first > start:
            yield Block(list(rows[start : band.first]))
        yield from _columns(rows[band.first : band.last], band.middle)
        start = place = band.last
    if start < len(rows):
        yield Block(list(rows[start:]))


def _columns(rows: Sequence[Row], middle: float) -> Iterator[Block]:
    for left, right in ((float("-inf"), middle), (middle, float("inf"))):
        yield Block([part for row in rows if (part := row.part(left, right))], column=True)


def _band_at(rows: Sequence[Row], first: int, earliest: int) -> _Band | None:
    """The band whose first row with two sides is `first`, None where there are no two columns.

    Two rows at least have words on both sides, and most have not more than two pieces: else it is a table.
    """
    if len(rows[first].pieces) != 2:
        return None
    strip, last, sided = _widest_gap(rows[first]), first + 1, [first]
    while last < len(rows):
        narrowed = _narrowed(strip, rows[last])
        if narrowed is None:
            break
        strip = narrowed
        if rows[last].left < strip[0] and rows[last].right > strip[1]:
            sided.append(last)
        last += 1
    if len(sided) < 2 or sum(len(rows[each].pieces) == 2 for each in sided) * 2 <= len(sided):
        return None
    last = _trimmed(rows, sided[-1], last)
    return _Band(_raised(rows, first, earliest, strip[0]), last, (strip[0] + strip[1]) / 2)


def _widest_gap(row: Row) -> tuple[float, float]:
    return row.pieces[0].right, row.pieces[1].left


def _narrowed(strip: tuple[float, float], row: Row) -> tuple[float, float] | None:
    """What is left of an empty strip beside the pieces of `row`; None where one of them crosses it."""
    left, right = strip
    for piece in row.pieces:
        if piece.right <= (left + right) / 2:
            left = max(left, piece.right)
        elif piece.left >= (left + right) / 2:
            right = min(right, piece.left)
        else:
            left, right = _beside(left, right, piece.left, piece.right)
    return (left, right) if right - left >= _GUTTER else None


def _beside(left: float, right: float, begin: float, end: float) -> tuple[float, float]:
    """The wider part of a strip beside something that covers its middle."""
    before, behind = (left, min(right, begin)), (max(left, end), right)
    return max(before, behind, key=lambda strip: strip[1] - strip[0])


def _trimmed(rows: Sequence[Row], sided: int, last: int) -> int:
    """Where the band ends: rows below the last one with two sides belong to it while they follow closely."""
    end = sided + 1
    while end < last and _is_next(rows[end - 1], rows[end]) and not _is_in_the_middle(rows[end], rows):
        end += 1
    return end


def _raised(rows: Sequence[Row], first: int, earliest: int, left: float) -> int:
    """Where the band begins: rows of the right column that stand closely above its first row belong to it."""
    while first > earliest and rows[first - 1].left > left and _is_next(rows[first - 1], rows[first]):
        if _is_in_the_middle(rows[first - 1], rows):
            break
        first -= 1
    return first


def _is_next(row: Row, following: Row) -> bool:
    return row.baseline - following.baseline <= _NEXT_LINE * following.size


def _is_in_the_middle(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row is set in the middle of the page, as the kind of document below the head is."""
    page = min(each.left for each in rows) + max(each.right for each in rows)
    return abs(row.left + row.right - page) <= 2 * _MIDDLE_WITHIN
