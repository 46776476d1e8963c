"""The people of a unit as JSON, and the ways in that the office gives them."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.actions import open_link, revoke_links
from tongket.accounts.requests import signed_in
from tongket.accounts.rules import Purpose
from tongket.core import clock
from tongket.units import access, actions
from tongket.units.forms.people import PersonForm
from tongket.units.models import Membership, Role, Unit
from tongket.units.queries import people_of

router = Router(tags=["people"])


class PersonIn(Schema):
    """Somebody of a unit; only who edits the unit gives a role."""

    name: str
    post: str = ""
    phone: str = ""
    email: str = ""
    role: Role = Role.MEMBER


class PersonOut(PersonIn):
    """Somebody as they stand in a unit; `ended_on` is their last day, `may_enter` says that they have an account."""

    id: int
    ended_on: date | None
    may_enter: bool


class WayInOut(Schema):
    """A way in, told this once: a link, and a code to be read over the phone at the page `sign_in`."""

    link: str
    link_until: datetime
    code: str
    code_until: datetime | None
    sign_in: str


def _told(membership: Membership) -> dict[str, object]:
    ends = {"ended_on": membership.ended_on, "may_enter": membership.person.user_id is not None}
    return {"id": membership.pk, **actions.values_of(membership), **ends}


def _clean(request: HttpRequest, unit: Unit, typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, cleaned by the page's own form; 422 with every fault."""
    may_rank = access.may_edit(signed_in(request), unit, on=clock.today())
    form = PersonForm(dict(typed), may_rank=may_rank)
    if not form.is_valid():
        raise HttpError(422, " ".join(f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items()))
    return form.cleaned_data


@router.get("/{int:unit_id}/people", response=list[PersonOut])
def list_people(request: HttpRequest, unit_id: int) -> list[dict[str, object]]:
    """The people of a unit, clerks and leaders first, for whoever may see them."""
    unit = access.unit_for(request, unit_id)
    if not access.may_see_people(signed_in(request), unit, on=clock.today()):
        raise PermissionDenied
    return [_told(each) for each in people_of(unit, now=clock.now())]


@router.post("/{int:unit_id}/people", response=PersonOut)
def add_person(request: HttpRequest, unit_id: int, person: PersonIn) -> dict[str, object]:
    """Adds somebody to a unit."""
    unit = access.staffed_unit_for(request, unit_id)
    values = {"role": Role.MEMBER} | _clean(request, unit, person.dict())
    return _told(actions.add_person(unit=unit, **values, by=signed_in(request), now=clock.now()))


@router.put("/{int:unit_id}/people/{int:membership_id}", response=PersonOut)
def change_person(request: HttpRequest, unit_id: int, membership_id: int, person: PersonIn) -> dict[str, object]:
    """Changes somebody of a unit; what is left out stays as it is."""
    found = access.membership_for(request, unit_id, membership_id)
    values = _clean(request, found.unit, actions.values_of(found) | person.dict(exclude_unset=True))
    return _told(actions.change_person(membership=found, values=values, by=signed_in(request), now=clock.now()))


@router.post("/{int:unit_id}/people/{int:membership_id}/end", response=PersonOut)
def end_membership(request: HttpRequest, unit_id: int, membership_id: int) -> dict[str, object]:
    """Ends a person's place in the unit after today; `resume` takes it back."""
    found = access.membership_for(request, unit_id, membership_id)
    actions.end_membership(membership=found, last_day=clock.today(), by=signed_in(request), now=clock.now())
    return _told(found)


@router.post("/{int:unit_id}/people/{int:membership_id}/resume", response=PersonOut)
def resume_membership(request: HttpRequest, unit_id: int, membership_id: int) -> dict[str, object]:
    """Makes somebody who left one of the unit's people again."""
    found = access.membership_for(request, unit_id, membership_id)
    actions.resume_membership(membership=found, by=signed_in(request), now=clock.now())
    return _told(found)


@router.post("/{int:unit_id}/people/{int:membership_id}/way-in", response=WayInOut)
def give_way_in(request: HttpRequest, unit_id: int, membership_id: int) -> dict[str, object]:
    """Makes a link and a spoken code for somebody; what was made before for them holds no more."""
    found = access.let_in_for(request, unit_id, membership_id)
    by, now = signed_in(request), clock.now()
    user = actions.user_of(person=found.person, by=by, now=now)
    link, secret = open_link(user=user, purpose=Purpose.SIGN_IN, by=by, now=now)
    return {
        "link": request.build_absolute_uri(reverse("accounts:enter", args=[secret.token])),
        "link_until": link.expires_at,
        "code": secret.spoken,
        "code_until": link.code_expires_at,
        "sign_in": request.build_absolute_uri(reverse("accounts:sign_in")),
    }


@router.post("/{int:unit_id}/people/{int:membership_id}/revoke", response=PersonOut)
def revoke_ways_in(request: HttpRequest, unit_id: int, membership_id: int) -> dict[str, object]:
    """Takes every open link and code of somebody back."""
    found = access.let_in_for(request, unit_id, membership_id)
    if found.person.user is not None:
        revoke_links(user=found.person.user, by=signed_in(request), now=clock.now())
    return _told(found)
