"""What waits for a leader, one after the other, made for a phone."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.text import row_key
from tongket.documents.access import may_approve
from tongket.documents.actions import life
from tongket.documents.forms import RemarkForm
from tongket.documents.models import Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.desk import label_of, next_waiting, title_of, waiting_count
from tongket.documents.queries.form_check import form_check
from tongket.documents.queries.getting import getting
from tongket.documents.views.document import say_fault
from tongket.documents.views.showing import as_seen, paper, say


def queue(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Shows the first document that waits; a press signs it or gives it back, and the next one follows."""
    conference, rights = office_for(request, conference_id)
    if not may_approve(rights):
        raise PermissionDenied
    enter(request, conference, rights)
    form = RemarkForm(request.POST if request.POST.get("do") == "return" else None)
    if request.method == "POST" and _answered(request, conference, form):
        return redirect("documents:queue", conference.pk)
    key = row_key(request.POST.get("document") or request.GET.get("document", "")) or 0
    document = _asked(conference, key) or next_waiting(conference, row_key(request.GET.get("after", "")) or 0)
    context: dict[str, object] = {"conference": conference, "form": form, "waiting": waiting_count(conference)}
    if document is not None:
        made = assembled(document)
        recipients = getting(document).order_by("role", "ordinal")
        context |= {"document": document, "label": label_of(document), "title": title_of(document)}
        context |= {"paper": paper(made), "checked": form_check(made), "recipients": recipients}
        context["copies"] = document.copies.count()
    return render(request, "documents/queue.html", context, status=422 if form.errors else 200)


def _asked(conference: Conference, key: int) -> Document | None:
    waiting = Document.objects.waiting_for_leader()
    found: Document | None = waiting.filter(conference=conference, pk=key).select_related("conference__host").first()
    return found


def _answered(request: HttpRequest, conference: Conference, form: RemarkForm) -> bool:
    """Carries the press out; False where a remark is wanted first."""
    key = row_key(request.POST.get("document", ""))
    found = get_object_or_404(
        Document.objects.select_related("conference__host", "replaces"), conference=conference, pk=key
    )
    document, by, now = as_seen(request, found), signed_in(request), clock.now()
    try:
        if request.POST.get("do") == "approve":
            say(request, _("Đã ký duyệt."), life.approve(document=document, by=by, now=now))
        elif not form.is_valid():
            return False
        else:
            event = life.return_document(document=document, remark=form.cleaned_data["remark"], by=by, now=now)
            say(request, _("Đã trả lại để sửa."), event)
    except (life.DocumentMoved, life.NotReady) as fault:
        say_fault(request, fault)
    return True
