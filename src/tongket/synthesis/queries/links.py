"""Where a source can be looked at: the review it stands in, the figures, the theme, the exemplar."""

from collections.abc import Iterable

from django.urls import reverse

from tongket.conferences.models import Conference
from tongket.reviews.models import Figure, Review, Statement, Tally
from tongket.synthesis.models import PassageSource
from tongket.synthesis.rules import SourceSort

Key = tuple[str, int]


def links_of(conference: Conference, sources: Iterable[PassageSource]) -> dict[Key, str]:
    """The address of each source by sort and number; one query a sort."""
    wanted: dict[str, set[int]] = {}
    for source in sources:
        wanted.setdefault(source.sort, set()).add(source.key)
    found: dict[Key, str] = {}
    for sort, model in ((SourceSort.STATEMENT, Statement), (SourceSort.FIGURE, Figure)):
        rows = model._default_manager.filter(pk__in=wanted.get(sort, ()))
        for key, unit in rows.values_list("pk", "review__unit_id"):
            found[sort, key] = _review(conference, unit)
    for key, unit in Review.objects.filter(pk__in=wanted.get(SourceSort.REVIEW, ())).values_list("pk", "unit_id"):
        found[SourceSort.REVIEW, key] = _review(conference, unit)
    tallies = Tally.objects.filter(pk__in=wanted.get(SourceSort.TALLY, ()))
    for key, code, period in tallies.values_list("pk", "indicator__code", "period__code"):
        address = reverse("synthesis:figures", args=[conference.pk])
        found[SourceSort.TALLY, key] = f"{address}?indicator={code}&period={period}#parts"
    for key in wanted.get(SourceSort.THEME, ()):
        found[SourceSort.THEME, key] = reverse("synthesis:theme", args=[conference.pk, key])
    for key in wanted.get(SourceSort.EXEMPLAR, ()):
        found[SourceSort.EXEMPLAR, key] = reverse("exemplars:exemplar", args=[conference.pk, key])
    for key in wanted.get(SourceSort.EARLIER, ()):
        found[SourceSort.EARLIER, key] = reverse("synthesis:recommendation", args=[key])
    return found


def _review(conference: Conference, unit_id: int) -> str:
    return reverse("reviews:review", args=[conference.pk, unit_id])
