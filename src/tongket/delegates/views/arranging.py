"""The office moves turns within a group, and takes note of every list that waits."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.models import Duty
from tongket.core import clock
from tongket.core.text import row_key
from tongket.core.views import back_address
from tongket.delegates.actions.listing import accept_all, move_turn
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import standing

STEPS = {"up": -1, "down": 1}
MOST_NAMED = 5


@require_POST
def order(request: HttpRequest, conference_id: int) -> HttpResponse:
    """One turn further: `up` or `down` names the person."""
    conference, _rights = run_office_for(request, conference_id)
    do = next((name for name in STEPS if name in request.POST), "up")
    row = get_object_or_404(Delegate, conference=conference, pk=row_key(request.POST.get(do, "")))
    if not standing(conference).filter(pk=row.pk).exists():
        messages.error(request, _("%(name)s vừa được bỏ khỏi danh sách, nên không đổi thứ tự.") % {"name": row.name})
        return redirect(back_address(request, reverse("delegates:list", args=[conference.pk])))
    move_turn(delegate=row, steps=STEPS[do], by=signed_in(request), now=clock.now())
    return redirect(back_address(request, reverse("delegates:list", args=[conference.pk])) + f"#d{row.pk}")


@require_POST
def accept(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_office_for(request, conference_id)
    done = accept_all(conference=conference, seen=_seen(request), by=signed_in(request), now=clock.now())
    if done.event is not None:
        n = len(done.event.changes["events"])
        words = ngettext("Đã ghi nhận danh sách của %(n)d đơn vị.", "Đã ghi nhận danh sách của %(n)d đơn vị.", n)
        messages.success(request, words % {"n": n}, extra_tags=reverse("conferences:take_back", args=[done.event.pk]))
    if done.moved:
        messages.error(request, _moved_words(done.moved))
    elif done.event is None:
        messages.error(request, _("Không còn danh sách nào chờ xem."))
    return redirect("delegates:list", conference.pk)


def _seen(request: HttpRequest) -> dict[int, int]:
    """The lists that the page showed, `duty:revision` each."""
    pairs = (each.partition(":")[::2] for each in request.POST.get("seen", "").split())
    found = {row_key(duty): row_key(revision) for duty, revision in pairs}
    return {duty: revision for duty, revision in found.items() if duty is not None and revision is not None}


def _moved_words(moved: Sequence[Duty]) -> str:
    """Which lists changed since the page was opened; of many the first ones by name."""
    names = [duty.unit.name if duty.unit else duty.unit_name for duty in moved[:MOST_NAMED]]
    units = "; ".join([*names, *(["…"] if len(moved) > MOST_NAMED else [])])
    words = ngettext(
        "Chưa ghi nhận %(n)d đơn vị vì danh sách vừa đổi: %(units)s. Xem lại rồi bấm lần nữa.",
        "Chưa ghi nhận %(n)d đơn vị vì danh sách vừa đổi: %(units)s. Xem lại rồi bấm lần nữa.",
        len(moved),
    )
    return words % {"n": len(moved), "units": units}
