"""Who may read and change the directory: people of a unit, for that unit and those below it."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.units.directory import Directory
from tongket.units.models import Membership, Role, Unit

DECIDING = (Role.CLERK, Role.LEADER)


def _running(day: date) -> Q:
    return Q(ended_on__isnull=True) | Q(ended_on__gte=day)


def memberships_on(user: User, day: date) -> QuerySet[Membership]:
    """The memberships that give `user` rights on `day`."""
    return Membership.objects.filter(_running(day), person__user=user)


def line_of(unit: Unit) -> list[Unit]:
    """The unit and those above it, nearest first."""
    line: list[Unit] = []
    at: Unit | None = unit
    while at is not None and at not in line:
        line.append(at)
        at = at.parent
    return line


def decides(user: User, *, on: date) -> bool:
    """Whether `user` keeps any part of the directory: the administrator, and clerks and leaders of any unit."""
    return user.is_admin or memberships_on(user, on).filter(role__in=DECIDING).exists()


def may_read_directory(user: User, *, on: date) -> bool:
    """Whether `user` sees all units: who keeps a part of it, and everybody of a unit that has an office of its own."""
    clerk = Membership.objects.filter(_running(on), unit=OuterRef("unit"), role=Role.CLERK)
    reads = Q(role__in=DECIDING) | Q(Exists(clerk))
    return user.is_admin or memberships_on(user, on).filter(reads).exists()


def is_of(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` is one of the unit's people."""
    return memberships_on(user, on).filter(unit=unit).exists()


def may_edit(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` changes this unit: the administrator, and clerks and leaders of it or of a unit above it."""
    return user.is_admin or memberships_on(user, on).filter(role__in=DECIDING, unit__in=line_of(unit)).exists()


def may_add_below(user: User, parent: Unit | None, *, on: date) -> bool:
    """Whether `user` adds units below `parent`; those that stand below none are the administrator's."""
    return user.is_admin if parent is None else may_edit(user, parent, on=on)


def may_see_people(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` sees the unit's people and their phones: its own people, and those of a unit above it.

    Clerks and leaders also see whom to call in other bodies of their own place, and in the units below these.
    """
    line = line_of(unit)
    sees = Q(unit__in=line)
    for each in line:
        if each.place:
            sees |= Q(role__in=DECIDING, unit__place_kind=each.place_kind, unit__place=each.place)
    return user.is_admin or memberships_on(user, on).filter(sees).exists()


def may_edit_people(user: User, unit: Unit, *, on: date) -> bool:
    """Whether `user` keeps the unit's people: whoever edits the unit, and the unit's own people."""
    return may_edit(user, unit, on=on) or is_of(user, unit, on=on)


def may_edit_person(user: User, membership: Membership, *, on: date) -> bool:
    """Whether `user` changes this person; a plain member leaves clerks and leaders alone, but for themselves."""
    if may_edit(user, membership.unit, on=on):
        return True
    return is_plain_for(user, membership) and is_of(user, membership.unit, on=on)


def is_plain_for(user: User, membership: Membership) -> bool:
    """Whether a plain member of the same unit may change this line: another plain member's, or their own."""
    return membership.role == Role.MEMBER or membership.person.user_id == user.pk


def let_in_by(user: User, memberships: Iterable[Membership], *, on: date) -> set[int]:
    """The keys of the memberships whose people `user` may give a way in.

    Never into an account that may more than `user` does: an administrator's, or one with a place elsewhere.
    """
    asked = [each for each in memberships if user.is_admin or not (each.person.user and each.person.user.is_admin)]
    if user.is_admin:
        return {each.pk for each in asked}
    places: dict[int, set[int]] = {each.person_id: {each.unit_id} for each in asked}
    others = Membership.objects.filter(_running(on), person__in=places).values_list("person_id", "unit_id")
    for person_id, unit_id in others:
        places[person_id].add(unit_id)
    units = Unit.objects.select_related("parent").filter(pk__in=set().union(*places.values()))
    kept = {unit.pk for unit in units if may_edit(user, unit, on=on)}
    return {each.pk for each in asked if places[each.person_id] <= kept}


def may_let_in(user: User, membership: Membership, *, on: date) -> bool:
    """Whether `user` gives this person a way in."""
    return membership.pk in let_in_by(user, [membership], on=on)


def held_keys(user: User, directory: Directory, *, on: date) -> frozenset[str]:
    """The keys of the units in `directory` that `user` may change; one query."""
    if user.is_admin:
        return frozenset(record.key for record in directory)
    mine = {str(key) for key in memberships_on(user, on).filter(role__in=DECIDING).values_list("unit_id", flat=True)}
    return frozenset(
        record.key
        for record in directory
        if record.key in mine or any(above.key in mine for above in directory.above(record))
    )


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


def membership_for(request: HttpRequest, unit_id: int, membership_id: int) -> Membership:
    """A person's place in the unit, for whoever changes it; readers of the unit get 403."""
    unit = staffed_unit_for(request, unit_id)
    membership = unit.memberships.select_related("person__user", "unit__parent").filter(pk=membership_id).first()
    if membership is None:
        raise Http404
    if not may_edit_person(signed_in(request), membership, on=clock.today()):
        raise PermissionDenied
    return membership


def let_in_for(request: HttpRequest, unit_id: int, membership_id: int) -> Membership:
    """As `membership_for`, for whoever edits the unit and may give this person a way in; others get 403."""
    membership = membership_for(request, unit_id, membership_id)
    user, today = signed_in(request), clock.today()
    if not (may_edit(user, membership.unit, on=today) and may_let_in(user, membership, on=today)):
        raise PermissionDenied
    return membership


def reader_of_directory(request: HttpRequest) -> None:
    """Lets readers of the whole directory pass; others get 404."""
    if not may_read_directory(signed_in(request), on=clock.today()):
        raise Http404


def editor_of_directory(request: HttpRequest) -> None:
    """Lets those pass who keep a part of the directory; readers get 403, others 404."""
    reader_of_directory(request)
    if not decides(signed_in(request), on=clock.today()):
        raise PermissionDenied
