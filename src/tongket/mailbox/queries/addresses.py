"""Under which addresses a unit is reached: its own people, and its leader."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tongket.units.models import Membership, Role, Unit


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address and whose it is."""

    email: str
    name: str


@dataclass(frozen=True, slots=True)
class UnitAddresses:
    """Where a unit reads its mail: at its own address, else the first of its people who decide nothing; its leader."""

    own: Address | None = None
    leader: Address | None = None

    def wanted(self, *, to_leader: bool) -> tuple[Address, ...]:
        """To whom a reminder goes: to the unit; of the leader's rung to the leader, the unit as second."""
        chosen = (self.leader, self.own) if to_leader else (self.own or self.leader,)
        return tuple(dict.fromkeys(each for each in chosen if each is not None))


def addresses_of(unit_ids: Collection[int], *, on: date) -> dict[int, UnitAddresses]:
    """The addresses of each unit that has any; two queries, whatever their number."""
    running = Membership.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=on), unit__in=unit_ids)
    places = running.exclude(person__email="").select_related("person").order_by("pk")
    people: dict[int, dict[str, Address]] = defaultdict(dict)
    for place in places:
        people[place.unit_id].setdefault(place.role, Address(place.person.email, place.person.name))
    units = Unit.objects.filter(pk__in=unit_ids).only("email", "name")
    found = {unit.pk: _addresses(unit, people[unit.pk]) for unit in units}
    return {key: each for key, each in found.items() if each != UnitAddresses()}


def _addresses(unit: Unit, people: dict[str, Address]) -> UnitAddresses:
    shared = Address(unit.email, unit.name) if unit.email else None
    own = shared or people.get(Role.MEMBER) or people.get(Role.CLERK)
    return UnitAddresses(own, people.get(Role.LEADER))
