"""Keeps the chapters of a volume as they were set, from one build to the next."""

from collections.abc import Iterator, MutableMapping
from datetime import datetime, timedelta

from django.db import transaction

from tongket.core import files
from tongket.proceedings.models import Build, KeptChapter, Volume

NAME = "chuong.pdf"
# Long after its last build a volume is rarely bound again: setting all of it anew then is cheaper than keeping it.
KEPT_FOR = timedelta(days=30)


class VolumeShelf(MutableMapping[str, bytes]):
    """The kept chapters of one volume by their keys. One query; a file is read when it is asked for.

    What is put on it is written by `keep` only.
    """

    def __init__(self, volume: Volume) -> None:
        self.volume = volume
        self._rows = {row.key: row for row in KeptChapter.objects.filter(volume=volume).select_related("file")}
        self._new: dict[str, bytes] = {}
        self._asked: set[str] = set()

    def __getitem__(self, key: str) -> bytes:
        """A chapter; one whose file is lost is as one that was never kept."""
        self._asked.add(key)
        if key in self._new:
            return self._new[key]
        try:
            return files.read(self._rows[key].file)
        except OSError as fault:
            raise KeyError(key) from fault

    def __setitem__(self, key: str, data: bytes) -> None:
        """Puts a chapter on the shelf."""
        self._asked.add(key)
        self._new[key] = data

    def __delitem__(self, key: str) -> None:
        """Takes a new chapter off again."""
        del self._new[key]

    def __iter__(self) -> Iterator[str]:
        """The keys of all that stands on it."""
        return iter(self._rows | self._new)

    def __len__(self) -> int:
        """How many chapters stand on it."""
        return len(self._rows | self._new)

    @transaction.atomic
    def keep(self, *, now: datetime) -> None:
        """Writes what is new, and clears away what nobody asked for and what was lost; two builds may end at once."""
        Volume.objects.select_for_update().get(pk=self.volume.pk)
        kept = {row.key: row for row in KeptChapter.objects.filter(volume=self.volume).select_related("file")}
        for key in [key for key in kept if key not in self._asked or key in self._new]:
            _clear(kept[key])
        for key, data in self._new.items():
            file = files.store(data=data, name=NAME, now=now)
            KeptChapter.objects.create(volume=self.volume, key=key, file=file)


def clear_old(*, now: datetime) -> None:
    """Clears away the chapters of volumes that nobody has bound for long."""
    recent = Build.objects.filter(queued_at__gte=now - KEPT_FOR).values("volume")
    for row in KeptChapter.objects.exclude(volume__in=recent).select_related("file"):
        _clear(row)


@transaction.atomic
def _clear(row: KeptChapter) -> None:
    row.delete()
    files.discard(row.file)
