"""Telling units of a corrected plan: drafts to copy and send, and writing down whom a person told."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_conference_for
from tongket.conferences.actions.contacts import open_unit_page
from tongket.conferences.actions.telling import tell_units
from tongket.conferences.duty_forms import CALL_CHANNELS
from tongket.conferences.here import enter
from tongket.conferences.models import PlanVersion
from tongket.conferences.queries.plan_page import version_of
from tongket.conferences.queries.telling import UnitToTell, telling_text, units_to_tell
from tongket.conferences.rules import Channel
from tongket.conferences.views.undo import say
from tongket.core import clock


def tell(request: HttpRequest, conference_id: int, ordinal: int) -> HttpResponse:
    """Lists whom to tell what; one press drafts the words, another writes down that a person told them."""
    conference, rights = run_conference_for(request, conference_id)
    version = version_of(conference, ordinal)
    if version is None or ordinal < 2:
        raise Http404
    enter(request, conference, rights)
    units = units_to_tell(version)
    chosen = [each for each in units if str(each.unit.pk) in request.POST.getlist("unit")]
    if request.method == "POST" and request.POST.get("do") == "told":
        return _note(request, version, chosen)
    texts = [_drafted(request, version, each) for each in chosen]
    context = {
        "conference": conference,
        "version": version,
        "units": units,
        "untold": sum(each.told is None for each in units),
        "texts": texts,
        "chosen": {each.unit.pk for each in chosen},
        "channels": CALL_CHANNELS,
    }
    return render(request, "conferences/tell.html", context)


def _note(request: HttpRequest, version: PlanVersion, chosen: list[UnitToTell]) -> HttpResponse:
    channel = request.POST.get("channel", "")
    known = Channel(channel) if channel in dict(CALL_CHANNELS) else Channel.ZALO
    if chosen:
        units, by = [each.unit for each in chosen], signed_in(request)
        _told, event = tell_units(version=version, units=units, channel=known, by=by, now=clock.now())
        n = len(units)
        say(request, ngettext("Đã ghi: đã báo %(n)d đơn vị.", "Đã ghi: đã báo %(n)d đơn vị.", n) % {"n": n}, event)
    else:
        messages.error(request, _("Chưa chọn đơn vị nào. Đánh dấu đơn vị đã báo rồi bấm lại."))
    return redirect("conferences:tell", version.conference_id, version.ordinal)


def _drafted(request: HttpRequest, version: PlanVersion, each: UnitToTell) -> dict[str, object]:
    conference, page = version.conference, reverse("conferences:unit", args=[version.conference_id, each.unit.pk])
    by, now = signed_in(request), clock.now()
    token = open_unit_page(conference=conference, unit=each.unit, target=page, by=by, now=now)
    link = request.build_absolute_uri(reverse("accounts:enter", args=[token]))
    return {"unit": each.unit, "text": telling_text(version, each, link=link)}
