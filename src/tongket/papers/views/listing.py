"""The office's list of papers, in the order of speaking."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.conferences.access import office_for
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.papers.queries.listing import papers_of


@require_GET
def papers(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    page = papers_of(conference, shown=request.GET.get("show", ""), today=clock.today())
    context = {
        "conference": conference,
        "page": page,
        "may_run": rights.may_run,
        "tabs": _tabs(page.counts, page.total),
    }
    return render(request, "papers/list.html", context)


def _tabs(counts: Mapping[str, int], total: int) -> list[tuple[str, str, int]]:
    """Each filter with its words and how many papers it has; one that has none is left out but for the first two."""
    words = {
        "waiting": _("Chờ xem"),
        "missing": _("Chưa gửi"),
        "returned": _("Trả lại để sửa"),
        "accepted": _("Đạt"),
        "gone": _("Không giao"),
    }
    kept = [(name, words[name], number) for name, number in counts.items() if number or name == "waiting"]
    return [("", _("Tất cả"), total), *kept]
