"""Says what was done with a way to take it back, and takes it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.models import Event
from tongket.units import access
from tongket.units.actions import TooLate, take_back_person, take_back_unit
from tongket.units.models import Membership, Unit
from tongket.units.queries import last_event

# What stood in a person's line is personal: it waits in the session of who changed it, never in the trail.
BEFORE = "person_before"


def say(request: HttpRequest, words: str, about: Unit | Membership, before: dict[str, str] | None = None) -> None:
    """Says what was done to `about`, with a way to take back the last thing that happened to it."""
    event = last_event(about)
    if event is None:
        return
    if before is not None:
        request.session[BEFORE] = {str(event.pk): before}
    messages.success(request, words, extra_tags=reverse("units:take_back", args=[event.pk]))


@require_POST
def take_back(request: HttpRequest, event_id: int) -> HttpResponse:
    event = Event.objects.filter(pk=event_id).first()
    kind, _sign, key = event.subject.partition(":") if event else ("", "", "")
    if event is None or kind not in {"unit", "membership"}:
        raise Http404
    try:
        address = _unit(request, event, int(key)) if kind == "unit" else _person(request, event, int(key))
    except TooLate:
        messages.error(request, _("Sau đó đã có thay đổi khác, không lấy lại được nữa. Mở “Sửa” để ghi lại."))
        return redirect(_back(request))
    messages.success(request, _("Đã lấy lại."))
    return redirect(address)


def _back(request: HttpRequest) -> str:
    mine = access.memberships_on(signed_in(request), clock.today()).order_by("pk").first()
    if access.may_read_directory(signed_in(request), on=clock.today()) or mine is None:
        return reverse("units:list")
    return reverse("units:unit", args=[mine.unit_id])


def _unit(request: HttpRequest, event: Event, key: int) -> str:
    unit = access.editable_unit_for(request, key)
    take_back_unit(event=event, unit=unit, by=signed_in(request), now=clock.now())
    return reverse("units:list") if unit.pk is None else reverse("units:unit", args=[unit.pk])


def _person(request: HttpRequest, event: Event, key: int) -> str:
    membership = Membership.objects.select_related("person__user", "unit__parent").filter(pk=key).first()
    if membership is None:
        raise TooLate
    unit = access.staffed_unit_for(request, membership.unit_id)
    if not access.may_edit_person(signed_in(request), membership, on=clock.today()):
        raise PermissionDenied
    before = request.session.get(BEFORE, {}).get(str(event.pk))
    take_back_person(event=event, membership=membership, before=before, by=signed_in(request), now=clock.now())
    return reverse("units:unit", args=[unit.pk])
