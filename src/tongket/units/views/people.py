"""The people of a unit, and the ways in that the office gives them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.actions import open_link, revoke_links
from tongket.accounts.requests import signed_in
from tongket.accounts.rules import Purpose
from tongket.core import clock, dates
from tongket.units import access, actions
from tongket.units.forms import PersonForm, initial_of_person
from tongket.units.models import Membership


def _of_unit(unit_id: int, membership_id: int) -> Membership:
    return get_object_or_404(Membership.objects.select_related("person", "unit"), pk=membership_id, unit_id=unit_id)


def new_person(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = access.staffed_unit_for(request, unit_id)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = _held_to_own_rank(request, unit_id, form.cleaned_data)
        actions.add_person(unit=unit, **typed, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã thêm %(name)s.") % {"name": typed["name"]})
        return redirect("units:unit", unit.pk)
    return render(request, "units/person.html", {"form": form, "unit": unit}, status=422 if form.errors else 200)


def edit_person(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    unit = access.staffed_unit_for(request, unit_id)
    membership = _of_unit(unit_id, membership_id)
    form = PersonForm(request.POST or None, initial=initial_of_person(membership))
    if request.method == "POST" and form.is_valid():
        typed = _held_to_own_rank(request, unit_id, form.cleaned_data, was=membership.role)
        actions.change_person(membership=membership, values=typed, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lưu."))
        return redirect("units:unit", unit.pk)
    context = {"form": form, "unit": unit, "membership": membership}
    return render(request, "units/person.html", context, status=422 if form.errors else 200)


def _held_to_own_rank(request: HttpRequest, unit_id: int, typed: dict[str, str], was: str = "member") -> dict[str, str]:
    """A plain member keeps the unit's people but gives nobody more rights than a member has."""
    unit = access.unit_for(request, unit_id)
    if access.may_edit(signed_in(request), unit, on=clock.today()):
        return typed
    return typed | {"role": was}


@require_POST
def end_membership(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    access.staffed_unit_for(request, unit_id)
    membership = _of_unit(unit_id, membership_id)
    if "take_back" in request.POST:
        actions.take_back_membership(membership=membership, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại."))
    else:
        actions.end_membership(membership=membership, last_day=clock.today(), by=signed_in(request), now=clock.now())
        request.session["ended"] = membership.pk
        messages.success(request, _("%(name)s thôi việc ở đơn vị từ ngày mai.") % {"name": membership.person.name})
    return redirect("units:unit", unit_id)


@require_POST
def give_way_in(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    """Makes a link and a spoken code; they wait in the session for the next page, which shows them once."""
    unit = access.unit_for(request, unit_id)
    by, now = signed_in(request), clock.now()
    if not access.may_edit(by, unit, on=now.date()):
        return redirect("units:unit", unit_id)
    membership = _of_unit(unit_id, membership_id)
    user = actions.user_of(person=membership.person, by=by, now=now)
    link, secret = open_link(user=user, purpose=Purpose.SIGN_IN, by=by, now=now)
    request.session["way_in"] = {
        "name": membership.person.name,
        "code": secret.spoken,
        "address": request.build_absolute_uri(reverse("accounts:enter", args=[secret.token])),
        "code_until": dates.moment(link.code_expires_at) if link.code_expires_at else "",
        "link_until": dates.long_day(link.expires_at.date()),
    }
    return redirect("units:unit", unit_id)


@require_POST
def revoke_ways_in(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    unit = access.editable_unit_for(request, unit_id)
    membership = _of_unit(unit.pk, membership_id)
    if membership.person.user is not None:
        revoke_links(user=membership.person.user, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã thu lại mọi đường dẫn và mã của %(name)s.") % {"name": membership.person.name})
    return redirect("units:unit", unit_id)
