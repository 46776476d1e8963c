"""Who may do what in a conference: rights come from a person's membership of the host or of an owing unit."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.units.access import memberships_on
from tongket.units.models import Role, Unit


@dataclass(frozen=True, slots=True)
class Rights:
    """What one person may do in one conference; `units` are the owing units the person belongs to."""

    is_host: bool
    is_clerk: bool
    is_leader: bool
    units: frozenset[int]
    is_called_off: bool = False

    @property
    def may_run(self) -> bool:
        """Whether the person decides: confirms facts, accepts, returns, sets days."""
        return self.is_clerk or self.is_leader

    def may_enter_for(self, unit_id: int | None) -> bool:
        """Whether the person enters, as the office, what came from another unit by another way."""
        return self.may_run and unit_id not in self.units

    @property
    def may_see_all(self) -> bool:
        """Whether the person sees every unit's duties."""
        return self.is_host

    def may_see_unit(self, unit_id: int | None) -> bool:
        """Whether the person sees what this unit owes and handed in."""
        return self.is_host or unit_id in self.units

    def may_hand_in(self, unit_id: int | None) -> bool:
        """Whether the person hands in for this unit: as one of its people, or for it as the office."""
        return self.may_run or unit_id in self.units

    def may_still_hand_in(self, unit_id: int | None) -> bool:
        """Whether pages offer that person to hand in: not for a conference that was called off."""
        return self.may_hand_in(unit_id) and not self.is_called_off


def rights_of(user: User, conference: Conference, *, on: date) -> Rights:
    """What `user` may do in `conference`; asks the database twice."""
    roles: dict[int, set[str]] = {}
    for unit_id, role in memberships_on(user, on).values_list("unit_id", "role"):
        roles.setdefault(unit_id, set()).add(role)
    at_host = roles.get(conference.host_id, set())
    owing = Duty.objects.filter(conference=conference, unit_id__in=roles).values_list("unit_id", flat=True).distinct()
    return Rights(
        is_host=bool(at_host),
        is_clerk=Role.CLERK in at_host,
        is_leader=Role.LEADER in at_host,
        units=frozenset(unit_id for unit_id in owing if unit_id is not None),
        is_called_off=conference.is_cancelled,
    )


def conferences_of(user: User, *, on: date) -> QuerySet[Conference]:
    """The conferences that `user` has a part in: as host or as one of the owing units."""
    mine = memberships_on(user, on).values("unit_id")
    owing = Duty.objects.filter(unit_id__in=mine).values("conference_id")
    return Conference.objects.filter(Q(host_id__in=mine) | Q(pk__in=owing))


def own_pages(user: User, *, on: date) -> tuple[frozenset[int], dict[int, int]]:
    """The units whose people `user` is of, and for each conference the one of them to begin with that owes there.

    That is the first that `user` leads, else the first. Two queries, whatever the number of conferences.
    """
    roles = set(memberships_on(user, on).values_list("unit_id", "role"))
    mine, led = frozenset(unit_id for unit_id, _role in roles), {key for key, role in roles if role == Role.LEADER}
    owing = Duty.objects.filter(unit_id__in=mine).values_list("conference_id", "unit_id").distinct()
    first: dict[int, int] = {}
    for conference_id, unit_id in owing:
        if unit_id is not None:
            both = (unit_id, first.get(conference_id, unit_id))
            first[conference_id] = min(both, key=lambda key: (key not in led, key))
    return mine, first


def may_start(user: User, *, on: date) -> bool:
    """Whether `user` may upload a plan: clerks and leaders of any unit, since any unit may host."""
    return memberships_on(user, on).filter(role__in=[Role.CLERK, Role.LEADER]).exists()


def may_host(user: User, unit_id: int, *, on: date) -> bool:
    """Whether `user` may make conferences that this unit holds: its clerks and leaders."""
    return memberships_on(user, on).filter(unit=unit_id, role__in=[Role.CLERK, Role.LEADER]).exists()


def leads(user: User, unit_id: int, *, on: date) -> bool:
    """Whether `user` is a leader of this unit, who stands behind what it hands in."""
    return memberships_on(user, on).filter(unit=unit_id, role=Role.LEADER).exists()


def work_of(user: User, *, on: date) -> tuple[int, int] | None:
    """The conference and the unit where the work of somebody lies who only owes something, None for anybody else.

    That is the one conference still to come, else the only one there is; people of a host choose from the list.
    """
    mine, owing = own_pages(user, on=on)
    there = conferences_of(user, on=on).filter(cancelled_at=None)
    if there.filter(host_id__in=mine).exists():
        return None
    ahead = list(there.filter(Q(held_on=None) | Q(held_on__gte=on)).values_list("pk", flat=True)[:2])
    found = ahead or list(there.values_list("pk", flat=True)[:2])
    return (found[0], owing[found[0]]) if len(found) == 1 else None


def conference_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """The conference with what the reader may do there; outsiders get 404, as if it did not exist."""
    conference = Conference.objects.select_related("host", "parent", "cancelled_by").filter(pk=conference_id).first()
    if conference is None:
        raise Http404
    rights = rights_of(signed_in(request), conference, on=clock.today())
    if not rights.is_host and not rights.units:
        raise Http404
    return conference, rights


def run_conference_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """As `conference_for`, for people who decide; readers get 403."""
    conference, rights = conference_for(request, conference_id)
    if not rights.may_run:
        raise PermissionDenied
    return conference, rights


def office_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """The conference for people of its host: what the office works at is nobody else's to see, so others get 404."""
    conference, rights = conference_for(request, conference_id)
    if not rights.is_host:
        raise Http404
    return conference, rights


def run_office_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """As `office_for`, for clerks and leaders; readers get 403."""
    conference, rights = office_for(request, conference_id)
    if not rights.may_run:
        raise PermissionDenied
    return conference, rights


def below_for(request: HttpRequest, conference_id: int, unit_id: int) -> tuple[Unit, Conference]:
    """The unit that may hold its own meeting below a conference, and that conference; others get 404."""
    conference, rights = conference_for(request, conference_id)
    if unit_id not in rights.units or not may_host(signed_in(request), unit_id, on=clock.today()):
        raise Http404
    return Unit.objects.get(pk=unit_id), conference


def duty_for(request: HttpRequest, duty_id: int) -> tuple[Duty, Rights]:
    """The duty with the reader's rights; people of other units get 404."""
    duty = Duty.objects.select_related("conference__host", "unit").filter(pk=duty_id).first()
    if duty is None:
        raise Http404
    rights = rights_of(signed_in(request), duty.conference, on=clock.today())
    if not rights.may_see_unit(duty.unit_id):
        raise Http404
    return duty, rights
