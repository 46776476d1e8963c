"""Calling a conference off as JSON, and the way back."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.core import clock
from tongket.core.models import Event
from tongket.mailbox.actions.calling_off import call_off, take_back_call_off
from tongket.mailbox.forms import CallOffForm

router = Router()


class CallOffIn(Schema):
    """Why the conference does not take place."""

    reason: str


@router.post("/conferences/{int:conference_id}/call-off")
def call_conference_off(request: HttpRequest, conference_id: int, body: CallOffIn) -> dict[str, Any]:
    """Calls the conference off and puts aside what waits in its outbox; 409 where it is over."""
    conference, _rights = run_office_for(request, conference_id)
    form = CallOffForm(body.dict())
    if not form.is_valid():
        raise HttpError(422, " ".join(map(str, form.errors["reason"])))
    reason, by = form.cleaned_data["reason"], signed_in(request)
    event = call_off(conference=conference, reason=reason, by=by, now=clock.now())
    return {"event": event.pk, "messages": event.changes["messages"]}


@router.post("/conferences/take-back-call-off/{int:event_id}")
def take_back(request: HttpRequest, event_id: int) -> dict[str, Any]:
    """Takes it back: the conference is prepared again, its messages wait to be looked at."""
    event = get_object_or_404(Event, pk=event_id, verb="call_off")
    conference, _rights = run_office_for(request, int(event.scope.split(":")[1]))
    return {"messages": take_back_call_off(conference=conference, event=event, by=signed_in(request), now=clock.now())}
