"""The end of a batch: its parts become one print file and one .zip, and are let go."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import chain
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from tongket.core import files
from tongket.core.models import StoredFile
from tongket.documents.batches import IN_PRINT, SINGLY, batch_part
from tongket.documents.making import joined, repacked
from tongket.documents.models import Batch
from tongket.documents.queries.file_names import download_name
from tongket.documents.rules import BatchState


def join(batch: Batch) -> None:
    """Makes the one print file and the one .zip of all parts; of two workers who join at once the first one's stay."""
    with ExitStack() as stack:
        printed = stack.enter_context(tempfile.TemporaryFile())
        joined(_each(batch, "printed"), printed)
        made: dict[str, tuple[BinaryIO, str]] = {"printed": (printed, _name(batch, IN_PRINT, "pdf"))}
        if batch.is_zipped:
            zipped = stack.enter_context(tempfile.TemporaryFile())
            repacked(_each(batch, "zipped"), zipped)
            made["zipped"] = (zipped, _name(batch, SINGLY, "zip"))
        _keep(batch, made)


def _name(batch: Batch, sort: str, ending: str) -> str:
    return download_name(batch.document, ending, part=batch_part(sort, batch.ordinal, is_proof=batch.is_proof))


@transaction.atomic
def _keep(batch: Batch, made: Mapping[str, tuple[BinaryIO, str]]) -> None:
    """Keeps the joined files, by field with their names, and lets those of the parts go.

    All at once: a worker killed within it leaves no row behind that nobody refers to; its bytes are tidied away.
    """
    now = timezone.now()
    own = Batch.objects.filter(pk=batch.pk)
    if own.filter(state=BatchState.RUNNING, printed=None).update(state=BatchState.DONE, beaten_at=now) != 1:
        return
    own.update(**{which: files.store_long(source=source, name=name, now=now) for which, (source, name) in made.items()})
    of_parts = ((part.printed, part.zipped) for part in batch.parts.select_related("printed", "zipped"))
    for file in filter(None, chain.from_iterable(of_parts)):
        files.discard(file)


def _each(batch: Batch, which: str) -> Iterator[bytes]:
    """The files of the parts in order, one after another."""
    for part in batch.parts.select_related(which).order_by("ordinal"):
        file: StoredFile | None = getattr(part, which)
        if file is not None:
            yield files.read(file)
        Batch.objects.filter(pk=batch.pk).update(beaten_at=timezone.now())
