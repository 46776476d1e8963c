"""Who gets a personal copy: the list, lines pasted or uploaded with a look before they are written, one copy."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.findings import Sentence
from tongket.core.text import row_key
from tongket.documents.access import document_for, may_write, run_document_for
from tongket.documents.actions import copies as act
from tongket.documents.copy_forms import BatchForm, CopyForm, initial_of
from tongket.documents.copy_lists import MOST_COPIES, TOO_MANY, Draft, Read, read_list
from tongket.documents.handing_in import list_handed_over
from tongket.documents.models import Copy, Document
from tongket.documents.queries import copies as ask
from tongket.documents.queries.assembled import drawn_pdf
from tongket.documents.queries.batches import FINAL, progress_of
from tongket.documents.queries.certificates import CERTIFICATE
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.queries.file_names import download_name
from tongket.documents.views.drawn import drawn

ON_A_PAGE = 100


@require_GET
def copies(request: HttpRequest, document_id: int) -> HttpResponse:
    """The list, with what can be made of it."""
    found, rights = document_for(request, document_id)
    enter(request, found.conference, rights)
    asked = request.GET.get("q", "")
    page = Paginator(ask.copies_of(found, asked=asked), ON_A_PAGE).get_page(request.GET.get("page"))
    batches = found.batches.select_related("made_by").defer("copies").order_by("-ordinal")[:10]
    context = {
        **shared(found),
        "may_write": may_write(rights) and found.state not in ask.OVER,
        "asked": asked,
        "page": page,
        "rows": ask.rows_of(found, page.object_list),
        "total": page.paginator.count if not asked else found.copies.count(),
        "unfinished": len(ask.unfinished(found)),
        "batches": [progress_of(batch, now=timezone.now()) for batch in batches],
        "form": BatchForm(),
        "is_final": found.state in FINAL,
    }
    return render(request, "documents/copies.html", context)


def shared(document: Document) -> dict[str, object]:
    """What the head of each page of copies shows."""
    return {
        "document": document,
        "label": label_of(document),
        "title": title_of(document),
        "is_certificate": document.kind == CERTIFICATE,
    }


def add(request: HttpRequest, document_id: int) -> HttpResponse:
    """Pasted lines, a table or whom the conference proposes: what was understood, and then the writing of it."""
    found, rights = run_document_for(request, document_id)
    enter(request, found.conference, rights)
    text, refusal = (list_handed_over(request), None) if request.method == "POST" else ("", None)
    if isinstance(text, Sentence):
        text, refusal = "", text
    labels = ask.gap_labels(found)
    common = {name: request.POST.get(f"all-{name}", "") for name in labels}
    read = _understood(found, text) if text else None
    if read is not None and request.POST.get("do") == "write":
        return _write(request, found, (line.draft for line in read.new if line.draft), common)
    context = {
        **shared(found),
        "text": text,
        "read": read,
        "leftovers": [(line, _(line.fault).format(**line.gaps)) for line in read.leftovers] if read else [],
        "refusal": refusal,
        "sources": ask.SOURCES.items(),
        "common": [(name, label, common[name]) for name, label in labels.items() if name not in ask.OF_A_LINE],
    }
    return render(request, "documents/copies_add.html", context, status=422 if refusal else 200)


def _understood(document: Document, text: str) -> Read:
    known = document.copies.values_list("key", flat=True)
    return read_list(text, known=known, unit_of=ask.unit_finder(clock.today()))


def _write(request: HttpRequest, document: Document, drafts: Iterable[Draft], common: dict[str, str]) -> HttpResponse:
    by, now, chosen = signed_in(request), clock.now(), list(drafts)
    if document.copies.count() + len(chosen) > MOST_COPIES:
        messages.error(request, _(TOO_MANY).format(most=MOST_COPIES))
        return redirect("documents:copies", document.pk)
    try:
        made = act.add_copies(document=document, drafts=chosen, common=common, by=by, now=now)
    except act.ListClosed:
        messages.error(request, _("Văn bản này đã thu hồi, thay hoặc bỏ; danh sách để nguyên."))
    else:
        n = len(made)
        messages.success(request, ngettext("Đã thêm %(n)d người.", "Đã thêm %(n)d người.", n) % {"n": n})
    return redirect("documents:copies", document.pk)


def propose(request: HttpRequest, document_id: int) -> HttpResponse:
    """Adds those whom the conference names in the chosen way and who are not on the list yet."""
    found, _rights = run_document_for(request, document_id)
    source = request.POST.get("source", "")
    if request.method != "POST" or source not in ask.SOURCES:
        return redirect("documents:copies_add", found.pk)
    return _write(request, found, ask.proposed(found, source, on=clock.today()), {})


def remove(request: HttpRequest, document_id: int) -> HttpResponse:
    """Takes the ticked copies off the list."""
    found, _rights = run_document_for(request, document_id)
    keys = [key for key in map(row_key, request.POST.getlist("copy")) if key is not None]
    try:
        n = act.remove_copies(document=found, keys=keys, by=signed_in(request), now=clock.now()) if keys else 0
    except act.CopyIssued:
        messages.error(request, _("Có bản đã phát hành, không bỏ được; bỏ dấu chọn bản ấy rồi bấm lại."))
    except act.ListClosed:
        messages.error(request, _("Văn bản này đã thu hồi, thay hoặc bỏ; danh sách để nguyên."))
    else:
        none = _("Chưa chọn ai. Đánh dấu người cần bỏ rồi bấm lại.")
        said = ngettext("Đã bỏ %(n)d người.", "Đã bỏ %(n)d người.", n) % {"n": n}
        (messages.success if n else messages.error)(request, said if n else none)
    return redirect("documents:copies", found.pk)


def copy_of(document: Document, copy_id: int) -> Copy:
    """The copy of this document; Http404 for one of another."""
    copy = document.copies.select_related("document__conference").filter(pk=copy_id).first()
    if copy is None:
        raise Http404
    return copy


def copy(request: HttpRequest, document_id: int, copy_id: int) -> HttpResponse:
    """One copy: its values, typed again where they are wrong."""
    found, rights = run_document_for(request, document_id)
    enter(request, found.conference, rights)
    one, gaps = copy_of(found, copy_id), ask.gap_labels(found)
    form = CopyForm(request.POST or None, gaps=gaps, initial=initial_of(one, gaps))
    if request.method == "POST" and form.is_valid() and _changed(request, one, form):
        return redirect("documents:copies", found.pk)
    context = {**shared(found), "copy": one, "form": form, "row": ask.rows_of(found, [one])[0]}
    return render(request, "documents/copy.html", context, status=422 if form.errors else 200)


def _changed(request: HttpRequest, one: Copy, form: CopyForm) -> bool:
    typed = form.cleaned_data
    values, by, now = form.values(one.values), signed_in(request), clock.now()
    try:
        act.change_copy(copy=one, name=typed["name"], email=typed["email"], values=values, by=by, now=now)
    except act.CopyTwice:
        form.add_error("name", _("Trong danh sách đã có người này ở đơn vị này."))
        return False
    except (act.CopyIssued, act.ListClosed):
        messages.error(request, _("Bản này đã phát hành, hoặc văn bản đã thu hồi: không sửa nữa."))
        return True
    messages.success(request, _("Đã ghi bản của {name}.").format(name=one.name))
    return True


@require_GET
def preview(request: HttpRequest, document_id: int, copy_id: int) -> HttpResponse:
    """One copy as it will be, as PDF."""
    found, _rights = document_for(request, document_id)
    one = copy_of(found, copy_id)
    return drawn(drawn_pdf(found, one), download_name(found, "pdf", part=one.name))
