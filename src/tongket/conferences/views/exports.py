"""What leaves the dashboard: an Excel workbook and calendar feeds."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tongket.conferences.access import conference_for
from tongket.conferences.feeds import feed_of, unsign_feed
from tongket.conferences.models import Conference
from tongket.conferences.spreadsheet import workbook_of
from tongket.core import clock
from tongket.core.sheets import XLSX


@require_GET
def workbook(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_all:
        raise PermissionDenied
    headers = {"Content-Disposition": f'attachment; filename="phan-viec-{conference.pk}.xlsx"'}
    return HttpResponse(workbook_of(conference, today=clock.today()), content_type=XLSX, headers=headers)


@login_not_required
@require_GET
def feed(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001 -- every view takes the request
    asked = unsign_feed(name)
    conference = Conference.objects.filter(pk=asked[0]).first() if asked else None
    if conference is None or asked is None:
        raise Http404
    return HttpResponse(feed_of(conference, asked[1], now=clock.now()), content_type="text/calendar; charset=utf-8")
