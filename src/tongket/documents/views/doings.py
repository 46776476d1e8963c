"""What can be done with a document, by the name of the button: who may press it, and what it does."""

from collections.abc import Callable
from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.core import clock
from tongket.core.audit import reference
from tongket.core.models import Event
from tongket.core.templatetags.shell import sentence
from tongket.core.text import clean
from tongket.documents import forms as typed
from tongket.documents.access import may_approve, may_write
from tongket.documents.actions import life
from tongket.documents.actions.drafting import redraft
from tongket.documents.actions.plan import settle_plan
from tongket.documents.actions.recipients import RecipientDraft, add_recipients
from tongket.documents.actions.register import Beginning, NumberRefused
from tongket.documents.actions.signing import NotSigned
from tongket.documents.models import Document
from tongket.documents.queries.plan import forgotten
from tongket.documents.rules import RecipientRole
from tongket.documents.templating import TemplateFault
from tongket.documents.views.showing import number_form, say

# The key of the document to go on with, or the form that came back with a fault.
Answer = int | forms.Form


def _check(request: HttpRequest, document: Document) -> Answer:
    event = life.check(document=document, by=signed_in(request), now=clock.now())
    say(request, _("Đã kiểm tra, chuyển lãnh đạo ký."), event)
    return document.pk


def _approve(request: HttpRequest, document: Document) -> Answer:
    event = life.approve(document=document, by=signed_in(request), now=clock.now())
    say(request, _("Đã ký duyệt; chờ cấp số."), event)
    return document.pk


def _return(request: HttpRequest, document: Document) -> Answer:
    form = typed.RemarkForm(request.POST)
    if not form.is_valid():
        return form
    remark = form.cleaned_data["remark"]
    event = life.return_document(document=document, remark=remark, by=signed_in(request), now=clock.now())
    say(request, _("Đã trả lại để sửa."), event)
    return document.pk


def _draft(request: HttpRequest, document: Document) -> Answer:
    life.to_draft(document=document, by=signed_in(request), now=clock.now())
    say(request, _("Văn bản về lại bản nháp, sửa được."))
    return document.pk


def _redraft(request: HttpRequest, document: Document) -> Answer:
    try:
        event = redraft(document=document, by=signed_in(request), now=clock.now())
    except TemplateFault:
        messages.error(request, _("Mẫu của loại văn bản này đang có chỗ sai. Mở Mẫu văn bản để xem và sửa."))
        return document.pk
    say(request, _("Đã dựng lại từ mẫu; chữ sửa tay trước đó đã bỏ."), event)
    return document.pk


def _drop(request: HttpRequest, document: Document) -> Answer:
    say(request, _("Đã bỏ văn bản."), life.drop(document=document, by=signed_in(request), now=clock.now()))
    return document.pk


def _number(request: HttpRequest, document: Document) -> Answer:
    form = number_form(document, cast("QueryDict", request.POST))
    if not form.is_valid():
        return form
    values = {name: form.cleaned_data[name] for name in ("number", "symbol", "dated_on")}
    by, now, begins = signed_in(request), clock.now(), _beginning(form)
    try:
        entry, _event = life.give_number(document=document, **values, begins=begins, by=by, now=now)
    except NumberRefused as refused:
        return _refused(form, refused)
    say(request, _("Đã cấp số {number}.").format(number=entry))
    return document.pk


def _beginning(form: typed.GiveNumberForm) -> Beginning | None:
    """Which number went before an empty series, None where it has numbers."""
    if not isinstance(form, typed.FirstNumberForm):
        return None
    said = form.cleaned_data
    return Beginning(said["before"], said["before_on"], clean(said["before_note"]))


def _refused(form: forms.Form, refused: NumberRefused) -> forms.Form:
    """The form with why the number cannot be given; `gap` tells the page which numbers to offer."""
    form.add_error("number", str(sentence(refused.finding)))
    if refused.finding.code == "number_gap":
        values = refused.finding.values
        form.gap = (values["wanted"], values["last"])  # type: ignore[attr-defined]
    return form


def _issue(request: HttpRequest, document: Document) -> Answer:
    life.issue(document=document, by=signed_in(request), now=clock.now())
    say(request, _("Đã phát hành; bản Word và PDF được giữ nguyên từ đây."))
    return document.pk


def _recall(request: HttpRequest, document: Document) -> Answer:
    form = typed.ReasonForm(request.POST, prefix="x")
    if not form.is_valid():
        return form
    life.recall(document=document, reason=form.cleaned_data["reason"], by=signed_in(request), now=clock.now())
    say(request, _("Đã thu hồi; dòng trong sổ giữ lại và ghi lý do."))
    return document.pk


def _correct(request: HttpRequest, document: Document) -> Answer:
    form = typed.CorrectForm(request.POST, prefix="c")
    if not form.is_valid():
        return form
    draft = life.correct(document=document, **form.cleaned_data, by=signed_in(request), now=clock.now())
    say(request, _("Đã soạn bản nháp để sửa; gửi đến đúng những nơi đã nhận."))
    return draft.pk


def _attach(request: HttpRequest, document: Document) -> Answer:
    form = typed.SignedForm(request.POST, request.FILES)
    if not form.is_valid():
        return form
    file = form.cleaned_data["signed"]
    by, now = signed_in(request), clock.now()
    try:
        event = life.attach_signed(document=document, data=file.read(), name=file.name or "", by=by, now=now)
    except NotSigned:
        form.add_error("signed", _("Tệp không phải PDF hay ảnh."))
        return form
    say(request, _("Đã đính tệp đã ký; từ nay tệp này được gửi đi."), event)
    return document.pk


def _detach(request: HttpRequest, document: Document) -> Answer:
    life.detach_signed(document=document, by=signed_in(request), now=clock.now())
    say(request, _("Đã gỡ tệp đã ký."))
    return document.pk


def _settle(request: HttpRequest, document: Document) -> Answer:
    form = typed.PlanForm(request.POST, request.FILES)
    if not form.is_valid():
        return form
    values = dict(form.cleaned_data)
    file = values.pop("signed")
    signed = (file.name or "", file.read()) if file else None
    try:
        entry = settle_plan(document=document, signed=signed, **values, by=signed_in(request), now=clock.now())
    except NumberRefused as refused:
        return _refused(form, refused)
    say(request, _("Đã ghi kế hoạch số {number} vào sổ.").format(number=entry))
    return document.pk


def _add_forgotten(request: HttpRequest, document: Document) -> Answer:
    drafts = [RecipientDraft(unit.name, unit.pk, unit.email, role=RecipientRole.COPY) for unit in forgotten(document)]
    added = add_recipients(document=document, drafts=drafts, by=signed_in(request), now=clock.now())
    event = Event.objects.filter(verb="add_recipients", subject=reference(document)).latest("pk")
    words = ngettext("Đã thêm {n} nơi nhận.", "Đã thêm {n} nơi nhận.", len(added)).format(n=len(added))
    say(request, words, event)
    return document.pk


Doing = tuple[Callable[[Rights], bool], Callable[[HttpRequest, Document], Answer]]
DOINGS: dict[str, Doing] = {
    "check": (may_write, _check),
    "approve": (may_approve, _approve),
    "return": (may_approve, _return),
    "draft": (may_write, _draft),
    "redraft": (may_write, _redraft),
    "drop": (may_write, _drop),
    "number": (may_write, _number),
    "issue": (may_write, _issue),
    "recall": (may_write, _recall),
    "correct": (may_write, _correct),
    "attach": (may_write, _attach),
    "detach": (may_write, _detach),
    "settle": (may_write, _settle),
    "add_forgotten": (may_write, _add_forgotten),
}
