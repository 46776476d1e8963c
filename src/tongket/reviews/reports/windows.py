"""What stands around a number: its own words, those of its sentence, and what its heading adds. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.reviews.reports.likeness import terms_of
from tongket.reviews.reports.numbers import Number

_PART = re.compile(r"(?:trong đó|bao gồm|gồm có|riêng)", re.IGNORECASE)
_STOP = re.compile(r"[,;:.](?:\s|$)|\s[-–]\s|\s(?:và|cùng|để|với)\s")
_OWN, _NEXT, _SENTENCE, _HEADING = 1.0, 0.55, 0.4, 0.25


@dataclass(frozen=True, slots=True)
class Window:
    """The words around one number: each with how near it stands (1 for its own words)."""

    nearness: Mapping[str, float]
    is_part: bool = False


def window_of(sentence: str, numbers: Sequence[Number], place: int, heading: str) -> Window:
    """The window of the number at `place` among the numbers of its sentence.

    Its own words reach back to the last sign or number and on to the next one. A part (`trong đó`) has nothing from
    the rest of its sentence: that speaks of the whole.
    """
    number = numbers[place]
    begin = numbers[place - 1].end if place else 0
    end = numbers[place + 1].begin if place + 1 < len(numbers) else len(sentence)
    before, after = sentence[begin : number.begin], sentence[number.end : end]
    near_before = _STOP.split(before)[-1]
    first_stop = _STOP.search(after)
    near_after = after[: first_stop.start()] if first_stop else after
    is_part = bool(place) and bool(_PART.search(sentence[numbers[0].end : number.begin]))
    nearness: dict[str, float] = {}
    for text, weight in (
        (f"{near_before} {near_after}", _OWN),
        (f"{before if place else ''}", _NEXT),
        (f"{before}{number.written}{after}", _NEXT),
        ("" if is_part else sentence, _SENTENCE),
        (heading, 0.0 if is_part else _HEADING),
    ):
        for term in terms_of(text):
            nearness[term] = max(weight, nearness.get(term, 0.0))
    return Window(nearness, is_part)
