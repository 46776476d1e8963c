"""The volume: what is in it, its last build, binding it anew, and taking its files."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.here import enter
from tongket.core import clock, files
from tongket.proceedings.actions.building import start_build
from tongket.proceedings.models import Build
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.volume_page import volume_page

SECONDS_BETWEEN_LOOKS = 2
EDITIONS = frozenset({"screen", "press", "booklet", "word"})


@require_GET
def volume(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    page = volume_page(volume_of(conference))
    answer = render(request, "proceedings/volume.html", {"page": page, "conference": conference, "rights": rights})
    if page.is_alive and "still" not in request.GET:
        answer.headers["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
    return answer


@require_POST
def bind(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    start_build(volume=volume_of(conference), by=signed_in(request), now=clock.now())
    messages.success(request, _("Đang đóng lại; đóng trang này máy vẫn làm."))
    return redirect("proceedings:volume", conference.pk)


@require_GET
def file(request: HttpRequest, conference_id: int, ordinal: int, edition: str) -> HttpResponse:
    """A file of one build."""
    conference, _rights = office_for(request, conference_id)
    if edition not in EDITIONS:
        raise Http404
    build = get_object_or_404(Build.objects.select_related(edition), volume=conference.pk, ordinal=ordinal)
    kept = getattr(build, edition)
    if kept is None:
        raise Http404
    return files.answer(kept)
