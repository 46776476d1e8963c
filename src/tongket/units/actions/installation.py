"""Begins an installation: the host unit, the first account, and that person's place in the unit."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.actions import create_user
from tongket.accounts.models import User
from tongket.accounts.queries import is_empty
from tongket.units.actions.people import add_person
from tongket.units.actions.units import create_unit
from tongket.units.models import Role


class AlreadyBegun(RuntimeError):
    """There is an account already; more of them are made by the people who have one."""


@transaction.atomic
def begin_installation(
    *, unit_name: str, values: Mapping[str, Any], name: str, post: str, email: str, password: str, now: datetime
) -> User:
    """Makes the host unit and the first account, an administrator and clerk of that unit; raises AlreadyBegun."""
    if not is_empty():
        raise AlreadyBegun
    user = create_user(name=name, email=email, password=password, is_admin=True, by=None, now=now)
    unit = create_unit(name=unit_name, values=values, parent=None, by=user, now=now)
    place = add_person(unit=unit, name=name, post=post, role=Role.CLERK, email=email, by=user, now=now)
    place.person.user = user
    place.person.save(update_fields=["user"])
    return user
