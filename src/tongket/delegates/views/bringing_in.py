"""A list of people from Excel or pasted lines: what it would do, and then the writing of it."""

from collections.abc import Collection, Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.findings import Sentence
from tongket.core.models import Event
from tongket.core.text import row_key
from tongket.delegates.actions import bringing_in as act
from tongket.delegates.forms.bringing_in import BringInForm
from tongket.delegates.queries.bringing_in import keys_listed, understood
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.rules import Answer
from tongket.documents.copy_lists import Draft, Line, Read
from tongket.documents.handing_in import list_handed_over


def bring_in(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    enter(request, conference, rights)
    attendance = attendance_of(conference)
    # The first step asks only for the list.
    chosen = request.POST if "channel" in request.POST else None
    form = BringInForm(chosen, initial=request.GET.dict(), attendance=attendance)
    text, refusal = (list_handed_over(request), None) if request.method == "POST" else ("", None)
    if isinstance(text, Sentence):
        text, refusal = "", text
    read = understood(text, listed=keys_listed(attendance), on=clock.today()) if text else None
    is_writing = read is not None and request.POST.get("do") == "write"
    ticked = _ticked(read, request.POST.getlist("line") if is_writing else None)
    if read is not None and is_writing and form.is_valid() and _write(request, conference, form, _taken(read, ticked)):
        return redirect("delegates:list", conference.pk)
    context = {
        "conference": conference,
        "form": form,
        "text": text,
        "read": read,
        "ticked": ticked,
        "leftovers": [(line, _(line.fault).format(**line.gaps)) for line in read.leftovers] if read else [],
        "refusal": refusal,
    }
    return render(request, "delegates/bring_in.html", context, status=422 if refusal or is_writing else 200)


def _ticked(read: Read | None, typed: Iterable[str] | None) -> frozenset[int]:
    """The lines that somebody ticked; who is new on the list before anybody did."""
    if typed is None:
        return frozenset(line.number for line in read.new) if read else frozenset()
    return frozenset(number for number in map(row_key, typed) if number is not None)


def _taken(read: Read, ticked: Collection[int]) -> list[Draft]:
    """The people of the ticked lines, those who are listed already among them where somebody ticked them."""
    lines: Iterable[Line] = (*read.new, *read.twice)
    return [line.draft for line in lines if line.draft is not None and line.number in ticked]


def _write(request: HttpRequest, conference: Conference, form: BringInForm, people: list[Draft]) -> bool:
    """Writes them and says so; whether it did, else says why not and the list stays on the page."""
    values, by, now = form.cleaned_data, signed_in(request), clock.now()
    clause, answer, channel = values["clause"], Answer(values["answer"]), Channel(values["channel"])
    if not people:
        messages.error(request, _("Chưa chọn ai. Đánh dấu những dòng cần nhập rồi bấm lại."))
        return False
    try:
        event = act.bring_in(
            conference=conference, clause=clause, people=people, answer=answer, channel=channel, by=by, now=now
        )
    except DutyMoved:
        messages.error(request, _("Có đơn vị vừa gửi danh sách của mình. Xem lại rồi nhập lần nữa."))
        return False
    n = len(people)
    said = ngettext("Đã nhập %(n)d người.", "Đã nhập %(n)d người.", n) % {"n": n}
    messages.success(request, said, extra_tags=reverse("delegates:take_back", args=[event.pk]))
    return True


@require_POST
def take_back(request: HttpRequest, event_id: int) -> HttpResponse:
    """Takes a whole list back."""
    event = get_object_or_404(Event, pk=event_id, verb="bring_in_delegates")
    conference, _rights = run_office_for(request, int(event.subject.split(":")[1]))
    try:
        act.take_back_bringing_in(event=event, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã lấy lại; mọi thứ như trước."))
    except TooLate:
        messages.error(request, _("Không lấy lại được nữa: có người trong danh sách đã đổi sau đó. Sửa từng người."))
    return redirect("delegates:list", conference.pk)
