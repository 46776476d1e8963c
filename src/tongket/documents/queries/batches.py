"""What a batch is made of, and how far it is; the worker and the page of progress ask here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from tongket.core import clock
from tongket.documents.batches import SILENT_SECONDS, Order, Single, file_name, print_order, sheets_of
from tongket.documents.models import Batch, Copy, Part
from tongket.documents.queries.certificates import CERTIFICATE, certificates_of, stock_on
from tongket.documents.render.values import Certificate, OfficialDocument
from tongket.documents.rules import BatchState, DocumentState

# From here on a document has its number and day: what is made then is what people get.
FINAL = frozenset({DocumentState.NUMBERED, DocumentState.ISSUED})
ALIVE = frozenset({BatchState.WAITING, BatchState.RUNNING})


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is, as page, JSON and command line tell it; `seconds_left` None while nobody can say."""

    batch: Batch
    percent: int
    seconds_left: int | None
    is_silent: bool
    sheets: int

    @property
    def is_alive(self) -> bool:
        """Whether something may still happen by itself."""
        return self.batch.state in ALIVE

    @property
    def stamp(self) -> str:
        """What changes whenever the page would look different."""
        return f"{self.batch.pk}-{self.batch.state}-{self.batch.done}-{int(self.is_silent)}"


def progress_of(batch: Batch, *, now: datetime) -> Progress:
    """How far the batch is at `now`, the real time; asks nothing."""
    beat = batch.beaten_at or batch.made_at
    silent = batch.state == BatchState.RUNNING and now - beat > timedelta(seconds=SILENT_SECONDS)
    percent = 100 if batch.state == BatchState.DONE else min(99, batch.done * 100 // max(batch.total, 1))
    left = None
    if batch.state == BatchState.RUNNING and batch.started_at and batch.done > batch.done_before:
        made = batch.done - batch.done_before
        left = round((beat - batch.started_at).total_seconds() / made * (batch.total - batch.done))
    return Progress(batch, percent, left, silent, sheets_of(batch.total, batch.per_sheet))


def batch_with_files(batch_id: int) -> Batch | None:
    """A batch with its files and who ordered it, without the long list of its copies; one query."""
    found = Batch.objects.select_related("printed", "zipped", "made_by").defer("copies")
    return found.filter(pk=batch_id).first()


def order_of(batch: Batch, part: Part, base: OfficialDocument) -> Order:
    """What the maker of a part gets; `base` is the document with its gaps. One query, some more for certificates."""
    order = print_order(len(batch.copies), batch.per_sheet, is_stacked=batch.is_stacked)
    places = order[part.first_place : part.first_place + part.places]
    rows = Copy.objects.in_bulk([batch.copies[place] for place in places if place is not None])
    drawn = _drawn(batch, base, rows)
    total = len(batch.copies)
    singles = [None if at is None else _single(at, total, rows.get(batch.copies[at]), drawn) for at in places]
    return Order(
        document=base,
        copies=tuple(singles),
        per_sheet=batch.per_sheet,
        is_zipped=batch.is_zipped,
        stamp=batch.document.made_at.replace(microsecond=0).isoformat(),
        dx_mm=batch.dx_mm,
        dy_mm=batch.dy_mm,
    )


def _drawn(batch: Batch, base: OfficialDocument, rows: Mapping[int, Copy]) -> dict[int, Certificate]:
    """The certificates of copies by their keys; none for documents that are no certificates."""
    if batch.document.kind != CERTIFICATE:
        return {}
    stock = stock_on(batch.document.conference, clock.today())
    return dict(zip(rows, certificates_of(batch.document, base, rows.values(), stock), strict=True))


def _single(place: int, of: int, copy: Copy | None, drawn: Mapping[int, Certificate]) -> Single | None:
    """A copy as the maker needs it; somebody taken off the list meanwhile leaves an empty place."""
    if copy is None:
        return None
    return Single(file_name(place, of, copy.name), copy.name, copy.values, drawn.get(copy.pk))


def keys_of(batch: Batch, part: Part) -> list[int]:
    """The keys of the copies in a part."""
    order = print_order(len(batch.copies), batch.per_sheet, is_stacked=batch.is_stacked)
    places = order[part.first_place : part.first_place + part.places]
    return [batch.copies[place] for place in places if place is not None]
