"""The reviews of a conference as the office's list shows them, on any day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tongket.conferences.models import Conference
from tongket.reviews.models import Review
from tongket.reviews.queries.coverage import Covered, covered_by
from tongket.reviews.queries.outline import asked_indicators, outline_of
from tongket.reviews.queries.progress import Level, Standing, level_of, progress
from tongket.reviews.rules import ReviewState

FILTERS: Mapping[str, frozenset[ReviewState]] = {
    "waiting": frozenset({ReviewState.SUBMITTED}),
    "missing": frozenset({ReviewState.NOT_BEGUN, ReviewState.WORKING}),
    "returned": frozenset({ReviewState.RETURNED}),
    "accepted": frozenset({ReviewState.ACCEPTED}),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of the list: where its review stood, and how much of what is asked it says now."""

    standing: Standing
    covered: Covered


@dataclass(frozen=True, slots=True)
class ReviewList:
    """The rows that were asked for, how many each filter has, the level as a whole, and how much is asked."""

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    shown: str
    level: Level
    figures_asked: int
    questions_asked: int
    on: date | None


def reviews_of(
    conference: Conference, *, shown: str = "", on: date | None = None, under: Review | None = None
) -> ReviewList:
    """The list in the order of the directory; a constant number of queries."""
    standings = progress(conference, on=on, under=under)
    outline = outline_of(conference)
    covered = covered_by([each.review.pk for each in standings if each.review is not None])
    rows = tuple(Row(each, _covered(each, covered)) for each in standings)
    wanted = FILTERS.get(shown)
    return ReviewList(
        rows=tuple(row for row in rows if wanted is None or row.standing.state in wanted),
        counts={name: sum(row.standing.state in states for row in rows) for name, states in FILTERS.items()},
        shown=shown if shown in FILTERS else "",
        level=level_of(standings),
        figures_asked=len(asked_indicators(outline)),
        questions_asked=len(outline.questions),
        on=on,
    )


def _covered(standing: Standing, covered: Mapping[int, Covered]) -> Covered:
    return covered.get(standing.review.pk, Covered()) if standing.review is not None else Covered()


def rows_as_json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows as the JSON interface gives them."""
    return [
        {
            "unit_id": row.standing.unit.pk,
            "unit": row.standing.unit.name,
            "state": row.standing.state.value,
            "confirmed": row.standing.is_confirmed,
            "counts": row.standing.counts,
            "due_on": row.standing.due_on,
            "came_on": row.standing.came_on,
            "late": row.standing.days_late,
            "figures": row.covered.figures,
            "proposed": row.covered.proposed,
            "answers": row.covered.answers,
            "below": {"owed": row.standing.below.owed, "delivered": row.standing.below.delivered},
        }
        for row in rows
    ]
