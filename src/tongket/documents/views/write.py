"""Writing on a draft, with the document as it will be printed beside the text."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.text import row_key
from tongket.documents.access import run_document_for
from tongket.documents.actions.drafting import is_edited_by
from tongket.documents.actions.life import DocumentMoved
from tongket.documents.actions.writing import write_whole
from tongket.documents.models import Document
from tongket.documents.queries.assembled import Assembled, assembled
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.queries.form_check import form_check
from tongket.documents.rules import EDITABLE
from tongket.documents.views.showing import paper
from tongket.documents.writing_forms import AROUND, WriteForm, known_as, written


def write(request: HttpRequest, document_id: int) -> HttpResponse:
    found, rights = run_document_for(request, document_id)
    # What is typed while somebody else checks the document comes back with the page.
    if found.state not in EDITABLE and request.method != "POST":
        messages.error(request, _("Văn bản đã qua kiểm tra nên không sửa được nữa. Đưa về bản nháp rồi sửa."))
        return redirect("documents:document", found.pk)
    enter(request, found.conference, rights)
    made = assembled(found)
    form = WriteForm(request.POST or None, initial=written(found), document=found, missing=asked_of(found, made))
    if request.method == "POST" and form.is_valid():
        if "preview" in request.POST:
            made = preview_of(found, form)
        elif _kept(request, found, form):
            return redirect(_next_page(request), found.pk)
    elif request.method == "POST":
        made = preview_of(found, form)
    context = {"document": found, "conference": found.conference, "form": form, "made": made, "paper": paper(made)}
    context |= {"checked": form_check(made), "label": label_of(found), "title": title_of(found)}
    return render(request, "documents/write.html", context, status=422 if form.errors else 200)


def _next_page(request: HttpRequest) -> str:
    return "documents:recipients" if "recipients" in request.POST else "documents:document"


def _kept(request: HttpRequest, found: Document, form: WriteForm) -> bool:
    """Keeps what was typed; False where somebody wrote since, and what was typed stays on the page."""
    typed = form.cleaned_data
    seen = row_key(request.POST.get("revision", ""))
    try:
        write_whole(
            document=found,
            subject=typed["subject"],
            body=typed["body"],
            values=form.typed_values,
            around=form.around,
            revision=found.revision if seen is None else seen,
            by=signed_in(request),
            now=clock.now(),
        )
    except DocumentMoved:
        form.add_error(None, _("Người khác vừa sửa văn bản này. Chép phần mình gõ ra rồi mở lại trang để sửa tiếp."))
        return False
    messages.success(request, _("Đã ghi."))
    return True


@require_POST
def preview(request: HttpRequest, document_id: int) -> HttpResponse:
    """The document as it would be with what is typed so far; keeps nothing."""
    found, _rights = run_document_for(request, document_id)
    form = WriteForm(request.POST, initial=written(found), document=found, missing=asked_of(found, assembled(found)))
    form.is_valid()
    made = preview_of(found, form)
    context = {"document": found, "made": made, "paper": paper(made), "checked": form_check(made)}
    return render(request, "documents/write.html#preview", context)


def asked_of(document: Document, made: Assembled) -> tuple[str, ...]:
    """The values that a person fills in: those missing, and those filled in before.

    A column that lacks in rows that were typed is filled in among those rows.
    """
    columns = {
        f"{label} ({name.label})": key for key, name in known_as(document.kind).items() for _, label in name.columns
    }
    typed = () if document.is_edited else tuple(document.values)
    missing = [name for name in made.missing if columns.get(name) not in typed]
    return tuple(dict.fromkeys((*document.values, *missing)))


def preview_of(document: Document, form: WriteForm) -> Assembled:
    """What the document would be; the row itself stays as it is."""
    typed = form.cleaned_data
    document.is_edited = is_edited_by(document, typed.get("subject", ""), typed.get("body", ""))
    for name in ("subject", "body", *AROUND):
        if name in typed:
            setattr(document, name, typed[name])
    document.values = {**document.values, **form.typed_values}
    return assembled(document)
