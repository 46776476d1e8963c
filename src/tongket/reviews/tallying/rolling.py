"""The roll-up itself: from the units without others below them up to the host, level by level.

A unit that gave its own figure stands behind it: that one goes up, and what those below add up to is kept beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tongket.reviews.rules import Gather
from tongket.reviews.tallying.values import Given, Rolled

# The key of the host, which gathers the reviews that are gathered into no other.
HOST = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A review with others below it: `upper` is the one it goes into, None for the host.

    `leaves` are the reviews right below it that have none below themselves, whether they came or not.
    """

    key: int
    upper: int | None
    leaves: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure that is asked: indicator and period by key, and how it is gathered."""

    indicator: int
    period: int
    gather: Gather


def lowest_first(nodes: Iterable[Node]) -> list[Node]:
    """The nodes so that each stands before the one it goes into; a node whose upper one is not there is a root."""
    known = {node.key: node for node in nodes}
    depths: dict[int, int] = {}
    for key in known:
        path: list[int] = []
        at: int | None = key
        while at is not None and at in known and at not in depths and at not in path:
            path.append(at)
            at = known[at].upper
        base = depths.get(at, -1) if at is not None else -1
        for step, passed in enumerate(reversed(path), 1):
            depths[passed] = base + step
    return sorted(known.values(), key=lambda node: -depths[node.key])


def roll(
    nodes: Sequence[Node],
    asked: Asked,
    *,
    leaves: Mapping[int, Given],
    own: Mapping[int, Given],
    inner: Mapping[int, Rolled] | None = None,
) -> Iterator[tuple[int, Rolled]]:
    """Each node with its figures for one thing asked; `nodes` come lowest first.

    `leaves` is what the leaves right below a node gave together, `own` what the node's unit gave itself. `inner` is,
    for a node of which only some below are among `nodes`, what the others with units below them add up to already.
    """
    sums = dict(inner or {})
    for node in nodes:
        here = _here(sums.get(node.key, Rolled()), node, leaves.get(node.key, Given()), own.get(node.key), asked.gather)
        if node.upper is not None:
            sums[node.upper] = with_part(sums.get(node.upper, Rolled()), here)
        yield node.key, here


def with_part(sums: Rolled, part: Rolled) -> Rolled:
    """`sums` with one more unit right below that has others below it."""
    return Rolled(
        below=sums.below + part.given,
        expected=sums.expected + part.expected,
        parts=sums.parts + 1,
        parts_in=sums.parts_in + (part.given.number > 0),
    )


def _here(inner: Rolled, node: Node, leaves: Given, own: Given | None, gather: Gather) -> Rolled:
    below, expected = inner.below + leaves, inner.expected + node.leaves
    return Rolled(
        given=_own(own, expected, gather) if own else below,
        below=below,
        expected=expected,
        parts=inner.parts + node.leaves,
        parts_in=inner.parts_in + leaves.number,
        is_own=own is not None,
    )


def _own(own: Given, expected: int, gather: Gather) -> Given:
    """A unit's own figure speaks for all below it; a mean of theirs weighs as many units as it is the mean of."""
    weight = max(expected, 1)
    total = own.total * weight if gather is Gather.MEAN and own.total is not None else own.total
    return Given(total, own.numerator, own.denominator, weight)
