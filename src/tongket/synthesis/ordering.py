"""Where the passages of a section stand after a run: the program's follow its order, a person's stay. Pure."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def placed(standing: Sequence[T], ordered: Sequence[T]) -> list[T]:
    """The new order of a section.

    `standing` is the order before the run, `ordered` what the program puts there now in its order. Those of `ordered`
    fill the places where one of them stood; what a person wrote or moved keeps its place among them, and what is new
    comes after the last of the program's own.
    """
    known = set(ordered)
    fresh = list(ordered)
    places = [place for place, each in enumerate(standing) if each in known]
    last = places[-1] if places else -1
    result: list[T] = [] if places else fresh
    for place, each in enumerate(standing):
        result.append(fresh.pop(0) if each in known else each)
        if place == last:
            result += fresh
    return result
