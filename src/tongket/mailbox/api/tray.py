"""The tray as JSON: what came in, one message with its files, and everything the pages do with it."""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile as Uploaded
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja import File, Router, Schema
from ninja.errors import HttpError
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_conference_for
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.core.jobs import start_job
from tongket.mailbox.actions import filing as act
from tongket.mailbox.actions.intake import bring_letters
from tongket.mailbox.models import Incoming
from tongket.mailbox.queries.choices import Choice, choices_for, owed_of
from tongket.mailbox.queries.tray import PAGE_ROWS, SHELVES, counts_of, letter_of, letters_of, receipt_of, shelf
from tongket.mailbox.queries.tray import File as FileRow
from tongket.mailbox.queries.tray import Letter as LetterRow
from tongket.mailbox.tray_forms import BringForm
from tongket.mailbox.views import tray_letter as pages

router = Router(tags=["tray"])
Answer = dict[str, Any]


class FileIn(Schema):
    """What a message is filed for, and which of its files; without `files` those that are matter.

    Either the number of a `duty`, or as `beyond` what a unit owes without one, as `choices` names it.
    """

    duty: int | None = None
    beyond: str = ""
    files: list[int] | None = None


def _row(letter: LetterRow) -> Answer:
    incoming = letter.incoming
    reasons = [{**reason, "words": words} for reason, words in zip(incoming.reasons, letter.reasons, strict=True)]
    return {
        "id": str(incoming.pk),
        "state": incoming.state,
        "came_at": incoming.came_at,
        "address": incoming.address,
        "name": incoming.name,
        "subject": incoming.subject,
        "unit": incoming.sender_unit_id,
        "duty": incoming.duty_id,
        "beyond": f"{incoming.beyond_kind}:{incoming.beyond_key}" if incoming.beyond_key else None,
        "certainty": incoming.certainty,
        "reasons": reasons,
        "loop": incoming.loop or None,
        "faults": incoming.faults,
        "evidence": incoming.evidence_id,
        "may_file": letter.may_file,
        "files": [_file(file) for file in letter.files],
    }


def _file(file: FileRow) -> Answer:
    row = file.row
    said = {"ordinal": row.ordinal, "name": row.file.name, "content_type": row.file.content_type, "role": row.role}
    return said | {"bytes": row.file.bytes_long, "is_chosen": file.is_chosen, "may_choose": file.may_choose}


def _whole(request: HttpRequest, conference_id: int, incoming_id: UUID, asked: str = "") -> Answer:
    """How a message stands now; `choices` is what takes it, that with the words of `asked` in it."""
    incoming, conference, _rights = pages.incoming_for(request, conference_id, incoming_id)
    choices = [_choice(choice) for choice in choices_for(incoming, conference, asked)]
    said = {"written_at": incoming.written_at, "message_id": incoming.message_id or None, "body": incoming.body}
    return _row(letter_of(incoming)) | said | {"receipt": receipt_of(incoming), "choices": choices}


def _choice(choice: Choice) -> Answer:
    named = {"duty": choice.duty.pk, "beyond": None} if choice.duty else {"duty": None, "beyond": choice.value}
    return named | {"words": choice.words, "state": choice.standing, "is_guess": choice.is_guess}


def _duty(conference: Conference, key: int) -> Duty:
    return get_object_or_404(Duty.objects.select_related("conference__host", "unit"), conference=conference, pk=key)


@router.get("/conferences/{int:conference_id}/tray")
def list_tray(request: HttpRequest, conference_id: int, page: int = 1) -> Answer:
    """One page of a shelf, the latest first; `shelf` is `waiting`, `filed`, `aside` or `left`."""
    conference, _rights = run_conference_for(request, conference_id)
    asked = request.GET.get("shelf", "")
    name = asked if asked in SHELVES else "waiting"
    found = Paginator(shelf(conference, name), PAGE_ROWS).get_page(page)
    letters = [_row(letter) for letter in letters_of(found.object_list)]
    return {"shelf": name, "counts": counts_of(conference), "pages": found.paginator.num_pages, "letters": letters}


@router.post("/conferences/{int:conference_id}/tray")
def bring(request: HttpRequest, conference_id: int, letters: File[list[UploadedFile]]) -> Answer:
    """Takes messages in from .eml files, or .zip files of them; answers those that were not here before."""
    conference, _rights = run_conference_for(request, conference_id)
    given: list[Uploaded[Any]] = [*letters]
    form = BringForm({}, MultiValueDict({"letters": given}))
    if not form.is_valid():
        raise HttpError(422, " ".join(str(each) for said in form.errors.values() for each in said))
    by, read = signed_in(request), form.cleaned_data["letters"]
    new = bring_letters(letters=read, host=conference.host, by=by, now=clock.now())
    prefetch_related_objects(new, "files__file", "duty__unit", "duty__conference", "sender_unit", "evidence")
    return {"known": len(read) - len(new), "letters": [_row(letter) for letter in letters_of(new)]}


@router.post("/conferences/{int:conference_id}/tray/fetch")
def fetch(request: HttpRequest, conference_id: int) -> Answer:
    """Looks into the mailbox now, by a job."""
    run_conference_for(request, conference_id)
    return {"job": start_job("mailbox.fetch").pk}


@router.get("/conferences/{int:conference_id}/tray/{uuid:incoming_id}")
def get_letter(request: HttpRequest, conference_id: int, incoming_id: UUID, unit: str = "") -> Answer:
    """One message whole; `unit` looks for other duties by words of their unit or kind."""
    return _whole(request, conference_id, incoming_id, unit)


@router.post("/conferences/{int:conference_id}/tray/{uuid:incoming_id}/file")
def file_letter(request: HttpRequest, conference_id: int, incoming_id: UUID, wanted: FileIn) -> Answer:
    """Hands the files in for a duty, or for what is owed without one (`beyond`).

    409 where somebody was faster or it takes nothing, 422 without a file or where neither or both are named.
    """
    incoming, conference, _rights = pages.incoming_for(request, conference_id, incoming_id)
    if (wanted.duty is None) == (not wanted.beyond):
        raise HttpError(422, _("Ghi một trong hai: duty hoặc beyond."))
    if wanted.duty is None:
        _file_beyond(request, incoming, conference, wanted)
        return _whole(request, conference_id, incoming_id)
    duty = _duty(conference, wanted.duty)
    chosen = None if wanted.files is None else act.chosen_of(incoming, duty.kind, wanted.files)
    act.file_incoming(incoming=incoming, duty=duty, files=chosen, by=signed_in(request), now=clock.now())
    return _whole(request, conference_id, incoming_id)


def _file_beyond(request: HttpRequest, incoming: Incoming, conference: Conference, wanted: FileIn) -> None:
    """Hands the files in for what a unit owes without a duty; 404 where it owes this conference no such."""
    owed = owed_of(conference, wanted.beyond)
    if owed is None:
        raise Http404
    chosen = None if wanted.files is None else act.chosen_of(incoming, owed.kind, wanted.files)
    act.file_beyond(incoming=incoming, owed=owed, files=chosen, by=signed_in(request), now=clock.now())


@router.post("/conferences/{int:conference_id}/tray/{uuid:incoming_id}/aside")
def put_aside(request: HttpRequest, conference_id: int, incoming_id: UUID) -> Answer:
    """Takes a message out of the tray without filing it."""
    incoming, _conference, _rights = pages.incoming_for(request, conference_id, incoming_id)
    act.put_aside(incoming=incoming, by=signed_in(request), now=clock.now())
    return _whole(request, conference_id, incoming_id)


@router.post("/conferences/{int:conference_id}/tray/{uuid:incoming_id}/reopen")
def reopen(request: HttpRequest, conference_id: int, incoming_id: UUID) -> Answer:
    """Puts a message back into the tray that was put aside or left alone."""
    incoming, _conference, _rights = pages.incoming_for(request, conference_id, incoming_id)
    act.reopen(incoming=incoming, by=signed_in(request), now=clock.now())
    return _whole(request, conference_id, incoming_id)


@router.post("/conferences/{int:conference_id}/tray/{uuid:incoming_id}/take-back")
def take_back(request: HttpRequest, conference_id: int, incoming_id: UUID) -> Answer:
    """Takes back that a message was filed; 409 where something else happened to the duty since."""
    incoming, _conference, _rights = pages.incoming_for(request, conference_id, incoming_id)
    act.take_back_filing(incoming=incoming, by=signed_in(request), now=clock.now())
    return _whole(request, conference_id, incoming_id)


@router.get("/conferences/{int:conference_id}/tray/{uuid:incoming_id}/raw")
def get_raw(request: HttpRequest, conference_id: int, incoming_id: UUID) -> HttpResponse:
    """The message as it came, byte for byte."""
    return pages.raw(request, conference_id, incoming_id)


@router.get("/conferences/{int:conference_id}/tray/{uuid:incoming_id}/files/{int:ordinal}")
def get_file(request: HttpRequest, conference_id: int, incoming_id: UUID, ordinal: int) -> HttpResponse:
    """One file of the message."""
    return pages.file(request, conference_id, incoming_id, ordinal)
