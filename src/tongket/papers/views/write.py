"""Where a paper is written and handed in: by its unit, or by the office for a unit whose paper came another way."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.here import enter
from tongket.conferences.queries.evidence import just_handed_in
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock, files
from tongket.core.findings import words
from tongket.core.models import StoredFile
from tongket.core.templatetags.shell import sentence
from tongket.core.text import row_key
from tongket.papers.access import write_paper_for
from tongket.papers.actions.drafting import DraftMoved, drop_aside, save_draft, take_aside
from tongket.papers.actions.submitting import Came, submit_version
from tongket.papers.forms import SubmitForm
from tongket.papers.measuring import Given
from tongket.papers.models import DraftAside, Paper
from tongket.papers.queries.checked import Checked, checked
from tongket.papers.queries.counting import limits_words
from tongket.papers.queries.form import ruled_by, ruled_for
from tongket.papers.queries.papers import paper_of
from tongket.papers.views.handing_in import byline_in
from tongket.papers.views.saying import say_submitted
from tongket.reading.refusals import Unreadable

# A file that was looked at waits so long for the press that hands it in.
WAITS_SECONDS = 24 * 60 * 60
SALT = "papers.kept"
CLOSED = words("Tham luận này không nhận bản mới nữa: Văn phòng đã nhận hoặc đã rút. Bài của bạn còn ở khung dưới.")
BEHIND = words("Cửa sổ khác đã lưu bài này sau đó. Chữ ở đây được giữ riêng; tải lại trang để chọn.")
SAVED = words("Đã lưu nháp %(at)s; Văn phòng chưa thấy.")
TOO_LONG = words("Bài quá dài, chưa lưu được. Bớt chữ rồi lưu lại.")


def write(request: HttpRequest, pk: int) -> HttpResponse:
    found, rights = write_paper_for(request, pk)
    if request.method == "POST":
        return _carry_out(request, found, rights)
    return _page(request, found, rights)


def _page(
    request: HttpRequest,
    found: Paper,
    rights: Rights,
    *,
    form: SubmitForm | None = None,
    text: str | None = None,
    looked: Checked | None = None,
    kept: str = "",
    status: int = 200,
) -> HttpResponse:
    enter(request, found.duty.conference, rights)
    context = _around(found, rights) | {
        "form": form or _empty_form(found),
        "text": found.draft if text is None else text,
        "aside": DraftAside.objects.filter(paper=found.pk, made_by=signed_in(request)).first(),
        "looked": looked,
        "kept": kept,
    }
    return render(request, "papers/write.html", context, status=status)


def _around(found: Paper, rights: Rights) -> dict[str, object]:
    """What the page says of the paper, whatever was typed."""
    conference = found.duty.conference
    return {
        "frame": "core/base.html" if rights.is_host else "core/plain.html",
        "paper": found,
        "limits_words": limits_words(ruled_for(found, ruled_by(conference, on=clock.today()))),
        "duty": found.duty,
        "conference": conference,
        "rights": rights,
        "latest": latest_ordinal(conference),
        "plan_url": reverse("conferences:plan", args=[conference.pk]),
    }


def _empty_form(found: Paper) -> SubmitForm:
    names = ("title", "speaker_name", "speaker_post")
    said = {name: getattr(found, name) for name in names}
    return SubmitForm(initial=said | {"co_authors": "\n".join(found.co_authors)})


def _carry_out(request: HttpRequest, found: Paper, rights: Rights) -> HttpResponse:
    do = request.POST.get("do", "")
    text = request.POST.get("text", "")
    if do == "save":
        return _save(request, found, rights, text)
    if do in {"take", "drop"}:
        return _aside(request, found, do)
    kept = _kept_file(request, found)
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
        return _page(request, found, rights, form=form, text=text, status=422)
    given = _given(form, kept, text)
    title, speaker = form.cleaned_data.get("title", ""), form.cleaned_data.get("speaker_name", "")
    try:
        looked = checked(found, given, title=title, speaker=speaker, on=clock.today())
    except Unreadable as refusal:
        form.add_error("file", str(sentence(refusal.finding)))
        return _page(request, found, rights, form=form, text=text, status=422)
    token = request.POST.get("kept", "")
    if form.cleaned_data.get("file"):
        token = _token(request, found, files.store(data=given.data, name=given.name, now=clock.now()))
    form.errors.clear()
    return _page(request, found, rights, form=form, text=text, looked=looked, kept=token)


def _submit(
    request: HttpRequest, found: Paper, rights: Rights, form: SubmitForm, kept: StoredFile | None
) -> HttpResponse:
    text = request.POST.get("text", "")
    token = request.POST.get("kept", "")
    if not form.is_valid():
        return _page(request, found, rights, form=form, text=text, kept=token, status=422)
    given, values, now = _given(form, kept, text), form.cleaned_data, clock.now()
    twice = just_handed_in(found.duty, note=values["note"], data=given.content, by=signed_in(request), now=now)
    if twice is not None:
        messages.info(request, _("Bản này đã gửi rồi. Giấy biên nhận %(number)s.") % {"number": twice.receipt})
        return redirect("papers:paper", found.pk)
    byline, came = byline_in(form), Came(note=values["note"])
    try:
        version, event = submit_version(
            paper=found, given=given, byline=byline, came=came, by=signed_in(request), now=now
        )
    except Unreadable as refusal:
        form.add_error("file", str(sentence(refusal.finding)))
        return _page(request, found, rights, form=form, text=text, status=422)
    except DutyMoved:
        messages.error(request, _(CLOSED))
        return _page(request, paper_of(found.duty), rights, form=form, text=text, kept=token, status=409)
    say_submitted(request, version, event)
    return redirect("papers:paper", found.pk)


def _save(request: HttpRequest, found: Paper, rights: Rights, text: str) -> HttpResponse:
    """The draft saved by its button, for browsers without script."""
    try:
        _save_draft(request, found, text)
    except DraftMoved:
        messages.error(request, _("Cửa sổ khác đã lưu bài này sau đó. Chữ ở cửa sổ này được giữ riêng, chọn bên dưới."))
        return redirect("papers:write", found.pk)
    except ValueError:
        messages.error(request, _(TOO_LONG))
        return _page(request, found, rights, text=text, status=422)
    messages.success(request, _("Đã lưu nháp; Văn phòng chưa thấy."))
    return redirect("papers:write", found.pk)


def _save_draft(request: HttpRequest, found: Paper, text: str) -> Paper:
    revision = row_key(request.POST.get("revision", "")) or 0
    return save_draft(paper=found, text=text, revision=revision, by=signed_in(request), now=clock.now())


def _aside(request: HttpRequest, found: Paper, do: str) -> HttpResponse:
    """What another window wrote: put in the place of the draft, or forgotten."""
    by, now = signed_in(request), clock.now()
    aside = DraftAside.objects.filter(paper=found.pk, made_by=by).first()
    if aside is None:
        return redirect("papers:write", found.pk)
    aside.paper = found
    try:
        if do == "take":
            take_aside(aside=aside, revision=found.draft_revision, by=by, now=now)
        else:
            drop_aside(aside=aside, by=by, now=now)
    except DraftMoved:
        messages.error(request, _("Bài vừa được lưu ở cửa sổ khác. Xem lại rồi chọn lại."))
    return redirect("papers:write", found.pk)


@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as one types: the new revision, or 409 where another window saved since (the text is kept aside)."""
    found, _rights = write_paper_for(request, pk)
    try:
        saved = _save_draft(request, found, request.POST.get("text", ""))
    except DraftMoved as moved:
        return JsonResponse({"revision": moved.paper.draft_revision, "said": _(BEHIND)}, status=409)
    except ValueError:
        return JsonResponse({"said": _(TOO_LONG)}, status=422)
    at = timezone.localtime(clock.now()).strftime("%H:%M")
    return JsonResponse({"revision": saved.draft_revision, "said": _(SAVED) % {"at": at}})


@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """The same findings as a part of the page, for the script that hands a dropped file over."""
    found, _rights = write_paper_for(request, pk)
    kept = _kept_file(request, found)
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


def _token(request: HttpRequest, found: Paper, file: StoredFile) -> str:
    return signing.dumps([str(file.pk), found.pk, signed_in(request).pk], salt=SALT)


def _kept_file(request: HttpRequest, found: Paper) -> StoredFile | None:
    """The file that this person had looked at for this paper; None where there is none, or it waited too long."""
    try:
        kept = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=WAITS_SECONDS)
    except signing.BadSignature:
        return None
    if kept[1:] != [found.pk, signed_in(request).pk]:
        return None
    return StoredFile.objects.filter(pk=kept[0]).first()
