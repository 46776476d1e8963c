"""The people of a unit, and the ways in that the office gives them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.actions import open_link, revoke_links
from tongket.accounts.requests import signed_in
from tongket.accounts.rules import Purpose
from tongket.core import clock, dates, said
from tongket.units import access, actions
from tongket.units.forms.people import PersonForm
from tongket.units.models import Role
from tongket.units.views.undo import say


def new_person(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = access.staffed_unit_for(request, unit_id)
    by, now = signed_in(request), clock.now()
    form = PersonForm(request.POST or None, may_rank=access.may_edit(by, unit, on=now.date()))
    if request.method == "POST" and form.is_valid():
        typed = {"role": Role.MEMBER} | form.cleaned_data
        made = actions.add_person(unit=unit, **typed, by=by, now=now)
        say(request, _("Đã thêm %(name)s.") % {"name": made.person.name}, made)
        return redirect("units:unit", unit.pk)
    return render(request, "units/person.html", {"form": form, "unit": unit}, status=422 if form.errors else 200)


def edit_person(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    membership = access.membership_for(request, unit_id, membership_id)
    by, now = signed_in(request), clock.now()
    before = actions.values_of(membership)
    may_rank = access.may_edit(by, membership.unit, on=now.date())
    form = PersonForm(request.POST or None, initial=before, may_rank=may_rank)
    if request.method == "POST" and form.is_valid():
        actions.change_person(membership=membership, values=form.cleaned_data, by=by, now=now)
        say(request, _("Đã lưu."), membership, before)
        return redirect("units:unit", unit_id)
    context = {"form": form, "unit": membership.unit, "membership": membership}
    return render(request, "units/person.html", context, status=422 if form.errors else 200)


@require_POST
def end_membership(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    membership = access.membership_for(request, unit_id, membership_id)
    actions.end_membership(membership=membership, last_day=clock.today(), by=signed_in(request), now=clock.now())
    words = _("%(name)s thôi ở đơn vị; quyền hết sau hôm nay.") % {"name": membership.person.name}
    say(request, words, membership)
    return redirect("units:unit", unit_id)


@require_POST
def resume_membership(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    membership = access.membership_for(request, unit_id, membership_id)
    actions.resume_membership(membership=membership, by=signed_in(request), now=clock.now())
    messages.success(request, _("%(name)s lại là người của đơn vị.") % {"name": membership.person.name})
    return redirect("units:unit", unit_id)


@require_POST
def give_way_in(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    """Makes a link and a spoken code; they wait in the session for the next page, which shows them once."""
    membership = access.let_in_for(request, unit_id, membership_id)
    by, now = signed_in(request), clock.now()
    user = actions.user_of(person=membership.person, by=by, now=now)
    link, secret = open_link(user=user, purpose=Purpose.SIGN_IN, by=by, now=now)
    code_until = timezone.localtime(link.code_expires_at) if link.code_expires_at else now
    request.session["way_in"] = {
        "unit": unit_id,
        "name": membership.person.name,
        "phone": membership.person.phone,
        "code": secret.spoken,
        "sign_in": request.build_absolute_uri(reverse("accounts:sign_in")),
        "address": request.build_absolute_uri(reverse("accounts:enter", args=[secret.token])),
        "code_until": dates.clock_time(code_until),
        "link_until": said.long_day(timezone.localtime(link.expires_at).date()),
    }
    return redirect(reverse("units:unit", args=[unit_id]) + "#way-in")


@require_POST
def revoke_ways_in(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    membership = access.let_in_for(request, unit_id, membership_id)
    request.session.pop("way_in", None)
    if membership.person.user is not None:
        revoke_links(user=membership.person.user, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã thu lại mọi đường dẫn và mã của %(name)s.") % {"name": membership.person.name})
    return redirect("units:unit", unit_id)
