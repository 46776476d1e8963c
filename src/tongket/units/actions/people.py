"""Writes to the people of units: adding, changing, leaving, and the accounts they enter with."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from tongket.accounts.actions import create_user
from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.findings import words
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.units.actions.units import TooLate
from tongket.units.models import Membership, Person, Role, Unit
from tongket.units.queries import last_event

DECIDING = (Role.CLERK, Role.LEADER)
# Stored as if a clerk had typed it, so it stays Vietnamese.
NAMELESS = words("Người phụ trách, {unit}")


@transaction.atomic
def add_person(
    *, unit: Unit, name: str, post: str, role: str, email: str = "", phone: str = "", by: User | None, now: datetime
) -> Membership:
    """Adds somebody to a unit."""
    person = Person.objects.create(name=clean(name), email=email, phone=clean(phone))
    membership = Membership.objects.create(person=person, unit=unit, post=clean(post), role=role)
    audit.record(verb="add_person", subject=membership, scope=unit, by=by, now=now)
    return membership


def values_of(membership: Membership) -> dict[str, str]:
    """What `change_person` can set, as it stands."""
    person = membership.person
    kept = {"name": person.name, "post": membership.post, "phone": person.phone}
    return kept | {"email": person.email, "role": str(membership.role)}


@transaction.atomic
def change_person(*, membership: Membership, values: Mapping[str, str], by: User, now: datetime) -> Membership:
    """Sets what `values` holds of name, phone and e-mail, and of the post and role in this unit.

    The trail keeps that it happened, never the values: they are personal.
    """
    person, typed = membership.person, values_of(membership) | dict(values)
    person.name, person.phone, person.email = clean(typed["name"]), clean(typed["phone"]), typed["email"]
    person.save(update_fields=["name", "phone", "email"])
    membership.post, membership.role = clean(typed["post"]), typed["role"]
    membership.save(update_fields=["post", "role"])
    if person.user is not None and person.user.name != person.name:
        person.user.name = person.name
        person.user.save(update_fields=["name"])
    audit.record(verb="change_person", subject=membership, scope=membership.unit, by=by, now=now)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, last_day: date, by: User, now: datetime) -> None:
    """Ends a person's place in a unit; the rights that came with it end after `last_day`."""
    membership.ended_on = last_day
    membership.save(update_fields=["ended_on"])
    changes = {"last_day": last_day.isoformat()}
    audit.record(verb="end_membership", subject=membership, scope=membership.unit, by=by, now=now, changes=changes)


@transaction.atomic
def resume_membership(*, membership: Membership, by: User, now: datetime) -> None:
    """Takes back `end_membership`."""
    membership.ended_on = None
    membership.save(update_fields=["ended_on"])
    audit.record(verb="resume_membership", subject=membership, scope=membership.unit, by=by, now=now)


@transaction.atomic
def take_back_person(
    *, event: Event, membership: Membership, before: Mapping[str, str] | None, by: User, now: datetime
) -> None:
    """Takes back `event` on a person's place in a unit: adding, changing (`before` is what stood there) or ending.

    Raises TooLate where something else happened since, or nobody knows any more what stood there.
    """
    if last_event(membership) != event or (event.verb == "change_person" and before is None):
        raise TooLate
    if event.verb == "end_membership":
        resume_membership(membership=membership, by=by, now=now)
    elif event.verb == "change_person":
        change_person(membership=membership, values=before or {}, by=by, now=now)
    elif event.verb == "add_person" and membership.person.user is None:
        audit.record(verb="take_back", subject=membership, scope=membership.unit, by=by, now=now)
        membership.person.delete()
    else:
        raise TooLate


@transaction.atomic
def user_of(*, person: Person, by: User | None, now: datetime) -> User:
    """The account of a person, made without a password where there is none; they enter by links and codes."""
    if person.user is None:
        taken = not person.email or User.objects.filter(email__iexact=person.email).exists()
        email = None if taken else person.email
        person.user = create_user(name=person.name, email=email, password=None, by=by, now=now)
        person.save(update_fields=["user"])
    return person.user


@transaction.atomic
def contact_of(*, unit: Unit, by: User | None, now: datetime) -> Person:
    """The person a unit is reached through: the first of its plain members, or a nameless one that is made for it.

    Never somebody who decides anywhere: the link that is sent to a unit must open no more than that unit's part.
    """
    running = Membership.objects.filter(ended_on__isnull=True)
    deciding = running.filter(role__in=DECIDING).values("person_id")
    admins = Person.objects.filter(user__is_admin=True).values("pk")
    members = running.filter(unit=unit).exclude(person__in=deciding).exclude(person__in=admins)
    first = members.select_related("person__user").order_by("pk").first()
    if first is not None:
        return first.person
    name = NAMELESS.format(unit=unit.called)
    return add_person(unit=unit, name=name, post="", role=Role.MEMBER, by=by, now=now).person
