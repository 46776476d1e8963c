"""Passages of a paper that stand in another one too: of this conference, or of an earlier one of the same host."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction

from tongket.conferences.models import Conference
from tongket.core.text import clean
from tongket.papers.copying.index import Index, Passage
from tongket.papers.models import Paper, PaperVersion, PassageIndex
from tongket.papers.values import Origin, Source


@dataclass(frozen=True, slots=True)
class Copied:
    """What was found: the passages, and what their keys (numbers of versions) stand for."""

    passages: tuple[Passage, ...] = ()
    sources: tuple[Source, ...] = ()


NOTHING_COPIED = Copied()


def copied_in(paper: Paper, text: str) -> Copied:
    """The passages of `text` that the papers of this host hold too, the paper's own versions aside.

    Of each other paper the version that counts is compared; five queries, whatever their number.
    """
    host_id = paper.duty.conference.host_id
    index = index_of(host_id)
    standing = PaperVersion.objects.filter(paper__duty__conference__host=host_id, evidence__taken_back_at=None)
    rows = standing.exclude(text="").order_by("ordinal").values_list("paper_id", "pk")
    counts = {paper_id: pk for paper_id, pk in rows if paper_id != paper.pk}
    passages = index.passages(text, but=frozenset(index.keys() - set(counts.values())))
    found = {passage.key for passage in passages}
    return Copied(tuple(passages), sources_of(found, paper.duty.conference))


def sources_of(keys: set[int], conference: Conference) -> tuple[Source, ...]:
    """What these versions are called: the unit and its topic; a paper of this conference, or of an earlier one."""
    rows = PaperVersion.objects.filter(pk__in=keys).select_related("paper__duty__unit", "paper__duty__conference")
    return tuple(_source(row, conference) for row in rows.defer("manuscript", "text").order_by("pk"))


def _source(version: PaperVersion, conference: Conference) -> Source:
    duty = version.paper.duty
    who = duty.unit.called if duty.unit else duty.unit_name
    if duty.conference_id == conference.pk:
        return Source(version.pk, clean(f"{who}: {version.paper}"), Origin.PAPER)
    return Source(version.pk, clean(f"{who}, {duty.conference.short_title}"), Origin.EARLIER)
