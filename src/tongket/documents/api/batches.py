"""Single copies and their batches as JSON: listed, added, taken off, made; what comes out as files."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema

from tongket.accounts.requests import signed_in
from tongket.core import clock, files
from tongket.documents.access import document_for, run_document_for
from tongket.documents.actions import batches as act
from tongket.documents.actions.copies import add_copies, remove_copies
from tongket.documents.copy_lists import Line, read_list
from tongket.documents.models import Batch, Copy, Document
from tongket.documents.queries import copies as ask
from tongket.documents.queries.batches import batch_with_files, progress_of

router = Router(tags=["documents"])
Answer = dict[str, Any]


class CopiesIn(Schema):
    """A list as it would be pasted, one person a line; `common` are values for all that have none of their own."""

    text: str
    common: dict[str, str] = Field(default_factory=dict)
    dry_run: bool = False


class KeysIn(Schema):
    """Copies by their ids."""

    ids: list[int]


class BatchIn(Schema):
    """How a batch is to be made; see the page."""

    per_sheet: int = 1
    is_stacked: bool = False
    is_zipped: bool = True
    only_new: bool = False
    printer: str = ""


def copy_as_json(row: ask.Row) -> Answer:
    """One copy with the labels of what it lacks."""
    copy: Copy = row.copy
    return {
        "id": copy.pk,
        "ordinal": copy.ordinal,
        "name": copy.name,
        "email": copy.email,
        "unit_id": copy.unit_id,
        "values": copy.values,
        "missing": list(row.missing),
        "issued_at": copy.issued_at,
    }


def batch_as_json(batch: Batch) -> Answer:
    """How far a batch is; a cheap address to ask again and again, `stamp` tells whether anything moved."""
    progress = progress_of(batch, now=timezone.now())
    return {
        "id": batch.pk,
        "state": batch.state,
        "done": batch.done,
        "total": batch.total,
        "percent": progress.percent,
        "seconds_left": progress.seconds_left,
        "fault": batch.fault,
        "is_proof": batch.is_proof,
        "has_print_file": batch.printed_id is not None,
        "has_zip": batch.zipped_id is not None,
        "stamp": progress.stamp,
    }


@router.get("/documents/{int:document_id}/copies")
def list_copies(request: HttpRequest, document_id: int, q: str = "") -> list[Answer]:
    """The list in its order, for people of the host."""
    document, _rights = document_for(request, document_id)
    return [copy_as_json(row) for row in ask.rows_of(document, ask.copies_of(document, asked=q))]


@router.post("/documents/{int:document_id}/copies")
def add_to_list(request: HttpRequest, document_id: int, given: CopiesIn) -> Answer:
    """Adds everybody who was understood and is new; tells what became of every line, with `dry_run` nothing else."""
    document, _rights = run_document_for(request, document_id)
    known = document.copies.values_list("key", flat=True)
    read = read_list(given.text, known=known, unit_of=ask.unit_finder(clock.today()))
    drafts = [line.draft for line in read.new if line.draft is not None]
    if drafts and not given.dry_run:
        by, now = signed_in(request), clock.now()
        add_copies(document=document, drafts=drafts, common=given.common, by=by, now=now)
    return {"added": 0 if given.dry_run else len(drafts), "lines": [line_as_json(line) for line in read.lines]}


def line_as_json(line: Line) -> Answer:
    """What became of a line."""
    understood = {"name": line.draft.name, "email": line.draft.email, **line.draft.values} if line.draft else None
    return {
        "number": line.number,
        "text": line.text,
        "understood": understood,
        "same_as": line.same_as,
        "fault": _(line.fault).format(**line.gaps) if line.fault else "",
        "is_heading": line.is_heading,
    }


@router.post("/documents/{int:document_id}/copies/remove")
def take_off_list(request: HttpRequest, document_id: int, given: KeysIn) -> Answer:
    """Takes copies off the list; 409 when one of them was issued."""
    document, _rights = run_document_for(request, document_id)
    return {"removed": remove_copies(document=document, keys=given.ids, by=signed_in(request), now=clock.now())}


@router.post("/documents/{int:document_id}/batches")
def start(request: HttpRequest, document_id: int, given: BatchIn) -> Answer:
    """Orders a batch; ask for it again to see how far it is. 422 while a copy lacks a value."""
    document, _rights = run_document_for(request, document_id)
    by, now = signed_in(request), clock.now()
    return batch_as_json(act.start_batch(document=document, wish=act.Wish(**given.dict()), by=by, now=now))


def _batch_for(request: HttpRequest, batch_id: int, *, may_run: bool = False) -> tuple[Batch, Document]:
    batch = batch_with_files(batch_id)
    if batch is None:
        raise Http404
    find = run_document_for if may_run else document_for
    return batch, find(request, batch.document_id)[0]


@router.get("/documents/batches/{int:batch_id}")
def get_batch(request: HttpRequest, batch_id: int) -> Answer:
    """How far a batch is."""
    return batch_as_json(_batch_for(request, batch_id)[0])


@router.post("/documents/batches/{int:batch_id}/stop")
def stop(request: HttpRequest, batch_id: int) -> Answer:
    """Stops a batch after the parts that are being made."""
    batch, _document = _batch_for(request, batch_id, may_run=True)
    act.stop_batch(batch=batch, by=signed_in(request), now=clock.now())
    batch.refresh_from_db()
    return batch_as_json(batch)


@router.post("/documents/batches/{int:batch_id}/go-on")
def go_on(request: HttpRequest, batch_id: int) -> Answer:
    """Goes on with a batch that was stopped or failed."""
    batch, _document = _batch_for(request, batch_id, may_run=True)
    act.go_on_with_batch(batch=batch, by=signed_in(request), now=clock.now())
    batch.refresh_from_db()
    return batch_as_json(batch)


@router.get("/documents/batches/{int:batch_id}/print")
def get_print_file(request: HttpRequest, batch_id: int) -> HttpResponseBase:
    """The print file."""
    return _file(request, batch_id, "printed")


@router.get("/documents/batches/{int:batch_id}/zip")
def get_zip(request: HttpRequest, batch_id: int) -> HttpResponseBase:
    """The single files."""
    return _file(request, batch_id, "zipped")


def _file(request: HttpRequest, batch_id: int, which: str) -> HttpResponseBase:
    batch, _document = _batch_for(request, batch_id)
    file = getattr(batch, which)
    if file is None:
        raise Http404
    return files.answer_long(file)
