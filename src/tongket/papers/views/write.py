"""Where a paper is written and handed in: by its unit, or by the office for a unit whose paper came another way."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.queries.evidence import just_handed_in
from tongket.core import clock, files
from tongket.core.findings import words
from tongket.core.models import StoredFile
from tongket.core.templatetags.shell import sentence
from tongket.papers.access import write_paper_for
from tongket.papers.actions.submitting import Came, submit_version
from tongket.papers.forms import SubmitForm
from tongket.papers.measuring import Given
from tongket.papers.models import Paper
from tongket.papers.queries.checked import checked
from tongket.papers.queries.papers import paper_of
from tongket.papers.views.drafting import choose_aside, keep_for_later, save_by_button
from tongket.papers.views.handing_in import byline_in
from tongket.papers.views.kept_files import kept_file, token_of
from tongket.papers.views.saying import say_submitted
from tongket.papers.views.writing_page import writing_page
from tongket.reading.refusals import Unreadable

CLOSED = words("Tham luận này không nhận bản mới nữa: Văn phòng đã nhận hoặc đã rút. Bài của bạn còn ở khung dưới.")


def write(request: HttpRequest, pk: int) -> HttpResponse:
    found, rights = write_paper_for(request, pk)
    if request.method == "POST":
        return _carry_out(request, found, rights)
    return writing_page(request, found, rights)


def _carry_out(request: HttpRequest, found: Paper, rights: Rights) -> HttpResponse:
    do = request.POST.get("do", "")
    text = request.POST.get("text", "")
    if do == "save":
        return save_by_button(request, found, rights, text)
    if do in {"take", "drop"}:
        return choose_aside(request, found, do)
    kept = kept_file(request, found)
    form = SubmitForm(request.POST, request.FILES, has_kept=kept is not None)
    if do == "look":
        return _look(request, found, rights, form, kept)
    return _submit(request, found, rights, form, kept)


def _given(form: SubmitForm, kept: StoredFile | None, text: str) -> Given:
    """What is handed over: the file just chosen, else the one that was looked at, else what was written."""
    file = form.cleaned_data.get("file")
    if file:
        return Given(file.read(), file.name or "")
    if kept is not None:
        return Given(files.read(kept), kept.name)
    return Given(text=text.replace("\r\n", "\n"))


def _look(
    request: HttpRequest, found: Paper, rights: Rights, form: SubmitForm, kept: StoredFile | None
) -> HttpResponse:
    """What the checks say before anything is handed in; the file is kept, so that nobody chooses it twice."""
    text = request.POST.get("text", "")
    form.is_valid()
    if "file" in form.errors:
        return writing_page(request, found, rights, form=form, text=text, status=422)
    given = _given(form, kept, text)
    title, speaker = form.cleaned_data.get("title", ""), form.cleaned_data.get("speaker_name", "")
    try:
        looked = checked(found, given, title=title, speaker=speaker, on=clock.today())
    except Unreadable as refusal:
        form.add_error("file", str(sentence(refusal.finding)))
        return writing_page(request, found, rights, form=form, text=text, status=422)
    token = request.POST.get("kept", "")
    if form.cleaned_data.get("file"):
        token = token_of(request, found, files.store(data=given.data, name=given.name, now=clock.now()))
    form.errors.clear()
    return writing_page(request, found, rights, form=form, text=text, looked=looked, kept=token)


def _submit(
    request: HttpRequest, found: Paper, rights: Rights, form: SubmitForm, kept: StoredFile | None
) -> HttpResponse:
    text, token = request.POST.get("text", ""), request.POST.get("kept", "")
    if not form.is_valid():
        return writing_page(request, found, rights, form=form, text=text, kept=token, status=422)
    given, values, now = _given(form, kept, text), form.cleaned_data, clock.now()
    if _is_sent_twice(request, found, given, values["note"], now):
        return redirect("papers:paper", found.pk)
    byline, came = byline_in(form), Came(note=values["note"])
    try:
        version, event = submit_version(
            paper=found, given=given, byline=byline, came=came, by=signed_in(request), now=now
        )
    except Unreadable as refusal:
        form.add_error("file", str(sentence(refusal.finding)))
        return writing_page(request, found, rights, form=form, text=text, status=422)
    except CalledOff:
        keep_for_later(request, found, text)
        raise
    except DutyMoved:
        messages.error(request, _(CLOSED))
        return writing_page(request, paper_of(found.duty), rights, form=form, text=text, kept=token, status=409)
    say_submitted(request, version, event)
    return redirect("papers:paper", found.pk)


def _is_sent_twice(request: HttpRequest, found: Paper, given: Given, note: str, now: datetime) -> bool:
    """Whether this very paper came a moment ago; says so."""
    twice = just_handed_in(found.duty, note=note, data=given.content, by=signed_in(request), now=now)
    if twice is not None:
        messages.info(request, _("Bản này đã gửi rồi. Giấy biên nhận %(number)s.") % {"number": twice.receipt})
    return twice is not None


@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """The same findings as a part of the page, for the script that hands a dropped file over."""
    found, _rights = write_paper_for(request, pk)
    kept = kept_file(request, found)
    form = SubmitForm(request.POST, request.FILES, has_kept=kept is not None)
    form.is_valid()
    context: dict[str, Any] = {"plan_url": reverse("conferences:plan", args=[found.duty.conference_id])}
    if "file" in form.errors:
        return render(request, "papers/checked.html", {"refused": form.errors["file"]}, status=422)
    given = _given(form, kept, request.POST.get("text", ""))
    title, speaker = form.cleaned_data.get("title", ""), form.cleaned_data.get("speaker_name", "")
    try:
        looked = checked(found, given, title=title, speaker=speaker, on=clock.today())
    except Unreadable as refusal:
        return render(request, "papers/checked.html", {"refused": [str(sentence(refusal.finding))]}, status=422)
    return render(request, "papers/checked.html", context | {"looked": looked})
