"""The recommendations of a conference as the report tells them."""

from collections.abc import Iterable

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement as Row
from tongket.synthesis.composing.values import Wish
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.heard import as_statement, standing_statements


def wishes_of(conference: Conference) -> tuple[Wish, ...]:
    """Those that are neither merged away nor left out, with their statements in force; three queries."""
    rows = list(
        Recommendation.objects.filter(conference=conference, merged_into=None, is_left_out=False).select_related(
            "addressed_to"
        )
    )
    through = Recommendation.statements.through.objects.filter(recommendation__in=rows)
    pairs = list(through.values_list("recommendation_id", "statement_id"))
    standing = standing_statements(conference).filter(pk__in={statement for _row, statement in pairs})
    said = {row.pk: row for row in standing.select_related("review__unit")}
    mine: dict[int, list[Row]] = {}
    for key, statement in pairs:
        if statement in said:
            mine.setdefault(key, []).append(said[statement])
    wishes = (_wish(row, mine.get(row.pk, ())) for row in rows)
    return tuple(wish for wish in wishes if wish.statements or wish.text)


def _wish(row: Recommendation, said: Iterable[Row]) -> Wish:
    turned = sorted(said, key=lambda each: (each.review.unit.sort_key, each.pk))
    statements = tuple(map(as_statement, turned))
    to = row.addressed_to.name if row.addressed_to else row.addressed_name
    units = len({each.unit for each in statements})
    return Wish(row.pk, row.text, to, units, statements)
