"""The page of the report: outline at the left, one section's sentences with their sources and findings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.models import Conference
from tongket.core.findings import Finding, Level
from tongket.synthesis.composing.values import Coverage, Total
from tongket.synthesis.models import Passage, PassageSource, Report, Section
from tongket.synthesis.queries.draft import Examined, examined
from tongket.synthesis.queries.links import links_of
from tongket.synthesis.queries.printed import named_totals
from tongket.synthesis.queries.stored import figures_of
from tongket.synthesis.rules import Origin, SourceSort

PROOFS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Proof:
    """A source as it is shown: whose, its words, and where to look at it."""

    where: str
    quote: str
    address: str
    sort: str
    key: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence as the page shows it; `pieces` are stretches of its text, figures marked."""

    row: Passage
    pieces: tuple[tuple[str, bool], ...]
    tone: str
    label: str
    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...]
    more: int = 0

    @property
    def has_news(self) -> bool:
        """Whether the program has another sentence of its own for this place."""
        return bool(self.row.slot and self.row.composed and self.row.composed != self.row.text)

    @property
    def is_persons(self) -> bool:
        """Whether a person's words stand here."""
        return self.row.origin != Origin.COMPOSED


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A section in the outline: how many sentences it has with those below it, how many of them must be mended."""

    section: Section
    number: int
    must: int
    is_current: bool
    is_open: bool
    below: tuple["OutlineRow", ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The report with one section opened."""

    report: Report
    outline: tuple[OutlineRow, ...]
    section: Section | None
    sentences: tuple[Shown, ...]
    left_out: tuple[Passage, ...]
    coverage: Coverage
    number: int
    unsourced: int
    blockers: int
    general: tuple[Finding, ...]
    named: tuple[Total, ...]
    movable: tuple[Section, ...] = field(default=())

    @property
    def sourced(self) -> int:
        """How many sentences have a source or somebody who answers for them."""
        return self.number - self.unsourced


def report_page(conference: Conference, report: Report, *, wanted: str = "") -> ReportPage:
    """The report of a conference examined, with the section of code `wanted` opened; a constant number of queries."""
    found = examined(conference)
    sections = list(report.sections.order_by("ordinal"))
    by_passage = findings_by_passage(found.findings)
    section = _chosen(sections, wanted)
    rows = [row for row in found.rows if section and row.section_id == section.pk]
    standing = [row for row in found.rows if not row.is_left_out]
    return ReportPage(
        report=report,
        outline=tuple(_outline(sections, standing, by_passage, section)),
        section=section,
        sentences=shown_of(conference, [row for row in rows if not row.is_left_out], by_passage),
        left_out=tuple(row for row in rows if row.is_left_out),
        coverage=found.material.coverage,
        number=len(standing),
        unsourced=sum(1 for each in found.findings if each.code == "unsourced"),
        blockers=_blockers(found),
        general=tuple(each for each in found.findings if "passage" not in each.values),
        named=named_totals(found, [section] if section else []),
        movable=tuple(sections),
    )


def _blockers(found: Examined) -> int:
    return sum(1 for each in found.findings if each.level is Level.BLOCKER)


def findings_by_passage(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """The findings that speak of one sentence, under its number."""
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        key = finding.values.get("passage")
        if isinstance(key, int):
            found.setdefault(key, []).append(finding)
    return found


def _chosen(sections: Sequence[Section], wanted: str) -> Section | None:
    """The section asked for, else the first; one that only holds others opens the first of them."""
    first = next((each for each in sections if each.code == wanted), next(iter(sections), None))
    if first is None:
        return None
    below = next((each for each in sections if each.upper_id == first.pk), None)
    return below or first


def _outline(
    sections: Sequence[Section],
    rows: Sequence[Passage],
    by_passage: Mapping[int, list[Finding]],
    current: Section | None,
) -> Iterator[OutlineRow]:
    number: dict[int, int] = {}
    must: dict[int, int] = {}
    for row in rows:
        number[row.section_id] = number.get(row.section_id, 0) + 1
        if any(each.level is Level.BLOCKER for each in by_passage.get(row.pk, ())):
            must[row.section_id] = must.get(row.section_id, 0) + 1

    def line(section: Section) -> OutlineRow:
        below = tuple(line(each) for each in sections if each.upper_id == section.pk)
        is_current = current is not None and section.pk == current.pk
        return OutlineRow(
            section,
            number.get(section.pk, 0) + sum(each.number for each in below),
            must.get(section.pk, 0) + sum(each.must for each in below),
            is_current,
            is_current or any(each.is_current for each in below),
            below,
        )

    yield from (line(each) for each in sections if each.upper_id is None)


def shown_of(
    conference: Conference,
    rows: Sequence[Passage],
    by_passage: Mapping[int, list[Finding]],
    *,
    all_proofs: bool = False,
) -> tuple[Shown, ...]:
    """These sentences as a page shows them; one query for each sort of source among them."""
    sources = [source for row in rows for source in row.sources.all()]
    links = links_of(conference, sources)
    return tuple(_shown(row, tuple(by_passage.get(row.pk, ())), links, all_proofs=all_proofs) for row in rows)


def _shown(
    row: Passage, findings: tuple[Finding, ...], links: Mapping[tuple[str, int], str], *, all_proofs: bool
) -> Shown:
    sources = [each for each in row.sources.all() if each.sort != SourceSort.REVIEW] or list(row.sources.all())
    proofs = [
        Proof(each.where, each.quote, links.get((each.sort, each.key), ""), each.sort, each.key)
        for each in sorted(sources, key=lambda each: (each.quote == "", each.pk))
    ]
    shown = proofs if all_proofs else proofs[:PROOFS_SHOWN]
    return Shown(
        row,
        pieces_of(row),
        _tone(findings, row),
        _label(row, findings),
        findings,
        tuple(shown),
        len(proofs) - len(shown),
    )


def _tone(findings: Sequence[Finding], row: Passage) -> str:
    levels = {each.level for each in findings}
    if Level.BLOCKER in levels:
        return "bad"
    return "mix" if Level.APPROVAL in levels or row.vouched_at else ""


def _label(row: Passage, findings: Sequence[Finding]) -> str:
    """What stands beside a sentence: how much it stands on, or what is wrong with it."""
    codes = {each.code for each in findings}
    if "unsourced" in codes:
        return _("chưa có nguồn")
    if codes & {"figure_moved", "figure_unknown"}:
        return _("số không khớp")
    if "coverage_unstated" in codes:
        return _("chưa nói số đơn vị")
    if "source_gone" in codes:
        return _("nguồn đã rút")
    if "new_figures" in codes:
        return _("số liệu mới")
    if row.vouched_by is not None and not row.sources.all():
        return _("{name} nhận trách nhiệm").format(name=row.vouched_by.name)
    number = _behind(row)
    return ngettext("{n} nguồn", "{n} nguồn", number).format(n=number)


def _behind(row: Passage) -> int:
    """How many places of reviews stand behind it; a theme or a tally speaks through them."""
    sources: list[PassageSource] = list(row.sources.all())
    told = [each for each in sources if each.sort not in {SourceSort.THEME, SourceSort.TALLY}]
    return len(told) or len(sources)


def pieces_of(row: Passage) -> tuple[tuple[str, bool], ...]:
    """The text with the figures it was composed with marked, in order, each where it first stands."""
    rest, pieces = row.text, list[tuple[str, bool]]()
    printed = sorted({printed for printed, _source in figures_of(row).values()}, key=len, reverse=True)
    while rest:
        at, found = min(((_place(rest, each), each) for each in printed if _place(rest, each) >= 0), default=(-1, ""))
        if at < 0:
            break
        pieces += [(rest[:at], False), (found, True)]
        rest = rest[at + len(found) :]
    return tuple(piece for piece in (*pieces, (rest, False)) if piece[0])


def _place(text: str, number: str) -> int:
    """Where a number stands on its own, not within a longer one (`9` in `9,7`, `9.491`); -1 where it does not."""
    found = re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text)
    return found.start() if found else -1
