"""Who hears that exemplars became one, or two again: rooms that come later and count them."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol


class Listener(Protocol):
    """Who is told which exemplars are counted otherwise than before, by number."""

    def __call__(self, exemplars: Collection[int], *, now: datetime) -> None:
        """Hears of the change."""


tell: list[Listener] = []


def changed(exemplars: Collection[int], *, now: datetime) -> None:
    """Says that these exemplars are counted otherwise; called within the transaction that changes it."""
    for listener in tell:
        listener(exemplars, now=now)
