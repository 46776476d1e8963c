"""The worker of a batch: takes parts one by one, has them made, keeps what came, and joins it all in the end.

A part is taken by compare-and-set and kept by its claim; a worker that falls silent loses it to the next one. Whatever
is killed at whatever moment, what was kept is never made again, and a copy is issued once. Heartbeats are real time.
"""

import logging
import math
import time
import uuid
from contextlib import ExitStack
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from tongket.core import files
from tongket.core.findings import words
from tongket.core.jobs import start_job
from tongket.core.models import Job, JobState
from tongket.documents.actions.batch_joining import join
from tongket.documents.actions.batch_workers import Worker, lay_down, taken_up
from tongket.documents.actions.copies import issue_copies
from tongket.documents.batches import SILENT_SECONDS, CopyTooLong, Made
from tongket.documents.models import Batch, Part
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.batches import keys_of, order_of
from tongket.documents.rules import BatchState
from tongket.documents.workshop import Workshop

logger = logging.getLogger(__name__)
MAKE, WATCH = "documents.make_batch", "documents.watch_batch"
WATCH_EVERY = timedelta(seconds=2 * SILENT_SECONDS)
BEAT_SECONDS = 5.0
# So long the other jobs wait, and for one part more.
SLICE_SECONDS = 3.0
MOVED = words("Văn bản vừa được sửa trong lúc làm các bản. Làm lại từ đầu để mọi bản giống nhau.")
BROKEN = words("Máy gặp lỗi khi làm các bản ({fault}). Bấm “Làm tiếp”; nếu vẫn vậy thì báo người quản trị.")


def watch_at() -> datetime:
    """When to look after a batch next."""
    return timezone.now() + WATCH_EVERY


def watch_batch(batch_id: int) -> None:
    """Takes a batch up again whose worker fell silent, for as long as it is not finished; a job."""
    batch = Batch.objects.filter(pk=batch_id, state__in=[BatchState.WAITING, BatchState.RUNNING]).first()
    if batch is None:
        return
    if batch.state == BatchState.RUNNING and _silent(batch.beaten_at):
        _queue_again(batch_id)
    start_job(WATCH, at=watch_at(), batch_id=batch_id)


def _silent(beaten_at: datetime | None) -> bool:
    return beaten_at is None or timezone.now() - beaten_at > timedelta(seconds=SILENT_SECONDS)


def make_batch(batch_id: int) -> None:
    """Makes what is left of a batch at one go, however long it takes.

    A known fault is kept as its sentence, any other one is raised as well.
    """
    _worked(batch_id, until=math.inf)


def make_slice(batch_id: int) -> None:
    """Makes some of a batch and queues the rest behind all other jobs, so that mail never waits long; a job.

    The hands go on meanwhile: what they are at when the time is over is kept in the next slice. Faults as above.
    """
    if _worked(batch_id, until=time.monotonic() + SLICE_SECONDS):
        _queue_again(batch_id)


def _queue_again(batch_id: int) -> None:
    """One job for a batch waits at most: two who took it up do not make two rows of slices."""
    if not Job.objects.filter(name=MAKE, state=JobState.WAITING, arguments__batch_id=batch_id).exists():
        start_job(MAKE, batch_id=batch_id)


def _worked(batch_id: int, *, until: float) -> bool:
    """Works at a batch until that moment of the monotonic clock; whether anything is left to do."""
    batch = Batch.objects.select_related("document__conference__host", "made_by").filter(pk=batch_id).first()
    worker = taken_up(batch_id)
    if batch is None or not _begun(batch, is_new=worker is None):
        _finish(worker)
        return False
    with ExitStack() as stack:
        # Whoever looks at the page must see a fault, and the log must have it too: it is not caught for good.
        stack.push(lambda kind, _fault, _trace: _show(batch, kind))
        try:
            return _make(batch, worker, until)
        except CopyTooLong as fault:
            _fail(batch, str(fault))
    return False


def _finish(worker: Worker | None) -> None:
    """Keeps what the hands of a batch that was stopped between two slices are at, and lets them go."""
    if worker is None:
        return
    with worker.closing:
        while worker.at_work:
            _collect(worker)


def _show(batch: Batch, kind: type[BaseException] | None) -> bool:
    if kind is not None:
        _fail(batch, BROKEN.format(fault=kind.__name__))
    return False


def _begun(batch: Batch, *, is_new: bool) -> bool:
    """Whether the batch may be worked at; two workers may be at it, each with parts of its own."""
    now = timezone.now()
    alive = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.WAITING, BatchState.RUNNING])
    run = {"started_at": now, "done_before": F("done")} if is_new else {}
    return alive.update(state=BatchState.RUNNING, beaten_at=now, **run) == 1


def _make(batch: Batch, worker: Worker | None, until: float) -> bool:
    """Makes parts, then joins them; whether time was over before all was done."""
    worker = worker or _hired(batch)
    with ExitStack() as stack:
        stack.push(worker.closing)
        if batch.is_proof and batch.revision != batch.document.revision:
            _fail(batch, MOVED)
            return False
        if _make_parts(worker, until):
            stack.pop_all()
            lay_down(worker)
            return True
    if not batch.parts.filter(done_at=None).exists():
        join(batch)
    return False


def _hired(batch: Batch) -> Worker:
    """A worker with a workshop as large as what is left to do."""
    closing = ExitStack()
    shop = closing.enter_context(Workshop(parts=batch.parts.filter(done_at=None).count()))
    worker = Worker(batch, assembled(batch.document).document, uuid.uuid4().hex, shop, closing)
    # A part that was taken and not made is free again at once.
    closing.callback(lambda: _unfinished(worker).update(claim="", claimed_at=None))
    return worker


def _make_parts(worker: Worker, until: float) -> bool:
    """Keeps every hand of the workshop busy until no part can be taken, somebody stopped the batch, or time is over.

    Whether time was over while hands are busy still.
    """
    while _give_out(worker):
        if time.monotonic() >= until:
            return True
        _collect(worker)
    return False


def _collect(worker: Worker) -> None:
    """Keeps what the hands made, once any is done, or after a while says that they are at it."""
    for ticket, made in worker.shop.done(within=BEAT_SECONDS):
        _keep(worker, worker.at_work.pop(ticket), made)
    _beat(worker)


def _give_out(worker: Worker) -> bool:
    """Gives each free hand a part; whether any hand is busy now."""
    while len(worker.at_work) < worker.shop.hands and (part := _taken(worker)) is not None:
        worker.at_work[worker.shop.give(order_of(worker.batch, part, worker.base))] = part
    return bool(worker.at_work)


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


@transaction.atomic
def _keep(worker: Worker, part: Part, made: Made) -> None:
    """Keeps what was made of a part, counts it and issues its copies, unless another worker had taken the part over.

    All at once: a worker killed within it leaves no row behind that nobody refers to; its bytes are tidied away.
    """
    now, batch = timezone.now(), worker.batch
    own = Part.objects.filter(pk=part.pk, claim=worker.claim)
    if own.filter(done_at=None).update(done_at=now, claimed_at=now) != 1:
        return
    own.update(
        **{
            which: files.store(data=data, name=f"{part.ordinal}.{ending}", now=now)
            for which, data, ending in (("printed", made.printed, "pdf"), ("zipped", made.zipped, "zip"))
            if data
        }
    )
    keys = keys_of(batch, part)
    Batch.objects.filter(pk=batch.pk).update(done=F("done") + len(keys), beaten_at=now)
    if not batch.is_proof:
        issue_copies(document=batch.document, keys=keys, by=batch.made_by, now=batch.made_at)


def _fail(batch: Batch, fault: str) -> None:
    logger.warning("batch %s failed: %s", batch.pk, fault)
    alive = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.WAITING, BatchState.RUNNING])
    alive.update(state=BatchState.FAILED, fault=fault[:500])


JOBS = {MAKE: make_slice, WATCH: watch_batch}
