"""The board of themes: each with how many units stand behind it, and the statements of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, QuerySet

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement
from tongket.reviews.rules import KIND_WORDS, Kind
from tongket.synthesis.models import Placement, Theme
from tongket.synthesis.queries.heard import standing_statements
from tongket.synthesis.queries.naming import in_sentence, where
from tongket.synthesis.queries.themes import theme_values, themes_of
from tongket.synthesis.themes.leading import leading
from tongket.synthesis.themes.reasons import reasons

SHOWN_UNPLACED, SHOWN_UNSURE, SHOWN_MOST = 40, 20, 300
# Below so much a proposal is laid before a person, the least first.
UNSURE = 0.45


@dataclass(frozen=True, slots=True)
class Column:
    """A theme with its numbers; `share` is how much of the bar beside it is filled, in per cent."""

    theme: Theme
    units: int
    statements: int
    by_person: int
    share: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the board shows it; `why` are key phrases of its theme in it, `led` other words that led there."""

    row: Statement
    where: str
    kind: str
    why: str
    is_persons: bool
    theme: Theme | None
    led: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All themes of a conference, those that most units speak of first, and what belongs to none."""

    columns: tuple[Column, ...]
    empty: tuple[Theme, ...]
    unplaced: tuple[Said, ...]
    unplaced_number: int
    unsure: tuple[Said, ...]
    number: int
    units: int


def board_of(conference: Conference) -> Board:
    """The board; five queries."""
    standing = standing_statements(conference)
    placed = Placement.objects.filter(statement__in=standing, theme__isnull=False)
    rows = placed.values("theme").annotate(
        units=Count("statement__review__unit", distinct=True), number=Count("pk"), persons=Count("placed_by")
    )
    numbers = {row["theme"]: row for row in rows}
    themes = themes_of(conference.host)
    units = standing.values("review__unit").distinct().count()
    columns = [_column(theme, numbers[theme.pk], units) for theme in themes if theme.pk in numbers]
    loose = standing.filter(placement__theme=None)
    unsure = standing.filter(placement__theme__isnull=False, placement__placed_by=None, placement__score__lt=UNSURE)
    return Board(
        columns=tuple(sorted(columns, key=lambda each: (-each.units, -each.statements, each.theme.ordinal))),
        empty=tuple(theme for theme in themes if theme.pk not in numbers),
        unplaced=said_of(loose.order_by("kind", "review__unit__sort_key", "pk")[:SHOWN_UNPLACED]),
        unplaced_number=loose.count(),
        unsure=said_of(unsure.order_by("placement__score", "pk")[:SHOWN_UNSURE]),
        number=sum(row["number"] for row in numbers.values()),
        units=units,
    )


def _column(theme: Theme, row: Mapping[str, Any], units: int) -> Column:
    return Column(theme, row["units"], row["number"], row["persons"], row["units"] * 100 // max(units, 1))


def said_of(rows: QuerySet[Statement]) -> tuple[Said, ...]:
    """Statements with where they stand and why they were proposed.

    One query, three where words other than key phrases led somewhere.
    """
    said = [_said(row) for row in rows.select_related("review__unit", "placement__theme__host")]
    led = _led([each for each in said if each.theme and not each.why and not each.is_persons])
    return tuple(replace(each, led=led.get(each.row.pk, "")) for each in said)


def _led(said: Sequence[Said]) -> dict[int, str]:
    """The words that led statements to their themes, by the statement's number."""
    hosts = {each.theme.host_id: each.theme.host for each in said if each.theme}
    if not hosts:
        return {}
    themes = [theme for host in hosts.values() for theme in theme_values(themes_of(host))]
    found = leading([(each.row.text, each.theme.code if each.theme else "") for each in said], themes)
    return {each.row.pk: ", ".join(words) for each, words in zip(said, found, strict=True)}


def _why(row: Statement, placement: Placement) -> str:
    """The phrases that speak for the theme it is proposed for, as they stand in it; a person's choice needs none."""
    theme = placement.theme
    if theme is None or placement.placed_by_id is not None:
        return ""
    return ", ".join(reasons(row.text, (theme.name, *theme.phrases)))


def _said(row: Statement) -> Said:
    placement = row.placement if hasattr(row, "placement") else None
    return Said(
        row,
        where(in_sentence(row.review.unit), row.page),
        KIND_WORDS[Kind(row.kind)],
        _why(row, placement) if placement else "",
        placement is not None and placement.placed_by_id is not None,
        placement.theme if placement else None,
    )


def statements_under(conference: Conference, theme: Theme) -> tuple[Said, ...]:
    """The statements of a theme, by kind and unit; one query."""
    rows = standing_statements(conference).filter(placement__theme=theme)
    return said_of(rows.order_by("kind", "review__unit__sort_key", "pk")[:SHOWN_MOST])


def chosen_statements(conference: Conference, keys: Sequence[int]) -> list[Statement]:
    """Those of these statements that stand in this conference."""
    return list(standing_statements(conference).filter(pk__in=keys))
