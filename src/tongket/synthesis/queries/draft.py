"""The whole report as the checks see it, and what they find: for pages, the command line and the document alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.findings import Finding, Result
from tongket.exemplars.queries import twins_of
from tongket.reviews.models import Figure, Period
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.outliers import outliers_of
from tongket.reviews.rules import FigureState, Gather
from tongket.synthesis.checks import examine
from tongket.synthesis.checks.values import Coverage, Doubt, Draft, Sentence, Sum
from tongket.synthesis.composing import compose
from tongket.synthesis.composing.values import Material, Total
from tongket.synthesis.models import Passage, Report
from tongket.synthesis.queries.backing import backing_of
from tongket.synthesis.queries.material import material_of
from tongket.synthesis.queries.stored import figures_of, source_of
from tongket.synthesis.rules import Layer, Origin
from tongket.synthesis.values import Part
from tongket.synthesis.values import Passage as Fresh


@dataclass(frozen=True, slots=True)
class Examined:
    """A report examined: what it was composed from, its sentences as rows, what each check says."""

    material: Material
    rows: tuple[Passage, ...]
    results: tuple[Result, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the checks."""
        return tuple(finding for result in self.results for finding in result.findings)


def examined(conference: Conference) -> Examined:
    """The report of a conference examined against the data of now; a constant number of queries."""
    material = material_of(conference, on=clock.today())
    report = Report.objects.filter(conference=conference).first()
    rows = passages_of(report) if report else ()
    return Examined(material, rows, examine(_draft(conference, report, material, rows)))


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Every sentence of a report in order with its sources; two queries."""
    wanted = Passage.objects.filter(section__report=report).select_related("section", "vouched_by")
    return tuple(wanted.prefetch_related("sources").order_by("section__ordinal", "ordinal", "pk"))


def fresh_of(parts: Sequence[Part]) -> Iterator[Fresh]:
    """Every passage that the program would write now."""
    for part in parts:
        yield from part.passages
        yield from fresh_of(part.parts)


def _draft(conference: Conference, report: Report | None, material: Material, rows: Iterable[Passage]) -> Draft:
    fresh = {each.slot: each for each in fresh_of(compose(material))}
    standing = [row for row in rows if not row.is_left_out and not row.section.is_left_out]
    sentences = tuple(_sentence(row, fresh) for row in standing)
    keys = {(source.sort, source.key) for each in sentences for source in each.sources}
    return Draft(
        sentences,
        backing_of(conference, keys),
        {total.key: Coverage(total.number, total.expected) for total in _totals(material)},
        tuple(_sums(material)),
        len(report.moved) if report else 0,
        report is not None and report.composed_at is not None,
        Figure.objects.filter(review__in=counted(conference), state=FigureState.PROPOSED, value__isnull=False).count(),
        tuple(_doubts(conference)),
        len(twins_of(conference.host)),
    )


def _doubts(conference: Conference) -> Iterator[Doubt]:
    """The figures of the current period that do not fit beside earlier ones or those of other units."""
    period = Period.objects.filter(outline__conference=conference, is_current=True).first()
    for each in outliers_of(conference, conference.host, period) if period else ():
        told = each.finding.values
        yield Doubt(
            each.name, str(told.get("name", told["indicator"])), each.finding.quote or str(told.get("written", ""))
        )


def _sentence(row: Passage, fresh: dict[str, Fresh]) -> Sentence:
    return Sentence(
        key=row.pk,
        heading=row.section.heading,
        text=row.text,
        origin=Origin(row.origin),
        slot=row.slot,
        layer=Layer(row.layer),
        sources=tuple(source_of(each) for each in row.sources.all()),
        figures=figures_of(row),
        composed=row.composed,
        fresh=fresh.get(row.slot) if row.slot else None,
        has_news=row.has_news,
        is_vouched=row.vouched_at is not None,
        clause=row.clause or row.section.clause,
    )


def _totals(material: Material) -> Iterator[Total]:
    for total in material.totals:
        yield total
        yield from total.parts


def _sums(material: Material) -> Iterator[Sum]:
    """Each total beside its units' figures, and beside its named parts where every part has one."""
    for total in _totals(material):
        told = total.indicator
        if told.gather is Gather.SUM:
            added = sum((each.value for each in total.shares), start=total.value * 0) - total.counted_twice
            yield Sum(told.code, told.name, total.value, added, clause=told.clause)
        if len(total.parts) > 1:
            parts = sum((each.value for each in total.parts), start=total.value * 0)
            yield Sum(told.code, told.name, total.value, parts, of_parts=True, clause=told.clause)
