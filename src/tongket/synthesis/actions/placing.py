"""Statements come under themes: proposed by the program, moved by a person, whose every move teaches it at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.reviews.models import Statement
from tongket.synthesis.actions.reports import kept_report
from tongket.synthesis.models import Placement, Theme
from tongket.synthesis.queries.themes import as_said, learnt_of, theme_values, themes_of, to_place
from tongket.synthesis.themes import taxonomy
from tongket.synthesis.themes.likeness import gather
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.values import Said
from tongket.units.models import Unit

# Up to so many statements are sorted anew with a person's move; above, the moved one's own likes at once, the rest
# with the next run.
AT_ONCE_MOST = 20_000


def shipped_themes(host: Unit) -> list[Theme]:
    """The host's themes; the shipped taxonomy becomes its own the first time."""
    rows = themes_of(host)
    if rows:
        return rows
    Theme.objects.bulk_create(
        Theme(
            host=host,
            code=each.code,
            name=each.name,
            phrases=list(each.phrases),
            kinds=[str(kind) for kind in each.kinds],
            ordinal=ordinal,
            is_shipped=True,
        )
        for ordinal, each in enumerate(taxonomy.load(), 1)
    )
    return themes_of(host)


@transaction.atomic
def place_statements(*, conference: Conference, reviews: Iterable[int] | None = None, now: datetime) -> int:
    """Proposes a theme for every statement nobody placed, of some reviews or of all; says how many it looked at.

    What a person placed stays. Over all reviews near-duplicates are gathered too.
    """
    del now
    themes = shipped_themes(conference.host)
    rows = to_place(conference, reviews)
    said = [as_said(row) for row in rows]
    sorter = Sorter(theme_values(themes), learnt_of(conference.host))
    groups = _groups(said) if reviews is None else {}
    _propose(sorter, said, {theme.code: theme.pk for theme in themes}, groups)
    return len(said)


def _groups(said: Sequence[Said]) -> dict[int, int]:
    """By statement the number of its near-duplicates' group: the lowest of their keys."""
    return {key: min(group) for group in gather(said) if len(group) > 1 for key in group}


def _propose(sorter: Sorter, said: Sequence[Said], themes: dict[str, int], groups: dict[int, int]) -> None:
    """Writes the proposals that differ from what stands."""
    keys = [each.key for each in said]
    standing = dict(_standing(keys))
    rows = []
    for placed in (sorter.place(each)[0] for each in said):
        theme = themes.get(placed.theme)
        group = groups.get(placed.key, 0)
        if standing.get(placed.key) != (theme, group):
            rows.append(
                Placement(
                    statement_id=placed.key, theme_id=theme, score=placed.score, why=list(placed.why), group=group
                )
            )
    Placement.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["statement"],
        update_fields=["theme", "score", "why", "group"],
        batch_size=500,
    )


def _standing(keys: Sequence[int]) -> Iterable[tuple[int, tuple[int | None, int]]]:
    """Where these statements stand now, read in pieces that every database takes."""
    for first in range(0, len(keys), 500):
        rows = Placement.objects.filter(statement__in=keys[first : first + 500])
        for statement, theme, group in rows.values_list("statement_id", "theme_id", "group"):
            yield statement, (theme, group)


@transaction.atomic
def move_statements(
    *, conference: Conference, statements: Sequence[Statement], theme: Theme | None, by: User, now: datetime
) -> Event:
    """A person puts statements under a theme, or under none; the proposals for the rest change at once."""
    kept_report(conference, now=now)
    for row in statements:
        Placement.objects.update_or_create(
            statement=row, defaults={"theme": theme, "score": 1, "why": [], "placed_by": by, "placed_at": now}
        )
    _learn(conference, now)
    note_themes_moved(conference, now=now)
    changes = {"statements": [row.pk for row in statements], "theme": theme.pk if theme else None}
    subject = theme or conference
    return audit.record(verb="move_statements", subject=subject, scope=conference, by=by, now=now, changes=changes)


def _learn(conference: Conference, now: datetime) -> None:
    """Proposes anew for all that nobody placed, where they are not too many for a person to wait."""
    rows = Statement.objects.filter(review__conference=conference, is_gone=False)
    if rows.count() <= AT_ONCE_MOST:
        place_statements(conference=conference, reviews=_reviews(conference), now=now)


def _reviews(conference: Conference) -> list[int]:
    return list(conference.reviews.values_list("pk", flat=True))


def note_themes_moved(conference: Conference, *, now: datetime) -> None:
    """The report no longer says what the themes say; a run mends it."""
    report = kept_report(conference, now=now)
    report.moved_at = now
    report.save(update_fields=["moved_at"])
