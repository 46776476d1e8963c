"""The batch of a document's single copies: ordered, stopped, gone on with. The work itself is in `batch_work`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.jobs import start_job
from tongket.documents.actions.batch_work import MAKE, WATCH, watch_at
from tongket.documents.batches import PER_SHEET, parts_of, print_order
from tongket.documents.models import Batch, Copy, Document, Part
from tongket.documents.queries.batches import FINAL
from tongket.documents.queries.certificates import CERTIFICATE, stock_on
from tongket.documents.queries.copies import OVER, unfinished
from tongket.documents.rules import BatchState

MANY = 1_000
SHOWN_NAMES = 5


class NothingToMake(RuntimeError):
    """No copy is on the list, or none of those asked for."""


class CopiesUnfinished(RuntimeError):
    """Some copies lack a value; `names` says whose, in order; as text it is a sentence for who pressed."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)

    def __str__(self) -> str:
        first = "; ".join(self.names[:SHOWN_NAMES])
        return _("{n} bản còn thiếu chỗ điền: {names}. Điền rồi bấm lại.").format(n=len(self.names), names=first)


class BatchMoved(RuntimeError):
    """The batch does not stand where this can be done, or another one of this document is being made."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a batch is to be made; `only_new` leaves out the copies that were issued before."""

    per_sheet: int = 1
    is_stacked: bool = False
    is_zipped: bool = True
    only_new: bool = False
    printer: str = ""


@transaction.atomic
def start_batch(*, document: Document, wish: Wish, by: User, now: datetime) -> Batch:
    """Orders the copies of a document to be made and queues the work; returns the batch that tells how far it is.

    Raises NothingToMake, CopiesUnfinished, and BatchMoved while another batch of the document is under way.
    """
    locked = Document.objects.select_for_update().select_related("conference__host").get(pk=document.pk)
    if locked.batches.filter(state__in=[BatchState.WAITING, BatchState.RUNNING]).exists() or locked.state in OVER:
        raise BatchMoved(str(locked))
    copies = _wanted(locked, wish)
    batch = _ordered(locked, copies, wish, by, now)
    places = len(print_order(len(copies), batch.per_sheet, is_stacked=batch.is_stacked))
    runs = enumerate(parts_of(places), start=1)
    parts = [Part(batch=batch, ordinal=place, first_place=first, places=count) for place, (first, count) in runs]
    Part.objects.bulk_create(parts, batch_size=MANY)
    changes = {"copies": batch.total, "per_sheet": batch.per_sheet, "proof": batch.is_proof}
    audit.record(verb="batch_started", subject=batch, scope=locked.conference, by=by, now=now, changes=changes)
    _queue(batch)
    return batch


def _wanted(document: Document, wish: Wish) -> list[int]:
    lacking = unfinished(document)
    if lacking:
        raise CopiesUnfinished([copy.name for copy in lacking])
    found = Copy.objects.filter(document=document).order_by("ordinal")
    copies = list((found.filter(issued_at=None) if wish.only_new else found).values_list("pk", flat=True))
    if not copies:
        raise NothingToMake(str(document))
    return copies


def _ordered(document: Document, copies: list[int], wish: Wish, by: User, now: datetime) -> Batch:
    per_sheet = wish.per_sheet if wish.per_sheet in PER_SHEET and document.kind != CERTIFICATE else 1
    dx_mm, dy_mm = stock_on(document.conference, now.date()).offset(wish.printer) if wish.printer else (0.0, 0.0)
    last = document.batches.aggregate(last=Max("ordinal"))["last"] or 0
    return Batch.objects.create(
        document=document,
        ordinal=last + 1,
        per_sheet=per_sheet,
        is_stacked=wish.is_stacked and per_sheet > 1,
        is_zipped=wish.is_zipped,
        is_proof=document.state not in FINAL,
        revision=document.revision,
        printer=wish.printer,
        dx_mm=dx_mm,
        dy_mm=dy_mm,
        copies=copies,
        total=len(copies),
        made_by=by,
        made_at=now,
    )


@transaction.atomic
def stop_batch(*, batch: Batch, by: User, now: datetime) -> None:
    """Stops the work after the parts that are being made; raises BatchMoved where nothing is under way."""
    alive = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.WAITING, BatchState.RUNNING])
    if alive.update(state=BatchState.STOPPED) != 1:
        raise BatchMoved(batch.state)
    _note("batch_stopped", batch, by, now)


@transaction.atomic
def go_on_with_batch(*, batch: Batch, by: User, now: datetime) -> None:
    """Goes on at the first part that is not done; raises BatchMoved where the work runs or is finished.

    A batch whose worker fell silent goes on too: nothing that is done is made again.
    """
    resting = Batch.objects.filter(pk=batch.pk, state__in=[BatchState.STOPPED, BatchState.FAILED])
    if resting.update(state=BatchState.WAITING, fault="", beaten_at=timezone.now()) != 1:
        raise BatchMoved(batch.state)
    _note("batch_resumed", batch, by, now)
    _queue(batch)


def _queue(batch: Batch) -> None:
    start_job(MAKE, batch_id=batch.pk)
    start_job(WATCH, at=watch_at(), batch_id=batch.pk)


def _note(verb: str, batch: Batch, by: User, now: datetime) -> None:
    audit.record(verb=verb, subject=batch, scope=batch.document.conference, by=by, now=now)
