"""One message of the tray: read it, open its files, file it for a duty, put it aside, take it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, run_conference_for
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.here import enter
from tongket.conferences.models import Conference, Duty
from tongket.core import clock, files
from tongket.core.text import row_key
from tongket.core.views import back_address
from tongket.mailbox.actions import filing as act
from tongket.mailbox.beyond import Owed, find_owed
from tongket.mailbox.models import Incoming, IncomingFile
from tongket.mailbox.queries.choices import choices_for, owed_of
from tongket.mailbox.queries.tray import SHOWN, duty_words, letter_of, tray_of
from tongket.mailbox.rules import IncomingState


def incoming_for(request: HttpRequest, conference_id: int, incoming_id: UUID) -> tuple[Incoming, Conference, Rights]:
    """The message for people who run the conference that it came to; outsiders 404, readers 403."""
    conference, rights = run_conference_for(request, conference_id)
    rows = tray_of(conference).select_related(*SHOWN, "evidence__duty", "raw")
    return get_object_or_404(rows.prefetch_related("files__file"), pk=incoming_id), conference, rights


def letter(request: HttpRequest, conference_id: int, incoming_id: UUID) -> HttpResponse:
    incoming, conference, rights = incoming_for(request, conference_id, incoming_id)
    if request.method == "POST":
        return _carry_out(request, incoming, conference)
    enter(request, conference, rights)
    asked = request.GET.get("unit", "")
    owed = find_owed(incoming.beyond_kind, incoming.beyond_key) if incoming.beyond_key else None
    context = {
        "conference": conference,
        "letter": letter_of(incoming),
        "asked": asked,
        "choices": choices_for(incoming, conference, asked),
        "beyond_page": owed.page if owed else "",
    }
    return render(request, "mailbox/tray_letter.html", context)


def _carry_out(request: HttpRequest, incoming: Incoming, conference: Conference) -> HttpResponse:
    """One form of the page; the name of its button says which."""
    here = reverse("mailbox:tray_letter", args=[conference.pk, incoming.pk])
    try:
        if "duty" in request.POST:
            _file(request, incoming, conference)
        elif request.POST.get("do") == "aside":
            act.put_aside(incoming=incoming, by=signed_in(request), now=clock.now())
            _say(request, incoming, conference, _("Đã để thư sang một bên."))
    except (act.IncomingMoved, DutyMoved):
        messages.error(request, _("Thư hoặc phần việc này vừa có người khác đổi. Xem lại rồi làm lại nếu cần."))
    except act.NothingToFile:
        messages.error(request, _("Chưa chọn tệp nào để nhận. Chọn ít nhất một tệp của thư."))
    return redirect(back_address(request, here))


def _file(request: HttpRequest, incoming: Incoming, conference: Conference) -> None:
    if ":" in request.POST["duty"]:
        return _file_beyond(request, incoming, conference, owed_of(conference, request.POST["duty"]))
    duty = Duty.objects.select_related("conference__host", "unit").filter(
        conference=conference, pk=row_key(request.POST["duty"]) or 0
    )
    found = get_object_or_404(duty)
    chosen = _chosen(request, incoming, found.kind)
    evidence = act.file_incoming(incoming=incoming, duty=found, files=chosen, by=signed_in(request), now=clock.now())
    words = _("Đã nhận vào: %(duty)s. Giấy biên nhận %(number)s.")
    return _say(request, incoming, conference, words % {"duty": duty_words(found), "number": evidence.receipt})


def _file_beyond(request: HttpRequest, incoming: Incoming, conference: Conference, owed: Owed | None) -> None:
    if owed is None:
        raise Http404
    chosen = _chosen(request, incoming, owed.kind)
    filed = act.file_beyond(incoming=incoming, owed=owed, files=chosen, by=signed_in(request), now=clock.now())
    words = _("Đã nhận vào: %(duty)s. Giấy biên nhận %(number)s.")
    _say(request, incoming, conference, words % {"duty": letter_of(incoming).guess, "number": filed.receipt})


def _chosen(request: HttpRequest, incoming: Incoming, kind: str) -> list[IncomingFile] | None:
    """The files that were ticked; None where nobody chose and those that are matter are taken."""
    ticked = [row_key(typed) for typed in request.POST.getlist("file")]
    return act.chosen_of(incoming, kind, ticked) if "choosing" in request.POST else None


def _say(request: HttpRequest, incoming: Incoming, conference: Conference, words: str) -> None:
    messages.success(request, words, extra_tags=reverse("mailbox:tray_back", args=[conference.pk, incoming.pk]))


@require_POST
def back(request: HttpRequest, conference_id: int, incoming_id: UUID) -> HttpResponse:
    incoming, conference, _rights = incoming_for(request, conference_id, incoming_id)
    way = act.take_back_filing if incoming.state == IncomingState.FILED else act.reopen
    try:
        way(incoming=incoming, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại; thư chờ trong Thư đến."))
    except act.IncomingMoved:
        messages.error(request, _("Thư này vừa có người khác đổi. Xem lại rồi làm lại nếu cần."))
    except TooLate:
        messages.error(request, _("Không lấy lại được nữa: phần việc đã có thay đổi khác sau đó."))
    return redirect(back_address(request, reverse("mailbox:tray_letter", args=[conference.pk, incoming.pk])))


@require_GET
def raw(request: HttpRequest, conference_id: int, incoming_id: UUID) -> HttpResponse:
    incoming, _conference, _rights = incoming_for(request, conference_id, incoming_id)
    answer = files.answer(incoming.raw)
    answer["Content-Type"] = "message/rfc822"
    answer["Content-Disposition"] = f'attachment; filename="{incoming.raw.name}"'
    return answer


@require_GET
def file(request: HttpRequest, conference_id: int, incoming_id: UUID, ordinal: int) -> HttpResponse:
    incoming, _conference, _rights = incoming_for(request, conference_id, incoming_id)
    found = next((row for row in incoming.files.all() if row.ordinal == ordinal), None)
    if found is None:
        raise Http404
    return files.answer(found.file)
