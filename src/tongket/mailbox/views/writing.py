"""Messages are written for many at once: with a document, about a corrected plan, or to chosen units."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.here import enter
from tongket.conferences.queries.plan_page import version_of
from tongket.conferences.queries.telling import units_to_tell
from tongket.core import clock
from tongket.core.text import row_key
from tongket.documents.actions.batches import CopiesUnfinished
from tongket.documents.models import Document
from tongket.mailbox.actions.letters import MOST_AT_ONCE, NotIssued, start_letters
from tongket.mailbox.actions.telling import free_to_outbox, telling_to_outbox
from tongket.mailbox.forms import FreeForm
from tongket.mailbox.models import Message
from tongket.mailbox.queries.letters import letters_page, owing_units
from tongket.mailbox.queries.words import letter_for
from tongket.mailbox.wording import GAPS


def letters(request: HttpRequest, document_id: int) -> HttpResponse:
    """Who gets the document and where; a press puts a message for each into the outbox."""
    document = Document.objects.select_related("conference__host", "entry").filter(pk=document_id).first()
    if document is None:
        raise Http404
    conference, rights = run_office_for(request, document.conference_id)
    if request.method != "POST":
        enter(request, conference, rights)
        return render(request, "mailbox/letters.html", {"conference": conference, "page": letters_page(document)})
    try:
        number = start_letters(document=document, by=signed_in(request), now=clock.now())
    except NotIssued:
        messages.error(request, _("Văn bản chưa phát hành nên chưa gửi được. Cấp số, phát hành rồi gửi."))
        return redirect("mailbox:letters", document.pk)
    except CopiesUnfinished as lacking:
        messages.error(request, str(lacking))
        return redirect("documents:copies", document.pk)
    _say_there(request, number)
    return redirect("mailbox:outbox", conference.pk)


def _say_there(request: HttpRequest, number: int) -> None:
    if number > MOST_AT_ONCE:
        messages.success(request, _("Đang soạn {n} thư; xong đến đâu hiện ở đây đến đó.").format(n=number))
        return
    said = ngettext("%(n)d thư ở đây, chờ xem rồi gửi.", "%(n)d thư ở đây, chờ xem rồi gửi.", number)
    messages.success(request, said % {"n": number})


def tell(request: HttpRequest, conference_id: int, ordinal: int) -> HttpResponse:
    """What a corrected plan changes for each unit, put into the outbox for the units that are ticked."""
    conference, rights = run_office_for(request, conference_id)
    version = version_of(conference, ordinal)
    if version is None or ordinal < 2:
        raise Http404
    units = units_to_tell(version)
    if request.method == "POST":
        asked = {row_key(typed) for typed in request.POST.getlist("unit")}
        chosen = [each for each in units if each.unit.pk in asked]
        if chosen:
            made = telling_to_outbox(version=version, units=chosen, by=signed_in(request), now=clock.now())
            _say_there(request, len(made))
            return redirect("mailbox:outbox", conference.pk)
        messages.error(request, _("Chưa chọn đơn vị nào. Đánh dấu đơn vị rồi bấm lại."))
    enter(request, conference, rights)
    names = [f"told:{version.pk}:{each.unit.pk}" for each in units]
    there = set(Message.objects.filter(once__in=names).values_list("unit_id", flat=True))
    context = {"conference": conference, "version": version, "units": units, "there": there}
    return render(request, "mailbox/tell.html", context)


def free(request: HttpRequest, conference_id: int) -> HttpResponse:
    """A letter of the office to chosen units, with gaps that are filled for each."""
    conference, rights = run_office_for(request, conference_id)
    enter(request, conference, rights)
    letter, units = letter_for(conference.host, "free"), owing_units(conference)
    start = {"subject": letter.subject, "body": letter.body}
    form = FreeForm(request.POST if request.method == "POST" else None, units=units, initial=start)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = free_to_outbox(
            conference=conference,
            units=list(values["units"]),
            subject=values["subject"],
            body=values["body"],
            by=signed_in(request),
            now=clock.now(),
        )
        _say_there(request, len(made))
        return redirect(f"{reverse('mailbox:outbox', args=[conference.pk])}?batch={made[0].batch}")
    chosen = set(request.POST.getlist("units"))
    rows = [(unit, str(unit.pk) in chosen) for unit in units]
    context = {"conference": conference, "form": form, "units": rows, "gaps": [(n, GAPS[n]) for n in letter.gaps]}
    return render(request, "mailbox/free.html", context, status=422 if form.errors else 200)
