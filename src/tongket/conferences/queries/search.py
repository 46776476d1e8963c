"""Search inside one conference, whatever the accents: clauses of the plan, duties, units."""

from dataclasses import dataclass

from tongket.conferences.access import Rights
from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.plan_page import clauses_of, latest_version
from tongket.core.text import fold
from tongket.plans.plan import Clause

MOST = 50


@dataclass(frozen=True, slots=True)
class Found:
    """What matched, in the order of the plan; `is_cut` says that there was more."""

    clauses: tuple[Clause, ...] = ()
    duties: tuple[Duty, ...] = ()
    is_cut: bool = False


def find(conference: Conference, rights: Rights, asked: str) -> Found:
    """Everything of the conference whose words hold all asked words; a reader of one unit finds only its duties."""
    wanted = fold(asked).split()
    if not wanted:
        return Found()
    clauses = [each for each in clauses_of(latest_version(conference)) if _holds(f"{each.heading} {each.text}", wanted)]
    rows = Duty.objects.filter(conference=conference).select_related("unit").order_by("clause", "unit_name")
    seen = [duty for duty in rows if rights.may_see_unit(duty.unit_id)]
    duties = [duty for duty in seen if _holds(f"{duty.unit_name} {duty.unit or ''} {duty.text} {duty.clause}", wanted)]
    return Found(tuple(clauses[:MOST]), tuple(duties[:MOST]), len(clauses) > MOST or len(duties) > MOST)


def _holds(text: str, wanted: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)
