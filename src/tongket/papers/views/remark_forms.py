"""What a unit will say, as a form: empty, as it was kept, or as it was typed."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from tongket.conferences.access import Rights
from tongket.conferences.rules import Channel
from tongket.core import clock, files
from tongket.papers.actions.remarks import Words
from tongket.papers.forms import EnterRemarkForm, RemarkForm
from tongket.papers.models import Remark

KEPT = ("speaker_name", "speaker_post", "subject", "minutes", "text", "revision")


def remark_form(request: HttpRequest, rights: Rights, unit_id: int | None, remark: Remark | None) -> RemarkForm:
    """The form of a remark; the office that enters it for a unit also says how it came."""
    initial = {name: getattr(remark, name) for name in KEPT} if remark else {"revision": 0}
    typed: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    if rights.may_enter_for(unit_id):
        return EnterRemarkForm(now=clock.now(), initial=initial, **typed)
    return RemarkForm(initial=initial, **typed)


def words_in(form: RemarkForm) -> Words:
    """What a clean form says; its file is kept here."""
    values, file = form.cleaned_data, form.cleaned_data.get("file")
    said = {name: values[name] for name in ("speaker_name", "speaker_post", "subject", "minutes", "text")}
    kept = files.store(data=file.read(), name=file.name or "", now=clock.now()) if file else None
    return Words(**said, file=kept)


def came_by(form: RemarkForm) -> tuple[Channel, datetime | None]:
    """By which way it came and when, where the office says so."""
    values = form.cleaned_data
    return Channel(values.get("channel", Channel.WEB)), values.get("received_on")
