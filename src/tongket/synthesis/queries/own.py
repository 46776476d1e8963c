"""What each member organisation of the host tells of itself: its most telling result and its own figures."""

from collections.abc import Sequence

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement as Row
from tongket.reviews.rules import Kind
from tongket.reviews.values import Indicator
from tongket.synthesis.composing.values import Own, Share, Total
from tongket.synthesis.queries.heard import as_statement, standing_statements, telling_first
from tongket.synthesis.queries.naming import in_sentence
from tongket.units.rules import BodyType

ORGANISATIONS = (BodyType.POLITICAL_SOCIAL, BodyType.ASSOCIATION)
FIGURES_MOST = 3


def own_of(conference: Conference, totals: Sequence[Total]) -> tuple[Own, ...]:
    """The member organisations whose reviews count, by name; one query."""
    said = standing_statements(conference).filter(review__unit__body__in=ORGANISATIONS, kind=Kind.RESULT)
    by_unit: dict[int, list[Row]] = {}
    for row in said.select_related("review__unit").order_by("review__unit__sort_key", "pk"):
        by_unit.setdefault(row.review.unit_id, []).append(row)
    return tuple(_own(rows, totals) for rows in by_unit.values())


def _own(rows: list[Row], totals: Sequence[Total]) -> Own:
    unit = rows[0].review.unit
    name = in_sentence(unit)
    shares: list[tuple[Indicator, Share]] = [
        (total.indicator, share) for total in totals for share in total.shares if share.unit_name == name
    ]
    given = tuple(pair for pair in shares if pair[1].value)
    return Own(unit.pk, name, tuple(map(as_statement, telling_first(rows))), given[:FIGURES_MOST])
