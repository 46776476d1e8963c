"""One sentence: its sources and findings, who wrote what, and what else could be its source."""

from dataclasses import dataclass

from django.db.models import Q

from tongket.core.text import fold
from tongket.reviews.models import Figure, Statement
from tongket.reviews.queries.counting import counted
from tongket.reviews.rules import KIND_WORDS, FigureState, Kind
from tongket.synthesis.models import Passage, PassageChange
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.queries.heard import standing_statements
from tongket.synthesis.queries.naming import in_sentence, where
from tongket.synthesis.queries.report_page import Shown, findings_by_passage, shown_of
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Source

OFFERED = 30


@dataclass(frozen=True, slots=True)
class PassagePage:
    """A sentence with its history, latest first."""

    shown: Shown
    changes: tuple[PassageChange, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What could be a source: `code` is how a form names it, `about` what sort of thing it is."""

    code: str
    where: str
    quote: str
    about: str
    is_chosen: bool = False


def passage_page(passage: Passage) -> PassagePage:
    """The sentence examined; a constant number of queries."""
    conference = passage.section.report.conference
    by_passage = findings_by_passage(examined(conference).findings)
    shown = shown_of(conference, [passage], by_passage, all_proofs=True)[0]
    changes = passage.changes.select_related("made_by").order_by("-made_at", "-pk")
    return PassagePage(shown, tuple(changes))


def offers_for(passage: Passage, search: str) -> list[Offer]:
    """The sentence's own sources, then what the search finds among statements and figures that count."""
    own = [Offer(f"{row.sort}:{row.key}", row.where, row.quote, "", is_chosen=True) for row in passage.sources.all()]
    taken = {each.code for each in own}
    found = [*_statements(passage, search), *_figures(passage, search)] if search else []
    return [*own, *(each for each in found if each.code not in taken)]


def _statements(passage: Passage, search: str) -> list[Offer]:
    """Statements that hold every word, or come from a unit of that name; accents are not asked for."""
    rows = standing_statements(passage.section.report.conference).select_related("review__unit").order_by("pk")
    wanted = fold(search).split()
    found = (row for row in rows.iterator() if _holds(f"{row.text} {row.review.unit.name}", wanted))
    return [_offer(row) for row, _turn in zip(found, range(OFFERED), strict=False)]


def _holds(text: str, wanted: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)


def _offer(row: Statement) -> Offer:
    stands = where(in_sentence(row.review.unit), row.page)
    return Offer(f"{SourceSort.STATEMENT}:{row.pk}", stands, row.text, KIND_WORDS[Kind(row.kind)])


def _figures(passage: Passage, search: str) -> list[Offer]:
    conference = passage.section.report.conference
    named = Q(indicator__name__icontains=search) | Q(review__unit__name__icontains=search)
    rows = Figure.objects.filter(
        named, review__in=counted(conference), state=FigureState.CONFIRMED, value__isnull=False
    )
    found = []
    for row in rows.select_related("review__unit", "indicator", "period")[:OFFERED]:
        stands = where(in_sentence(row.review.unit), row.page)
        quote = f"{row.indicator.name}: {row.written or row.value} {row.indicator.measure} ({row.period.label})"
        found.append(Offer(f"{SourceSort.FIGURE}:{row.pk}", stands, row.quote or quote, row.indicator.name))
    return found


def chosen_sources(passage: Passage, codes: list[str]) -> list[Source]:
    """The sources that a form names, with their words; what does not stand in this conference is left aside."""
    standing = {f"{row.sort}:{row.key}": row for row in passage.sources.all()}
    kept = [Source(SourceSort(row.sort), row.key, row.quote, row.where) for row in map(standing.get, codes) if row]
    new = [code for code in codes if code not in standing]
    conference = passage.section.report.conference
    rows = standing_statements(conference).filter(pk__in=_keys(new, SourceSort.STATEMENT))
    kept += [
        Source(SourceSort.STATEMENT, row.pk, row.text, where(in_sentence(row.review.unit), row.page))
        for row in rows.select_related("review__unit")
    ]
    figures = Figure.objects.filter(review__in=counted(conference), pk__in=_keys(new, SourceSort.FIGURE))
    kept += [
        Source(SourceSort.FIGURE, row.pk, row.quote or row.written, where(in_sentence(row.review.unit), row.page))
        for row in figures.select_related("review__unit")
    ]
    return kept


def _keys(codes: list[str], sort: SourceSort) -> list[int]:
    pairs = (code.partition(":") for code in codes)
    return [int(key) for name, _colon, key in pairs if name == sort and key.isdecimal()]
