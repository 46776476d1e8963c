"""Which units right below the host were merged, split or new since an earlier period, as the report tells it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from tongket.conferences.models import Conference
from tongket.reviews.models import Review
from tongket.reviews.queries.tree import topmost
from tongket.reviews.rules import ReviewState
from tongket.reviews.tallying.lineage import Descent, Family, Past, past_of
from tongket.synthesis.composing.lineage import Change
from tongket.synthesis.queries.naming import in_sentence
from tongket.units.models import Unit

Links = tuple[Mapping[int, list[int]], Mapping[int, list[int]]]


def changes_since(conference: Conference, last_on: date) -> tuple[Change, ...]:
    """The units that became what they are after `last_on`; their own reports give the earlier figures.

    Three queries, one where no unit descends from another.
    """
    predecessors, successors = _links()
    if not predecessors:
        return ()
    units = _units(conference)
    known = {*predecessors, *successors, *units}
    there = set(Unit.objects.valid_on(last_on).filter(pk__in=known).values_list("pk", flat=True))
    young = {unit for unit in units if unit not in there and predecessors.get(unit)}
    family = Family(predecessors, successors, there)
    return tuple(_changes({unit: past_of(unit, family) for unit in young}, units, family))


def changes_between(conference: Conference, before: Conference) -> tuple[Change, ...]:
    """The same beside the units that owed the conference before a report; four queries."""
    links = _links()
    asked = Review.objects.filter(topmost(before), conference=before).exclude(state=ReviewState.EXCUSED)
    family = Family(*links, set(asked.values_list("unit", flat=True)))
    units = _units(conference)
    pasts = {unit: past_of(unit, family) for unit in units}
    return tuple(_changes(pasts, units, family))


def _units(conference: Conference) -> list[int]:
    owing = Review.objects.filter(topmost(conference), conference=conference).exclude(state=ReviewState.EXCUSED)
    return list(owing.order_by("unit__sort_key").values_list("unit", flat=True))


def _links() -> Links:
    predecessors: dict[int, list[int]] = {}
    successors: dict[int, list[int]] = {}
    for older, newer in Unit.successors.through.objects.order_by("pk").values_list("from_unit_id", "to_unit_id"):
        predecessors.setdefault(newer, []).append(older)
        successors.setdefault(older, []).append(newer)
    return predecessors, successors


def _changes(pasts: Mapping[int, Past], here: Collection[int], family: Family) -> Iterator[Change]:
    changed = {unit: past for unit, past in pasts.items() if past.descent is not Descent.SAME}
    wanted = {*changed, *(each for past in changed.values() for each in past.units)}
    names = {row.pk: in_sentence(row) for row in Unit.objects.filter(pk__in=wanted)} if changed else {}
    for unit, past in changed.items():
        gone = {each for before in past.units for each in family.successors.get(before, ())} - set(here) - {*past.units}
        yield Change(names[unit], past.descent, tuple(names[each] for each in past.units), is_whole=not gone)
