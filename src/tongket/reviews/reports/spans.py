"""Which period a sentence speaks of. Pure."""

import re
from dataclasses import dataclass

from tongket.core.text import fold
from tongket.reviews.values import Outline, Period

_YEAR = re.compile(r"(?:năm|N\.)\s*(20\d\d|19\d\d)(?!\s*[-–]\s*(?:20|19)\d\d)(?!\s*đến)", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:từ\s+(?:năm\s+)?|giai đoạn\s+|nhiệm kỳ\s+|năm\s+)?(20\d\d)\s*(?:-|–|đến(?:\s+năm)?)\s*(?:năm\s+)?(20\d\d)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:so với|bằng|so)\s+(?:cùng kỳ\s+)?(?:năm|N\.)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The period that is spoken of, None for one that nobody asks about; `year` where it is only a part of it."""

    period: Period | None
    year: int | None = None


def current_of(outline: Outline) -> Period | None:
    """The period that is asked, or the last one where none is marked."""
    return next((each for each in outline.periods if each.is_current), outline.periods[-1] if outline.periods else None)


def spoken_of(sentence: str, place: int, outline: Outline) -> Spoken:
    """The period of the number at `place` of the sentence: the nearest year that is named, else the current one."""
    current = current_of(outline)
    ranges = [match.span() for match in _RANGE.finditer(sentence)]
    years = [
        match
        for match in _YEAR.finditer(sentence)
        if not any(a <= match.start() < b for a, b in ranges) and not _BESIDE.search(sentence[: match.start()])
    ]
    if not years:
        return Spoken(current)
    # A year is named before what it speaks of, or right behind it; of two, the nearer counts.
    nearest = min(years, key=lambda match: place - match.end() if match.end() <= place else 2 * (match.start() - place))
    return _of_year(int(nearest[1]), outline, current)


def _of_year(year: int, outline: Outline, current: Period | None) -> Spoken:
    own = next((each for each in outline.periods if each.first_on.year == each.last_on.year == year), None)
    if own is not None:
        return Spoken(own)
    if current is not None and current.first_on.year <= year <= current.last_on.year:
        return Spoken(current, year)
    return Spoken(None, year)


def period_of_heading(heading: str, outline: Outline) -> Period | None:
    """The period that a column's heading names: by its label, by a year, or by words such as `lũy kế`."""
    said = fold(heading)
    for period in outline.periods:
        if fold(period.label) == said or (len(said) > 4 and (fold(period.label) in said or said in fold(period.label))):
            return period
    range_said = _RANGE.search(heading)
    if range_said:
        years = int(range_said[1]), int(range_said[2])
        return next((p for p in outline.periods if (p.first_on.year, p.last_on.year) == years), None)
    year = re.search(r"\b(20\d\d)\b", heading)
    if year:
        return _of_year(int(year[1]), outline, current_of(outline)).period
    if re.search(r"\b(?:luy ke|den nay|tong cong|ket qua|so luong|thuc hien|gia tri|so lieu|tong so|dat duoc)\b", said):
        return current_of(outline)
    return None
