"""Passages of a paper that stand in another one too: of this conference, or of an earlier one of the same host."""

from collections.abc import Collection
from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.core.text import clean
from tongket.documents.kinds.known import version_of
from tongket.papers.copying.index import Index
from tongket.papers.copying.stock import usual_phrases
from tongket.papers.copying.values import Passage
from tongket.papers.models import Paper, PaperVersion
from tongket.papers.passage_index import index_of
from tongket.papers.values import Origin, Source
from tongket.reviews.queries.reported import reported_words


@dataclass(frozen=True, slots=True)
class Copied:
    """What was found: the passages, and what their keys (numbers of versions) stand for."""

    passages: tuple[Passage, ...] = ()
    sources: tuple[Source, ...] = ()


NOTHING_COPIED = Copied()


def copied_in(paper: Paper, text: str) -> Copied:
    """The passages of `text` that the papers of this host hold too, or the unit's own review; its versions aside.

    Of each other paper the version that counts is compared; the words of the plan are everybody's.
    Twelve queries at most, whatever the number of papers.
    """
    conference = paper.duty.conference
    standing = PaperVersion.objects.filter(paper__duty__conference__host=conference.host_id)
    rows = standing.filter(evidence__taken_back_at=None).exclude(text="").order_by("ordinal")
    counts = {paper_id: str(pk) for paper_id, pk in rows.values_list("paper_id", "pk") if paper_id != paper.pk}
    held, plan = index_of(conference.host_id), plan_words(conference)
    but = frozenset(held.keys - set(counts.values()))
    found = held.index.passages(text, but=but, stock=(*usual_phrases(), plan))
    sources = sources_of({passage.key for passage in found}, conference)
    review = _in_review(paper, text)
    return Copied((*found, *review.passages), (*sources, *review.sources))


def sources_of(keys: Collection[str], conference: Conference) -> tuple[Source, ...]:
    """What these versions, by their numbers as text, are called: the unit, and its topic or the earlier conference."""
    rows = PaperVersion.objects.filter(pk__in=keys).select_related("paper__duty__unit", "paper__duty__conference")
    return tuple(_source(row, conference) for row in rows.defer("manuscript", "text").order_by("pk"))


def _source(version: PaperVersion, conference: Conference) -> Source:
    duty = version.paper.duty
    who = duty.unit.called if duty.unit else duty.unit_name
    if duty.conference_id == conference.pk:
        return Source(str(version.pk), clean(f"{who}: {version.paper}"), Origin.PAPER)
    return Source(str(version.pk), clean(f"{who}, {duty.conference.short_title}"), Origin.EARLIER)


def plan_words(conference: Conference) -> str:
    """The words of the plan in force, which every unit repeats; one query."""
    version = version_of(conference)
    return "\n".join(version.lines) if version else ""


def _in_review(paper: Paper, text: str) -> Copied:
    """The passages that the review which the unit handed in for this conference holds too."""
    duty = paper.duty
    said = reported_words(duty.conference_id, duty.unit.pk) if duty.unit else ""
    if duty.unit is None or not said:
        return NOTHING_COPIED
    key = f"review:{duty.unit.pk}"
    passages = Index([(key, said)]).passages(text)
    return Copied(tuple(passages), (Source(key, duty.unit.called, Origin.REVIEW),))
