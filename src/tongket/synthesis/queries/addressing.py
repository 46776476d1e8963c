"""Which unit of the directory is meant by an addressee read from a recommendation (`UBND thành phố`)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tongket.core.text import fold
from tongket.synthesis.themes.addressees import Places, addressee_key
from tongket.units.models import Unit

SURE = 92


def places_of(host: Unit) -> Places:
    """The host's place and those above it, as recommendations speak of them; a query for each one above."""
    return Places(host.place_kind, tuple(_places(host)))


def _places(unit: Unit | None) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    while unit is not None:
        if unit.place and unit.place_kind and unit.place_kind not in seen:
            yield unit.place_kind, unit.place
        seen.add(unit.place_kind)
        unit = unit.parent


@dataclass(frozen=True, slots=True)
class Finder:
    """The directory as addressees speak of it: units by the key of each of their names, and every name folded."""

    host: int
    places: Places
    units: Mapping[int, Unit]
    keys: Mapping[str, frozenset[int]]
    called: Mapping[tuple[int, str], str]

    def unit_called(self, name: str) -> Unit | None:
        """The unit that is called so beyond doubt, None where none or several are or it is the host."""
        wanted = fold(name)
        if not wanted:
            return None
        same = self.keys.get(addressee_key(name, self.places), frozenset())
        if len(same) == 1:
            return self._but_host(same)
        found = process.extract(wanted, self.called, scorer=fuzz.ratio, score_cutoff=SURE, limit=5)
        return self._but_host({key[0] for _text, score, key in found if score == found[0][1]})

    def _but_host(self, found: Collection[int]) -> Unit | None:
        only = next(iter(found)) if len(found) == 1 else self.host
        return self.units[only] if only != self.host else None


def finder_of(host: Unit) -> Finder:
    """The whole directory, read and folded once for all addressees; two queries and those of `places_of`."""
    units = {row.pk: row for row in Unit.objects.prefetch_related("aliases").order_by("pk")}
    places, keys = places_of(host), defaultdict[str, set[int]](set)
    named = [(pk, name) for pk, row in units.items() for name in _names(row)]
    for pk, name in named:
        keys[addressee_key(name, places)].add(pk)
    folded = {(pk, name): fold(name) for pk, name in named}
    return Finder(host.pk, places, units, {key: frozenset(found) for key, found in keys.items()}, folded)


def _names(row: Unit) -> list[str]:
    return [row.name, *([row.short_name] if row.short_name else []), *(alias.name for alias in row.aliases.all())]
