"""A unit says who comes: its list is sent, and sent again when it changes; the office enters it for the unit."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tongket.conferences.access import Rights
from tongket.conferences.handing_in import ReturnForm
from tongket.conferences.here import enter
from tongket.conferences.models import Duty
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock
from tongket.delegates.access import list_for, may_write_list
from tongket.delegates.queries.answered import answered, channel_words, known_at
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.views.deciding import DOINGS, decide
from tongket.delegates.views.drafts import kept_draft, one_more, typed_draft
from tongket.delegates.views.sending import Refused, send


def answer(request: HttpRequest, duty_id: int) -> HttpResponse:
    """The list of people that a unit sends; the office takes note of it or gives it back here."""
    duty, rights = list_for(request, duty_id)
    do = request.POST.get("do", "send")
    if request.method != "POST":
        return _page(request, duty, rights)
    if do in DOINGS:
        form = decide(request, duty, rights)
        return redirect(request.path) if form is None else _page(request, duty, rights, returning=form, status=422)
    if not may_write_list(duty, rights):
        raise PermissionDenied
    typed = typed_draft(request, duty, rights)
    if do == "add":
        return _page(request, duty, rights, Refused(one_more(typed, duty, rights)))
    refused = send(request, duty, rights, typed)
    return redirect(request.path) if refused is None else _page(request, duty, rights, refused, status=422)


def _page(
    request: HttpRequest,
    duty: Duty,
    rights: Rights,
    refused: Refused | None = None,
    *,
    returning: ReturnForm | None = None,
    status: int = 200,
) -> HttpResponse:
    enter(request, duty.conference, rights)
    context = _shown(duty, rights)
    if refused is not None:
        context |= {"draft": refused.draft, "has_moved": refused.has_moved, "is_typed": True, "is_folded": False}
    if returning is not None:
        context["returning"] = returning
    return render(request, "delegates/answer.html", context, status=status)


def _shown(duty: Duty, rights: Rights) -> dict[str, Any]:
    """What the page shows where nothing was typed yet."""
    # Read before the people, so that an old list never carries a new revision.
    revision = revision_of(duty)
    found = answered(duty, today=clock.today())
    may_send = may_write_list(duty, rights) and found.page.may_hand_in and not rights.is_called_off
    is_for_unit = rights.may_enter_for(duty.unit_id)
    return {
        "answered": found,
        "page": found.page,
        "duty": duty,
        "conference": duty.conference,
        "rights": rights,
        "latest": latest_ordinal(duty.conference),
        "frame": "core/base.html" if rights.is_host else "core/plain.html",
        "may_decide": rights.may_run and not rights.is_called_off,
        "may_send": may_send,
        "draft": kept_draft(found, rights, revision=revision) if may_send else None,
        "is_for_unit": is_for_unit,
        "is_folded": is_for_unit and found.is_answered,
        "known": known_at(duty.unit_id) if may_send else (),
        "returning": ReturnForm(),
        "revision": revision,
        "versions": [(each, channel_words(each)) for each in found.page.evidence],
    }
