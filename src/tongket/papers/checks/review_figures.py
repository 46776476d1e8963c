"""A figure of the paper agrees with the unit's own review, once that counts; only what speaks of the same is compared.

The issue; figures and their indicators are read as in reports of units (`reviews.reports`).
"""

import re
from collections.abc import Iterator
from itertools import islice

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.above_tables import headings_around
from tongket.papers.checks.beside_review import Compared, agree, figure_of
from tongket.papers.checks.figures_in_tables import compared_in_tables
from tongket.papers.checks.sight import Sight
from tongket.papers.checks.speaking_of import Said, is_of_whole, words_asked
from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.candidates import Candidate
from tongket.reviews.reports.likeness import wanted_of
from tongket.reviews.reports.lines import lines_of
from tongket.reviews.reports.measures import dimension_of
from tongket.reviews.reports.numbers import Number, numbers_in
from tongket.reviews.reports.proposing import is_wished, proposed_in
from tongket.reviews.reports.sections import sections_of
from tongket.reviews.reports.values import Section
from tongket.reviews.values import Indicator, Reported

# How well the words of a figure must fit its indicator; a person looks at what is read in reports, nobody does here.
# Money is measured alike whatever it is for, so its words must say more.
_LEAST, _LEAST_OF_MONEY = 0.5, 0.6
_WORD = re.compile(r"\s*[^\s,;.:()]+")


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each figure that the paper gives otherwise than the review does.

    Silent where one place agrees, or where several give several: then they count parts.
    """
    found: dict[tuple[str, str], list[Compared]] = {}
    for each in compared(sight):
        found.setdefault((each.indicator.code, each.period.code), []).append(each)
    return tuple(
        _finding(sight, same[0])
        for same in found.values()
        if not any(each.agrees for each in same) and len({each.value for each in same}) == 1
    )


def compared(sight: Sight) -> Iterator[Compared]:
    """The figures of the paper that speak of the whole unit, and of a period that its review has a figure for."""
    reported = sight.known.reported
    if reported is None:
        return
    wanted, body = wanted_of(reported.outline), range(sight.anatomy.body, sight.anatomy.foot)
    asked = words_asked(reported.outline)
    sections = sections_of(lines_of(sight.manuscript), reported.outline)
    for place, section in enumerate(sections):
        candidates = proposed_in(section, wanted, reported.outline)
        sure = (each for each in candidates if each.place.block in body and not each.doubt)
        yield from (found for each in sure for found in _beside(sight, each, section, reported))
        if not is_wished(section):
            around = headings_around(sight, sections, place)
            in_tables = compared_in_tables(sight, section, around, wanted, reported, asked)
            yield from (each for each in in_tables if each.block in body)


def _beside(sight: Sight, candidate: Candidate, section: Section, reported: Reported) -> Iterator[Compared]:
    """The candidate beside the review's figure, nothing where there is none or it is not sure what it speaks of."""
    figure = figure_of(candidate.indicator, candidate.period, reported)
    number = _number(candidate)
    if figure is None or figure.value is None or number is None:
        return
    indicator = next(each for each in reported.outline.indicators if each.code == candidate.indicator)
    period = next(each for each in reported.outline.periods if each.code == candidate.period)
    if candidate.score < (_LEAST_OF_MONEY if dimension_of(indicator)[0] == "money" else _LEAST):
        return
    said = Said(candidate.quote, number.begin, number.end, _before(candidate, section), section.heading)
    unit = sight.assignment.unit
    if is_of_whole(said, indicator, period, unit.names, words_asked(reported.outline)):
        yield Compared(
            candidate.place.block or 0,
            candidate.quote,
            _with_measure(candidate, number, indicator),
            candidate.value,
            figure,
            indicator,
            period,
            agree(candidate.value, figure.value, number, number.about or figure.about),
        )


def _number(candidate: Candidate) -> Number | None:
    """Where the figure stands in its sentence, None where the same is written twice."""
    found = [each for each in numbers_in(candidate.quote) if each.written == candidate.written]
    return found[0] if len(found) == 1 else None


def _before(candidate: Candidate, section: Section) -> tuple[str, ...]:
    """The sentences before this one in its paragraph."""
    text = next((line.text for line in section.lines if candidate.quote in line.text), "")
    return sentences_of(text[: text.find(candidate.quote)]) if text else ()


def _with_measure(candidate: Candidate, number: Number, indicator: Indicator) -> str:
    """The figure with the words of its measure, as many as the indicator's has."""
    count = 1 if number.scale != 1 else len(indicator.measure.split()) or 1
    after = islice(_WORD.finditer(candidate.quote, number.end), count)
    return candidate.written + "".join(found[0] for found in after)


def _finding(sight: Sight, each: Compared) -> Finding:
    value = each.figure.value
    assert value is not None
    return Finding(
        "review-figures",
        Level.ADVICE,
        found=words("Bài ghi “{written}”, báo cáo của đơn vị ghi {value} {measure}."),
        wanted=words("“{name}”, {period}: một con số ở cả hai nơi."),
        where=sight.where(each.block),
        todo=words("Hỏi đơn vị số nào đúng, rồi sửa nơi sai."),
        quote=each.sentence,
        values={
            **sight.values(each.block, each.sentence),
            "written": each.written,
            "value": float(value),
            "measure": each.indicator.measure,
            "name": each.indicator.name,
            "period": each.period.label,
            "figure": [each.indicator.code, each.period.code],
        },
    )
