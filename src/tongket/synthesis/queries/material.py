"""What a summary report is composed from, read from the reviews that count: values for `composing`."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from tongket.conferences.models import Conference
from tongket.exemplars.models import Adoption
from tongket.exemplars.queries import exemplars_in
from tongket.reviews.models import Mention, Review
from tongket.reviews.queries.children import Child, children_of
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.rules import Manner, ReviewState
from tongket.synthesis.composing.values import Coverage, Material, Model
from tongket.synthesis.queries.heard import heard_of
from tongket.synthesis.queries.naming import in_sentence
from tongket.synthesis.queries.own import own_of
from tongket.synthesis.queries.totals import totals_of
from tongket.synthesis.queries.wishes import wishes_of
from tongket.units.models import Unit

MOVEMENT = re.compile(r"phong trào(?: thi đua)?\s*“[^”]+”", re.IGNORECASE)
SHORT = re.compile(r"viết tắt[:\s]*\**\s*(phong trào(?: thi đua)?\s*“[^”]+”)", re.IGNORECASE)


def material_of(conference: Conference, *, on: date) -> Material:
    """All that the report of a conference stands on; a constant number of queries."""
    outline = outline_of(conference)
    totals = totals_of(conference)
    return Material(
        host=conference.host.name,
        movement=movement_of(conference),
        on=on,
        since=next((each.label for each in outline.periods if each.is_current), ""),
        coverage=coverage_of(conference),
        questions=outline.questions,
        heard=heard_of(conference),
        totals=totals,
        models=tuple(_models(conference)),
        wishes=wishes_of(conference),
        organisations=own_of(conference, totals),
    )


def movement_of(conference: Conference) -> str:
    """What the plan calls the movement for short, else what the conference's title calls it."""
    version = conference.plan_versions.order_by("-ordinal").first()
    told = " ".join(version.lines) if version else ""
    found = SHORT.search(told)
    named = MOVEMENT.search(conference.title) if found is None else None
    movement = found.group(1) if found else named.group() if named else ""
    return movement[:1].upper() + movement[1:] if movement else "Phong trào"


def owed_to_host(conference: Conference) -> list[Child]:
    """Who owes the host a review, begun or not, excused ones aside, in the order of their names."""
    return [each for each in children_of(conference, None) if each.state is not ReviewState.EXCUSED]


def coverage_of(conference: Conference) -> Coverage:
    """How many of the reviews that are owed to the host count, who is missing, how they were held."""
    owed = owed_to_host(conference)
    names = {unit.pk: in_sentence(unit) for unit in Unit.objects.filter(pk__in=[each.unit for each in owed])}
    standing = [each for each in owed if each.is_counted and each.review is not None]
    manners = Counter(Review.objects.filter(pk__in=[each.review for each in standing]).values_list("manner", flat=True))
    return Coverage(
        counted=len(standing),
        expected=len(owed),
        missing=tuple(names[each.unit] for each in owed if not each.is_counted),
        in_meeting=manners[Manner.MEETING],
        in_writing=manners[Manner.WRITING],
        reviews=tuple((each.review or 0, names[each.unit]) for each in standing),
    )


def _models(conference: Conference) -> Iterator[Model]:
    """The exemplars told for this conference that count, most told first."""
    told: dict[int, set[int]] = {}
    named = Mention.objects.filter(review__in=counted(conference), exemplar__isnull=False)
    for exemplar, into, review in named.values_list("exemplar_id", "exemplar__merged_into_id", "review_id"):
        told.setdefault(into or exemplar or 0, set()).add(review)
    rows = [row for row in exemplars_in(conference.pk) if row.pk in told]
    taken = Adoption.objects.filter(exemplar__in=rows).values_list("exemplar_id", flat=True)
    adopted = Counter(taken)
    for row in sorted(rows, key=lambda row: (-len(told[row.pk]), row.key, row.pk)):
        owner = in_sentence(row.owner) if row.owner else row.owner_name
        yield Model(row.pk, row.name, owner, row.place, row.result, row.field, adopted[row.pk], len(told[row.pk]))
