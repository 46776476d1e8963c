"""The worker of a batch: takes parts one by one, has them made, keeps what came, and joins it all in the end.

A part is taken by compare-and-set and kept by its claim; a worker that falls silent loses it to the next one. Whatever
is killed at whatever moment, what was kept is never made again, and a copy is issued once. Heartbeats are real time.
"""

import logging
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from tongket.core import files
from tongket.core.findings import words
from tongket.core.jobs import start_job
from tongket.core.models import StoredFile
from tongket.documents.actions.copies import issue_copies
from tongket.documents.batches import SILENT_SECONDS, CopyTooLong, Made, file_stem
from tongket.documents.making import joined, repacked
from tongket.documents.models import Batch, Part
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.batches import keys_of, order_of
from tongket.documents.render.values import OfficialDocument
from tongket.documents.rules import BatchState
from tongket.documents.workshop import Workshop

logger = logging.getLogger(__name__)
MAKE, WATCH = "documents.make_batch", "documents.watch_batch"
WATCH_EVERY = timedelta(seconds=2 * SILENT_SECONDS)
BEAT_SECONDS = 5.0
MOVED = words("Văn bản vừa được sửa trong lúc làm các bản. Làm lại từ đầu để mọi bản giống nhau.")
BROKEN = words("Máy gặp lỗi khi làm các bản ({fault}). Bấm “Làm tiếp”; nếu vẫn vậy thì báo người quản trị.")


@dataclass(frozen=True, slots=True)
class Worker:
    """One worker at one batch, with the name that it claims parts by."""

    batch: Batch
    base: OfficialDocument
    claim: str


def watch_at() -> datetime:
    """When to look after a batch next."""
    return timezone.now() + WATCH_EVERY


def watch_batch(batch_id: int) -> None:
    """Takes a batch up again whose worker fell silent, for as long as it is not finished; a job."""
    batch = Batch.objects.filter(pk=batch_id, state__in=[BatchState.WAITING, BatchState.RUNNING]).first()
    if batch is None:
        return
    if batch.state == BatchState.RUNNING and _silent(batch.beaten_at):
        start_job(MAKE, batch_id=batch_id)
    start_job(WATCH, at=watch_at(), batch_id=batch_id)


def _silent(beaten_at: datetime | None) -> bool:
    return beaten_at is None or timezone.now() - beaten_at > timedelta(seconds=SILENT_SECONDS)


def make_batch(batch_id: int) -> None:
    """Makes what is left of a batch; a job. A known fault is kept as its sentence, any other one is raised as well."""
    batch = Batch.objects.select_related("document__conference__host", "made_by").filter(pk=batch_id).first()
    if batch is None or not _begun(batch):
        return
    with ExitStack() as stack:
        # Whoever looks at the page must see a fault, and the log must have it too: it is not caught for good.
        stack.push(lambda kind, _fault, _trace: _show(batch, kind))
        try:
            _make(batch)
        except CopyTooLong as fault:
            _fail(batch, str(fault))


def _show(batch: Batch, kind: type[BaseException] | None) -> bool:
    if kind is not None:
        _fail(batch, BROKEN.format(fault=kind.__name__))
    return False


def _begun(batch: Batch) -> bool:
    """Whether the batch may be worked at; two workers may be at it, each with parts of its own."""
    now = timezone.now()
    alive = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.WAITING, BatchState.RUNNING])
    return alive.update(state=BatchState.RUNNING, beaten_at=now, started_at=now, done_before=F("done")) == 1


def _make(batch: Batch) -> None:
    worker = Worker(batch, assembled(batch.document).document, uuid.uuid4().hex)
    if batch.is_proof and batch.revision != batch.document.revision:
        _fail(batch, MOVED)
        return
    with Workshop(parts=batch.parts.filter(done_at=None).count()) as shop, ExitStack() as stack:
        # A part that was taken and not made is free again at once.
        stack.callback(lambda: _unfinished(worker).update(claim="", claimed_at=None))
        _make_parts(worker, shop)
    if not batch.parts.filter(done_at=None).exists():
        _join(batch)


def _make_parts(worker: Worker, shop: Workshop) -> None:
    """Keeps every hand of the workshop busy until no part can be taken, or somebody stopped the batch."""
    at_work: dict[int, Part] = {}
    while _give_out(worker, shop, at_work):
        for ticket, made in shop.done(within=BEAT_SECONDS):
            _keep(worker, at_work.pop(ticket), made)
        _beat(worker)


def _give_out(worker: Worker, shop: Workshop, at_work: dict[int, Part]) -> bool:
    """Gives each free hand a part, which `at_work` keeps by its ticket; whether any hand is busy now."""
    while len(at_work) < shop.hands and (part := _taken(worker)) is not None:
        at_work[shop.give(order_of(worker.batch, part, worker.base))] = part
    return bool(at_work)


def _unfinished(worker: Worker) -> QuerySet[Part]:
    return Part.objects.filter(batch=worker.batch, claim=worker.claim, done_at=None)


def _taken(worker: Worker) -> Part | None:
    """The next part that nobody is at, now this worker's; None where there is none or the batch was stopped."""
    if not Batch.objects.filter(pk=worker.batch.pk, state=BatchState.RUNNING).exists():
        return None
    lost = timezone.now() - timedelta(seconds=SILENT_SECONDS)
    free = Part.objects.filter(Q(claim="") | Q(claimed_at__lt=lost), batch=worker.batch, done_at=None)
    for part in free.order_by("ordinal"):
        same = Part.objects.filter(pk=part.pk, claim=part.claim, claimed_at=part.claimed_at, done_at=None)
        if same.update(claim=worker.claim, claimed_at=timezone.now()) == 1:
            return part
    return None


def _beat(worker: Worker) -> None:
    """Says that this worker lives, for the batch and for the parts it is at."""
    now = timezone.now()
    _unfinished(worker).update(claimed_at=now)
    Batch.objects.filter(pk=worker.batch.pk).update(beaten_at=now)


def _keep(worker: Worker, part: Part, made: Made) -> None:
    """Keeps what was made of a part, unless another worker had taken the part over."""
    now = timezone.now()
    kept = [files.store(data=data, name=name, now=now) for data, name in _files(part, made) if data]
    if not _counted(worker, part, kept):
        _discard(kept)


@transaction.atomic
def _counted(worker: Worker, part: Part, kept: Sequence[StoredFile]) -> bool:
    """Counts a part as done and issues its copies; whether this worker still held it."""
    now, batch = timezone.now(), worker.batch
    own = Part.objects.filter(pk=part.pk, claim=worker.claim, done_at=None)
    made = dict(zip(("printed", "zipped"), kept, strict=False))
    if own.update(done_at=now, claimed_at=now, **made) != 1:
        return False
    keys = keys_of(batch, part)
    Batch.objects.filter(pk=batch.pk).update(done=F("done") + len(keys), beaten_at=now)
    if not batch.is_proof:
        issue_copies(document=batch.document, keys=keys, by=batch.made_by, now=batch.made_at)
    return True


def _discard(kept: Iterable[StoredFile]) -> None:
    for file in kept:
        files.discard(file)


def _files(part: Part, made: Made) -> tuple[tuple[bytes, str], ...]:
    return (made.printed, f"{part.ordinal}.pdf"), (made.zipped, f"{part.ordinal}.zip")


def _join(batch: Batch) -> None:
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
    _discard(kept)


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
    _discard(file for part in parts for file in (part.printed, part.zipped) if file is not None)


def _fail(batch: Batch, fault: str) -> None:
    logger.warning("batch %s failed: %s", batch.pk, fault)
    alive = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.WAITING, BatchState.RUNNING])
    alive.update(state=BatchState.FAILED, fault=fault[:500])


JOBS = {MAKE: make_batch, WATCH: watch_batch}
