"""The office's list of reviews on any day; the reviews that a person's units owe to a unit above them."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import duty_for, office_for
from tongket.conferences.here import enter
from tongket.conferences.kinds import by_hand
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock
from tongket.reviews.access import below_of
from tongket.reviews.forms import DayForm
from tongket.reviews.queries.listing import reviews_of


@require_GET
def reviews(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    form = DayForm(request.GET)
    on = form.cleaned_data["on"] if form.is_valid() else None
    is_past = on is not None and on < clock.today()
    page = reviews_of(conference, shown=request.GET.get("show", ""), on=on if is_past else None)
    context = {
        "conference": conference,
        "page": page,
        "form": form,
        "may_run": rights.may_run,
        "latest": latest_ordinal(conference),
        "tabs": _tabs(page.counts, page.level.owed),
    }
    return render(request, "reviews/list.html", context)


def _tabs(counts: Mapping[str, int], total: int) -> list[tuple[str, str, int]]:
    """Each filter with its words and how many reviews it has; one that has none is left out but for the first."""
    words = {
        "waiting": _("Chờ xem"),
        "missing": _("Chưa gửi"),
        "returned": _("Trả lại để sửa"),
        "accepted": _("Đạt"),
    }
    kept = [(name, words[name], number) for name, number in counts.items() if number or name == "waiting"]
    return [("", _("Tất cả"), total), *kept]


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """What a person's units owe to a unit above them: these have no page of the conference of their own."""
    rows = below_of(signed_in(request)).order_by("-made_at", "pk")
    return render(request, "reviews/mine.html", {"rows": list(rows)})


@require_GET
def of_duty(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Leads from a duty to its review; one whose unit nobody settled yet stays on the duty's own page."""
    duty, _rights = duty_for(request, duty_id)
    if duty.unit_id is None:
        return redirect(by_hand(duty_id))
    return redirect("reviews:review", duty.conference_id, duty.unit_id)
