"""Bringing a plan in, and the page where a person confirms what was read."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.conferences.access import below_for, may_start
from tongket.conferences.actions.readings import (
    Below,
    FactMoved,
    ReadingClosed,
    drop_reading,
    start_reading,
    take_up_reading,
)
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.fact_fields import AWARD_KINDS
from tongket.conferences.models import Reading, ReadingState
from tongket.conferences.queries.below import draft_below
from tongket.conferences.queries.reading_page import Outcome, adding_shown, reading_page
from tongket.conferences.queries.readings import HostUnknown, open_readings_of, reading_for
from tongket.conferences.reading_form import carry_out
from tongket.conferences.samples import SAMPLES
from tongket.conferences.views.undo import say
from tongket.core import clock
from tongket.core.audit import reference
from tongket.core.findings import Sentence, compose
from tongket.core.models import Event
from tongket.core.text import row_key
from tongket.reading.offer import readable_suffixes
from tongket.reading.refusals import Unreadable


def _uploaded(request: HttpRequest) -> tuple[str, bytes] | None:
    """The name and bytes of what was handed over: a file, pasted text, or a sample; None where nothing came."""
    by = request.POST.get("by")
    file = request.FILES.get("file")
    if by == "sample" and request.POST.get("sample") in SAMPLES:
        sample = SAMPLES[request.POST["sample"]]
        return sample.file, sample.read()
    if by == "text" and request.POST.get("text", "").strip():
        return _("chữ đã dán.txt"), request.POST["text"].encode()
    return (file.name or "", file.read(settings.UPLOAD_MAX_BYTES + 1)) if file is not None else None


def _below(request: HttpRequest) -> Below | None:
    """The unit whose own meeting it is to be and the conference above, as the address names them; outsiders get 404."""
    above, unit = row_key(request.GET.get("below", "")), row_key(request.GET.get("unit", ""))
    if above is None or unit is None:
        return None
    return Below(*below_for(request, above, unit))


def _begin(request: HttpRequest, user: User, below: Below | None) -> Reading | Sentence:
    """The reading of what was handed over, or why there is none."""
    given = _uploaded(request)
    if given is None:
        return Sentence(_("Chưa có tệp nào."), "", "", _("Chọn tệp rồi bấm “Đọc tệp này”."))
    try:
        return start_reading(data=given[1], name=given[0], below=below, by=user, now=clock.now())
    except Unreadable as refused:
        return compose(refused.finding, _)


def new_reading(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    if not may_start(user, on=clock.today()):
        raise Http404
    below = _below(request)
    draft = draft_below(below.parent, below.host, today=clock.today()) if below else ""
    context: dict[str, object] = {
        "below": below,
        "samples": [{"key": sample.key, "title": _(sample.title)} for sample in SAMPLES.values()],
        "suffixes": readable_suffixes(),
        "limit_mb": settings.UPLOAD_MAX_BYTES // 2**20,
        "text": request.POST.get("text", draft),
        "open_readings": open_readings_of(user),
    }
    if request.method == "POST":
        begun = _begin(request, user, below)
        if isinstance(begun, Reading):
            return redirect("conferences:reading", begun.pk)
        context["refusal"] = begun
    return render(request, "conferences/new_reading.html", context, status=422 if "refusal" in context else 200)


def reading(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    read = reading_for(signed_in(request), reading_id)
    if request.method == "POST" and request.POST.get("do") in ("drop", "take-up"):
        return _put_aside(request, read)
    if request.method == "POST" and read.state == ReadingState.OPEN:
        return _change(request, read)
    return _page(request, read, Outcome(adding=request.GET.get("add", "")))


def _put_aside(request: HttpRequest, read: Reading) -> HttpResponse:
    """Drops a reading, or takes one up again; a page that was left open in between changes nothing."""
    by, now = signed_in(request), clock.now()
    if request.POST["do"] == "take-up" and read.state == ReadingState.DROPPED:
        take_up_reading(reading=read, by=by, now=now)
    if request.POST["do"] == "take-up" or read.state != ReadingState.OPEN:
        return redirect("conferences:reading", read.pk)
    say(request, _("Đã bỏ bản đọc dở."), drop_reading(reading=read, by=by, now=now))
    return redirect("conferences:list")


def _change(request: HttpRequest, read: Reading) -> HttpResponse:
    user = signed_in(request)
    rows = list(read.facts.select_related("reading"))
    try:
        outcome = carry_out(reading=read, rows=rows, post=request.POST, by=user, now=clock.now())
    except (FactMoved, ReadingClosed):
        messages.error(request, _("Bản đọc này vừa có người khác đổi. Xem lại rồi làm lại nếu cần."))
        return _go_to(request, reverse("conferences:reading", args=[read.pk]))
    if request.POST.get("do") == "make" and not outcome.has_faults:
        try:
            conference = start_conference(reading=read, by=user, now=clock.now())
        except ReadingClosed:
            return _go_to(request, reverse("conferences:reading", args=[read.pk]))
        except HostUnknown:
            messages.error(request, _("Chưa rõ cơ quan chủ trì. Chọn ở ô “Cơ quan chủ trì”, rồi tạo lại."))
        else:
            made = Event.objects.get(verb="start_conference", subject=reference(conference))
            say(request, _("Đã tạo hội nghị."), made)
            return _go_to(request, reverse("conferences:dashboard", args=[conference.pk]))
    if outcome.has_faults or outcome.adding or outcome.editing or request.htmx:  # type: ignore[attr-defined]
        return _page(request, read, outcome, status=422 if outcome.has_faults and not request.htmx else 200)  # type: ignore[attr-defined]
    return redirect("conferences:reading", read.pk)


def _go_to(request: HttpRequest, address: str) -> HttpResponse:
    """Another page; htmx would put it into this one, so it is told to leave instead."""
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)  # type: ignore[attr-defined]


def _page(request: HttpRequest, read: Reading, outcome: Outcome, status: int = 200) -> HttpResponse:
    page = reading_page(read, outcome, user=signed_in(request), today=clock.today())
    context = {"page": page, "award_kinds": AWARD_KINDS, "nature": _(read.nature) if read.nature else ""}
    context["adding"] = adding_shown(outcome)
    return render(request, "conferences/reading.html", context, status=status)
