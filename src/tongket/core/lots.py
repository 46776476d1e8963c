"""Values in lots, as databases and typesetters take them. Pure."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_T = TypeVar("_T")


def batched(values: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """`values` in their order, `size` at a time."""
    rest = iter(values)
    while lot := list(islice(rest, size)):
        yield lot
