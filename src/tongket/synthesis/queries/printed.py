"""The report of a conference as it is printed now: sentences that are not left out, annexes, who vouches."""

from collections.abc import Iterable, Sequence

from tongket.core.dates import plain_day
from tongket.synthesis.composing.values import Total
from tongket.synthesis.models import Passage, PassageSource, Section
from tongket.synthesis.printing import (
    Chapter,
    Printed,
    body,
    drawings_annex,
    figures_annex,
    models_annex,
    sources_annex,
)
from tongket.synthesis.queries.draft import Examined
from tongket.synthesis.queries.drawn import Shown
from tongket.synthesis.rules import SourceSort

# Official text, Vietnamese like the report.
SOURCE_WORDS: dict[str, str] = {SourceSort.THEME: "chủ đề", SourceSort.EXEMPLAR: "mô hình"}


def markdown_of(examined: Examined, sections: Sequence[Section], *, shown: Shown, with_sources: bool) -> str:
    """The body and its annexes; empty while nothing was composed."""
    chapters = chapters_of(examined.rows, sections)
    annexes = [
        figures_annex(examined.material.totals),
        drawings_annex(shown.drawings, left_out=shown.left_out),
        models_annex(examined.material.models),
        sources_annex(chapters) if with_sources else "",
    ]
    return "\n\n".join(part for part in (body(chapters), *annexes) if part)


def named_totals(examined: Examined, sections: Iterable[Section]) -> tuple[Total, ...]:
    """The totals whose numbers stand in the sentences that are printed, or that a person chose as their sources."""
    printed = {each.pk for each in sections if not each.is_left_out}
    standing = [row for row in examined.rows if row.section_id in printed and not row.is_left_out]
    figures = [kept for row in standing for kept in row.figures.values()]
    chosen = [each for row in standing for each in row.sources.all() if each.chosen_by_id is not None]
    named = {kept["key"] for kept in figures if kept["sort"] == SourceSort.TALLY}
    named |= {each.key for each in chosen if each.sort == SourceSort.TALLY}
    return tuple(total for total in examined.material.totals if total.key in named)


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
