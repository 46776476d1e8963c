"""Files of reviews: the form to fill in offline, what came, minutes and photos."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.core import clock, files
from tongket.reviews.access import attached_for, review_for, version_for, write_review_for
from tongket.reviews.actions.attaching import attach, detach
from tongket.reviews.forms import AttachForm
from tongket.reviews.queries.filled import filled_of
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.values import Filled
from tongket.reviews.views.showing import shown_review
from tongket.reviews.workshop import WRITERS, key_of, key_of_any, written_form


@require_GET
def form(request: HttpRequest, conference_id: int, unit_id: int, ending: str) -> HttpResponse:
    """The form of this unit, `xlsx` or `docx`, with what it said already."""
    found, _reader = review_for(request, conference_id, unit_id)
    if ending not in WRITERS:
        raise Http404
    outline, key = outline_of(found.conference), key_of(found.conference, found.unit)
    data = written_form(ending, outline, unit=found.unit.name, key=key, known=filled_of(found))
    return _download(data, f"bieu-bao-cao-{found.unit.called}-lan-{outline.revision}.{ending}", ending)


@require_GET
def blank(request: HttpRequest, conference_id: int, ending: str) -> HttpResponse:
    """The form without a unit's name, for the office to hand out; whoever sends it back says whose it is."""
    conference, _rights = office_for(request, conference_id)
    if ending not in WRITERS:
        raise Http404
    outline = outline_of(conference)
    data = written_form(ending, outline, unit="", key=key_of_any(conference), known=Filled())
    return _download(data, f"bieu-bao-cao-lan-{outline.revision}.{ending}", ending)


def _download(data: bytes, name: str, ending: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=WRITERS[ending][1])
    answer["Content-Disposition"] = content_disposition_header(True, name.replace("/", "-")) or ""  # noqa: FBT003
    return answer


@require_GET
def version_file(request: HttpRequest, version_id: int) -> HttpResponse:
    version, _reader = version_for(request, version_id)
    if version.file is None:
        raise Http404
    return files.answer(version.file)


@require_POST
def attach_file(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    found, reader = write_review_for(request, conference_id, unit_id)
    form = AttachForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown_review(request, found, reader, {"attach": form}, status=422)
    values, file = form.cleaned_data, form.cleaned_data["file"]
    attach(
        review=found,
        data=file.read(),
        name=file.name or "",
        sort=values["sort"],
        caption=values["caption"],
        by=signed_in(request),
        now=clock.now(),
    )
    return redirect("reviews:review", conference_id, unit_id)


def attached_file(request: HttpRequest, attached_id: int) -> HttpResponse:
    """The file itself; with POST it is taken away from beside the review."""
    found, reader = attached_for(request, attached_id)
    if request.method != "POST":
        return files.answer(found.file)
    if not reader.may_write:
        raise PermissionDenied
    place = (found.review.conference_id, found.review.unit_id)
    detach(attached=found, by=signed_in(request), now=clock.now())
    return redirect("reviews:review", *place)
