"""A figure of the paper agrees with the unit's own review, once that counts; only what speaks of the same is compared.

The issue; figures and their indicators are read as in reports of units (`reviews.reports`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight
from tongket.papers.checks.speaking_of import Said, is_of_whole, words_asked
from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.candidates import Candidate
from tongket.reviews.reports.likeness import wanted_of
from tongket.reviews.reports.lines import lines_of
from tongket.reviews.reports.measures import dimension_of
from tongket.reviews.reports.numbers import Number, numbers_in
from tongket.reviews.reports.proposing import proposed_in
from tongket.reviews.reports.sections import sections_of
from tongket.reviews.reports.values import Section
from tongket.reviews.values import Figure, Indicator, Period, Reported

# How well the words of a figure must fit its indicator; a person looks at what is read in reports, nobody does here.
# Money is measured alike whatever it is for, so its words must say more.
_LEAST, _LEAST_OF_MONEY = 0.5, 0.6
# A rounded figure is no further off; one that says `gần`, `hơn` may be one of its own last digits away.
_ROUNDED = Decimal("0.05")
_WORD = re.compile(r"\s*[^\s,;.:()]+")
# The figure is below, or above, what stands with these words.
_AT_MOST = frozenset({"gần", "dưới"})
_AT_LEAST = frozenset({"hơn", "trên", "ít nhất", "tối thiểu", "không dưới"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the paper beside that of the review: `block` is where it stands, `written` has its measure."""

    block: int
    sentence: str
    written: str
    value: Decimal
    figure: Figure
    indicator: Indicator
    period: Period
    agrees: bool


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each figure that the paper gives otherwise than the review does.

    Silent where one sentence agrees, or where several give several: then they count parts.
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
    wanted, body = wanted_of(reported.outline), {place for place, _block in sight.body}
    for section in sections_of(lines_of(sight.manuscript), reported.outline):
        candidates = proposed_in(section, wanted, reported.outline)
        sure = (each for each in candidates if each.place.block in body and not each.doubt)
        yield from (found for each in sure for found in _beside(sight, each, section, reported))


def _beside(sight: Sight, candidate: Candidate, section: Section, reported: Reported) -> Iterator[Compared]:
    """The candidate beside the review's figure, nothing where there is none or it is not sure what it speaks of."""
    figure = _figure(candidate, reported)
    number = _number(candidate)
    if figure is None or figure.value is None or number is None:
        return
    indicator = next(each for each in reported.outline.indicators if each.code == candidate.indicator)
    period = next(each for each in reported.outline.periods if each.code == candidate.period)
    if candidate.score < (_LEAST_OF_MONEY if dimension_of(indicator)[0] == "money" else _LEAST):
        return
    said = Said(candidate.quote, number.begin, number.end, _before(candidate, section), section.heading)
    unit = sight.assignment.unit
    if is_of_whole(said, indicator, period, (unit.name, *unit.others), words_asked(reported.outline)):
        yield Compared(
            candidate.place.block or 0,
            candidate.quote,
            _with_measure(candidate, number, indicator),
            candidate.value,
            figure,
            indicator,
            period,
            _agree(candidate.value, figure.value, number, number.about or figure.about),
        )


def _figure(candidate: Candidate, reported: Reported) -> Figure | None:
    wanted = candidate.indicator, candidate.period
    return next((each for each in reported.figures if (each.indicator, each.period) == wanted), None)


def _number(candidate: Candidate) -> Number | None:
    """Where the figure stands in its sentence, None where the same is written twice."""
    found = [each for each in numbers_in(candidate.quote) if each.written == candidate.written]
    return found[0] if len(found) == 1 else None


def _before(candidate: Candidate, section: Section) -> tuple[str, ...]:
    """The sentences before this one in its paragraph."""
    text = next((line.text for line in section.lines if candidate.quote in line.text), "")
    return sentences_of(text[: text.find(candidate.quote)]) if text else ()


def _agree(value: Decimal, known: Decimal, number: Number, about: str) -> bool:
    """Whether both are one figure, as it is or rounded by either; `gần 500` is at most 500, `hơn 480` at least 480."""
    off, place = abs(value - known), _place(value, number)
    near = _ROUNDED * abs(known)
    if off == 0 or (off <= max(place, _last_digit(known)) / 2 and off <= near):
        return True
    below, above = (near if about in _AT_LEAST else place), (near if about in _AT_MOST else max(place, 2 * near))
    return bool(about) and value - max(below, near) <= known <= value + above


def _place(value: Decimal, number: Number) -> Decimal:
    """What the last digit that is no zero stands for, in the measure of `value`: 100 for `500 triệu`."""
    typed = number.value / number.scale
    return value * _last_digit(typed) / typed if typed else Decimal(0)


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


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
