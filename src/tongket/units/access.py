"""Who may read and change the directory: people of a unit, for that unit and those below it."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.units.models import Membership, Role, Unit

DECIDING = (Role.CLERK, Role.LEADER)


def memberships_on(user: User, day: date) -> QuerySet[Membership]:
    """The memberships that give `user` rights on `day`."""
    return Membership.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=day), person__user=user)


def may_read_directory(user: User, *, on: date) -> bool:
    """Whether `user` sees all units: the administrator, and clerks and leaders of any unit."""
    return user.is_admin or memberships_on(user, on).filter(role__in=DECIDING).exists()


def is_of(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` is one of the unit's people."""
    return memberships_on(user, on).filter(unit=unit).exists()


def may_edit(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` changes this unit: the administrator, and clerks and leaders of it or of a unit above it."""
    if user.is_admin:
        return True
    mine = set(memberships_on(user, on).filter(role__in=DECIDING).values_list("unit_id", flat=True))
    at: Unit | None = unit
    seen: set[int] = set()
    while at is not None and at.pk not in seen:
        if at.pk in mine:
            return True
        seen.add(at.pk)
        at = at.parent
    return False


def may_edit_people(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` keeps the unit's people: whoever edits the unit, and the unit's own people."""
    return may_edit(user, unit, on=on) or is_of(user, unit, on=on)


def may_import(user: User, *, on: date) -> bool:
    """Whether `user` brings in a whole directory."""
    return may_read_directory(user, on=on)


def unit_for(request: HttpRequest, unit_id: int) -> Unit:
    """The unit, for whoever reads the directory or belongs to it; others get 404."""
    unit = Unit.objects.select_related("parent").filter(pk=unit_id).first()
    user, today = signed_in(request), clock.today()
    if unit is None or not (may_read_directory(user, on=today) or is_of(user, unit, on=today)):
        raise Http404
    return unit


def editable_unit_for(request: HttpRequest, unit_id: int) -> Unit:
    """As `unit_for`, for whoever changes the unit; readers get 403."""
    unit = unit_for(request, unit_id)
    if not may_edit(signed_in(request), unit, on=clock.today()):
        raise PermissionDenied
    return unit


def staffed_unit_for(request: HttpRequest, unit_id: int) -> Unit:
    """As `unit_for`, for whoever keeps the unit's people; readers get 403."""
    unit = unit_for(request, unit_id)
    if not may_edit_people(signed_in(request), unit, on=clock.today()):
        raise PermissionDenied
    return unit


def reader_of_directory(request: HttpRequest) -> None:
    """Lets readers of the whole directory pass; others get 404."""
    if not may_read_directory(signed_in(request), on=clock.today()):
        raise Http404


def editor_of_directory(request: HttpRequest) -> None:
    """Lets those pass who add units: the administrator, and clerks and leaders; others get 404."""
    reader_of_directory(request)
