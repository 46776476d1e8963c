"""Which period a sentence speaks of. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.core.text import fold
from tongket.reviews.values import Outline, Period

_YEAR = re.compile(r"\bnăm\s*(?P<year>20\d\d|19\d\d)\b", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:từ\s+(?:năm\s+)?|giai đoạn\s+|nhiệm kỳ\s+|năm\s+)?(?P<first>20\d\d)\s*(?:-|–|đến(?:\s+năm)?)\s*(?:năm\s+)?"
    r"(?P<last>20\d\d)|(?:từ\s+)?(?:năm|tháng\s+\d+/)?\s*20\d\d\s+đến\s+nay",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"đến nay|hiện nay|hiện có|hiện đang|cả giai đoạn|cả kỳ|từ khi phát động|lũy kế|qua \d+ năm", re.IGNORECASE
)
_BESIDE = re.compile(r"(?:so với|bằng|so|hơn)\s+(?:cùng kỳ\s+)?$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:.](?:\s|$)|\d")
_WHOLE = re.compile(r"\b(?:luy ke|den nay|tong cong|ket qua|so luong|thuc hien|gia tri|so lieu|tong so|dat duoc)\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The period that is spoken of, None for one that nobody asks about; `year` where it is only a part of it."""

    period: Period | None
    year: int | None = None


def current_of(outline: Outline) -> Period | None:
    """The period that is asked, or the last one where none is marked."""
    return next((each for each in outline.periods if each.is_current), outline.periods[-1] if outline.periods else None)


def spoken_of(sentence: str, begin: int, end: int, outline: Outline) -> Spoken:
    """The period of the number that stands from `begin` to `end`: the last year or span named before it, else one right
    behind what it counts, else the current period. A year that is only compared with (`so với năm 2020`) is none.
    """
    current = current_of(outline)
    mentions = sorted(_mentions(sentence))
    before = [each for each in mentions if each[1] <= begin]
    after = [each for each in mentions if each[0] >= end and not _BREAK.search(sentence[end : each[0]])]
    if after and after[0][2]:
        return _of_year(after[0][2], outline, current)
    if before and before[-1][2]:
        return _of_year(before[-1][2], outline, current)
    return Spoken(current)


def _mentions(sentence: str) -> Iterator[tuple[int, int, int]]:
    """Where a year or a span is named: begin, end, and the year, 0 for a span."""
    taken = []
    for match in (*_RANGE.finditer(sentence), *_SINCE.finditer(sentence)):
        taken.append(match.span())
        yield *match.span(), 0
    for match in _YEAR.finditer(sentence):
        inside = any(first <= match.start() < last for first, last in taken)
        if not inside and not _BESIDE.search(sentence[: match.start()]):
            yield *match.span(), int(match["year"])


def _of_year(year: int, outline: Outline, current: Period | None) -> Spoken:
    own = next((each for each in outline.periods if each.first_on.year == each.last_on.year == year), None)
    if own is not None:
        return Spoken(own)
    if current is not None and current.first_on.year <= year <= current.last_on.year:
        return Spoken(current, year)
    return Spoken(None, year)


def period_of_heading(heading: str, outline: Outline) -> Period | None:
    """The period that a column's heading names: by its label, by a year or a span, or by words such as `lũy kế`."""
    said = fold(heading)
    for period in outline.periods:
        label = fold(period.label)
        if said and (label == said or label in said or (len(said) > 4 and said in label)):
            return period
    span = _RANGE.search(heading)
    if span and span["first"]:
        years = int(span["first"]), int(span["last"])
        return next((each for each in outline.periods if (each.first_on.year, each.last_on.year) == years), None)
    year = re.search(r"\b(20\d\d)\b", heading)
    if year and not span:
        return _of_year(int(year[1]), outline, current_of(outline)).period
    return current_of(outline) if span or _WHOLE.search(said) else None
