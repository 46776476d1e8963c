"""Which unit of the directory is meant by an addressee read from a recommendation (`UBND thành phố`)."""

from rapidfuzz import fuzz, process

from tongket.core.text import fold
from tongket.units.models import Unit

SURE = 92


def unit_called(host: Unit, name: str) -> Unit | None:
    """The unit that is called so beyond doubt, None where none or several are; two queries."""
    wanted = fold(name)
    if not wanted:
        return None
    rows = list(Unit.objects.prefetch_related("aliases").order_by("pk"))
    called = {(row.pk, key): fold(key) for row in rows for key in _names(row)}
    found = process.extract(wanted, called, scorer=fuzz.ratio, score_cutoff=SURE, limit=5)
    best = {key[0] for _text, score, key in found if score == found[0][1]}
    near = [row for row in rows if row.pk in best]
    return near[0] if len(near) == 1 and near[0].pk != host.pk else None


def _names(row: Unit) -> list[str]:
    return [row.name, *([row.short_name] if row.short_name else []), *(alias.name for alias in row.aliases.all())]
