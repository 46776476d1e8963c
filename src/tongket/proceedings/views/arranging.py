"""Arranging the volume: what is in it, in which order, and how it is bound."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.core.text import row_key
from tongket.delegates.queries.groups import attendance_of
from tongket.proceedings.actions import arranging as act
from tongket.proceedings.forms import VolumeForm
from tongket.proceedings.models import Volume
from tongket.proceedings.queries.contents import TITLE, contents_of, volume_of
from tongket.proceedings.queries.printing import expected_at

STEPS = {"up": -1, "down": 1}


@require_POST
def arrange(request: HttpRequest, conference_id: int) -> HttpResponse:
    """One button of a part's or chapter's row: up, down, out, in. The row keeps its turn of the keyboard."""
    conference, _rights = run_office_for(request, conference_id)
    volume, code = volume_of(conference), request.POST.get("code", "")
    turns = _turn_of(volume, code)
    do = request.POST.get("do", "")
    if turns and do in {"out", "in"}:
        act.leave_out(volume=volume, code=code, left_out=do == "out", by=signed_in(request), now=clock.now())
    elif turns and do in STEPS:
        _step(request, volume, turns, code, STEPS[do])
    home = reverse("proceedings:volume", args=[conference.pk])
    return redirect(f"{home}#row-{quote(code)}" if turns else home)


def _turn_of(volume: Volume, code: str) -> list[str]:
    """The codes among which this one has its turn: the parts, or the chapters of its part; none for an unknown one."""
    parts = contents_of(volume).parts
    rows = [[part.code for part in parts], *([chapter.code for chapter in part.chapters] for part in parts)]
    return next((row for row in rows if code in row), [])


def _step(request: HttpRequest, volume: Volume, turns: list[str], code: str, step: int) -> None:
    place = turns.index(code)
    to = place + step
    if not 0 <= to < len(turns):
        return
    turns[place], turns[to] = turns[to], turns[place]
    revision = row_key(request.POST.get("revision", "")) or 0
    try:
        act.arrange(volume=volume, codes=turns, revision=revision, by=signed_in(request), now=clock.now())
    except act.VolumeMoved:
        messages.error(request, _("Có người khác vừa sắp lại. Xem thứ tự bên dưới rồi làm lại nếu cần."))


def settings(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    volume = volume_of(conference)
    defaults = {"default_title": TITLE, "default_subtitle": conference.short_title}
    left_empty = expected_at(conference, attendance_of(conference)).left_empty
    form = VolumeForm(request.POST or None, initial=_initial(volume), left_empty=left_empty, **defaults)
    if request.method == "POST" and form.is_valid():
        try:
            act.set_volume(volume=volume, **form.cleaned_data, by=signed_in(request), now=clock.now())
        except act.VolumeMoved:
            form.add_error(None, _("Có người khác vừa sửa trang này. Tải lại trang để thấy bản của họ rồi sửa tiếp."))
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("proceedings:volume", conference.pk)
    enter(request, conference, rights)
    context = {"form": form, "conference": conference}
    return render(request, "proceedings/settings.html", context, status=422 if form.errors else 200)


def _initial(volume: Volume) -> dict[str, object]:
    names = ("title", "subtitle", "has_index", "opens_right", "is_automatic", "copies", "revision")
    return {name: getattr(volume, name) for name in names}
