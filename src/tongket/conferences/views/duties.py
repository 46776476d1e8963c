"""A duty: what was handed in for it, and everything the office or the unit does about it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences import duty_forms as typed
from tongket.conferences.access import Rights, duty_for
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.extensions import answer_extension, ask_extension
from tongket.conferences.handing_in import HandInForm, ReturnForm
from tongket.conferences.here import enter
from tongket.conferences.kinds import fulfilled_at
from tongket.conferences.models import Duty, Evidence, ExtensionState
from tongket.conferences.queries.duty_page import duty_page
from tongket.conferences.queries.evidence import just_handed_in
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.conferences.rules import Channel
from tongket.conferences.views.undo import say
from tongket.core import clock, files
from tongket.core.text import row_key


def back_to(duty: Duty, request: HttpRequest) -> str:
    """Where a person goes on: the unit's page they came from, else the duty's own."""
    if request.POST.get("from") == "unit" and duty.unit_id:
        return reverse("conferences:unit", args=[duty.conference_id, duty.unit_id]) + f"#d{duty.pk}"
    return reverse("conferences:duty", args=[duty.pk])


def duty(request: HttpRequest, duty_id: int) -> HttpResponse:
    found, rights = duty_for(request, duty_id)
    if request.method == "POST":
        return _carry_out(request, found, rights)
    return _page(request, found, rights, {})


def _page(
    request: HttpRequest, found: Duty, rights: Rights, forms: dict[str, object], status: int = 200
) -> HttpResponse:
    enter(request, found.conference, rights)
    context = {
        "page": duty_page(found, today=clock.today()),
        "latest": latest_ordinal(found.conference),
        "rights": rights,
        "may_hand_in": rights.may_still_hand_in(found.unit_id),
        "is_for_unit": rights.may_enter_for(found.unit_id),
        "is_own": rights.may_run and found.unit_id == found.conference.host_id,
        "forms": _empty_forms(found, rights) | forms,
        "opened": list(forms),
        "elsewhere": fulfilled_at(found.kind, found.pk),
    }
    return render(request, "conferences/duty.html", context, status=status)


def _empty_forms(found: Duty, rights: Rights) -> dict[str, object]:
    return {
        "hand_in": typed.EnterForm(now=clock.now()) if rights.may_enter_for(found.unit_id) else HandInForm(),
        "return": ReturnForm(),
        "excuse": typed.ReasonForm(prefix="x"),
        "due": typed.DueForm(initial={"due_on": found.due_on}),
        "extension": typed.ExtensionForm(prefix="e"),
        "answer": typed.AnswerForm(prefix="a"),
        "unit": typed.UnitForm(),
    }


def _carry_out(request: HttpRequest, found: Duty, rights: Rights) -> HttpResponse:
    """One form of the page; the name of its button says which."""
    do = request.POST.get("do", "")
    elsewhere = fulfilled_at(found.kind, found.pk) if do in OF_ROOM else ""
    if do not in DOINGS or elsewhere:
        return redirect(elsewhere or back_to(found, request))
    is_office, carry_out = DOINGS[do]
    if not (rights.may_run if is_office else rights.may_hand_in(found.unit_id)):
        raise PermissionDenied
    try:
        form = carry_out(request, found, rights)
    except act.DutyMoved:
        messages.error(request, _("Phần việc này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
        form = None
    if form is not None:
        return _page(request, found, rights, {do: form}, status=422)
    return redirect(back_to(found, request))


def _hand_in_form(request: HttpRequest, found: Duty, rights: Rights, now: datetime) -> HandInForm:
    """What was typed; the office that enters it for a unit also says how and when it came."""
    if rights.may_enter_for(found.unit_id):
        return typed.EnterForm(request.POST, request.FILES, now=now)
    return HandInForm(request.POST, request.FILES)


def _hand_in(request: HttpRequest, found: Duty, rights: Rights) -> object | None:
    now = clock.now()
    form = _hand_in_form(request, found, rights, now)
    if not form.is_valid():
        return form
    values, file = form.cleaned_data, form.cleaned_data["file"]
    data, by = file.read() if file else b"", signed_in(request)
    twice = just_handed_in(found, note=values["note"], data=data, by=by, now=now)
    if twice is not None:
        messages.info(request, _("Bản này đã gửi rồi. Giấy biên nhận %(number)s.") % {"number": twice.receipt})
        return None
    evidence, event = act.hand_in(
        duty=found,
        note=values["note"],
        data=data,
        file_name=file.name if file else "",
        channel=Channel(values.get("channel", Channel.WEB)),
        received_at=values.get("received_on"),
        by=by,
        now=now,
    )
    say(request, _("Đã gửi. Giấy biên nhận %(number)s.") % {"number": evidence.receipt}, event)
    return None


def _start(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    say(request, _("Đã ghi là đang soạn."), act.start_working(duty=found, by=signed_in(request), now=clock.now()))
    return None


def _accept(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    say(request, _("Đã nhận, đạt."), act.accept(duty=found, by=signed_in(request), now=clock.now()))
    return None


def _return(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return form
    due_at = act.end_of_day(form.cleaned_data["due_on"])
    event = act.return_for_mending(
        duty=found, remark=form.cleaned_data["remark"], due_at=due_at, by=signed_in(request), now=clock.now()
    )
    say(request, _("Đã trả lại để sửa."), event)
    return None


def _excuse(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    form = typed.ReasonForm(request.POST, prefix="x")
    if not form.is_valid():
        return form
    reason = form.cleaned_data["reason"]
    say(request, _("Đã miễn."), act.excuse(duty=found, reason=reason, by=signed_in(request), now=clock.now()))
    return None


def _reopen(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    say(request, _("Đã giao lại."), act.reopen(duty=found, by=signed_in(request), now=clock.now()))
    return None


def _due(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    form = typed.DueForm(request.POST)
    if not form.is_valid():
        return form
    due_on = form.cleaned_data["due_on"]
    say(request, _("Đã đặt hạn."), act.set_due(duty=found, due_on=due_on, by=signed_in(request), now=clock.now()))
    return None


def _tick(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    item = row_key(request.POST.get("item", ""))
    if item is not None and item < len(found.checklist):
        done = not found.checklist[item]["done"]
        event = act.tick_item(duty=found, item=item, done=done, by=signed_in(request), now=clock.now())
        say(request, _("Đã đánh dấu xong.") if done else _("Đã bỏ đánh dấu."), event)
    return None


def _extension(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    form = typed.ExtensionForm(request.POST, prefix="e")
    if not form.is_valid():
        return form
    _wish, event = ask_extension(duty=found, **form.cleaned_data, by=signed_in(request), now=clock.now())
    say(request, _("Đã gửi lời xin thêm thời gian; Văn phòng sẽ trả lời."), event)
    return None


def _answer(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    wish = found.extensions.filter(state=ExtensionState.ASKED).select_related("duty__conference").first()
    if wish is None:
        raise act.DutyMoved("answered")
    form = typed.AnswerForm(request.POST, prefix="a")
    form.is_valid()
    granted, answer = "grant" in request.POST, form.cleaned_data.get("answer", "")
    event = answer_extension(extension=wish, granted=granted, answer=answer, by=signed_in(request), now=clock.now())
    say(request, _("Đã cho thêm thời gian.") if granted else _("Đã trả lời chưa đồng ý."), event)
    return None


def _unit(request: HttpRequest, found: Duty, _rights: Rights) -> object | None:
    form = typed.UnitForm(request.POST)
    if not form.is_valid():
        return form
    unit_id = form.cleaned_data["unit"].pk
    event = act.settle_unit(duty=found, unit_id=unit_id, by=signed_in(request), now=clock.now())
    say(request, _("Đã giao cho đơn vị ấy."), event)
    return None


# What the room does that took a kind over, with what it keeps beside.
OF_ROOM = frozenset({"hand_in", "start", "accept", "return"})
# For each button: whether only the office may press it, and what it does; a form comes back where it has a fault.
DOINGS: dict[str, tuple[bool, Callable[[HttpRequest, Duty, Rights], object | None]]] = {
    "hand_in": (False, _hand_in),
    "start": (False, _start),
    "tick": (False, _tick),
    "extension": (False, _extension),
    "accept": (True, _accept),
    "return": (True, _return),
    "excuse": (True, _excuse),
    "reopen": (True, _reopen),
    "due": (True, _due),
    "answer": (True, _answer),
    "unit": (True, _unit),
}


@require_GET
def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponse:
    evidence = get_object_or_404(Evidence.objects.select_related("file"), pk=evidence_id)
    duty_for(request, evidence.duty_id)
    if evidence.file is None:
        raise Http404
    return files.answer(evidence.file)


@require_GET
def evidence_other(request: HttpRequest, evidence_id: int, file_id: UUID) -> HttpResponse:
    evidence = get_object_or_404(Evidence, pk=evidence_id)
    duty_for(request, evidence.duty_id)
    return files.answer(get_object_or_404(evidence.others, pk=file_id))


@require_GET
def receipt(request: HttpRequest, evidence_id: int) -> HttpResponse:
    evidence = get_object_or_404(Evidence.objects.select_related("file", "entered_by"), pk=evidence_id)
    found, rights = duty_for(request, evidence.duty_id)
    enter(request, found.conference, rights)
    others = list(evidence.others.order_by("name"))
    return render(request, "conferences/receipt.html", {"evidence": evidence, "others": others, "duty": found})
