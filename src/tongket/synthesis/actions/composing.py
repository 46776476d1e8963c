"""A run: the report composed anew from the reviews of now; what a person wrote, moved, left out, vouched for stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.synthesis.actions.placing import place_statements
from tongket.synthesis.actions.recommending import gather_recommendations
from tongket.synthesis.actions.reports import kept_report
from tongket.synthesis.actions.sourcing import put_sources
from tongket.synthesis.composing import compose
from tongket.synthesis.models import Passage, PassageChange, Report, Section
from tongket.synthesis.ordering import placed
from tongket.synthesis.queries.material import material_of
from tongket.synthesis.queries.stored import figures_as_json
from tongket.synthesis.rules import Origin
from tongket.synthesis.values import Part
from tongket.synthesis.values import Passage as Fresh


@dataclass(slots=True)
class Run:
    """What a run did, in numbers of sentences."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    news: int = 0


@dataclass(slots=True)
class _Work:
    """The rows of a run as they are settled, written at its end all at once."""

    now: datetime
    run: Run = field(default_factory=Run)
    new: list[Passage] = field(default_factory=list)
    touched: list[Passage] = field(default_factory=list)
    changes: list[PassageChange] = field(default_factory=list)
    fresh: dict[str, Fresh] = field(default_factory=dict)


@transaction.atomic
def compose_report(*, conference: Conference, by: User | None, now: datetime) -> Run:
    """Places statements, gathers recommendations and composes every section; `by` nobody is the program itself.

    An untouched sentence follows the data; beside an edited one the new composed text is kept and marked. A sentence
    that the program no longer has to say goes, unless a person's hand is on it. Seconds for thousands of reviews.
    """
    report = kept_report(conference, now=now)
    place_statements(conference=conference, now=now)
    gather_recommendations(conference=conference, now=now)
    parts = compose(material_of(conference, on=now.date()))
    work = _Work(now)
    sections = _sections(report, parts)
    rows = {row.slot: row for row in _rows(report) if row.slot}
    for part in _flat(parts):
        _part(sections[part.code], part, rows, work)
    _remove(report, rows, work)
    _write(work)
    _arrange(report, parts, sections)
    _settle(report, parts)
    report.composed_at, report.moved, report.moved_at = now, [], None
    report.revision += 1
    report.save(update_fields=["composed_at", "moved", "moved_at", "revision"])
    changes = {"added": work.run.added, "changed": work.run.changed, "removed": work.run.removed, "news": work.run.news}
    audit.record(verb="compose_report", subject=report, scope=conference, by=by, now=now, changes=changes)
    return work.run


def _rows(report: Report) -> Sequence[Passage]:
    return list(Passage.objects.filter(section__report=report).order_by("section__ordinal", "ordinal"))


def _flat(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _flat(part.parts)


def _sections(report: Report, parts: Sequence[Part]) -> dict[str, Section]:
    """The sections by code, as the skeleton has them now; a heading that a run changes is the program's own."""
    known = {row.code: row for row in report.sections.all()}
    upper = {below.code: part.code for part in _flat(parts) for below in part.parts}
    for ordinal, part in enumerate(_flat(parts), 1):
        row = known.get(part.code) or Section(report=report, code=part.code)
        row.heading, row.clause, row.ordinal = part.heading[:300], part.clause[:80], ordinal
        row.upper = known.get(upper.get(part.code, ""))
        row.save()
        known[part.code] = row
    return known


def _part(section: Section, part: Part, rows: dict[str, Passage], work: _Work) -> None:
    for fresh in part.passages:
        work.fresh[fresh.slot] = fresh
        row = rows.get(fresh.slot)
        if row is None:
            work.new.append(_new(section, fresh, len(work.new)))
            work.run.added += 1
        elif row.origin == Origin.COMPOSED:
            _follow(row, section, fresh, work)
        else:
            _tell(row, fresh, work)


def _new(section: Section, fresh: Fresh, turn: int) -> Passage:
    return Passage(
        section=section,
        slot=fresh.slot,
        ordinal=1_000_000 + turn,
        layer=fresh.layer,
        text=fresh.text,
        composed=fresh.text,
        figures=figures_as_json(fresh.figures),
        clause=fresh.clause[:80],
    )


def _follow(row: Passage, section: Section, fresh: Fresh, work: _Work) -> None:
    """An untouched sentence says what the data say now, and stands where the skeleton puts it."""
    if row.text != fresh.text:
        work.changes.append(PassageChange(passage=row, before=row.text, after=fresh.text, made_at=work.now))
        work.run.changed += 1
        row.text = row.composed = fresh.text
        row.revision += 1
    row.figures, row.clause, row.has_news = figures_as_json(fresh.figures), fresh.clause[:80], False
    if not row.is_moved:
        row.section = section
    work.touched.append(row)


def _tell(row: Passage, fresh: Fresh, work: _Work) -> None:
    """Beside a person's sentence the program's new one is kept; the person's is not touched."""
    if row.composed == fresh.text:
        return
    row.composed, row.has_news = fresh.text, True
    work.run.news += 1
    work.touched.append(row)


def _remove(report: Report, rows: dict[str, Passage], work: _Work) -> None:
    """Sentences that the program no longer says go, but for those a person's hand is on."""
    gone = [row for slot, row in rows.items() if slot not in work.fresh]
    chosen = set(
        Passage.objects.filter(section__report=report, sources__chosen_by__isnull=False).values_list("pk", flat=True)
    )
    kept = [row for row in gone if _is_persons(row) or row.pk in chosen]
    for row in kept:
        row.composed, row.has_news = "", row.origin != Origin.COMPOSED
        work.touched.append(row)
    dropped = [row.pk for row in gone if row not in kept]
    Passage.objects.filter(pk__in=dropped).delete()
    work.run.removed = len(dropped)


def _is_persons(row: Passage) -> bool:
    """Whether a person wrote, moved, left out or vouched for it."""
    return bool(row.origin != Origin.COMPOSED or row.is_moved or row.is_left_out or row.vouched_at)


FIELDS = ("section", "text", "composed", "figures", "clause", "has_news", "revision")


def _write(work: _Work) -> None:
    Passage.objects.bulk_update(work.touched, FIELDS, batch_size=200)
    Passage.objects.bulk_create(work.new, batch_size=200)
    PassageChange.objects.bulk_create(work.changes, batch_size=200)
    put_sources([row for row in (*work.touched, *work.new) if row.slot in work.fresh], work.fresh)


def _arrange(report: Report, parts: Sequence[Part], sections: dict[str, Section]) -> None:
    """Numbers the sentences of each section anew, see `ordering.placed`."""
    standing: dict[int, list[Passage]] = {}
    for row in _rows(report):
        standing.setdefault(row.section_id, []).append(row)
    wanted = {part.code: [each.slot for each in part.passages] for part in _flat(parts)}
    moved: list[Passage] = []
    for section in sections.values():
        moved += _turned(standing.get(section.pk, []), wanted.get(section.code, []))
    Passage.objects.bulk_update(moved, ["ordinal"], batch_size=500)


def _turned(rows: list[Passage], slots: Sequence[str]) -> list[Passage]:
    """The sentences of one section whose turn changed, with their new numbers."""
    mine = {row.slot: row for row in rows if row.slot and not row.is_moved}
    ordered = [mine[slot] for slot in slots if slot in mine]
    changed = []
    for ordinal, row in enumerate(placed(rows, ordered), 1):
        if row.ordinal != ordinal:
            row.ordinal = ordinal
            changed.append(row)
    return changed


def _settle(report: Report, parts: Sequence[Part]) -> None:
    """Takes away sections that the skeleton no longer has and nobody wrote in."""
    codes = [part.code for part in _flat(parts)]
    report.sections.filter(passages=None, lower=None).exclude(code__in=codes).delete()
