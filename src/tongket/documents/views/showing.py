"""What every page of the desk shows: the list on the left, one document on the right, and what can be done with it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.text import row_key
from tongket.documents import forms as typed
from tongket.documents.access import may_approve, may_write
from tongket.documents.models import Document
from tongket.documents.queries.assembled import Assembled, assembled
from tongket.documents.queries.desk import desk_of, label_of, title_of
from tongket.documents.queries.document_page import document_page
from tongket.documents.queries.form_check import form_check
from tongket.documents.queries.mail import mail_address
from tongket.documents.queries.plan import PLAN, forgotten, parsed_number
from tongket.documents.queries.register import label_of_kind, next_number
from tongket.documents.render.html import html_of
from tongket.documents.rules import SIGNED_TYPES, DocumentState, Taken


def say(request: HttpRequest, words: str, event: Event | None = None) -> None:
    """Says what was done, with a way to take it back where there is one."""
    messages.success(request, words, extra_tags=reverse("documents:take_back", args=[event.pk]) if event else "")


def as_seen(request: HttpRequest, document: Document) -> Document:
    """The document at the revision that the page showed: whoever presses later than another is told."""
    seen = row_key(request.POST.get("revision", ""))
    if seen is not None:
        document.revision = seen
    return document


def paper(made: Assembled) -> SafeString:
    """The document as it is read in the browser; the renderer escapes every letter of it."""
    return mark_safe(html_of(made.document))  # noqa: S308 -- escaped by the renderer


def shown_desk(
    request: HttpRequest,
    conference: Conference,
    rights: Rights,
    document: Document | None,
    bound: Mapping[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The desk with one document on its right; `bound` are forms that came back with a fault."""
    enter(request, conference, rights)
    context: dict[str, object] = {
        "conference": conference,
        "rights": rights,
        "may_write": may_write(rights),
        "may_approve": may_approve(rights),
        "desk": desk_of(conference, shown=request.GET.get("show", "")),
        "document": document,
        "is_alone": request.resolver_match is not None and request.resolver_match.url_name == "document",
        "latest": latest_ordinal(conference),
        "opened": list(bound or {}),
        "today": clock.today(),
    }
    if document is not None:
        context |= shown_document(document) | {"forms": _forms(document, bound or {})}
    return render(request, "documents/desk.html", context, status=status)


def shown_document(document: Document) -> dict[str, object]:
    """What the right side shows of a document."""
    made = assembled(document)
    is_living_plan = document.kind == PLAN and document.state != DocumentState.DROPPED
    return {
        "page": document_page(document),
        "label": label_of(document),
        "title": title_of(document),
        "kind_label": label_of_kind(document.kind),
        "paper": paper(made),
        "checked": form_check(made),
        "missing": made.missing,
        "mail_address": mail_address(document),
        "forgotten": forgotten(document) if is_living_plan else [],
    }


def _forms(document: Document, bound: Mapping[str, forms.Form]) -> dict[str, forms.Form]:
    """The forms of the next steps, those of `bound` as they came back."""
    shown = {**blank_forms(document), **bound}
    if "settle" in shown:
        # A form that was judged has made its fields for the page already.
        shown["settle"]["signed"].help_text = _signed_hint(document)
    return shown


def blank_forms(document: Document) -> dict[str, forms.Form]:
    """The forms of the next steps, filled with what is likeliest."""
    today = clock.today()
    if document.kind == PLAN and document.state in {DocumentState.DRAFT, DocumentState.RETURNED, DocumentState.CHECKED}:
        return {"settle": typed.PlanForm(initial=_plan_initial(document)), "return": typed.RemarkForm()}
    initial: dict[str, object] = {"symbol": document.symbol, "dated_on": typed.typed_day(document.dated_on or today)}
    if document.state == DocumentState.APPROVED:
        initial["number"] = taken_for(document).next
    return {
        "return": typed.RemarkForm(),
        "number": number_form(document, initial=initial),
        "recall": typed.ReasonForm(prefix="x"),
        "correct": typed.CorrectForm(prefix="c"),
        "attach": typed.SignedForm(),
    }


def taken_for(document: Document) -> Taken:
    """What is known of the series that the document takes its number from."""
    return next_number(document.conference.host, document.kind, on=document.dated_on or clock.today())


def number_form(
    document: Document, data: QueryDict | None = None, initial: Mapping[str, Any] | None = None
) -> typed.GiveNumberForm:
    """The form of the number; where the series is empty it asks which number went before."""
    given = dict(initial or {})
    if document.state != DocumentState.APPROVED:
        return typed.GiveNumberForm(data, initial=given)
    taken = taken_for(document)
    if taken.last or taken.is_begun:
        return typed.GiveNumberForm(data, initial=given)
    return typed.FirstNumberForm(data, initial=given, known=taken.first - 1)


def _signed_hint(document: Document) -> str:
    """What is sent where no signed file is given: the file that the plan was read from, if that can be a signed one."""
    read_from = document.conference.plan_versions.select_related("file").latest("ordinal").file
    if read_from is not None and read_from.content_type in SIGNED_TYPES:
        return _("Để trống thì gửi tệp “{name}” đã tải lên.").format(name=read_from.name)
    return _("Tệp đã tải lên chưa phải bản ký: đưa bản quét hay PDF ký số; để trống thì gửi bản PDF chưa có chữ ký.")


def _plan_initial(document: Document) -> dict[str, object]:
    version = document.conference.plan_versions.latest("ordinal")
    number, symbol = parsed_number(version.number) or (None, document.symbol)
    signature = version.facts.get("signature") or {}
    return {
        "number": number,
        "symbol": symbol,
        "dated_on": typed.typed_day(version.issued_on or document.dated_on),
        "signer": document.signer_name or signature.get("name") or "",
    }
