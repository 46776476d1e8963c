"""The themes of a host, and what is known of where statements belong."""

from collections.abc import Iterable

from tongket.conferences.models import Conference
from tongket.core.text import fold
from tongket.reviews.models import Statement as Row
from tongket.reviews.rules import Kind
from tongket.synthesis import values
from tongket.synthesis.models import Placement, Theme
from tongket.units.models import Unit

# What a person placed teaches the sorter; the latest few thousand say all there is to learn.
LEARNT_MOST = 5000


def themes_of(host: Unit) -> list[Theme]:
    """The themes of a host that were not merged into another, in their order."""
    return list(Theme.objects.filter(host=host, merged_into=None).order_by("ordinal", "pk"))


def theme_named(host: Unit, name: str) -> Theme | None:
    """The host's theme of this name, however its accents and capitals were typed; one query."""
    return next((row for row in themes_of(host) if fold(row.name) == fold(name)), None)


def theme_values(rows: Iterable[Theme]) -> tuple[values.Theme, ...]:
    """Themes as the sorter takes them."""
    return tuple(
        values.Theme(row.code, row.name, tuple(row.phrases), tuple(Kind(kind) for kind in row.kinds)) for row in rows
    )


def as_said(row: Row) -> values.Said:
    """A statement, with its review, as the sorter takes it."""
    return values.Said(row.pk, row.text, Kind(row.kind), row.review.unit_id)


def learnt_of(host: Unit) -> list[tuple[values.Said, str]]:
    """What people of this host placed in any of its conferences, with the theme's code; one query."""
    rows = Placement.objects.filter(placed_by__isnull=False, theme__host=host, theme__merged_into=None)
    wanted = rows.select_related("statement__review", "theme").order_by("-placed_at", "pk")[:LEARNT_MOST]
    return [(as_said(row.statement), row.theme.code) for row in wanted if row.theme]


def to_place(conference: Conference, reviews: Iterable[int] | None = None) -> list[Row]:
    """The statements in force that no person placed, of all reviews of a conference or of some."""
    rows = Row.objects.filter(review__conference=conference, is_gone=False)
    rows = rows.exclude(placement__placed_by__isnull=False)
    if reviews is not None:
        rows = rows.filter(review__in=list(reviews))
    return list(rows.select_related("review").order_by("pk"))
