"""Figures proposed from sentences: each number is given to the indicator whose name its own words fit best. Pure."""

import re
from collections.abc import Iterator, Sequence

from tongket.core.text import fold_tones
from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.candidates import ALSO, ONE_YEAR, RANGE, SAO, Candidate
from tongket.reviews.reports.likeness import Wanted, terms_of
from tongket.reviews.reports.measures import Counted, counted, dimension_of, in_measure
from tongket.reviews.reports.numbers import Number, counts_in
from tongket.reviews.reports.spans import spoken_of
from tongket.reviews.reports.values import Line, Section
from tongket.reviews.reports.windows import Window, window_of
from tongket.reviews.rules import Kind
from tongket.reviews.values import Indicator, Outline, Place

# Sections whose numbers are wishes, or advice.
_WISHES = frozenset({Kind.PLANNED, Kind.RECOMMENDATION, Kind.LESSON})
_WISH = re.compile(
    r"\b(?:phấn đấu|mục tiêu|chỉ tiêu đề ra|dự kiến|kế hoạch đề ra|đề nghị|kiến nghị|sẽ)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:tăng|giảm|tăng thêm|tăng lên|giảm còn|vượt)\s*$", re.IGNORECASE)
_LEAST = 0.45
_NEAR = 0.9


def proposed_in(section: Section, wanted: Sequence[Wanted], outline: Outline) -> Iterator[Candidate]:
    """The candidates in the running text of a section; wishes and advice count nothing."""
    if section.kinds and section.kinds[0] in _WISHES:
        return
    for line in section.lines:
        if not line.cells:
            yield from _in_line(line, section.heading, wanted, outline)


def _in_line(line: Line, heading: str, wanted: Sequence[Wanted], outline: Outline) -> Iterator[Candidate]:
    for sentence in sentences_of(line.text):
        if _WISH.search(sentence):
            continue
        numbers = counts_in(sentence)
        for place, number in enumerate(numbers):
            if not _MORE.search(sentence[: number.begin]):
                window = window_of(sentence, numbers, place, heading)
                yield from _fitted(sentence, number, window, line, wanted, outline)


def _fitted(
    sentence: str, number: Number, window: Window, line: Line, wanted: Sequence[Wanted], outline: Outline
) -> Iterator[Candidate]:
    """The candidate of one number: none where no indicator fits, or its period is not asked."""
    what = counted(number, sentence)
    scored = sorted(((score_of(each, what, window), each.indicator) for each in wanted), key=lambda pair: -pair[0])
    spoken = spoken_of(sentence, number.begin, outline)
    if not scored or scored[0][0] < _LEAST or spoken.period is None or what.is_each:
        return
    score, indicator = scored[0]
    doubt, values = "", {}
    if len(scored) > 1 and scored[1][0] >= _NEAR * score:
        doubt, values = ALSO, {"other": scored[1][1].name}
    elif number.upper is not None and what.upper is not None:
        doubt, values = RANGE, {"value": in_measure(what.value, indicator), "other": in_measure(what.upper, indicator)}
    elif what.is_doubtful:
        doubt = SAO
    elif spoken.year is not None:
        doubt, values = ONE_YEAR, {"year": spoken.year}
    yield Candidate(
        indicator.code, spoken.period.code, in_measure(what.value, indicator), number.written, number.about,
        sentence, Place(line.page, line.block), score, doubt, dict(values),
    )  # fmt: skip


def score_of(wanted: Wanted, what: Counted, window: Window) -> float:
    """How well a number fits an indicator, 0 to 1: nothing where another thing is measured."""
    indicator = wanted.indicator
    if dimension_of(indicator)[0] != what.dimension or not _counts(what, indicator):
        return 0.0
    own = terms_of(indicator.measure) if what.dimension == "count" else frozenset[str]()
    weights = {term: weight for term, weight in wanted.weights.items() if term not in own} or wanted.weights
    total = sum(weights.values())
    return sum(weight * window.nearness.get(term, 0.0) for term, weight in weights.items()) / total


def _counts(what: Counted, indicator: Indicator) -> bool:
    """Whether what is counted is what the indicator counts: its measure, or the thing its name begins with."""
    if what.dimension != "count":
        return True
    noun, measure = fold_tones(what.noun), fold_tones(indicator.measure)
    if not noun:
        return False
    if noun == measure or noun.startswith(f"{measure} "):
        return True
    head = noun.split()[:2]
    said, asked = terms_of(" ".join(noun.split()[:4])), terms_of(indicator.name) | terms_of(indicator.measure)
    in_name = f" {' '.join(head)} " in f" {fold_tones(indicator.name)} ".replace(",", "")
    return (len(head) == 2 and in_name) or bool(
        {term for term in said if "_" in term} & asked & terms_of(indicator.measure)
    )
