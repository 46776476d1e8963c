"""The end of a batch: its parts become one print file and one .zip, and are let go."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import BinaryIO

from django.utils import timezone

from tongket.core import files
from tongket.core.models import StoredFile
from tongket.documents.batches import file_stem
from tongket.documents.making import joined, repacked
from tongket.documents.models import Batch
from tongket.documents.rules import BatchState


def join(batch: Batch) -> None:
    """Makes the one print file and the one .zip of all parts; of two workers who join at once the first one's stay."""
    name = file_stem(f"{batch.document.kind} {batch.document.pk}-{batch.ordinal}")
    now = timezone.now()
    with ExitStack() as stack:
        printed = stack.enter_context(tempfile.TemporaryFile())
        zipped = stack.enter_context(tempfile.TemporaryFile())
        joined(_each(batch, "printed"), printed)
        kept = [_stored(printed, f"{name}.pdf", now)]
        if batch.is_zipped:
            repacked(_each(batch, "zipped"), zipped)
            kept.append(_stored(zipped, f"{name}.zip", now))
    waiting = Batch.objects.filter(pk=batch.pk, state=BatchState.RUNNING, printed=None)
    files_of_batch = dict(zip(("printed", "zipped"), kept, strict=False))
    if waiting.update(state=BatchState.DONE, beaten_at=now, **files_of_batch) == 1:
        _let_go(batch)
        return
    discard(kept)


def _each(batch: Batch, which: str) -> Iterator[bytes]:
    """The files of the parts in order, one after another."""
    for part in batch.parts.select_related(which).order_by("ordinal"):
        file: StoredFile | None = getattr(part, which)
        if file is not None:
            yield files.read(file)
        Batch.objects.filter(pk=batch.pk).update(beaten_at=timezone.now())


def _stored(source: BinaryIO, name: str, now: datetime) -> StoredFile:
    return files.store_long(source=source, name=name, now=now)


def _let_go(batch: Batch) -> None:
    """The files of single parts are in the joined ones."""
    parts = batch.parts.select_related("printed", "zipped")
    discard(file for part in parts for file in (part.printed, part.zipped) if file is not None)


def discard(kept: Iterable[StoredFile]) -> None:
    """Lets files go that nobody refers to."""
    for file in kept:
        files.discard(file)
