"""Search inside one conference, whatever the accents: units, duties, clauses of the plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tongket.conferences.access import Rights
from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import short_name
from tongket.conferences.queries.plan_page import clauses_of, latest_version
from tongket.core.text import fold
from tongket.plans.plan import Clause
from tongket.units.models import Unit

MOST = 50
# The most signs of what is asked that are looked at.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Assigned:
    """What one clause gives to one or more units, told once by its first duty; `owers` are numbers with units."""

    label: str
    duty: Duty
    text: str
    owers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What matched, in the order of the plan; `is_cut` says that there was more."""

    units: tuple[Unit, ...] = ()
    assigned: tuple[Assigned, ...] = ()
    clauses: tuple[Clause, ...] = ()
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing matched."""
        return not (self.units or self.assigned or self.clauses)


def find(conference: Conference, rights: Rights, asked: str) -> Found:
    """Everything of the conference whose words hold all asked words; a reader of one unit finds only its duties."""
    wanted = fold(asked).split()
    if not wanted:
        return Found()
    clauses = [each for each in clauses_of(latest_version(conference)) if _holds(f"{each.heading} {each.text}", wanted)]
    rows = Duty.objects.filter(conference=conference).select_related("unit").order_by("clause", "unit_name", "pk")
    seen = [duty for duty in rows if rights.may_see_unit(duty.unit_id)]
    units = list(dict.fromkeys(duty.unit for duty in seen if duty.unit and _holds(_names(duty.unit), wanted)))
    assigned = together((duty for duty in seen if _holds(_words(duty), wanted)), conference.host)
    is_cut = max(len(units), len(assigned), len(clauses)) > MOST
    return Found(tuple(units[:MOST]), tuple(assigned[:MOST]), tuple(clauses[:MOST]), is_cut)


def together(duties: Iterable[Duty], host: Unit) -> list[Assigned]:
    """Duties of one kind, clause and wording as one line, in the order they come, units named as in the tables."""
    found: dict[tuple[str, str, int, str], list[Duty]] = {}
    for duty in duties:
        found.setdefault((duty.kind, duty.clause, duty.plan_ordinal, duty.text), []).append(duty)
    return [Assigned(_label(same[0].kind), same[0], same[0].text, _owers(same, host)) for same in found.values()]


def _owers(duties: Iterable[Duty], host: Unit) -> tuple[tuple[int, str], ...]:
    return tuple((duty.pk, short_name(duty.unit, host, duty.unit_name)) for duty in duties)


def _label(kind: str) -> str:
    return _(KINDS[kind].label) if kind in KINDS else kind


def _names(unit: Unit) -> str:
    return f"{unit.name} {unit.short_name}"


def _words(duty: Duty) -> str:
    names = _names(duty.unit) if duty.unit else ""
    return f"{_label(duty.kind)} {duty.unit_name} {names} {duty.text} {duty.clause}"


def _holds(text: str, wanted: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)
