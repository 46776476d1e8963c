"""Workers at batches whose hands go on while other jobs have their turn: laid down between two slices, taken up again.

They live in this process only. One that nobody takes up (another process went on with its batch) lets its hands go;
its parts are free for others as soon as it counts as silent.
"""

import threading
from contextlib import ExitStack
from dataclasses import dataclass, field

from tongket.documents.batches import SILENT_SECONDS
from tongket.documents.models import Batch, Part
from tongket.documents.render.values import OfficialDocument
from tongket.documents.workshop import Workshop

LONGEST_REST = 4.0 * SILENT_SECONDS


@dataclass(slots=True, eq=False)
class Worker:
    """One worker at one batch: the name that it claims parts by, its hands, and by ticket the parts they are at.

    `closing` lets the hands go and frees the parts that were not made.
    """

    batch: Batch
    base: OfficialDocument
    claim: str
    shop: Workshop
    closing: ExitStack
    at_work: dict[int, Part] = field(default_factory=dict)
    timer: threading.Timer | None = None


_resting: dict[int, Worker] = {}


def lay_down(worker: Worker) -> None:
    """Keeps a worker for the next slice of its batch."""
    worker.timer = threading.Timer(LONGEST_REST, _dismiss, (worker,))
    worker.timer.daemon = True
    _resting[worker.batch.pk] = worker
    worker.timer.start()


def taken_up(batch_id: int) -> Worker | None:
    """The worker that was laid down at a batch, no longer resting; None where this process has none."""
    worker = _resting.pop(batch_id, None)
    if worker is not None and worker.timer is not None:
        worker.timer.cancel()
    return worker


def _dismiss(worker: Worker) -> None:
    """Lets the hands of a forgotten worker go; asks no database, for this is the timer's own thread."""
    if _resting.get(worker.batch.pk) is worker and _resting.pop(worker.batch.pk, None) is worker:
        worker.shop.__exit__(None, None, None)
