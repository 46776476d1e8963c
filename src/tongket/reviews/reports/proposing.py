"""Figures proposed from sentences: each number is given to the indicator whose name its own words fit best. Pure."""

import re
from collections.abc import Iterator, Sequence

from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.candidates import ALSO, ONE_YEAR, RANGE, SAO, Candidate
from tongket.reviews.reports.likeness import Wanted, key, terms_of, told
from tongket.reviews.reports.measures import Counted, counted, in_measure
from tongket.reviews.reports.numbers import Number, counts_in
from tongket.reviews.reports.spans import spoken_of
from tongket.reviews.reports.values import Line, Section
from tongket.reviews.reports.windows import Window, windows_of
from tongket.reviews.rules import Kind
from tongket.reviews.values import Indicator, Outline, Place

# Sections whose numbers are wishes, or advice.
_WISHES = frozenset({Kind.PLANNED, Kind.RECOMMENDATION, Kind.LESSON})
_WISH = re.compile(
    r"\b(?:phấn đấu|mục tiêu|chỉ tiêu đề ra|dự kiến|kế hoạch đề ra|đề nghị|kiến nghị|sẽ)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:tăng|giảm|tăng thêm|tăng lên|giảm còn|vượt)\s*$", re.IGNORECASE)
_LEAST = 0.45
# What describes the place (`Phường có 61 hộ nghèo`) is seldom what the unit did.
_PLACE, _LEAST_OF_PLACE = re.compile(r"đặc điểm|tình hình", re.IGNORECASE), 0.7
_NEAR = 0.9
_NAMED = 0.6
# What a measure that nobody shares (`ngày công`) says already.
_ONLY = 0.3


def proposed_in(section: Section, wanted: Sequence[Wanted], outline: Outline) -> Iterator[Candidate]:
    """The candidates in the running text of a section; wishes and advice count nothing."""
    if is_wished(section):
        return
    for line in section.lines:
        if not line.cells:
            yield from _in_line(line, section.heading, wanted, outline)


def is_wished(section: Section) -> bool:
    """Whether a section tells of what is to come, or gives advice."""
    return bool(section.kinds) and section.kinds[0] in _WISHES


def _in_line(line: Line, heading: str, wanted: Sequence[Wanted], outline: Outline) -> Iterator[Candidate]:
    least = _LEAST_OF_PLACE if _PLACE.search(heading) else _LEAST
    for sentence in sentences_of(line.text):
        numbers = () if _WISH.search(sentence) else counts_in(sentence)
        pairs = zip(numbers, windows_of(sentence, numbers, heading), strict=True)
        fitted = (_fitted(sentence, *pair, line, wanted, outline, least) for pair in pairs)
        yield from (each for each in fitted if each)


def _fitted(
    sentence: str,
    number: Number,
    window: Window,
    line: Line,
    wanted: Sequence[Wanted],
    outline: Outline,
    least: float,
) -> Candidate | None:
    """The candidate of one number: None where no indicator fits, its period is not asked, or it says how much more."""
    what = counted(number, sentence)
    fitting = (each for each in wanted if each.dimension == what.dimension)
    scored = sorted(((score_of(each, what, window), each.indicator) for each in fitting), key=lambda pair: -pair[0])
    spoken = spoken_of(sentence, number.begin, number.end, outline)
    if not scored or scored[0][0] < least or spoken.period is None or what.is_each:
        return None
    if _MORE.search(sentence[: number.begin]):
        return None
    score, indicator = scored[0]
    doubt, values = _doubt(what, spoken.year, indicator)
    if len(scored) > 1 and scored[1][0] >= _NEAR * score:
        doubt, values = ALSO, {"other": scored[1][1].name}
    return Candidate(
        indicator.code,
        spoken.period.code,
        in_measure(what.value, indicator),
        number.written,
        number.about,
        sentence,
        Place(line.page, line.block),
        score,
        doubt,
        values,
    )


def _doubt(what: Counted, year: int | None, indicator: Indicator) -> tuple[str, dict[str, object]]:
    """What a person should look at, and the values of its words; empty for nothing."""
    if what.upper is not None:
        return RANGE, {"value": in_measure(what.value, indicator), "other": in_measure(what.upper, indicator)}
    if what.is_doubtful:
        return SAO, {}
    return (ONE_YEAR, {"year": year}) if year is not None else ("", {})


def score_of(wanted: Wanted, what: Counted, window: Window) -> float:
    """How well a number fits an indicator, 0 to 1: nothing where another thing is measured.

    A number without a thing behind it (`Tổng số sáng kiến tiếp nhận: 38`) is taken where its own words name one.
    """
    if wanted.dimension != what.dimension:
        return 0.0
    share = wanted.share(window.nearness)
    if what.dimension != "count":
        return share
    if _counts(what.noun, wanted):
        return max(share, _ONLY + (1 - _ONLY) * share) if wanted.is_only else share
    own = told(window.own)
    is_named = wanted.said_measure in own or wanted.share(dict.fromkeys(terms_of(own), 1.0)) >= _NAMED
    is_bare = not what.noun or wanted.said_measure.startswith(told(what.noun).split()[0])
    return max(share, _LEAST) if is_bare and is_named else 0.0


def _counts(noun: str, wanted: Wanted) -> bool:
    """Whether what is counted is what the indicator counts: its measure, or the thing its name speaks of."""
    said = told(noun)
    if not said:
        return False
    if f"{said} ".startswith(f"{wanted.said_measure} ") or f"{key(noun)} ".startswith(f"{wanted.typed_measure} "):
        return True
    head = said.split()[:2]
    return len(head) > 1 and f" {' '.join(head)} " in f" {wanted.said_name} "
