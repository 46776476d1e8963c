"""Who sets the chapters of a volume: this process a few, two processes of their own many. Pure.

A chapter takes some fifty milliseconds; processes of their own leave no memory behind and let the pages go on answering.
"""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from tongket.documents.workshop import end_with_parent
from tongket.proceedings.render.setting import Order, set_chapter

# Starting a process takes as long as some chapters do.
FEWEST = 30
MOST_HANDS = 2
# How many a process is given at once: neither stands idle for long when the other one has the longer papers.
AT_ONCE = 5


def all_set(orders: Sequence[Order]) -> Iterator[bytes]:
    """The gathering of each order, in their order."""
    if len(orders) < FEWEST:
        yield from map(set_chapter, orders)
        return
    with ProcessPoolExecutor(
        max_workers=min(MOST_HANDS, os.cpu_count() or 1),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_parent,
    ) as pool:
        yield from pool.map(set_chapter, orders, chunksize=AT_ONCE)
