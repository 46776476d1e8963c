"""Who sets the chapters of a volume: this process a few, two processes of their own many. Pure.

A chapter takes some thirty milliseconds; processes of their own leave no memory behind and let the pages go on
answering. They are given what the form reads and not the chapter itself: values of many small parts take longer to hand
over than to encode.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field

import typst

from tongket.core.children import end_with_parent
from tongket.documents.render.chapters import ForeignChapter
from tongket.documents.render.typesetting import Data
from tongket.papers.values import StandardForm
from tongket.proceedings.render.chapter_data import chapter_data, is_usual
from tongket.proceedings.render.setting import Order, set_chapter, set_data

# Starting a process takes as long as some chapters do.
FEWEST = 24
MOST_HANDS = 2
# So many chapters are set at once, for the type face is embedded once for all of them; pictures of so many letters are
# enough as well.
LOT, LOT_LETTERS = 10, 4_000_000
# So many lots are handed over before the first of them is awaited: nobody stands idle, and pictures do not fill the
# memory.
AHEAD = 3

_Made = list[bytes | None]


@dataclass(slots=True)
class _Lot:
    """Chapters to be set at once, and what the form reads of them; nothing of pages of others, which nobody sets."""

    orders: list[Order] = field(default_factory=list)
    data: list[Data | None] = field(default_factory=list)
    letters: int = 0

    def add(self, order: Order) -> None:
        """Takes a chapter in."""
        is_foreign = isinstance(order.chapter, ForeignChapter)
        data = None if is_foreign else chapter_data(order.chapter, order.form)
        self.orders.append(order)
        self.data.append(data)
        self.letters += sum(map(len, data["paper"]["pictures"])) if data and "paper" in data else 0

    @property
    def is_full(self) -> bool:
        """Whether it is to be set now."""
        return len(self.orders) >= LOT or self.letters >= LOT_LETTERS


def all_set(orders: Sequence[Order]) -> Iterator[bytes]:
    """The gathering of each order, in their order; raises as `set_chapter`."""
    if len(orders) < FEWEST:
        yield from map(set_chapter, orders)
        return
    with _pool() as pool:
        yield from _by_others(orders, pool)


def _by_others(orders: Iterable[Order], pool: ProcessPoolExecutor) -> Iterator[bytes]:
    begun: deque[tuple[_Lot, Future[_Made]]] = deque()
    for lot in _lots(orders):
        begun.append((lot, _begin(lot, pool)))
        if len(begun) > AHEAD:
            yield from _end(*begun.popleft())
    while begun:
        yield from _end(*begun.popleft())


def _lots(orders: Iterable[Order]) -> Iterator[_Lot]:
    lot = _Lot()
    for order in orders:
        lot.add(order)
        if lot.is_full:
            yield lot
            lot = _Lot()
    if lot.orders:
        yield lot


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=min(MOST_HANDS, os.cpu_count() or 1),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_parent,
    )


def _begin(lot: _Lot, pool: ProcessPoolExecutor) -> Future[_Made]:
    codes = [order.chapter.code for order in lot.orders]
    return pool.submit(set_lot, lot.data, codes, lot.orders[0].form)


def _end(lot: _Lot, future: Future[_Made]) -> Iterator[bytes]:
    for order, made in zip(lot.orders, future.result(), strict=True):
        yield set_chapter(order) if made is None else made


def set_lot(chapters: Sequence[Data | None], codes: Sequence[str], form: StandardForm) -> _Made:
    """The gathering of each chapter's data; nothing where there are none, or something in it cannot be set.

    The order of such a chapter tells what is the matter with it. Chapters of unusual letters are set alone: in a lot
    they would change the type face of all.
    """
    made: _Made = [None] * len(chapters)
    whole = {place: data for place, data in enumerate(chapters) if data is not None}
    usual = [place for place, data in whole.items() if is_usual(data)]
    together = _set_if_whole([whole[place] for place in usual], [codes[place] for place in usual], form)
    for place, gathering in zip(usual, together, strict=True):
        made[place] = gathering
    for place, data in whole.items():
        if made[place] is None:
            made[place] = _set_if_whole([data], [codes[place]], form)[0]
    return made


def _set_if_whole(chapters: Sequence[Data], codes: Sequence[str], form: StandardForm) -> _Made:
    try:
        return list(set_data(chapters, codes, form)) if chapters else []
    except typst.TypstError:
        return [None] * len(chapters)
