"""Templates of documents: whose text is in force, an editor with the document beside it, versions, the way back."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.text import row_key
from tongket.documents.actions.offices import set_office
from tongket.documents.actions.templates import TemplateMoved, keep_template, restore_shipped, restore_version
from tongket.documents.kinds import KINDS
from tongket.documents.queries.offices import derived_office, office_of
from tongket.documents.queries.template_page import Preview, compared, latest_ordinal, pair_of, preview, template_page
from tongket.documents.queries.texts import kind_lines
from tongket.documents.template_forms import OfficeForm, TemplateForm, differing
from tongket.documents.templating import FAULTS, TemplateFault


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview as the page shows it: the paper, what is missing, and the fault in the reader's language."""

    paper: SafeString
    missing: tuple[str, ...]
    fault: str
    like: str = ""


def _conference_for(request: HttpRequest, conference_id: int) -> Conference:
    """The conference for clerks and leaders of its host; others of the host get 403, outsiders 404."""
    conference, rights = office_for(request, conference_id)
    if not rights.may_run:
        raise PermissionDenied
    enter(request, conference, rights)
    return conference


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise Http404
    return kind


def _told(fault: TemplateFault) -> str:
    return _(FAULTS[fault.code]).format(line=fault.line, name=fault.name)


def _shown(made: Preview) -> Shown:
    """The renderer escapes every letter of the paper."""
    paper = mark_safe(made.paper)  # noqa: S308 -- escaped by the renderer
    return Shown(paper, made.missing, _told(made.fault) if made.fault else "", made.fault.like if made.fault else "")


def _try_out(request: HttpRequest, conference: Conference, kind: str, subject: str, body: str) -> Shown:
    with_sample = (request.POST or request.GET).get("sample", "") == "1"
    return _shown(preview(conference, kind, subject=subject, body=body, with_sample=with_sample))


@require_GET
def templates(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference = _conference_for(request, conference_id)
    context = {"conference": conference, "lines": kind_lines(conference.host)}
    return render(request, "documents/templates.html", context)


def template(request: HttpRequest, conference_id: int, kind: str) -> HttpResponse:
    conference = _conference_for(request, conference_id)
    page = template_page(conference, _known(kind))
    initial = {"subject": page.in_force.subject, "body": page.in_force.body, "seen": page.latest}
    form = TemplateForm(request.POST or None, initial=initial)
    is_final = request.method == "POST" and form.is_valid() and "preview" not in request.POST
    if is_final and _kept(request, conference, kind, form):
        return redirect("documents:template", conference.pk, kind)
    subject, body = (str(form[name].value() or "") for name in ("subject", "body"))
    context = {"conference": conference, "page": page, "form": form, "sample": request.POST.get("sample", "")}
    context["made"] = _try_out(request, conference, kind, subject, body)
    return render(request, "documents/template.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, conference: Conference, kind: str, form: TemplateForm) -> bool:
    """Keeps a version; False where it cannot be, with the reason in the form and what was typed still there."""
    typed = form.cleaned_data
    try:
        kept = keep_template(unit=conference.host, kind=kind, by=signed_in(request), now=clock.now(), **typed)
    except TemplateFault as fault:
        form.add_error("body", _told(fault))
        return False
    except TemplateMoved:
        form.add_error(None, _("Người khác vừa ghi một bản khác. Xem bản ấy ở danh sách bên dưới rồi ghi lại."))
        form.data = {**form.data.dict(), "seen": str(template_page(conference, kind).latest)}  # type: ignore[attr-defined]
        return False
    messages.success(request, _("Đã ghi bản %(n)s. Văn bản soạn từ nay theo bản này.") % {"n": kept.ordinal})
    return True


@require_POST
def template_preview(request: HttpRequest, conference_id: int, kind: str) -> HttpResponse:
    """The document with what is typed so far; keeps nothing."""
    conference = _conference_for(request, conference_id)
    subject, body = request.POST.get("subject", ""), request.POST.get("body", "")
    made = _try_out(request, conference, _known(kind), subject, body)
    return render(request, "documents/template.html#preview", {"made": made})


@require_POST
def template_restore(request: HttpRequest, conference_id: int, kind: str) -> HttpResponse:
    """Puts the shipped text, or the older version that is named, in force again."""
    conference = _conference_for(request, conference_id)
    found = pair_of(conference, _known(kind), row_key(request.POST.get("version", "")) or 0)
    seen, by, now = row_key(request.POST.get("seen", "")) or 0, signed_in(request), clock.now()
    try:
        if found is None:
            restore_shipped(unit=conference.host, kind=kind, seen=seen, by=by, now=now)
            said = _("Đã về mẫu gốc. Các bản cũ vẫn còn ở dưới.")
        else:
            note = _("Như bản %(n)d.") % {"n": found[0].ordinal}
            kept = restore_version(version=found[0], note=note, seen=seen, by=by, now=now)
            said = _("Đã dùng lại bản %(old)d, nay là bản %(n)d.") % {"old": found[0].ordinal, "n": kept.ordinal}
        messages.success(request, said)
    except TemplateMoved:
        messages.error(request, _("Người khác vừa ghi một bản khác. Xem lại bên dưới rồi làm lại nếu cần."))
    except TemplateFault as fault:
        messages.error(request, str(_(FAULTS[fault.code])).format(line=fault.line, name=fault.name))
    return redirect("documents:template", conference.pk, kind)


@require_GET
def template_version(request: HttpRequest, conference_id: int, kind: str, ordinal: int) -> HttpResponse:
    conference = _conference_for(request, conference_id)
    found = pair_of(conference, _known(kind), ordinal)
    if found is None:
        raise Http404
    version, before, text = found
    latest = latest_ordinal(conference, kind)
    context = {"conference": conference, "kind": KINDS[kind], "version": version, "text": text, "latest": latest}
    return render(request, "documents/template_version.html", context | {"lines": compared(before, text)})


def heading(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference = _conference_for(request, conference_id)
    today, host = clock.today(), conference.host
    office, derived = office_of(host, on=today), derived_office(host)
    form = OfficeForm(request.POST or None, initial=differing(office, derived) | {"valid_from_on": plain_day(today)})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["valid_from_on"]
        set_office(unit=host, values=form.differing, valid_from_on=day, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã ghi. Văn bản soạn từ ngày ấy theo cách này."))
        return redirect("documents:heading", conference.pk)
    context = {"conference": conference, "form": form, "office": office, "derived": derived}
    return render(request, "documents/templates_heading.html", context, status=422 if form.errors else 200)
