"""The office moves turns within a group, and takes note of every list that waits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.core import clock
from tongket.core.text import row_key
from tongket.core.views import back_address
from tongket.delegates.actions.listing import accept_all, move_turn
from tongket.delegates.queries.groups import standing

STEPS = {"up": -1, "down": 1}


@require_POST
def order(request: HttpRequest, conference_id: int) -> HttpResponse:
    """One turn further: `up` or `down` names the person."""
    conference, _rights = run_office_for(request, conference_id)
    do = next((name for name in STEPS if name in request.POST), "up")
    row = get_object_or_404(standing(conference), pk=row_key(request.POST.get(do, "")))
    move_turn(delegate=row, steps=STEPS[do], by=signed_in(request), now=clock.now())
    return redirect(back_address(request, reverse("delegates:list", args=[conference.pk])) + f"#d{row.pk}")


@require_POST
def accept(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    event = accept_all(conference=conference, by=signed_in(request), now=clock.now())
    n = len(event.changes["events"])
    if n:
        words = ngettext("Đã ghi nhận danh sách của %(n)d đơn vị.", "Đã ghi nhận danh sách của %(n)d đơn vị.", n)
        messages.success(request, words % {"n": n}, extra_tags=reverse("conferences:take_back", args=[event.pk]))
    else:
        messages.error(request, _("Không còn danh sách nào chờ xem."))
    return redirect("delegates:list", conference.pk)
