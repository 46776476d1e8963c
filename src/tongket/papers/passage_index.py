"""The index of all papers of a host: held by this process, written to a file now and then, up to date when asked."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock
from uuid import UUID

from django.db import IntegrityError, transaction

from tongket.core import clock, files
from tongket.core.models import StoredFile
from tongket.papers.copying.index import Index
from tongket.papers.models import PaperVersion, PassageIndex

# So many papers are added again by each process that starts, before one of them writes the index anew.
ADDED_ANEW = 50
MOST_HOSTS = 8
NAME = "doan-van.idx"


class _Shelf:
    """The indexes this process holds, by host, those asked for last; `asked` guards them all."""

    def __init__(self) -> None:
        self.asked = Lock()
        self._kept: OrderedDict[int, Index] = OrderedDict()

    def of(self, host_id: int) -> Index:
        """The index of a host, from its file where this process has none."""
        if host_id not in self._kept:
            self._kept[host_id] = _read(host_id)
        self._kept.move_to_end(host_id)
        while len(self._kept) > MOST_HOSTS:
            self._kept.popitem(last=False)
        return self._kept[host_id]

    def forget(self) -> None:
        """Begins anew: the files are read again when they are asked for."""
        self._kept.clear()


SHELF = _Shelf()


def index_of(host_id: int) -> Index:
    """The index of every paper version of this host that has a text, brought up to date; at most five queries."""
    with SHELF.asked:
        index = SHELF.of(host_id)
        found = PaperVersion.objects.filter(paper__duty__conference__host=host_id).exclude(text="")
        there = set(found.values_list("pk", flat=True))
        missing = there - {int(key) for key in index.keys}
        for pk, text in PaperVersion.objects.filter(pk__in=missing).values_list("pk", "text") if missing else ():
            index.add(str(pk), text)
        if len(missing) >= ADDED_ANEW:
            _write(host_id, index, now=clock.now())
        return index


def _read(host_id: int) -> Index:
    """The index as it was last written; an empty one where none was, or the storage lost it."""
    row = PassageIndex.objects.filter(host=host_id).select_related("file").first()
    try:
        return Index.from_bytes(files.read(row.file)) if row else Index()
    except (OSError, ValueError):
        return Index()


def _write(host_id: int, index: Index, *, now: datetime) -> None:
    """Writes the index and lets the file go that it replaces; whoever is second in a race leaves it."""
    try:
        with transaction.atomic():
            file = files.store(data=index.to_bytes(), name=NAME, now=now)
            before = PassageIndex.objects.filter(host=host_id).values_list("file", flat=True).first()
            PassageIndex.objects.update_or_create(host_id=host_id, defaults={"file": file})
            _let_go(before)
    except IntegrityError:
        return


def _let_go(file_id: UUID | None) -> None:
    if file_id is not None:
        files.discard(StoredFile.objects.get(pk=file_id))
