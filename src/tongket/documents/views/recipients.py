"""Who gets a document: the table of recipients, and the list to sign when printed papers are handed out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.text import clean, row_key
from tongket.documents.access import document_for, may_write, run_document_for
from tongket.documents.actions.life import DocumentMoved
from tongket.documents.actions.reached import note_handed_out
from tongket.documents.actions.recipients import RecipientDraft, add_recipients, set_recipients
from tongket.documents.models import Document
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.queries.document_page import recipient_row
from tongket.documents.queries.getting import getting
from tongket.documents.recipient_forms import Editor, drafts_of, editor_of, owed_by_unit
from tongket.documents.rules import EDITABLE, LEFT, Reached
from tongket.documents.views.showing import as_seen, say
from tongket.units.models import Unit


def recipients(request: HttpRequest, document_id: int) -> HttpResponse:
    """The whole list while the document is a draft; afterwards only additions."""
    found, rights = run_document_for(request, document_id)
    enter(request, found.conference, rights)
    editor = editor_of(found, request.POST if request.POST.get("do") == "keep" else None)
    if request.method == "POST" and (answer := _answer(request, found, editor)):
        return answer
    is_bad = bool(editor.formset.is_bound and not editor.formset.is_valid())
    context = {"document": found, "editor": editor, "label": label_of(found), "title": title_of(found)}
    context |= {"is_draft": found.state in EDITABLE, "rows": found.recipients.order_by("ordinal")}
    return render(request, "documents/recipients.html", context, status=422 if is_bad else 200)


def _answer(request: HttpRequest, found: Document, editor: Editor) -> HttpResponse | None:
    """Where to go after a change; None where a line has a fault and the page is shown again."""
    try:
        is_done = _carry_out(request, found, editor)
    except DocumentMoved:
        messages.error(request, _("Văn bản này vừa có người khác đổi. Xem lại danh sách rồi làm lại nếu cần."))
        return redirect("documents:recipients", found.pk)
    return redirect(request.get_full_path()) if is_done else None


def _carry_out(request: HttpRequest, found: Document, editor: Editor) -> bool:
    """Keeps the table, or adds the picked units; False where a line has a fault."""
    by, now = signed_in(request), clock.now()
    if request.POST.get("do") == "add":
        added = add_recipients(document=found, drafts=_picked(request, found), by=by, now=now)
        words = ngettext("Đã thêm {n} nơi nhận.", "Đã thêm {n} nơi nhận.", len(added))
        messages.success(request, words.format(n=len(added)))
        return True
    if not editor.formset.is_valid():
        return False
    set_recipients(document=as_seen(request, found), drafts=drafts_of(editor.formset), by=by, now=now)
    messages.success(request, _("Đã ghi nơi nhận."))
    return True


def _picked(request: HttpRequest, found: Document) -> list[RecipientDraft]:
    """The units that were ticked, each with all it owes here."""
    keys = [key for key in map(row_key, request.POST.getlist("unit")) if key is not None]
    owed = owed_by_unit(found)
    units = Unit.objects.filter(pk__in=keys).order_by("sort_key")
    return [
        RecipientDraft(unit.name, unit.pk, unit.email, duties=tuple(key for key, _label in owed.get(unit.pk, [])))
        for unit in units
    ]


def hand_out(request: HttpRequest, document_id: int) -> HttpResponse:
    """The list to sign, printable; afterwards who took a paper is ticked, one, some or all."""
    found, rights = document_for(request, document_id)
    enter(request, found.conference, rights)
    if request.method == "POST":
        return _handed_out(request, run_document_for(request, document_id)[0])
    rows = [recipient_row(row) for row in getting(found).select_related("unit").order_by("role", "ordinal")]
    context = {"document": found, "rows": rows, "label": label_of(found), "title": title_of(found)}
    context |= {
        "may_write": may_write(rights),
        "is_out": found.state in LEFT,
        "copies": sum(row.recipient.copies for row in rows),
        "left": sum(row.recipient.reached != Reached.RECEIVED for row in rows),
    }
    return render(request, "documents/hand_out.html", context)


def _handed_out(request: HttpRequest, found: Document) -> HttpResponse:
    """Notes the ticked lines and those where a name was typed, or every one that is left."""
    typed = {key: clean(request.POST.get(f"by-{key}", "")) for key in getting(found).values_list("pk", flat=True)}
    ticked = {row_key(value) for value in request.POST.getlist("recipient")}
    is_all = request.POST.get("do") == "all"
    names = {key: name for key, name in typed.items() if name or key in ticked or is_all}
    try:
        event = note_handed_out(document=found, received_by=names, by=signed_in(request), now=clock.now())
    except DocumentMoved:
        messages.error(request, _("Văn bản chưa phát hành, chưa phát bản giấy được."))
        return redirect("documents:hand_out", found.pk)
    number = len(event.changes["before"]) if event else 0
    if event:
        told = ngettext("Đã ghi {n} nơi đã nhận.", "Đã ghi {n} nơi đã nhận.", number).format(n=number)
        say(request, told, event)
    else:
        messages.error(request, _("Chưa đánh dấu nơi nào. Đánh dấu ở cột Ký nhận rồi ghi."))
    return redirect("documents:hand_out", found.pk)
