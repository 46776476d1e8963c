"""Whom to remind, put in the outbox by a press; and when the ladder reminds by itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_conference_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.text import row_key
from tongket.mailbox.actions.ladders import set_hours, set_ladders
from tongket.mailbox.actions.reminders import climb_conference, remind_units
from tongket.mailbox.ladder_forms import HoursForm, LadderForm, all_valid, initial_of
from tongket.mailbox.models import Message
from tongket.mailbox.queries.ladder_page import KindPart, kind_parts
from tongket.mailbox.queries.ladders import Terms, terms_of
from tongket.mailbox.queries.reminder_page import reminder_page


def reminders(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The units that owe something, what the ladder does next and did; a press puts reminders in the outbox."""
    conference, rights = run_conference_for(request, conference_id)
    enter(request, conference, rights)
    now = clock.now()
    if request.method == "POST":
        _say(request, _remind(request, conference))
        return redirect("mailbox:reminders", conference.pk)
    context = {"conference": conference, "page": reminder_page(conference, now=now), "today": now.date()}
    return render(request, "mailbox/reminders.html", context)


def _remind(request: HttpRequest, conference: Conference) -> list[Message]:
    by, now = signed_in(request), clock.now()
    if request.POST.get("do") == "climb":
        return climb_conference(conference=conference, by=by, now=now)
    chosen = [key for typed in request.POST.getlist("unit") if (key := row_key(typed)) is not None]
    return remind_units(conference=conference, unit_ids=chosen, by=by, now=now)


def _say(request: HttpRequest, made: list[Message]) -> None:
    n = len(made)
    if n:
        said = ngettext("Đã đưa %(n)d lời nhắc vào thư đi.", "Đã đưa %(n)d lời nhắc vào thư đi.", n)
        messages.success(request, said % {"n": n})
    else:
        messages.error(request, _("Chưa có lời nhắc nào: đánh dấu đơn vị còn thiếu rồi bấm lại."))


def ladder(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Sets when the conference reminds, kind by kind; the days it gives are shown before anything is kept."""
    conference, rights = run_conference_for(request, conference_id)
    enter(request, conference, rights)
    terms, parts = terms_of(conference), kind_parts(conference)
    forms = {part.code: _form(request, part, terms) for part in parts}
    hours = HoursForm(request.POST or None, initial=_clocks(terms), prefix="hours")
    is_valid = request.method == "POST" and all_valid([*forms.values(), hours])
    if is_valid and request.POST.get("do") != "preview":
        by, now = signed_in(request), clock.now()
        typed = {kind: form.rungs for kind, form in forms.items()}
        set_ladders(conference=conference, ladders=typed, by=by, now=now)
        set_hours(host=conference.host, hours=hours.hours, by=by, now=now)
        messages.success(request, _("Đã lưu lịch nhắc."))
        return redirect("mailbox:ladder", conference.pk)
    lines = [_line(part, forms[part.code], terms) for part in parts]
    context = {"conference": conference, "lines": lines, "hours": hours, "is_preview": is_valid}
    return render(request, "mailbox/ladder.html", context, status=200 if is_valid or not request.POST else 422)


def _form(request: HttpRequest, part: KindPart, terms: Terms) -> LadderForm:
    return LadderForm(request.POST or None, initial=initial_of(terms.rungs(part.code)), prefix=part.code)


def _clocks(terms: Terms) -> dict[str, object]:
    return {"opens_at": terms.hours.opens_at, "until_at": terms.hours.until_at}


def _line(part: KindPart, form: LadderForm, terms: Terms) -> dict[str, object]:
    """One kind with its form and the days it gives: what was typed where that is clean, else what is kept."""
    rungs = form.rungs if form.is_bound and form.is_valid() else terms.rungs(part.code)
    return {"part": part, "form": form, "given": part.given(rungs, terms.calendar)}
