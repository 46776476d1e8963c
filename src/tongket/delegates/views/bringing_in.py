"""A list of people from Excel or pasted lines: what it would do, and then the writing of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
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
from tongket.delegates.actions import bringing_in as act
from tongket.delegates.actions.answering import DelegatesMoved
from tongket.delegates.forms.bringing_in import BringInForm
from tongket.delegates.limits import MOST_BROUGHT_IN, MOST_PEOPLE
from tongket.delegates.queries.bringing_in import Person, Understood, understood
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.rules import Answer
from tongket.documents.copy_lists import Draft
from tongket.documents.handing_in import list_handed_over

MOST_NAMED = 5


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
    read = understood(text, attendance=attendance, on=clock.today()) if text else None
    is_refused = refusal is not None
    if read is not None and request.POST.get("do") == "write":
        if _is_written(request, conference, form, read):
            return redirect("delegates:list", conference.pk)
        is_refused = True
    context = {"conference": conference, "form": form, "text": text, "refusal": refusal, **_shown(read, request.POST)}
    return render(request, "delegates/bring_in.html", context, status=422 if is_refused else 200)


def _shown(read: Understood | None, typed: QueryDict) -> dict[str, Any]:
    """The list that was read, each person with whether the box is ticked: as somebody left it, else who is new."""
    if read is None:
        return {"read": None}
    shown, ticked = set(typed.get("shown", "").split()), set(typed.getlist("line"))
    return {
        "read": read,
        "people": [(each, each.key in ticked if each.key in shown else _is_new(each)) for each in read.people],
        "shown": " ".join(each.key for each in read.people),
        "leftovers": [(line, _(line.fault).format(**line.gaps)) for line in read.leftovers],
    }


def _is_new(person: Person) -> bool:
    return person.line.same_as is None


def _is_written(request: HttpRequest, conference: Conference, form: BringInForm, read: Understood) -> bool:
    """Brings the ticked people in and says so; what stands against it is said, and everything typed stays."""
    shown, ticked = set(request.POST.get("shown", "").split()), set(request.POST.getlist("line"))
    people = [each.draft for each in read.people if each.key in ticked]
    if not form.is_valid():
        return False
    if any(each.key not in shown for each in read.people):
        messages.error(request, _("Danh sách vừa sửa trong ô bên dưới, chưa nhập gì. Xem lại từng dòng rồi bấm Nhập."))
    elif not people:
        messages.error(request, _("Chưa chọn ai. Đánh dấu những dòng cần nhập rồi bấm lại."))
    elif len(people) > MOST_BROUGHT_IN:
        words = _("Mỗi lần nhập nhiều nhất %(most)d người; đang đánh dấu %(n)d. Bỏ bớt dấu, nhập phần còn lại sau.")
        messages.error(request, words % {"most": MOST_BROUGHT_IN, "n": len(people)})
    else:
        return _is_brought_in(request, conference, form, people)
    return False


def _is_brought_in(request: HttpRequest, conference: Conference, form: BringInForm, people: list[Draft]) -> bool:
    values, by, now = form.cleaned_data, signed_in(request), clock.now()
    clause, answer, channel = values["clause"], Answer(values["answer"]), Channel(values["channel"])
    try:
        event = act.bring_in(
            conference=conference, clause=clause, people=people, answer=answer, channel=channel, by=by, now=now
        )
    except act.UnitsAnswer as fault:
        form.add_error("answer", _silent_words(fault.names))
    except act.ListTooLong as fault:
        words = _("%(unit)s sẽ có hơn %(most)d người, chưa nhập gì. Bỏ bớt dấu ở người của đơn vị này rồi bấm lại.")
        messages.error(request, words % {"unit": fault.unit, "most": MOST_PEOPLE})
    except (DelegatesMoved, DutyMoved):
        messages.error(request, _("Có đơn vị vừa gửi danh sách của mình, chưa nhập gì. Xem lại rồi bấm Nhập lần nữa."))
    else:
        said = ngettext("Đã nhập %(n)d người.", "Đã nhập %(n)d người.", len(people)) % {"n": len(people)}
        messages.success(request, said, extra_tags=reverse("delegates:take_back", args=[event.pk]))
        return True
    return False


def _silent_words(names: Sequence[str]) -> str:
    """Who cannot be one that has not answered: the unit's list is its answer."""
    said = "; ".join([*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])])
    words = ngettext(
        "%(n)d người thuộc đơn vị được giao cử người (%(names)s), ghi vào là đơn vị đã trả lời. "
        "Chọn “đã nhận lời dự”, hoặc bỏ dấu ở những dòng ấy.",
        "%(n)d người thuộc đơn vị được giao cử người (%(names)s), ghi vào là đơn vị đã trả lời. "
        "Chọn “đã nhận lời dự”, hoặc bỏ dấu ở những dòng ấy.",
        len(names),
    )
    return words % {"n": len(names), "names": said}


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
