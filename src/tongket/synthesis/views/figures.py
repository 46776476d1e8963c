"""The figures of all units together, each opening to its parts; the same as a sheet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from tongket.conferences.access import office_for
from tongket.core import files
from tongket.synthesis.queries.figures_page import figures_page
from tongket.synthesis.queries.totals import totals_of
from tongket.synthesis.sheet import sheet_of
from tongket.synthesis.views.showing import stand

XLSX = files.ZIPPED + "spreadsheetml.sheet"


@require_GET
def figures(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    page = figures_page(conference, request.GET)
    context = stand(request, conference, rights, "figures") | {"page": page}
    if page is not None:
        # The drawings escape every word they are given.
        drawn = {"by_unit": page.by_unit, "over_years": page.over_years}
        drawn |= {"units": page.units.wide, "units_narrow": page.units.narrow}
        context |= {"drawn": {name: mark_safe(svg) for name, svg in drawn.items()}}  # noqa: S308 -- see above
    return render(request, "synthesis/figures.html", context)


@require_GET
def sheet(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = office_for(request, conference_id)
    totals = totals_of(conference)
    if not totals:
        raise Http404
    answer = HttpResponse(sheet_of(totals), content_type=XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="so-lieu.xlsx"'
    return answer
