"""Cuts what a unit wrote into statements, one thought each, in the unit's own words. Pure."""

from collections.abc import Iterator

from tongket.reviews.cutting.boilerplate import is_boilerplate, leads_on
from tongket.reviews.cutting.kinds import kind_of
from tongket.reviews.cutting.sentences import sentences_of, thoughts_of
from tongket.reviews.reports.lines import marked
from tongket.reviews.reports.values import Line, ReportRead, Section
from tongket.reviews.rules import Kind
from tongket.reviews.values import Cut, Place

# Below these a list's lead says whom or what each item is about, so it is kept before the item.
_LED = frozenset({Kind.RECOMMENDATION})
_LIST_MARKS = frozenset("-–—+*•●▪◦·❖➢✓")


def cut(
    text: str, *, kind: Kind, question: str = "", page: int | None = None, block: int | None = None
) -> tuple[Cut, ...]:
    """The statements of an answer: lines, sentences, and the parts of a sentence that stand alone.

    `kind` is what was asked; below results and circumstances the words may tell another.
    """
    lines = [Line(rest, block or 0, page, mark) for mark, rest in map(marked, text.splitlines()) if rest.strip()]
    section = Section("", (kind,), question, lines=tuple(lines))
    return tuple(_placed(each, page, block) for each in _in_section(section))


def cut_report(read: ReportRead) -> tuple[Cut, ...]:
    """The statements of a report, in its order; what stands before its first heading and in tables gives none."""
    return tuple(each for section in read.sections for each in _in_section(section) if section.kinds or section.level)


def _placed(each: Cut, page: int | None, block: int | None) -> Cut:
    return Cut(each.kind, each.text, each.question, Place(page, block))


def _in_section(section: Section) -> Iterator[Cut]:
    lead = section.heading if section.heading.lower().startswith(("đối với", "với ")) else ""
    for line in section.lines:
        if line.cells:
            continue
        if leads_on(line.text):
            lead = line.text.rstrip(": ")
            continue
        if lead and not line.mark and not section.heading.startswith(lead):
            lead = ""
        for thought in _thoughts(line):
            kind = kind_of(thought, section.kinds)
            led = f"{lead}: {thought}" if lead and kind in _LED else thought
            yield Cut(kind, led, section.question_of(kind), Place(line.page, line.block))


def _thoughts(line: Line) -> Iterator[str]:
    for sentence in sentences_of(line.text):
        if not is_boilerplate(sentence):
            parts = thoughts_of(sentence)
            yield from (part for part in parts if len(parts) == 1 or not is_boilerplate(part))
