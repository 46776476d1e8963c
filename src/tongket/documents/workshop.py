"""Who makes the parts of a batch: this process for short ones, two processes of their own for long ones. Pure.

A process of its own leaves no memory behind when a long batch ends, and lets the pages go on answering meanwhile. It is
started anew (spawn), as Windows does, and ends by itself when the process that started it is gone.
"""

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from itertools import count
from types import TracebackType
from typing import Self

from tongket.core.children import end_with_parent
from tongket.documents.batches import Made, Order
from tongket.documents.making import make_part

# Starting a process costs a second; below so many parts this process is faster.
FEWEST_PARTS = 4
MOST_HANDS = 2
# The compiler keeps what it has seen; a fresh process after so many parts keeps the memory bounded.
PARTS_PER_PROCESS = 8


class Workshop:
    """Takes orders and hands out what was made; use it as a context. `hands` is how many orders it works at at once."""

    def __init__(self, *, parts: int) -> None:
        self._pool: Executor | None = _pool() if parts >= FEWEST_PARTS else None
        self.hands = min(MOST_HANDS, os.cpu_count() or 1) if self._pool else 1
        self._begun: dict[Future[Made], int] = {}
        self._ordered: dict[int, Order] = {}
        self._tickets = count(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def give(self, order: Order) -> int:
        """Begins with an order, which `done` hands out under the returned ticket."""
        ticket = next(self._tickets)
        if self._pool is None:
            self._ordered[ticket] = order
        else:
            self._begun[self._pool.submit(make_part, order)] = ticket
        return ticket

    def done(self, *, within: float) -> Iterator[tuple[int, Made]]:
        """What was made within so many seconds, with its tickets; raises what the making raised.

        Where this process works itself, every order that waits is made now, however long it takes.
        """
        while self._ordered:
            ticket, order = self._ordered.popitem()
            yield ticket, make_part(order)
        finished, _rest = wait(self._begun, timeout=within, return_when=FIRST_COMPLETED)
        for future in finished:
            yield self._begun.pop(future), future.result()


def _pool() -> Executor:
    return ProcessPoolExecutor(
        max_workers=min(MOST_HANDS, os.cpu_count() or 1),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_parent,
        max_tasks_per_child=PARTS_PER_PROCESS,
    )
