"""Who sets the chapters of a volume: this process a few, two processes of their own many. Pure.

A chapter takes some forty milliseconds; processes of their own leave no memory behind and let the pages go on
answering. They are given what the form reads and not the chapter itself: values of many small parts take longer to hand
over than to encode.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

import typst

from tongket.core.children import end_with_parent
from tongket.documents.render.chapters import ForeignChapter
from tongket.documents.render.typesetting import Data
from tongket.proceedings.render.chapter_data import chapter_data
from tongket.proceedings.render.setting import Order, set_chapter, set_data

# Starting a process takes as long as some chapters do.
FEWEST = 24
MOST_HANDS = 2
# So many are handed over before the first of them is awaited: nobody stands idle, and pictures do not fill the memory.
AHEAD = 12

_Begun = tuple[Order, Future[bytes | None] | None]


def all_set(orders: Sequence[Order]) -> Iterator[bytes]:
    """The gathering of each order, in their order; raises as `set_chapter`."""
    if len(orders) < FEWEST:
        yield from map(set_chapter, orders)
        return
    with _pool() as pool:
        yield from _by_others(orders, pool)


def _by_others(orders: Iterable[Order], pool: ProcessPoolExecutor) -> Iterator[bytes]:
    begun: deque[_Begun] = deque()
    for order in orders:
        begun.append((order, _begin(order, pool)))
        if len(begun) > AHEAD:
            yield _end(*begun.popleft())
    while begun:
        yield _end(*begun.popleft())


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=min(MOST_HANDS, os.cpu_count() or 1),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_parent,
    )


def _begin(order: Order, pool: ProcessPoolExecutor) -> Future[bytes | None] | None:
    """Hands an order over; pages of others take no time and stay here."""
    if isinstance(order.chapter, ForeignChapter):
        return None
    return pool.submit(set_if_whole, chapter_data(order.chapter, order.form), order.chapter.code)


def _end(order: Order, future: Future[bytes | None] | None) -> bytes:
    made = None if future is None else future.result()
    return set_chapter(order) if made is None else made


def set_if_whole(data: Data, code: str) -> bytes | None:
    """The gathering of a chapter's data; nothing where something in it cannot be set, which its chapter then tells."""
    try:
        return set_data(data, code)
    except typst.TypstError:
        return None
