"""What stands around a number: its own words, those of its sentence, and what its heading adds. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.reviews.reports.likeness import words_of
from tongket.reviews.reports.numbers import Number

_PART = re.compile(r"\b(?:trong đó|bao gồm|gồm có|riêng)\b", re.IGNORECASE)
_STOP = re.compile(r"[,;:.](?:\s|$)|\s[-–]\s|\s(?:và|cùng|để|với)\s")
# Between two things that are listed nothing stands but the first one's name and a link.
_LINK = re.compile(r"(?:,|;|/|\bvà\b|\bcùng\b|\bvới\b)\s*$", re.IGNORECASE)
_LABEL_END = re.compile(r"(?:\s*:|\s+là|\s+đạt|\s+được)?\s*$", re.IGNORECASE)
_LISTED_WORDS = 4
# How near words are: the number's own, those of what is listed with it, of its neighbours, its sentence, its heading.
_OWN, _LISTED, _NEXT, _SENTENCE, _HEADING = 1.0, 0.8, 0.55, 0.4, 0.25


@dataclass(frozen=True, slots=True)
class Window:
    """The words around one number, each with how near it stands (1 for its own); `own` are its own words whole."""

    nearness: Mapping[str, float]
    own: str = ""


def windows_of(sentence: str, numbers: Sequence[Number], heading: str) -> tuple[Window, ...]:
    """The window of each number of a sentence.

    Its own words reach back to the last sign or number and on to the next one. What is listed (`4 tập thể và 11 cá
    nhân được khen thưởng`) shares the words before and behind the list. A part (`trong đó`) has nothing from the rest
    of its sentence: that speaks of the whole.
    """
    pieces = [_pieces(sentence, numbers, place) for place in range(len(numbers))]
    return tuple(_window(sentence, numbers, pieces, place, heading) for place in range(len(numbers)))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Words before and behind a number up to its neighbours, and the nearer part of each."""

    before: str
    after: str
    near_before: str
    near_after: str

    @property
    def is_listed(self) -> bool:
        """Whether another thing is listed right behind this one."""
        return bool(_LINK.search(self.after)) and len(self.after.split()) <= _LISTED_WORDS + 1


def _pieces(sentence: str, numbers: Sequence[Number], place: int) -> _Pieces:
    number = numbers[place]
    begin = numbers[place - 1].end if place else 0
    end = numbers[place + 1].begin if place + 1 < len(numbers) else len(sentence)
    before, after = sentence[begin : number.begin], sentence[number.end : end]
    label = _LABEL_END.sub("", before)
    stop = _STOP.search(after)
    return _Pieces(before, after, _STOP.split(label)[-1], after[: stop.start()] if stop else after)


def _window(sentence: str, numbers: Sequence[Number], pieces: Sequence[_Pieces], place: int, heading: str) -> Window:
    here = pieces[place]
    first, last = place, place
    while first and pieces[first - 1].is_listed:
        first -= 1
    while last + 1 < len(pieces) and pieces[last].is_listed:
        last += 1
    is_part = bool(place) and bool(_PART.search(sentence[numbers[0].end : numbers[place].begin]))
    own = f"{here.near_before} {here.near_after}"
    listed = f"{pieces[first].near_before} {pieces[last].near_after}" if first != last else ""
    nearness: dict[str, float] = {}
    for text, weight in (
        (own, _OWN),
        (listed, _LISTED),
        (f"{here.before} {here.after}", _NEXT),
        ("" if is_part else sentence, _SENTENCE),
        ("" if is_part else heading, _HEADING),
    ):
        for term in words_of(text):
            nearness[term] = max(weight, nearness.get(term, 0.0))
    return Window(nearness, own)
