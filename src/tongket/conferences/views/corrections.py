"""A corrected plan: brought in for a running conference, shown as a difference, applied; versions side by side."""

from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import conference_for, run_conference_for
from tongket.conferences.actions.correcting import (
    ChoicesOpen,
    DifferenceMoved,
    apply_correction,
    start_correction,
)
from tongket.conferences.actions.readings import ReadingClosed
from tongket.conferences.correction import Choice
from tongket.conferences.correction_form import choices_from
from tongket.conferences.here import enter
from tongket.conferences.models import Reading, ReadingState
from tongket.conferences.queries.between_versions import page_between
from tongket.conferences.queries.corrections import difference_of
from tongket.conferences.queries.difference_page import difference_page
from tongket.conferences.queries.plan_page import version_of
from tongket.conferences.queries.readings import open_corrections_of, reading_for
from tongket.conferences.views.readings import read_or_refuse
from tongket.conferences.views.undo import say
from tongket.core import clock


def correct(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_conference_for(request, conference_id)
    enter(request, conference, rights)
    context: dict[str, object] = {
        "conference": conference,
        "limit_mb": settings.UPLOAD_MAX_BYTES // 2**20,
        "text": request.POST.get("text", ""),
        "open_readings": open_corrections_of(conference),
    }
    if request.method == "POST":
        start = partial(start_correction, conference=conference, by=signed_in(request), now=clock.now())
        begun = read_or_refuse(request, start)
        if isinstance(begun, Reading):
            return redirect("conferences:reading", begun.pk)
        context["refusal"] = begun
    return render(request, "conferences/correct.html", context, status=422 if "refusal" in context else 200)


def difference(request: HttpRequest, reading_id: UUID) -> HttpResponse:
    read = reading_for(signed_in(request), reading_id)
    if read.corrects is None:
        raise Http404
    conference, rights = run_conference_for(request, read.corrects.pk)
    enter(request, conference, rights)
    if read.state == ReadingState.MADE:
        return redirect("conferences:plan", conference.pk)
    if read.state == ReadingState.DROPPED:
        return redirect("conferences:reading", read.pk)
    if request.method == "POST":
        return _apply(request, read)
    return _difference(request, read, {})


def _difference(request: HttpRequest, read: Reading, choices: dict[int, Choice], status: int = 200) -> HttpResponse:
    found = difference_of(read, today=clock.today())
    kept = {change.old.id: Choice.KEEP for change in found.open if change.old} | choices
    context = {
        "conference": found.conference,
        "reading": read,
        "page": difference_page(found),
        "stamp": found.stamp,
        "withdrawn": {key for key, choice in kept.items() if choice is Choice.WITHDRAW},
        "plan_days": {key for key, choice in kept.items() if choice is Choice.PLAN_DAY},
    }
    return render(request, "conferences/difference.html", context, status=status)


def _apply(request: HttpRequest, read: Reading) -> HttpResponse:
    choices, stamp = choices_from(request.POST), request.POST.get("stamp", "")
    try:
        version, event = apply_correction(
            reading=read, stamp=stamp, choices=choices, by=signed_in(request), now=clock.now()
        )
    except ReadingClosed:
        messages.error(request, _("Bản sửa này đã áp dụng hoặc đã bỏ."))
        return redirect("conferences:reading", read.pk)
    except DifferenceMoved:
        messages.error(request, _("Phần việc hoặc bản đọc vừa đổi trong lúc anh chị xem. So lại bên dưới rồi áp dụng."))
        return _difference(request, read, choices, status=409)
    except ChoicesOpen:
        messages.error(request, _("Còn phần việc đã có bài gửi mà chưa ai chọn giữ hay rút."))
        return _difference(request, read, choices, status=422)
    say(request, _("Đã áp dụng bản %(number)d. Chưa đơn vị nào được báo.") % {"number": version.ordinal}, event)
    return redirect("conferences:tell", version.conference_id, version.ordinal)


@require_GET
def between(request: HttpRequest, conference_id: int, old: int, new: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_all:
        raise PermissionDenied
    first, second = version_of(conference, old), version_of(conference, new)
    if first is None or second is None or old >= new:
        raise Http404
    enter(request, conference, rights)
    context = {"conference": conference, "rights": rights, "page": page_between(first, second)}
    return render(request, "conferences/between.html", context)
