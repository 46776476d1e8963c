"""Keeps what many leaves below one unit add up to lot by lot, so that one report more reads its own lot alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from tongket.conferences.models import Conference
from tongket.core.lots import batched
from tongket.core.many_rows import insert_rows
from tongket.reviews.models import Indicator, LeafLot, Period, Review
from tongket.reviews.queries.sums import Cell, Sums, sums_of
from tongket.reviews.queries.tree import Tree
from tongket.reviews.tallying.values import Given

# Below so many leaves the database adds them up as fast as it would find their lots.
MANY = 256
LOT = 64
ROWS_AT_ONCE = 100
COLUMNS = ("node", "number", "stamp", "sums")
# A lot is known by the node that gathers its leaves and its number.
Key = tuple[int, int]
LotSums = dict[Cell, Given]


def crowded(tree: Tree, nodes: Iterable[int]) -> dict[int, list[int]]:
    """Those of `nodes` that have many leaves right below them, with these."""
    return {node: leaves for node, leaves in tree.leaves_of(nodes).items() if len(leaves) >= MANY}


def kept_sums(
    conference: Conference,
    tree: Tree,
    crowds: dict[int, list[int]],
    indicators: Sequence[Indicator],
    periods: Sequence[Period],
    *,
    told: Review | None,
) -> Sums:
    """What the leaves of each crowd gave together; lots that are not what they were are added up anew and kept.

    `told` is the review that changed: its lot is added up anew whatever its stamp says. None adds up all of them.
    """
    lots = _lots(crowds)
    asked = _asked(indicators, periods)
    stamps = {key: _stamp(asked, tree, leaves) for key, leaves in lots.items()}
    kept = {} if told is None else _kept(conference, stamps)
    fresh = {
        key: sums_of(leaves, indicators, [period.pk for period in periods])
        for key, leaves in lots.items()
        if key not in kept or (told is not None and told.pk in leaves)
    }
    _keep(conference, [(*key, stamps[key], _as_rows(sums)) for key, sums in fresh.items()])
    _forget_others(conference, lots, told)
    return _together(kept | fresh)


def _lots(crowds: dict[int, list[int]]) -> dict[Key, list[int]]:
    """The leaves of each crowd by lot: neighbours by key, so that one that comes or goes changes no other lot."""
    found: dict[Key, list[int]] = {}
    for node, leaves in crowds.items():
        for key in leaves:
            found.setdefault((node, key // LOT), []).append(key)
    return found


def _asked(indicators: Sequence[Indicator], periods: Sequence[Period]) -> bytes:
    """A name for what is asked and how it is gathered."""
    rows = [(row.pk, row.code, row.gather, row.numerator, row.denominator) for row in indicators]
    return repr((rows, [period.pk for period in periods])).encode()


def _stamp(asked: bytes, tree: Tree, leaves: Sequence[int]) -> str:
    standing = repr([(key, tree.reviews[key].is_counted) for key in leaves])
    return blake2b(asked + standing.encode(), digest_size=32).hexdigest()


def _kept(conference: Conference, stamps: dict[Key, str]) -> dict[Key, LotSums]:
    """The lots that are kept under these stamps; one query."""
    rows = LeafLot.objects.filter(conference=conference, node__in={node for node, _number in stamps})
    return {
        (node, number): _from_rows(sums)
        for node, number, stamp, sums in rows.values_list(*COLUMNS)
        if stamps.get((node, number)) == stamp
    }


def _keep(conference: Conference, rows: Iterable[tuple[object, ...]]) -> None:
    for some in batched(rows, ROWS_AT_ONCE):
        shared = {"conference": conference.pk}
        insert_rows(LeafLot, COLUMNS, some, shared=shared, renew_by=("conference", "node", "number"))


def _forget_others(conference: Conference, lots: Collection[Key], told: Review | None) -> None:
    """Takes away lots that are none now; of a review that changed those it may stand in again another day.

    A lot elsewhere, or of a node with few leaves now, would fit again once they are back, without the change.
    """
    rows = LeafLot.objects.filter(conference=conference)
    rows = rows if told is None else rows.filter(number=told.pk // LOT)
    known = rows.values_list("pk", "node", "number")
    LeafLot.objects.filter(pk__in=[pk for pk, *key in known if tuple(key) not in lots]).delete()


def _together(lots: Mapping[Key, LotSums]) -> Sums:
    """The lots of each node as one."""
    found: Sums = {}
    for (node, _number), sums in lots.items():
        for cell, given in sums.items():
            at = found.setdefault(cell, {})
            at[node] = at[node] + given if node in at else given
    return found


def _as_rows(sums: LotSums) -> list[list[object]]:
    return [
        [*cell, *map(_text, (given.total, given.numerator, given.denominator)), given.number]
        for cell, given in sums.items()
    ]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _from_rows(rows: Iterable[Sequence[Any]]) -> LotSums:
    """The reverse of `_as_rows`."""
    return {
        (indicator, period): Given(_decimal(total), _decimal(numerator), _decimal(denominator), number)
        for indicator, period, total, numerator, denominator, number in rows
    }


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
