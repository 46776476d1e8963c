"""The office edits what is asked of every unit: questions, indicators, periods."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, office_for, run_office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.text import row_key
from tongket.reviews.actions import asking
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.models import Indicator, Outline, Period, Question
from tongket.reviews.outline_forms import IndicatorForm, PeriodForm, QuestionForm
from tongket.reviews.queries.outline import kept_outline
from tongket.reviews.rules import Kind
from tongket.reviews.views.outline_rows import codes_of, outline_page

Bound = django_forms.Form | None


def outline(request: HttpRequest, conference_id: int) -> HttpResponse:
    if request.method == "POST":
        conference, rights = run_office_for(request, conference_id)
        return _carry_out(request, conference, rights)
    conference, rights = office_for(request, conference_id)
    return _page(request, conference, rights)


def _page(
    request: HttpRequest, conference: Conference, rights: Rights, bound: Bound = None, status: int = 200
) -> HttpResponse:
    """The editor; `bound` is the form that was wrong, shown at its place by its prefix."""
    enter(request, conference, rights)
    context = {
        "conference": conference,
        "page": outline_page(conference, bound),
        "may_run": rights.may_run,
        "plan_url": reverse("conferences:plan", args=[conference.pk]),
    }
    return render(request, "reviews/outline.html", context, status=status)


def _carry_out(request: HttpRequest, conference: Conference, rights: Rights) -> HttpResponse:
    """`do` names what and on which row: `change-question-7`, `up-indicator-3`, `add-period`."""
    made = kept_outline(conference) or make_outline(conference=conference, by=signed_in(request), now=clock.now())
    verb, _dash, rest = request.POST.get("do", "").partition("-")
    what, _dash, key = rest.partition("-")
    bound: Bound = None
    try:
        if verb in {"add", "change"} and what in SAVING:
            bound = SAVING[what](request, made, row_key(key) if verb == "change" else None)
        elif what in ROWS:
            _on_row(request, made, verb, what, row_key(key))
    except asking.FiguresStand as stand:
        words = _(
            "Đã có %(n)d số liệu nên không đổi được đơn vị tính, loại số hay bỏ kỳ. Bỏ chỉ tiêu rồi thêm cái mới."
        )
        messages.error(request, words % {"n": stand.number})
    except asking.PeriodNeeded:
        messages.error(request, _("Đây là kỳ đang hỏi. Chọn kỳ khác làm kỳ đang hỏi trước khi bỏ."))
    if bound is not None:
        return _page(request, conference, rights, bound, status=422)
    return redirect(reverse("reviews:outline", args=[conference.pk]) + (f"#{what}-{key}" if key else f"#{what}"))


def _save_question(request: HttpRequest, made: Outline, key: int | None) -> Bound:
    form = QuestionForm(request.POST, prefix=f"question-{key or 'new'}")
    row = Question.objects.filter(outline=made, pk=key).first() if key else None
    if not form.is_valid() or (key and row is None):
        return form
    values, by, now = form.cleaned_data, signed_in(request), clock.now()
    if row is not None:
        asking.change_question(question=row, values=values, by=by, now=now)
        return None
    kind = Kind(values.pop("kind"))
    asking.add_question(outline=made, kind=kind, **values, by=by, now=now)
    return None


def _save_indicator(request: HttpRequest, made: Outline, key: int | None) -> Bound:
    form = IndicatorForm(request.POST, prefix=f"indicator-{key or 'new'}", codes=codes_of(made))
    row = Indicator.objects.filter(outline=made, pk=key).first() if key else None
    if not form.is_valid() or (key and row is None):
        return form
    by, now = signed_in(request), clock.now()
    if row is not None:
        asking.change_indicator(indicator=row, values=form.cleaned_data, by=by, now=now)
    else:
        asking.add_indicator(outline=made, values=form.cleaned_data, by=by, now=now)
    return None


def _save_period(request: HttpRequest, made: Outline, key: int | None) -> Bound:
    form = PeriodForm(request.POST, prefix=f"period-{key or 'new'}")
    row = Period.objects.filter(outline=made, pk=key).first() if key else None
    if not form.is_valid() or (key and row is None):
        return form
    values = form.cleaned_data
    if row is not None and row.is_current:
        values["is_current"] = True
    asking.set_period(outline=made, period=row, values=values, by=signed_in(request), now=clock.now())
    return None


def _on_row(request: HttpRequest, made: Outline, verb: str, what: str, key: int | None) -> None:
    """Moves, removes or restores one row; a row that is gone is left alone."""
    row: Any = ROWS[what].objects.filter(outline=made, pk=key or 0).first()
    by, now = signed_in(request), clock.now()
    if row is None:
        return
    if what == "period" and verb == "remove":
        asking.remove_period(period=row, by=by, now=now)
    elif what != "period" and verb in {"up", "down"}:
        asking.move(asked=row, steps=-1 if verb == "up" else 1, by=by, now=now)
    elif what != "period" and verb == "remove":
        asking.remove(asked=row, by=by, now=now)
    elif what != "period" and verb == "restore":
        asking.restore(asked=row, by=by, now=now)


ROWS: dict[str, type[Question | Indicator | Period]] = {"question": Question, "indicator": Indicator, "period": Period}
SAVING: dict[str, Callable[[HttpRequest, Outline, int | None], Bound]] = {
    "question": _save_question,
    "indicator": _save_indicator,
    "period": _save_period,
}
