"""What a unit sees of documents: its letters, one of them to read, and the word that it came."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, conference_for
from tongket.conferences.here import enter
from tongket.core import clock, files
from tongket.core.shell import Where, stand_at
from tongket.documents.access import letter_for
from tongket.documents.actions.reached import note_reached
from tongket.documents.models import Recipient
from tongket.documents.queries.assembled import assembled, drawn_pdf
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.queries.letters import letter_rows
from tongket.documents.rules import Reached
from tongket.documents.views.showing import paper


@require_GET
def letters(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = conference_for(request, conference_id)
    if not rights.units:
        raise PermissionDenied
    enter(request, conference, rights)
    rows = letter_rows(conference, rights.units)
    return render(request, "documents/letters.html", {"conference": conference, "rows": rows})


def letter(request: HttpRequest, recipient_id: int) -> HttpResponse:
    """A letter to read; opening it is noted, and a press says that it was received."""
    recipient, rights = letter_for(request, recipient_id)
    by, now = signed_in(request), clock.now()
    if request.method == "POST":
        note_reached(recipient=recipient, reached=Reached.RECEIVED, received_by=by.name, by=by, now=now)
        messages.success(request, _("Đã báo với Văn phòng là đã nhận."))
        return redirect("documents:letter", recipient.pk)
    note_reached(recipient=recipient, reached=Reached.OPENED, by=by, now=now)
    _stand(request, recipient, rights)
    document = recipient.document
    made = assembled(document, getattr(recipient, "copy", None))
    context = {"recipient": recipient, "document": document, "rights": rights, "paper": paper(made)}
    context |= {"label": label_of(document), "title": title_of(document)}
    context["duties"] = recipient.duties.order_by("due_on", "pk")
    return render(request, "documents/letter.html", context)


def _stand(request: HttpRequest, recipient: Recipient, rights: Rights) -> None:
    """The header of the conference; its menu only for those who have a part in it."""
    conference = recipient.document.conference
    if rights.is_host or rights.units:
        enter(request, conference, rights)
    else:
        stand_at(request, Where(conference.short_title))


@require_GET
def letter_file(request: HttpRequest, recipient_id: int) -> HttpResponse:
    """The file that was sent: the signed one where there is one, the reader's own copy of a personal document."""
    recipient, _rights = letter_for(request, recipient_id)
    document, copy = recipient.document, getattr(recipient, "copy", None)
    if document.signed is not None and copy is None:
        return files.answer(document.signed)
    if copy is not None:
        return HttpResponse(drawn_pdf(document, copy), content_type="application/pdf")
    if document.pdf is None:
        raise Http404
    return files.answer(document.pdf)
