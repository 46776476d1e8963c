"""Remarks: the office's list, the page of a unit that was asked or asks to speak, and the office's answer."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, office_for
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.here import enter
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.core.models import Event
from tongket.papers.access import remark_duty_for, remark_for, wish_for
from tongket.papers.actions.remarks import (
    RemarkMoved,
    ask_to_speak,
    decline_remark,
    prepare_remark,
    take_remark,
    withdraw_remark,
)
from tongket.papers.forms import AnswerForm, RemarkForm
from tongket.papers.models import Remark
from tongket.papers.queries.remarks import minutes_wanted, remark_of, remark_rows, units_that_may_ask
from tongket.papers.views.frame import frame_for
from tongket.papers.views.remark_forms import came_by, remark_form, words_in
from tongket.papers.views.saying import say
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class About:
    """What a page of one remark is about: `duty` None where nobody asked, `found` None where nothing was said yet."""

    conference: Conference
    unit: Unit | None
    duty: Duty | None
    found: Remark | None

    @property
    def unit_id(self) -> int | None:
        """The number of the unit, None where nobody settled which it is."""
        return self.unit.pk if self.unit else None


@require_GET
def remarks(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    enter(request, conference, rights)
    rows = remark_rows(conference, today=clock.today())
    context = {
        "conference": conference,
        "rows": rows,
        "minutes": minutes_wanted(rows),
        "units": units_that_may_ask(conference) if rights.may_run and not rights.is_called_off else [],
        "may_run": rights.may_run,
    }
    return render(request, "papers/remarks.html", context)


def prepare(request: HttpRequest, duty_id: int) -> HttpResponse:
    """What an asked unit will say: saved it is handed in; the office takes or declines it here."""
    duty, rights = remark_duty_for(request, duty_id)
    return _one(request, About(duty.conference, duty.unit, duty, remark_of(duty)), rights)


def remark(request: HttpRequest, remark_id: int) -> HttpResponse:
    """A wish to speak: its unit changes or withdraws it, the office grants or refuses it."""
    found, rights = remark_for(request, remark_id)
    if found.duty is not None:
        return redirect("papers:prepare", found.duty.pk)
    return _one(request, About(found.conference, found.unit, None, found), rights)


def wish(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    """A unit that nobody asked asks to speak, or the office notes that it does."""
    conference, unit, rights = wish_for(request, conference_id, unit_id)
    return _one(request, About(conference, unit, None, None), rights)


def _one(request: HttpRequest, about: About, rights: Rights) -> HttpResponse:
    enter(request, about.conference, rights)
    form = remark_form(request, rights, about.unit_id, about.found)
    done = _done(request, rights, form, about) if request.method == "POST" else None
    if done is not None:
        return done
    context = {
        "conference": about.conference,
        "unit": about.unit,
        "duty": about.duty,
        "remark": about.found,
        "rights": rights,
        "frame": frame_for(rights),
        "form": form,
        "answer": AnswerForm(prefix="a"),
        "may_write": rights.may_still_hand_in(about.unit_id) and about.unit is not None,
        "is_for_unit": rights.may_enter_for(about.unit_id),
    }
    return render(request, "papers/remark.html", context, status=422 if request.method == "POST" else 200)


def _done(request: HttpRequest, rights: Rights, form: RemarkForm, about: About) -> HttpResponse | None:
    """Carries out one form of the page; None where the form of the remark has a fault."""
    do = request.POST.get("do", "save")
    if not (rights.may_run if do in ANSWERS else rights.may_hand_in(about.unit_id)):
        raise PermissionDenied
    try:
        if do in ANSWERS or do == "withdraw":
            return _settled(request, about.found, do)
        return _saved(request, form, about) if form.is_valid() else None
    except (RemarkMoved, DutyMoved):
        messages.error(request, _("Phát biểu này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
        return redirect(request.path)


def _saved(request: HttpRequest, form: RemarkForm, about: About) -> HttpResponse:
    by, now = signed_in(request), clock.now()
    (channel, received_at), words = came_by(form), words_in(form)
    revision = form.cleaned_data["revision"] or 0
    if about.duty is not None:
        _kept, event = prepare_remark(
            duty=about.duty, words=words, revision=revision, channel=channel, received_at=received_at, by=by, now=now
        )
        say(request, _("Đã ghi nội dung phát biểu."), event)
        return redirect("papers:prepare", about.duty.pk)
    if about.unit is None:
        raise DutyMoved("no unit")
    if about.found is not None:
        about.found.revision = revision
    host, unit, found = about.conference, about.unit, about.found
    kept = ask_to_speak(conference=host, unit=unit, remark=found, words=words, channel=channel, by=by, now=now)
    messages.success(request, _("Đã ghi là đơn vị xin phát biểu."))
    return redirect("papers:remark", kept.pk)


ANSWERS = {"take": take_remark, "decline": decline_remark}


def _settled(request: HttpRequest, found: Remark | None, do: str) -> HttpResponse:
    """The office's answer, or the unit's second thought."""
    if found is None:
        raise RemarkMoved(do)
    by, now = signed_in(request), clock.now()
    if do == "withdraw":
        withdraw_remark(remark=found, by=by, now=now)
        messages.success(request, _("Đã rút phát biểu."))
        return redirect(request.path)
    form = AnswerForm(request.POST, prefix="a")
    form.is_valid()
    event = ANSWERS[do](remark=found, answer=form.cleaned_data.get("answer", ""), by=by, now=now)
    words = _("Đã nhận phát biểu.") if do == "take" else _("Đã trả lời là không bố trí được.")
    if found.duty is None:
        messages.success(request, words)
    else:
        say(request, words, Event.objects.get(pk=event.changes["event"]))
    return redirect("papers:remarks", found.conference_id)
