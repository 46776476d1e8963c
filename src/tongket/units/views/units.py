"""The directory: list, one unit, adding, changing, ending."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.units import access, actions
from tongket.units.forms.units import EndForm, FilterForm, UnitForm, living
from tongket.units.models import Unit
from tongket.units.queries import (
    branches_of,
    former_people_of,
    people_of,
    tree_of,
    unit_page,
    units_found,
    whole_directory,
)
from tongket.units.views.undo import say

PAGE = 50
ASKED = ("q", "body", "place_kind", "on", "ended")


@require_GET
def unit_list(request: HttpRequest) -> HttpResponse:
    access.reader_of_directory(request)
    user, today = signed_in(request), clock.today()
    form = FilterForm({"on": today} | request.GET.dict())
    asked = form.cleaned_data if form.is_valid() else {}
    day = None if asked.get("ended") else asked.get("on") or today
    found = units_found(
        asked=asked.get("q", ""), body=asked.get("body", ""), place_kind=asked.get("place_kind", ""), day=day
    )
    mine = access.memberships_on(user, today).values_list("unit_id", flat=True)
    page = Paginator(tree_of(found, list(mine)), PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "today": today,
        "branches": branches_of(list(page.object_list)),
        "is_narrowed": any(request.GET.get(name) for name in ASKED),
        "is_empty": not Unit.objects.exists(),
        "may_add": access.decides(user, on=today),
    }
    return render(request, "units/list.html", context, status=422 if form.errors else 200)


@require_GET
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.unit_for(request, unit_id)
    user, now = signed_in(request), clock.now()
    today = now.date()
    may_edit, may_see = access.may_edit(user, found, on=today), access.may_see_people(user, found, on=today)
    may_edit_people = may_edit or access.is_of(user, found, on=today)
    way_in = request.session.get("way_in")
    people = list(people_of(found, now=now)) if may_see else []
    context = {
        "unit": unit_page(found, on=min(today, found.valid_until_on or today)),
        "today": today,
        "may_see_people": may_see,
        "people": people,
        "editable": {each.pk for each in people if may_edit or (may_edit_people and access.is_plain_for(user, each))},
        "let_in": access.let_in_by(user, people, on=today) if may_edit else set(),
        "former": former_people_of(found) if may_edit else [],
        "may_edit": may_edit,
        "may_edit_people": may_edit_people,
        "reads_all": access.may_read_directory(user, on=today),
        "way_in": request.session.pop("way_in") if way_in and way_in["unit"] == found.pk else None,
    }
    return render(request, "units/unit.html", context)


def new_unit(request: HttpRequest) -> HttpResponse:
    access.editor_of_directory(request)
    by, now = signed_in(request), clock.now()
    form = _unit_form(request, None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            made = actions.create_unit(
                name=typed["name"], values=typed, parent=typed["parent"], aliases=typed["aliases"], by=by, now=now
            )
        except actions.BadUnit as bad:
            form.add_error(bad.field, _(bad.message))
        else:
            say(request, _("Đã thêm %(name)s.") % {"name": made.name}, made)
            return redirect("units:unit", made.pk)
    return _edit_page(request, form, None)


def edit_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.editable_unit_for(request, unit_id)
    form = _unit_form(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_unit(unit=found, values=form.cleaned_data, by=signed_in(request), now=clock.now())
        except actions.BadUnit as bad:
            form.add_error(bad.field, _(bad.message))
        else:
            say(request, _("Đã lưu."), found)
            return redirect("units:unit", found.pk)
    return _edit_page(request, form, found)


def _unit_form(request: HttpRequest, unit: Unit | None) -> UnitForm:
    """The form, below the asked unit where one is named; a unit that stands alone may go on doing so."""
    user, directory = signed_in(request), whole_directory()
    above = directory.get(request.GET.get("parent"))
    stands_alone = unit is not None and unit.parent_id is None
    return UnitForm(
        request.POST or None,
        directory=directory,
        held=access.held_keys(user, directory, on=clock.today()),
        may_stand_alone=user.is_admin or stands_alone,
        unit=unit,
        initial={"parent": above.name, "place_kind": above.place_kind.value, "place": above.place} if above else None,
    )


def _edit_page(request: HttpRequest, form: UnitForm, unit: Unit | None) -> HttpResponse:
    known = [record.name for record in form.directory if record.key in form.held]
    context = {"form": form, "unit": unit, "known": known}
    return render(request, "units/edit.html", context, status=422 if form.errors else 200)


def end_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    found = access.editable_unit_for(request, unit_id)
    directory = whole_directory()
    record = directory.get(str(found.pk))
    assert record is not None
    form = EndForm(request.POST or None, directory=directory, unit=record)
    if request.method == "POST" and form.is_valid():
        last_day, keys = form.cleaned_data["last_day"], form.cleaned_data["successors"]
        after = Unit.objects.filter(pk__in=keys)
        try:
            actions.end_unit(unit=found, last_day=last_day, successors=after, by=signed_in(request), now=clock.now())
        except actions.BadUnit as bad:
            form.add_error("last_day", _(bad.message))
        else:
            say(request, _("Đã ghi ngày cuối cùng."), found)
            return redirect("units:unit", found.pk)
    context = {"form": form, "unit": found, "known": living(directory, clock.today())}
    return render(request, "units/end.html", context, status=422 if form.errors else 200)
