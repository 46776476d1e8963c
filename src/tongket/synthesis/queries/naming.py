"""What units are called within a sentence of the report, and where a source stands."""

from tongket.units.models import Unit
from tongket.units.rules import BodyType

# A Front committee reports for its place: within a sentence the place stands for it.
_PLACES = frozenset({BodyType.FRONT, BodyType.VILLAGE})


def in_sentence(unit: Unit) -> str:
    """`xã Tam Thăng` for the Front of a place, the whole name for everybody else."""
    if unit.body in _PLACES and unit.place and unit.place_kind:
        return f"{unit.place_kind} {unit.place}"
    return unit.name


def where(unit_name: str, page: int | None) -> str:
    """`Hội Nông dân thành phố, tr. 2`."""
    return f"{unit_name}, tr. {page}" if page else unit_name
