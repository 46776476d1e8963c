"""The themes of a host, and what is known of where statements belong."""

from collections.abc import Iterable, Iterator

from tongket.conferences.models import Conference
from tongket.core.lots import batched
from tongket.core.text import fold
from tongket.reviews.models import Statement as Row
from tongket.reviews.rules import Kind
from tongket.synthesis import values
from tongket.synthesis.models import Placement, Theme
from tongket.synthesis.themes.taxonomy import examples_of, is_still_shipped
from tongket.units.models import Unit

# What a person placed teaches the sorter; the latest few thousand say all there is to learn.
LEARNT_MOST = 5000
AT_ONCE = 500


def themes_of(host: Unit) -> list[Theme]:
    """The themes of a host that were not merged into another, in their order."""
    return list(Theme.objects.filter(host=host, merged_into=None).order_by("ordinal", "pk"))


def theme_named(host: Unit, name: str) -> Theme | None:
    """The host's theme of this name, however its accents and capitals were typed; one query."""
    return next((row for row in themes_of(host) if fold(row.name) == fold(name)), None)


def theme_values(rows: Iterable[Theme]) -> tuple[values.Theme, ...]:
    """Themes as the sorter takes them, with the shipped statements of theirs and of those merged into them; a query."""
    kept = list(rows)
    codes: dict[int | None, list[str]] = {row.pk: [row.code] for row in kept}
    for into, code in Theme.objects.filter(merged_into__in=kept).order_by("pk").values_list("merged_into", "code"):
        codes[into].append(code)
    return tuple(_theme_value(row, codes[row.pk]) for row in kept)


def _theme_value(row: Theme, codes: Iterable[str]) -> values.Theme:
    phrases = tuple(row.phrases)
    examples = tuple(each for code in codes if is_still_shipped(code, phrases) for each in examples_of(code))
    return values.Theme(row.code, row.name, phrases, tuple(Kind(kind) for kind in row.kinds), examples)


def as_said(row: Row) -> values.Said:
    """A statement, with its review, as the sorter takes it."""
    return values.Said(row.pk, row.text, Kind(row.kind), row.review.unit_id)


def learnt_of(host: Unit) -> list[tuple[values.Said, str]]:
    """What people of this host placed in any of its conferences, with the theme's code; one query."""
    rows = Placement.objects.filter(placed_by__isnull=False, theme__host=host, theme__merged_into=None)
    plain = ("statement", "statement__text", "statement__kind", "statement__review__unit", "theme__code")
    wanted = rows.order_by("-placed_at", "pk").values_list(*plain)[:LEARNT_MOST]
    return [(values.Said(key, text, Kind(kind), unit), code) for key, text, kind, unit, code in wanted]


def standing_of(conference: Conference, reviews: Iterable[int]) -> list[tuple[int, values.Said]]:
    """The statements in force of some reviews of a conference, each review's together; a query for each 500 reviews."""
    rows = Row.objects.filter(review__conference=conference, is_gone=False)
    pieces = (rows.filter(review__in=some) for some in batched(sorted(reviews), AT_ONCE))
    plain = ("pk", "text", "kind", "review", "review__unit")
    return [
        (review, values.Said(key, text, Kind(kind), unit))
        for piece in pieces
        for key, text, kind, review, unit in piece.order_by("review", "pk").values_list(*plain)
    ]


def texts_of(keys: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The words of statements by their keys."""
    for some in batched(keys, AT_ONCE):
        yield from Row.objects.filter(pk__in=some).order_by("pk").values_list("pk", "text")
