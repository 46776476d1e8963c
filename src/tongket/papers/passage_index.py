"""The index of all papers of a host: held by this process, written to a file now and then, up to date when asked."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.db import IntegrityError, transaction

from tongket.core import clock, files
from tongket.core.models import StoredFile
from tongket.papers.copying.index import Index
from tongket.papers.models import PaperVersion, PassageIndex

# So many papers are added again by each process that starts, before one of them writes the index anew.
ADDED_ANEW = 50
# What is asked for at once; databases take no more names in one question.
A_TIME = 500
MOST_HOSTS = 8
NAME = "doan-van.idx"


@dataclass(slots=True)
class Held:
    """An index with its keys, the numbers of versions as text; `unwritten` of them are not in its file yet."""

    index: Index
    keys: set[str]
    unwritten: int = 0


class Shelf:
    """The indexes this process holds, by host, those asked for last; `asked` guards them all."""

    def __init__(self) -> None:
        self.asked = Lock()
        self._held: OrderedDict[int, Held] = OrderedDict()

    def of(self, host_id: int) -> Held:
        """The index of a host, from its file where this process has none."""
        if host_id not in self._held:
            self._held[host_id] = _read(host_id)
        self._held.move_to_end(host_id)
        while len(self._held) > MOST_HOSTS:
            self._held.popitem(last=False)
        return self._held[host_id]

    def forget(self) -> None:
        """Begins anew: the files are read again when they are asked for."""
        self._held.clear()


SHELF = Shelf()


def index_of(host_id: int) -> Held:
    """The index of every paper version of this host that has a text, brought up to date.

    Three queries where this process holds it, one more for each 500 papers that came since, and a few where it is
    written anew.
    """
    with SHELF.asked:
        held = SHELF.of(host_id)
        found = PaperVersion.objects.filter(paper__duty__conference__host=host_id).exclude(text="")
        missing = [pk for pk in found.order_by("pk").values_list("pk", flat=True) if str(pk) not in held.keys]
        _add(held, missing)
        if held.unwritten >= ADDED_ANEW:
            _write(host_id, held, now=clock.now())
        return held


def _add(held: Held, missing: Sequence[int]) -> None:
    """Adds the texts of these versions: all in one go to an empty index, one after the other to a large one."""
    if not held.keys:
        held.index = Index(_texts(missing))
    else:
        for key, text in _texts(missing):
            held.index.add(key, text)
    held.keys.update(map(str, missing))
    held.unwritten += len(missing)


def _texts(versions: Sequence[int]) -> Iterator[tuple[str, str]]:
    for first in range(0, len(versions), A_TIME):
        rows = PaperVersion.objects.filter(pk__in=versions[first : first + A_TIME])
        for pk, text in rows.values_list("pk", "text"):
            yield str(pk), text


def _read(host_id: int) -> Held:
    """The index as it was last written; an empty one where none was, or the storage lost it."""
    row = PassageIndex.objects.filter(host=host_id).select_related("file").first()
    try:
        return Held(Index.from_bytes(files.read(row.file)), set(row.keys)) if row else Held(Index(), set())
    except (OSError, ValueError):
        return Held(Index(), set())


def _write(host_id: int, held: Held, *, now: datetime) -> None:
    """Writes the index and lets the file go that it replaces; whoever is second in a race leaves it."""
    try:
        _replace(host_id, held, now=now)
    except IntegrityError:
        return
    held.unwritten = 0


@transaction.atomic
def _replace(host_id: int, held: Held, *, now: datetime) -> None:
    file = files.store(data=held.index.to_bytes(), name=NAME, now=now)
    before = StoredFile.objects.filter(pk__in=PassageIndex.objects.filter(host=host_id).values("file")).first()
    PassageIndex.objects.update_or_create(host_id=host_id, defaults={"file": file, "keys": sorted(held.keys)})
    if before is not None:
        files.discard(before)
