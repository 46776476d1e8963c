"""What a batch is made of, and how far it is; the worker and the page of progress ask here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tongket.conferences.models import Conference
from tongket.core.audit import reference
from tongket.core.models import Setting
from tongket.documents.batches import SILENT_SECONDS, Order, Single, file_name, print_order, sheets_of
from tongket.documents.certificates import Stock, certificate_of, certificate_values, stock_of
from tongket.documents.models import Batch, Copy, Document, Part
from tongket.documents.queries.assembled import assembled
from tongket.documents.render.values import OfficialDocument
from tongket.documents.rules import BatchState, DocumentState

CERTIFICATE = "certificate"
STOCK_KEY = "documents.certificates"
# From here on a document has its number and day: what is made then is what people get.
FINAL = frozenset({DocumentState.NUMBERED, DocumentState.ISSUED})
ALIVE = frozenset({BatchState.WAITING, BatchState.RUNNING})


@dataclass(frozen=True, slots=True)
class Base:
    """What all copies of a batch share: the document with its gaps, and for certificates the sheet and its values."""

    document: OfficialDocument
    stock: Stock | None = None
    values: Mapping[str, str] = field(default_factory=dict)


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


def base_of(document: Document, *, on: date) -> Base:
    """What all copies share, certificates as the office prints them on a day; assembled once for a whole batch."""
    made = assembled(document).document
    if document.kind != CERTIFICATE:
        return Base(made)
    signature = made.signatures[-1] if made.signatures else None
    values = certificate_values(
        {**document.made_from, **document.values},
        issuer=" ".join(made.issuer.own),
        place=made.place,
        day=made.day,
        authority=signature.authority if signature else (),
        signer=signature.name if signature else "",
    )
    return Base(made, stock_on(document.conference, on), values)


def stock_on(conference: Conference, on: date) -> Stock:
    """How the host prints certificates on a day; one query."""
    rows = Setting.objects.filter(key=STOCK_KEY, scope=reference(conference.host), valid_from_on__lte=on)
    latest = rows.order_by("-valid_from_on").first()
    return stock_of(latest.value if latest else None)


def order_of(batch: Batch, part: Part, base: Base) -> Order:
    """What the maker of a part gets; one query."""
    order = print_order(len(batch.copies), batch.per_sheet, is_stacked=batch.is_stacked)
    places = order[part.first_place : part.first_place + part.places]
    rows = Copy.objects.in_bulk([batch.copies[place] for place in places if place is not None])
    total = len(batch.copies)
    singles = [None if at is None else _single(at, total, rows.get(batch.copies[at]), base) for at in places]
    return Order(
        document=base.document,
        copies=tuple(singles),
        per_sheet=batch.per_sheet,
        is_zipped=batch.is_zipped,
        stamp=batch.made_at.isoformat(),
        dx_mm=batch.dx_mm,
        dy_mm=batch.dy_mm,
    )


def _single(place: int, of: int, copy: Copy | None, base: Base) -> Single | None:
    """A copy as the maker needs it; somebody taken off the list meanwhile leaves an empty place."""
    if copy is None:
        return None
    certificate = certificate_of({**base.values, **copy.values}, base.stock) if base.stock else None
    return Single(file_name(place, of, copy.name), copy.name, copy.values, certificate)


def keys_of(batch: Batch, part: Part) -> list[int]:
    """The keys of the copies in a part."""
    order = print_order(len(batch.copies), batch.per_sheet, is_stacked=batch.is_stacked)
    places = order[part.first_place : part.first_place + part.places]
    return [batch.copies[place] for place in places if place is not None]
