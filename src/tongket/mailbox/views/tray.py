"""The tray: what came in and waits, what was filed, and ways to bring messages in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, run_conference_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.jobs import start_job
from tongket.mailbox.accounts import BadAddress, ImapAccount
from tongket.mailbox.actions.intake import bring_letters
from tongket.mailbox.actions.returned import is_stray_bounce
from tongket.mailbox.intake.words import REASONS
from tongket.mailbox.queries.tray import PAGE_ROWS, SHELVES, counts_of, letters_of, place_read, shelf
from tongket.mailbox.settings_store import imap_account
from tongket.mailbox.tray_forms import BringForm

STRAY = REASONS["foreign-bounce"]


@require_GET
def tray(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_conference_for(request, conference_id)
    return _page(request, conference, rights, BringForm())


def _page(
    request: HttpRequest, conference: Conference, rights: Rights, form: BringForm, status: int = 200
) -> HttpResponse:
    enter(request, conference, rights)
    asked = request.GET.get("shelf", "")
    name = asked if asked in SHELVES else "waiting"
    page = Paginator(shelf(conference, name), PAGE_ROWS).get_page(request.GET.get("page"))
    account = _mailbox()
    place = place_read(account) if account else None
    context = {
        "conference": conference,
        "shelf": name,
        "counts": counts_of(conference),
        "page": page,
        "letters": letters_of(page.object_list),
        "form": form,
        "place": place,
        "fault": _(place.fault) if place and place.fault else "",
        "has_mailbox": account is not None,
    }
    return render(request, "mailbox/tray.html", context, status=status)


def _mailbox() -> ImapAccount | None:
    try:
        return imap_account()
    except BadAddress:
        return None


@require_POST
def bring(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_conference_for(request, conference_id)
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, conference, rights, form, status=422)
    letters, by = form.cleaned_data["letters"], signed_in(request)
    brought = bring_letters(letters=letters, host=conference.host, by=by, now=clock.now())
    new = len(brought)
    messages.success(request, ngettext("Đã nhận vào %(n)d thư mới.", "Đã nhận vào %(n)d thư mới.", new) % {"n": new})
    if any(is_stray_bounce(letter) for letter in brought):
        messages.warning(request, _(STRAY))
    return redirect("mailbox:tray", conference_id=conference.pk)


@require_POST
def fetch(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = run_conference_for(request, conference_id)
    start_job("mailbox.fetch")
    messages.success(request, _("Đang lấy thư; mở lại trang này sau vài giây."))
    return redirect("mailbox:tray", conference_id=conference.pk)
