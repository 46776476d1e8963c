"""Which unit of the directory is meant by an addressee read from a recommendation (`UBND thành phố`)."""

from collections.abc import Iterator

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


def unit_called(host: Unit, name: str) -> Unit | None:
    """The unit that is called so beyond doubt, None where none or several are or it is the host; two queries."""
    wanted = fold(name)
    if not wanted:
        return None
    rows = list(Unit.objects.prefetch_related("aliases").order_by("pk"))
    places = places_of(host)
    key = addressee_key(name, places)
    same = [row for row in rows if key in {addressee_key(each, places) for each in _names(row)}]
    if len(same) == 1:
        return same[0] if same[0].pk != host.pk else None
    called = {(row.pk, key): fold(key) for row in rows for key in _names(row)}
    found = process.extract(wanted, called, scorer=fuzz.ratio, score_cutoff=SURE, limit=5)
    best = {key[0] for _text, score, key in found if score == found[0][1]}
    near = [row for row in rows if row.pk in best]
    return near[0] if len(near) == 1 and near[0].pk != host.pk else None


def _names(row: Unit) -> list[str]:
    return [row.name, *([row.short_name] if row.short_name else []), *(alias.name for alias in row.aliases.all())]
