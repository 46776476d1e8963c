"""The register of outgoing documents: its page, its print, its workbook, its lines and how it is numbered."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.sheets import XLSX
from tongket.core.templatetags.shell import sentence
from tongket.core.text import row_key
from tongket.core.views import back_address
from tongket.documents.access import may_write, run_desk_for
from tongket.documents.actions.register import (
    MOST_OUTSIDE,
    NumberingFixed,
    NumberRefused,
    Outside,
    edit_entry,
    enter_outside,
    set_numbering,
)
from tongket.documents.models import Entry
from tongket.documents.queries.register import asked_of, book_of, entries_of, found_in, numbering_on
from tongket.documents.register_forms import EntryForm, NumberingForm, OutsideForm, entered
from tongket.documents.rules import Series
from tongket.documents.spreadsheet import headings, register_workbook

OutsideFormSet = forms.formset_factory(OutsideForm, extra=0, max_num=MOST_OUTSIDE)


@require_GET
def register(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    book = book_of(conference.host, request.GET.dict(), today=clock.today())
    context = {"conference": conference, "book": book, "may_write": may_write(rights), "headings": headings()}
    return render(request, "documents/register.html", context)


@require_GET
def register_print(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Every line the filters leave, on sheets to be bound (Decree 30/2020, Art. 16 (2b))."""
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    asked = asked_of(request.GET.dict(), today=clock.today())
    lines = found_in(entries_of(conference.host, asked), asked.text)
    context = {"conference": conference, "asked": asked, "lines": lines, "headings": headings()}
    return render(request, "documents/register_print.html", context)


@require_GET
def workbook(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = office_for(request, conference_id)
    asked = asked_of(request.GET.dict(), today=clock.today())
    data = register_workbook(found_in(entries_of(conference.host, asked), asked.text), title=str(asked.year))
    headers = {"Content-Disposition": f'attachment; filename="so-van-ban-di-{asked.year}.xlsx"'}
    return HttpResponse(data, content_type=XLSX, headers=headers)


def entry(request: HttpRequest, conference_id: int, entry_id: int) -> HttpResponse:
    """What is filled into a line by hand."""
    conference, rights = run_desk_for(request, conference_id)
    enter(request, conference, rights)
    found = get_object_or_404(Entry.objects.select_related("document"), pk=entry_id, unit=conference.host)
    form = EntryForm(request.POST or None, initial=entered(found))
    if request.method == "POST" and form.is_valid():
        edit_entry(entry=found, values=form.cleaned_data, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã ghi vào sổ."))
        return redirect("documents:register", conference.pk)
    context = {"conference": conference, "entry": found, "form": form}
    return render(request, "documents/entry.html", context, status=422 if form.errors else 200)


def outside(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Writes in the numbers that were given without this software, so that the series has no gap."""
    conference, rights = run_desk_for(request, conference_id)
    enter(request, conference, rights)
    formset = OutsideFormSet(request.POST or None, initial=_wanted(request), prefix="o")
    if request.method == "POST" and formset.is_valid():
        lines = [Outside(**form.cleaned_data) for form in formset.forms]
        kind, by, now = request.GET.get("kind", ""), signed_in(request), clock.now()
        try:
            enter_outside(unit=conference.host, kind=kind, lines=lines, by=by, now=now)
        except NumberRefused as refused:
            messages.error(request, str(sentence(refused.finding)))
        else:
            messages.success(request, _("Đã ghi {n} số vào sổ.").format(n=len(lines)))
            return redirect(back_address(request, reverse("documents:register", args=[conference.pk])))
    context = {"conference": conference, "formset": formset, "next": request.GET.get("next", "")}
    return render(request, "documents/outside.html", context, status=422 if formset.is_bound else 200)


def _wanted(request: HttpRequest) -> list[dict[str, object]]:
    """A line for each number that is asked for, with the symbol and day of its document."""
    first, last = row_key(request.GET.get("first", "")), row_key(request.GET.get("last", ""))
    if not first:
        return [{}]
    numbers = range(first, min(last or first, first + MOST_OUTSIDE - 1) + 1)
    return [{"number": number, "symbol": request.GET.get("symbol", "")} for number in numbers]


def numbering(request: HttpRequest, conference_id: int) -> HttpResponse:
    """How the office numbers: one series for everything or one for each kind, from a year on."""
    conference, rights = run_desk_for(request, conference_id)
    enter(request, conference, rights)
    today = clock.today()
    initial = {"series": numbering_on(conference.host, today), "year": today.year}
    form = NumberingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        series, year = Series(form.cleaned_data["series"]), form.cleaned_data["year"]
        try:
            set_numbering(unit=conference.host, series=series, year=year, by=signed_in(request), now=clock.now())
        except NumberingFixed:
            form.add_error("year", _("Năm {year} đã cấp số theo cách cũ. Đổi từ năm sau.").format(year=year))
        else:
            messages.success(request, _("Đã ghi cách đánh số."))
            return redirect("documents:register", conference.pk)
    context = {"conference": conference, "form": form}
    return render(request, "documents/numbering.html", context, status=422 if form.errors else 200)
