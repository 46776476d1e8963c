"""Who gets a document, as its lines print them; all communes below the host are one line."""

from collections import defaultdict
from dataclasses import dataclass

from tongket.core import clock
from tongket.core.text import clean
from tongket.documents.kinds import Kind
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import RecipientRole
from tongket.units.models import Unit
from tongket.units.rules import COMMUNE_LEVEL, PlaceKind

FEWEST = 3
ORDER = {kind: place for place, kind in enumerate(COMMUNE_LEVEL)}
Group = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Receivers:
    """Names of those addressed and of those who get a copy, in order."""

    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


def receivers_of(document: Document, kind: Kind) -> Receivers:
    """The document's recipients; where nobody is addressed by name, full sets of communes are one line; two queries."""
    if document.pk is None:
        return _would_get(document, kind)
    rows = list(Recipient.objects.filter(document=document).select_related("unit").order_by("ordinal"))
    asked = [row for row in rows if row.role == RecipientRole.ADDRESSEE]
    copies = [row for row in rows if row.role == RecipientRole.COPY]
    named = tuple(row.name for row in asked) if kind.names_addressees else collapsed(asked)
    return Receivers(named, collapsed(copies))


def _would_get(document: Document, kind: Kind) -> Receivers:
    """Who would get a document that is only tried out."""
    named = [each for each in kind.addressees(document.conference, document.options) if not each.is_person]
    asked = [Recipient(unit=each.unit, name=each.name) for each in named]
    copies = [each.name for each in kind.copies(document.conference, document.options)]
    lines = tuple(row.name for row in asked) if kind.names_addressees else collapsed(asked)
    return Receivers(lines, tuple(copies))


def collapsed(rows: list[Recipient]) -> tuple[str, ...]:
    """The names, every full set of communes of one body as `… các xã, phường`; a set that lacks one stays apart."""
    groups: dict[Group, list[Recipient]] = defaultdict(list)
    for row in rows:
        if row.unit is not None and row.unit.place_kind in COMMUNE_LEVEL:
            groups[row.unit.parent_id, stem(row.unit)].append(row)
    full = {key for key, members in groups.items() if len(members) >= FEWEST and _is_full(key, members)}
    lines = [_line(row, full, groups) for row in rows]
    return tuple(dict.fromkeys(lines))


def stem(unit: Unit) -> str:
    """The unit's name without its place: `Ban Thường trực Ủy ban MTTQ Việt Nam`."""
    return clean(unit.name).removesuffix(f"{unit.place_kind} {unit.place}").strip()


def _is_full(key: Group, members: list[Recipient]) -> bool:
    """Whether these are all communes of that body below the same unit."""
    parent, name = key
    there = Unit.objects.valid_on(clock.today()).filter(parent=parent, place_kind__in=COMMUNE_LEVEL)
    return {unit.pk for unit in there if stem(unit) == name} <= {row.unit_id for row in members}


def _line(row: Recipient, full: set[Group], groups: dict[Group, list[Recipient]]) -> str:
    key = (row.unit.parent_id, stem(row.unit)) if row.unit is not None else None
    if key is None or key not in full:
        return row.name
    kinds = sorted({PlaceKind(each.unit.place_kind) for each in groups[key] if each.unit}, key=ORDER.__getitem__)
    return f"{key[1]} các {', '.join(kinds)}"
