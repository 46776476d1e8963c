"""The report of a conference as it is printed now: sentences that are not left out, annexes, who vouches."""

from collections.abc import Sequence

from tongket.core.dates import plain_day
from tongket.synthesis.models import Passage, PassageSource, Section
from tongket.synthesis.printing import Chapter, Printed, body, figures_annex, models_annex, sources_annex
from tongket.synthesis.queries.draft import Examined
from tongket.synthesis.rules import SourceSort

# Official text, Vietnamese like the report.
SOURCE_WORDS: dict[str, str] = {SourceSort.THEME: "chủ đề", SourceSort.EXEMPLAR: "mô hình"}


def markdown_of(examined: Examined, sections: Sequence[Section], *, with_sources: bool) -> str:
    """The body and its annexes; empty while nothing was composed."""
    chapters = chapters_of(examined.rows, sections)
    annexes = [figures_annex(examined.material.totals), models_annex(examined.material.models)]
    if with_sources:
        annexes.append(sources_annex(chapters))
    return "\n\n".join(part for part in (body(chapters), *annexes) if part)


def chapters_of(rows: Sequence[Passage], sections: Sequence[Section]) -> tuple[Chapter, ...]:
    """The sections in order, two deep, without what was left out."""
    said: dict[int, list[Printed]] = {}
    for row in rows:
        if not row.is_left_out:
            said.setdefault(row.section_id, []).append(_printed(row))
    shown = [each for each in sections if not each.is_left_out]
    return tuple(_chapter(each, shown, said) for each in shown if each.upper_id is None)


def _chapter(section: Section, shown: Sequence[Section], said: dict[int, list[Printed]]) -> Chapter:
    below = tuple(_chapter(each, shown, said) for each in shown if each.upper_id == section.pk)
    return Chapter(section.heading, tuple(said.get(section.pk, ())), below)


def _printed(row: Passage) -> Printed:
    return Printed(row.text, tuple(_named(each) for each in row.sources.all() if each.where), vouched_words(row))


def _named(source: PassageSource) -> str:
    """A source as the annex names it: a theme and a model are no units."""
    sort = SOURCE_WORDS.get(source.sort)
    return f"{sort} “{source.where}”" if sort else source.where


def vouched_words(row: Passage) -> str:
    """Who answers for a sentence, as the annex prints it; official text, Vietnamese like the report."""
    if row.vouched_by is None or row.vouched_at is None:
        return ""
    reason = f": {row.vouched_because}" if row.vouched_because else ""
    return f"{row.vouched_by.name} chịu trách nhiệm, ngày {plain_day(row.vouched_at.date())}{reason}"
