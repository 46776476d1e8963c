"""What units say, by theme and kind: counted in the database, the most telling statements carried along."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement as Row
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.tree import topmost
from tongket.reviews.rules import Kind
from tongket.synthesis.composing.values import Heard, Statement
from tongket.synthesis.models import Placement, Recommendation, Theme
from tongket.synthesis.queries.naming import in_sentence, where
from tongket.synthesis.queries.themes import as_said
from tongket.synthesis.themes import wording_of

CARRIED = 60
THEMES_MOST, THEMES_ENOUGH = 10, 5
LOOSE_MOST = 3
TELLING = (60, 220)
FEWEST_COMPARED, COMPARED_MOST = 3, 20
TOLD = (Kind.CONTEXT, Kind.RESULT, Kind.STRENGTH, Kind.SHORTCOMING, Kind.CAUSE, Kind.LESSON, Kind.PLANNED)
LOOSE = frozenset({Kind.STRENGTH, Kind.SHORTCOMING, Kind.CAUSE, Kind.LESSON, Kind.PLANNED})


def standing_statements(conference: Conference) -> QuerySet[Row]:
    """The statements in force of the reviews that count and go straight to the host."""
    return Row.objects.filter(is_gone=False, review__in=counted(conference).filter(topmost(conference)))


def statements_behind(conference: Conference, rows: Iterable[Recommendation]) -> dict[int, list[Row]]:
    """By recommendation the statements in force that make it, with their units, in order; two queries."""
    through = Recommendation.statements.through.objects.filter(recommendation__in=rows)
    pairs = list(through.values_list("recommendation_id", "statement_id").order_by("statement_id"))
    # The database finds them by its own list: one of thousands of keys would make it look through every statement.
    standing = standing_statements(conference).filter(pk__in=through.values("statement_id"))
    said = {row.pk: row for row in standing.select_related("review__unit")}
    mine: dict[int, list[Row]] = {}
    for key, statement in pairs:
        if statement in said:
            mine.setdefault(key, []).append(said[statement])
    return mine


def heard_of(conference: Conference) -> tuple[Heard, ...]:
    """For each kind its themes, most units first, and a few statements that belong to none; five queries."""
    placed = Placement.objects.filter(
        statement__in=standing_statements(conference), theme__isnull=False, statement__kind__in=TOLD
    )
    counts = placed.values("statement__kind", "theme").annotate(
        units=Count("statement__review__unit", distinct=True), number=Count("pk")
    )
    carried = _carried(placed)
    themes = Theme.objects.in_bulk({row["theme"] for row in counts})
    found = [
        _heard(Kind(row["statement__kind"]), themes[row["theme"]], row["units"], row["number"], carried)
        for row in counts
    ]
    return (*_most(found), *_loose(conference))


def _carried(placed: QuerySet[Placement]) -> dict[tuple[str, int], list[Row]]:
    """The statements that are carried for each kind and theme: those placed by a person and with the best score."""
    turn = Window(
        RowNumber(),
        partition_by=[F("statement__kind"), F("theme")],
        order_by=[F("placed_at").desc(nulls_last=True), F("score").desc(), F("statement")],
    )
    # Turns are given to keys alone: a nation's statements are not sorted with all that their rows hold.
    turned = placed.annotate(turn=turn).filter(turn__lte=CARRIED).order_by("turn")
    keys = list(turned.values_list("statement__kind", "theme", "statement"))
    rows = Row.objects.select_related("review__unit", "question").in_bulk([key for _kind, _theme, key in keys])
    carried: dict[tuple[str, int], list[Row]] = {}
    for kind, theme, key in keys:
        carried.setdefault((kind, theme or 0), []).append(rows[key])
    return carried


def _heard(kind: Kind, theme: Theme, units: int, number: int, carried: dict[tuple[str, int], list[Row]]) -> Heard:
    rows = most_telling(telling_first(carried.get((kind, theme.pk), [])))
    clauses = Counter(row.question.clause for row in rows if row.question and row.question.clause)
    clause = clauses.most_common(1)[0][0] if clauses else ""
    return Heard(kind, theme.code, theme.name, theme.pk, units, number, tuple(map(as_statement, rows)), clause)


def as_statement(row: Row) -> Statement:
    """A statement's row, with its review's unit, as the report quotes it."""
    unit = in_sentence(row.review.unit)
    return Statement(row.pk, row.review.unit_id, unit, row.text, where(unit, row.page))


def telling_first(rows: Iterable[Row]) -> list[Row]:
    """One statement of each unit before a second of any, those of a good length for a quotation first."""
    low, high = TELLING
    ranked = sorted(rows, key=lambda row: not low <= len(row.text) <= high)
    seen: Counter[int] = Counter()
    turned = []
    for row in ranked:
        turned.append((seen[row.review.unit_id], row))
        seen[row.review.unit_id] += 1
    return [row for _turn, row in sorted(turned, key=lambda pair: pair[0])]


def most_telling(rows: list[Row]) -> list[Row]:
    """The statement that says best what all of them say comes first."""
    if len(rows) < FEWEST_COMPARED:
        return rows
    compared = {row.pk: row for row in rows[:COMPARED_MOST]}
    best = wording_of(as_said(row) for row in compared.values())
    return [compared[best.key], *(row for row in rows if row.pk != best.key)]


def _most(found: list[Heard]) -> Iterator[Heard]:
    """The themes that most units speak of, no more than a section bears; those of one unit only to fill it."""
    for kind in TOLD:
        of_kind = [each for each in found if each.kind is kind and each.statements]
        ranked = sorted(of_kind, key=lambda each: (-each.units, -each.number, each.code))
        shared = [each for each in ranked if each.units > 1]
        yield from ranked[: min(THEMES_MOST, max(THEMES_ENOUGH, len(shared)))]


def _loose(conference: Conference) -> Iterator[Heard]:
    """Of each kind a few statements that belong to no theme, told in the unit's own words."""
    unplaced = standing_statements(conference).filter(kind__in=LOOSE, placement__theme=None)
    turn = Window(RowNumber(), partition_by=[F("kind")], order_by=[F("review__unit__sort_key"), F("pk")])
    rows = unplaced.annotate(turn=turn).filter(turn__lte=LOOSE_MOST).select_related("review__unit")
    by_kind: dict[str, list[Row]] = {}
    for row in rows.order_by("kind", "turn"):
        by_kind.setdefault(row.kind, []).append(row)
    for kind, said in by_kind.items():
        units = len({row.review.unit_id for row in said})
        yield Heard(Kind(kind), "", "", 0, units, len(said), tuple(map(as_statement, said)))
