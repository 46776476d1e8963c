"""The list of delegates as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tongket.conferences.access import office_for
from tongket.core.sheets import XLSX
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.spreadsheet import workbook_of


@require_GET
def workbook(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = office_for(request, conference_id)
    headers = {"Content-Disposition": f'attachment; filename="dai-bieu-{conference.pk}.xlsx"'}
    return HttpResponse(workbook_of(attendance_of(conference)), content_type=XLSX, headers=headers)
