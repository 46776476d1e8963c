"""Reminders and their ladder as JSON, with the same actions, forms and rights as the pages."""

from datetime import date, time
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_conference_for
from tongket.core import clock
from tongket.core.dates import plain_clock
from tongket.mailbox.actions.ladders import set_hours, set_ladders
from tongket.mailbox.actions.reminders import climb_conference, remind_units
from tongket.mailbox.ladder import Rungs
from tongket.mailbox.ladder_forms import HoursForm, LadderForm
from tongket.mailbox.models import Message
from tongket.mailbox.queries.ladder_page import KindPart, kind_parts
from tongket.mailbox.queries.ladders import Terms, terms_of
from tongket.mailbox.queries.nudges import Nudge, situation_of

router = Router(tags=["reminders"])
Answer = dict[str, Any]


class LadderIn(Schema):
    """The ladder of one kind of duty: working days before and after the last day, and the leader's."""

    before: list[int] = []
    after: list[int] = []
    leader_after: int | None = None
    is_on: bool = True
    goes_by_itself: bool = False


class HoursIn(Schema):
    """When reminders may leave the office on working days."""

    opens_at: time
    until_at: time


class UnitsIn(Schema):
    """The units to remind."""

    unit_ids: list[int]


@router.get("/conferences/{int:conference_id}/ladders")
def list_ladders(request: HttpRequest, conference_id: int) -> Answer:
    """The ladders of the conference by kind of duty, the days they give, and the office's hours."""
    conference, _rights = run_conference_for(request, conference_id)
    terms = terms_of(conference)
    hours = {"opens_at": plain_clock(terms.hours.opens_at), "until_at": plain_clock(terms.hours.until_at)}
    return {"hours": hours, "kinds": [_ladder(part, terms) for part in kind_parts(conference)]}


@router.post("/conferences/{int:conference_id}/ladders/{str:kind}")
def change_ladder(request: HttpRequest, conference_id: int, kind: str, given: LadderIn) -> Answer:
    """Sets the ladder of one kind of duty, for the office."""
    conference, _rights = run_conference_for(request, conference_id)
    part = next((each for each in kind_parts(conference) if each.code == kind), None)
    if part is None:
        raise HttpError(404, "Not Found")
    typed = {
        "before": ", ".join(map(str, given.before)),
        "after": ", ".join(map(str, given.after)),
        "leader_after": given.leader_after,
        "is_on": given.is_on,
        "goes_by_itself": "1" if given.goes_by_itself else "",
    }
    rungs = _valid(LadderForm(typed)).rungs
    set_ladders(conference=conference, ladders={kind: rungs}, by=signed_in(request), now=clock.now())
    return _ladder(part, terms_of(conference))


@router.post("/conferences/{int:conference_id}/hours")
def change_hours(request: HttpRequest, conference_id: int, given: HoursIn) -> Answer:
    """Sets the hours in which reminders of all conferences of this host leave the office."""
    conference, _rights = run_conference_for(request, conference_id)
    form = HoursForm({"opens_at": plain_clock(given.opens_at), "until_at": plain_clock(given.until_at)})
    if not form.is_valid():
        raise HttpError(422, " ".join(str(each) for said in form.errors.values() for each in said))
    set_hours(host=conference.host, hours=form.hours, by=signed_in(request), now=clock.now())
    return list_ladders(request, conference_id)


@router.get("/conferences/{int:conference_id}/reminders")
def list_reminders(request: HttpRequest, conference_id: int) -> Answer:
    """Whom the ladder reminds of what now, and on which days it will if nobody hands anything in."""
    conference, _rights = run_conference_for(request, conference_id)
    stands = situation_of(conference, now=clock.now())
    return {
        "due": [nudge_as_json(each) for each in stands.nudges()],
        "to_come": [
            {
                "on": day.on,
                "unit_ids": [unit.pk for unit in day.units],
                "leaders_of": [unit.pk for unit in day.leaders],
            }
            for day in stands.days_to_come()
        ],
    }


@router.post("/conferences/{int:conference_id}/reminders")
def add_reminders(request: HttpRequest, conference_id: int, wanted: UnitsIn) -> list[Answer]:
    """Puts a reminder of all it owes in the outbox for each of these units."""
    conference, _rights = run_conference_for(request, conference_id)
    made = remind_units(conference=conference, unit_ids=wanted.unit_ids, by=signed_in(request), now=clock.now())
    return [_message(each) for each in made]


@router.post("/conferences/{int:conference_id}/reminders/due")
def climb_now(request: HttpRequest, conference_id: int) -> list[Answer]:
    """Makes the reminders that the ladder has for now, without waiting for the hour."""
    conference, _rights = run_conference_for(request, conference_id)
    made = climb_conference(conference=conference, by=signed_in(request), now=clock.now())
    return [_message(each) for each in made]


def nudge_as_json(each: Nudge) -> Answer:
    """One unit that is reminded: of which duties, by which rung, and whether its leader is written to."""
    rungs = [{"duty": row.id, "kind": row.kind, "step": each.rungs[row.id].step} for row in each.reasons]
    return {"unit_id": each.unit.pk, "unit": each.unit.name, "to_leader": each.to_leader, "rungs": rungs}


def _message(message: Message) -> Answer:
    return {"id": message.pk, "unit_id": message.unit_id, "state": message.state, "subject": message.subject}


def _ladder(part: KindPart, terms: Terms) -> Answer:
    rungs: Rungs = terms.rungs(part.code)
    given: list[dict[str, date | list[date] | int | None]] = [
        {"last_day": each.last, "units": each.units, "reminded_on": list(each.own), "leader_on": each.leader}
        for each in part.given(rungs, terms.calendar)
    ]
    return {
        "kind": part.code,
        "before": list(rungs.before),
        "after": list(rungs.after),
        "leader_after": rungs.leader_after,
        "is_on": rungs.is_on,
        "goes_by_itself": rungs.goes_by_itself,
        "days": given,
    }


def _valid(form: LadderForm) -> LadderForm:
    if not form.is_valid():
        raise HttpError(422, " ".join(str(each) for said in form.errors.values() for each in said))
    return form
