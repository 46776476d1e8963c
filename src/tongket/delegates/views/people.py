"""One person of the list: the office adds, corrects, takes off and brings back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, run_office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.text import row_key
from tongket.delegates.access import run_delegate_for
from tongket.delegates.actions.answering import DelegatesMoved
from tongket.delegates.actions.listing import UnitFreed, add_delegate, bring_back, change_delegate, remove_delegate
from tongket.delegates.forms.office import DelegateForm
from tongket.delegates.models import Delegate
from tongket.delegates.queries.person_page import Choices, choices_for
from tongket.delegates.rules import ANSWER_WORDS, Answer


def add(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Puts somebody on the list; `group` in the address chooses the group."""
    conference, rights = run_office_for(request, conference_id)
    choices = choices_for(conference, None, today=clock.today())
    initial = {"clause": request.GET.get("group", ""), "answer": Answer.ASKED}
    form = _form(request, choices, None, initial=initial)
    if form.is_bound and form.is_valid():
        row, _event = add_delegate(conference=conference, entry=form.entry(), by=signed_in(request), now=clock.now())
        words = _("Đã thêm %(name)s vào danh sách.") % {"name": row.name}
        messages.success(request, words, extra_tags=reverse("delegates:remove", args=[row.pk]))
        return _after_adding(request, row)
    return _shown(request, conference, rights, form, choices)


def change(request: HttpRequest, delegate_id: int) -> HttpResponse:
    row, rights = run_delegate_for(request, delegate_id)
    choices = choices_for(row.conference, row, today=clock.today())
    form = _form(request, choices, row)
    if form.is_bound and form.is_valid() and _changed(request, row, form):
        return redirect(_list(row))
    return _shown(request, row.conference, rights, form, choices)


@require_POST
def remove(request: HttpRequest, delegate_id: int) -> HttpResponse:
    """Takes a person off the list, as the window that asks has read it."""
    row, _rights = run_delegate_for(request, delegate_id)
    read = row_key(request.POST.get("revision", ""))
    row.revision = row.revision if read is None else read
    try:
        remove_delegate(delegate=row, by=signed_in(request), now=clock.now())
    except DelegatesMoved:
        messages.error(request, _("Dòng này vừa có người khác sửa. Xem lại bên dưới rồi bỏ nếu vẫn cần."))
        return redirect("delegates:change", row.pk)
    words = _("Đã bỏ %(name)s khỏi danh sách.") % {"name": row.name}
    messages.success(request, words, extra_tags=reverse("delegates:bring_back", args=[row.pk]))
    return redirect("delegates:list", row.conference_id)


@require_POST
def back(request: HttpRequest, delegate_id: int) -> HttpResponse:
    row, _rights = run_delegate_for(request, delegate_id)
    try:
        bring_back(delegate=row, by=signed_in(request), now=clock.now())
        messages.success(request, _("%(name)s lại có trong danh sách.") % {"name": row.name})
    except UnitFreed:
        messages.error(request, _freed_words(row))
    except DelegatesMoved:
        messages.error(request, _("Dòng này vừa có người khác sửa. Xem lại bên dưới rồi lấy lại nếu vẫn cần."))
        return redirect("delegates:change", row.pk)
    return redirect(_list(row))


def _form(
    request: HttpRequest, choices: Choices, row: Delegate | None, initial: dict[str, str] | None = None
) -> DelegateForm:
    data = request.POST if request.method == "POST" else None
    return DelegateForm(data, groups=choices.groups, others=choices.others, row=row, initial=initial)


def _changed(request: HttpRequest, row: Delegate, form: DelegateForm) -> bool:
    """Keeps what was typed; where somebody was faster, the form says what stands now and keeps the words."""
    read = form.cleaned_data["revision"]
    row.revision = row.revision if read is None else read
    try:
        change_delegate(delegate=row, entry=form.entry(), by=signed_in(request), now=clock.now())
    except UnitFreed:
        form.add_error("name", _freed_words(row))
        return False
    except DelegatesMoved:
        row.refresh_from_db()
        form.add_error("name", _moved_words(row))
        # Told what stands now, one may write over it.
        form.data = request.POST.copy()
        form.data["revision"] = str(row.revision)
        return False
    messages.success(request, _("Đã ghi %(name)s.") % {"name": row.name})
    return True


def _freed_words(row: Delegate) -> str:
    """Why somebody is on no list, and what may be done."""
    unit = row.unit.name if row.unit else row.body
    return _(
        "%(unit)s không còn phải cử người, nên %(name)s không có trong danh sách. Vẫn mời thì thêm bằng nút Thêm người."
    ) % {"unit": unit, "name": row.name}


def _moved_words(row: Delegate) -> str:
    """What stands now, beside what was typed."""
    if row.removed_at:
        return _("Vừa có người khác bỏ dòng này. Bấm Lấy lại nếu vẫn cần người này trong danh sách.")
    said = ", ".join(filter(None, (row.name, row.post, _(ANSWER_WORDS[Answer(row.answer)]).lower(), row.reason)))
    return _("Vừa có người khác sửa dòng này thành: %(said)s. Bấm Ghi nếu lấy điều ghi dưới đây.") % {"said": said}


def _after_adding(request: HttpRequest, row: Delegate) -> HttpResponse:
    if request.POST.get("do") == "another":
        return redirect(reverse("delegates:add", args=[row.conference_id], query={"group": row.clause}))
    return redirect(_list(row))


def _list(row: Delegate) -> str:
    return reverse("delegates:list", args=[row.conference_id]) + f"#d{row.pk}"


def _shown(
    request: HttpRequest, conference: Conference, rights: Rights, form: DelegateForm, choices: Choices
) -> HttpResponse:
    enter(request, conference, rights)
    context = {"conference": conference, "form": form, "row": form.row, "choices": choices}
    context["may_write"] = not rights.is_called_off
    return render(request, "delegates/person.html", context, status=422 if form.errors else 200)
