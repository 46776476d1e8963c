"""The directory: list, one unit, adding, changing, ending."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.units import access, actions
from tongket.units.forms import EndForm, UnitForm, body_choices, initial_of, place_choices
from tongket.units.models import Unit
from tongket.units.queries import as_tree, people_of, unit_page, units_found

PAGE = 50


@require_GET
def unit_list(request: HttpRequest) -> HttpResponse:
    access.reader_of_directory(request)
    asked = {name: request.GET.get(name, "") for name in ("q", "body", "place_kind")}
    day = None if request.GET.get("all") else clock.today()
    found = units_found(asked=asked["q"], body=asked["body"], place_kind=asked["place_kind"], day=day)
    branches = as_tree(list(found))
    context = {
        "page": Paginator(branches, PAGE).get_page(request.GET.get("page")),
        "asked": asked,
        "bodies": body_choices(),
        "kinds": place_choices(),
        "shows_ended": day is None,
        "may_import": access.may_import(signed_in(request), on=clock.today()),
    }
    return render(request, "units/list.html", context)


@require_GET
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.unit_for(request, unit_id)
    user, today = signed_in(request), clock.today()
    context = {
        "unit": unit_page(found),
        "people": people_of(found),
        "may_edit": access.may_edit(user, found, on=today),
        "may_edit_people": access.may_edit_people(user, found, on=today),
        "way_in": request.session.pop("way_in", None),
    }
    return render(request, "units/unit.html", context)


def new_unit(request: HttpRequest) -> HttpResponse:
    access.editor_of_directory(request)
    parent = (
        Unit.objects.filter(pk=int(request.GET["parent"])).first()
        if request.GET.get("parent", "").isdecimal()
        else None
    )
    form = UnitForm(request.POST or None, initial={"parent": parent})
    if request.method == "POST" and form.is_valid():
        typed, by, now = form.cleaned_data, signed_in(request), clock.now()
        made = actions.create_unit(name=typed["name"], values=typed, parent=typed["parent"], by=by, now=now)
        actions.set_aliases(unit=made, names=form.alias_names(), by=by, now=now)
        messages.success(request, _("Đã thêm %(name)s.") % {"name": made.name})
        return redirect("units:unit", made.pk)
    return render(request, "units/edit.html", {"form": form, "unit": None}, status=422 if form.errors else 200)


def edit_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.editable_unit_for(request, unit_id)
    form = UnitForm(request.POST or None, initial=initial_of(found), unit=found)
    if request.method == "POST" and form.is_valid():
        by, now = signed_in(request), clock.now()
        actions.change_unit(unit=found, values=form.cleaned_data, by=by, now=now)
        actions.set_aliases(unit=found, names=form.alias_names(), by=by, now=now)
        messages.success(request, _("Đã lưu."))
        return redirect("units:unit", found.pk)
    return render(request, "units/edit.html", {"form": form, "unit": found}, status=422 if form.errors else 200)


def end_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.editable_unit_for(request, unit_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        actions.end_unit(
            unit=found,
            last_day=typed["last_day"],
            successors=typed["successors"],
            by=signed_in(request),
            now=clock.now(),
        )
        messages.success(request, _("Đã ghi ngày cuối cùng. Ở trang đơn vị có nút Lấy lại."))
        return redirect("units:unit", found.pk)
    return render(request, "units/end.html", {"form": form, "unit": found}, status=422 if form.errors else 200)


@require_POST
def revive_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.editable_unit_for(request, unit_id)
    actions.revive_unit(unit=found, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã lấy lại; đơn vị lại có hiệu lực."))
    return redirect("units:unit", found.pk)
