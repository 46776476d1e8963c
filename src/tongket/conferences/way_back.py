"""Which action takes a line of the trail back, where one stands afterwards, and who may."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from tongket.accounts.requests import signed_in
from tongket.conferences.access import duty_for, run_conference_for
from tongket.conferences.actions.contacts import take_back_contact
from tongket.conferences.actions.readings import take_up_reading
from tongket.conferences.actions.settling import take_back_number, take_back_settling
from tongket.conferences.actions.starting import unmake_conference
from tongket.conferences.actions.taking_back import take_back, take_back_many
from tongket.conferences.actions.taking_back_correction import take_back_correction
from tongket.conferences.actions.telling import take_back_telling
from tongket.conferences.kinds import page_of
from tongket.conferences.models import Contact, PlanVersion
from tongket.conferences.queries.readings import reading_for
from tongket.core.models import Event


class WayBack(NamedTuple):
    """The page one stands on afterwards, and the action to call with `event`, `by` and `now`."""

    address: str
    go: Callable[..., object]


def way_back(request: HttpRequest, event: Event) -> WayBack:
    """The way back from `event` for this reader; outsiders get 404, readers 403, and 404 where there is none."""
    subject, _colon, key = event.subject.partition(":")
    find = BY_VERB.get(event.verb) or (_duty if subject == "duty" and event.verb in DUTY_VERBS else None)
    if find is None:
        raise Http404
    return find(request, event, key)


def _duty(request: HttpRequest, event: Event, key: str) -> WayBack:
    found, rights = duty_for(request, int(key))
    if not rights.may_run and event.actor != f"user:{signed_in(request).pk}":
        raise PermissionDenied
    return WayBack(page_of(found.kind, found.pk), take_back)


def _days(request: HttpRequest, _event: Event, key: str) -> WayBack:
    conference, _rights = run_conference_for(request, int(key))
    return WayBack(_dashboard(conference.pk), partial(take_back_many, conference=conference))


def _settling(request: HttpRequest, _event: Event, key: str) -> WayBack:
    conference, _rights = run_conference_for(request, int(key))
    return WayBack(_dashboard(conference.pk), partial(take_back_settling, conference=conference))


def _start(request: HttpRequest, event: Event, key: str) -> WayBack:
    conference, _rights = run_conference_for(request, int(key))
    again = reverse("conferences:reading", args=[event.changes["reading"]])
    return WayBack(again, partial(unmake_conference, conference=conference))


def _correction(request: HttpRequest, event: Event, key: str) -> WayBack:
    run_conference_for(request, _scope(event))
    version = PlanVersion.objects.select_related("conference").filter(pk=int(key)).first()
    again = reverse("conferences:difference", args=[event.changes["reading"]])
    return WayBack(again, partial(take_back_correction, version=version))


def _telling(request: HttpRequest, event: Event, _key: str) -> WayBack:
    conference, _rights = run_conference_for(request, _scope(event))
    back = reverse("conferences:tell", args=[conference.pk, event.changes["version"]])
    return WayBack(back, partial(take_back_telling, conference=conference))


def _number(request: HttpRequest, event: Event, key: str) -> WayBack:
    conference, _rights = run_conference_for(request, _scope(event))
    version = PlanVersion.objects.select_related("conference").get(pk=int(key))
    return WayBack(reverse("conferences:plan", args=[conference.pk]), partial(take_back_number, version=version))


def _contact(request: HttpRequest, event: Event, key: str) -> WayBack:
    conference, _rights = run_conference_for(request, _scope(event))
    contact = Contact.objects.select_related("conference").filter(pk=int(key)).first()
    return WayBack(_dashboard(conference.pk), partial(take_back_contact, contact=contact))


def _reading(request: HttpRequest, _event: Event, key: str) -> WayBack:
    reading = reading_for(signed_in(request), UUID(key))
    return WayBack(reverse("conferences:reading", args=[reading.pk]), partial(take_up_reading, reading=reading))


def _scope(event: Event) -> int:
    return int(event.scope.split(":")[1])


def _dashboard(conference_id: int) -> str:
    return reverse("conferences:dashboard", args=[conference_id])


DUTY_VERBS = frozenset(
    {
        "hand_in",
        "start_working",
        "accept",
        "return",
        "excuse",
        "withdraw",
        "reopen",
        "set_due",
        "tick",
        "settle_unit",
        "ask_extension",
        "extension_granted",
        "extension_refused",
    }
)
Find = Callable[[HttpRequest, Event, str], WayBack]


def register_way_back(find: Find, *verbs: str) -> None:
    """Lets a room take back what it wrote into the trail under these verbs; `find` as those of this module."""
    BY_VERB.update(dict.fromkeys(verbs, find))


BY_VERB: dict[str, Find] = {
    "set_due_of_kind": _days,
    "settle_conference": _settling,
    "start_conference": _start,
    "number_plan": _number,
    "note_contact": _contact,
    "correct_plan": _correction,
    "tell_units": _telling,
    "drop_reading": _reading,
}
