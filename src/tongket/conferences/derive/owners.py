"""Who a name of the plan means: what a person said first, then collective names, then the directory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tongket.conferences.derive.drafts import OpenedName, OpenName
from tongket.core.text import clean
from tongket.units.collectives import open_collective
from tongket.units.directory import Directory
from tongket.units.names import match, split_units
from tongket.units.rules import UnitRecord


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owes: the key of a unit with its name, or None with the name as printed."""

    key: str | None
    name: str


@dataclass(slots=True)
class Owners:
    """Answers who a name means and gathers what a person must settle; the same name is answered once."""

    directory: Directory
    host: UnitRecord | None
    chosen: Mapping[str, tuple[str, ...]]
    open_names: dict[str, OpenName] = field(default_factory=dict)
    opened_names: dict[str, OpenedName] = field(default_factory=dict)
    answered: dict[str, tuple[Owner, ...]] = field(default_factory=dict)

    def of(self, name: str, clause: str | None) -> tuple[Owner, ...]:
        """The owners that `name` stands for, each once: a list of names, a collective name or a single unit."""
        found: dict[tuple[str | None, str], Owner] = {}
        for part in (name,) if clean(name) in self.chosen else split_units(name):
            for owner in self._one(clean(part), clause):
                found.setdefault((owner.key, "" if owner.key else owner.name), owner)
        return tuple(found.values())

    def keys_of(self, name: str, clause: str | None) -> frozenset[str]:
        """The keys of the units that `name` stands for."""
        return frozenset(owner.key for owner in self.of(name, clause) if owner.key)

    def host_owner(self) -> Owner:
        """The host as an owner; nameless where nobody knows who holds the conference."""
        return Owner(self.host.key, self.host.name) if self.host else Owner(None, "")

    def is_host(self, owner: Owner) -> bool:
        """Whether the owner holds the conference."""
        return self.host is not None and owner.key == self.host.key

    def _one(self, name: str, clause: str | None) -> tuple[Owner, ...]:
        if name not in self.answered:
            self.answered[name] = self._answer(name, clause)
        return self.answered[name]

    def _answer(self, name: str, clause: str | None) -> tuple[Owner, ...]:
        units = open_collective(name, self.directory, host=self.host)
        if name in self.chosen:
            picked = tuple(unit for key in self.chosen[name] if (unit := self.directory.get(key)) is not None)
            if units is not None:
                self.opened_names[name] = OpenedName(name, clause, picked)
            return tuple(Owner(unit.key, unit.name) for unit in picked)
        if units:
            self.opened_names[name] = OpenedName(name, clause, units)
            return tuple(Owner(unit.key, unit.name) for unit in units)
        found = match(name, self.directory, host=self.host)
        if found.unit is not None:
            return (Owner(found.unit.key, found.unit.name),)
        self.open_names[name] = OpenName(name, clause, found.candidates)
        return (Owner(None, name),)
