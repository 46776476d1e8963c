"""Models that several units tell: where the parts of an indicator are named exemplars, each counts once.

`57 = 59 trừ 2`: the trap of real sheets is one model reported by two organisations.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tongket.core.findings import Finding, Level, words
from tongket.reviews.tallying.values import Told

HIGHEST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A review names an exemplar; merged exemplars come as the one they were merged into."""

    exemplar: int
    review: int


def told_twice(
    mentions: Iterable[Mentioned],
    uppers: Mapping[int, int | None],
    *,
    gave: Collection[int],
    own: Collection[int],
) -> dict[int, tuple[Told, ...]]:
    """For each review with others below it, the exemplars that several of the figures in its sum tell.

    `uppers` maps each review to the one it goes into, the topmost to the host's key, the host's to None. Only reviews
    that `gave` the figure count; a review of `own` stands for all below it, so what those tell goes no higher.
    """
    counted: dict[int, Counter[int]] = {}
    for mention in dict.fromkeys(mentions):
        if mention.review not in gave:
            continue
        for node in _reached(mention.review, uppers, own):
            counted.setdefault(node, Counter())[mention.exemplar] += 1
    return {node: told for node, counts in counted.items() if (told := _twice(counts))}


def _reached(review: int, uppers: Mapping[int, int | None], own: Collection[int]) -> Iterator[int]:
    """The reviews above in whose sums this one's figure stands."""
    at, passed = uppers.get(review), {review}
    while at is not None and at not in own and at not in passed:
        yield at
        passed.add(at)
        at = uppers.get(at)


def _twice(counts: Counter[int]) -> tuple[Told, ...]:
    return tuple(Told(exemplar, times) for exemplar, times in sorted(counts.items()) if times > 1)


@dataclass(frozen=True, slots=True)
class Subtraction:
    """`57 = 59 trừ 2` as values: what was told, what counts, and the names of what was told more than once."""

    counted: str
    told: str
    doubled: int
    names: tuple[str, ...]


SENTENCE = words("{counted} = {told} trừ {doubled}: {names}")
SENTENCE_MORE = words("{counted} = {told} trừ {doubled}: {names} và {more} mô hình nữa")


def finding(subtraction: Subtraction, *, indicator: str, period: str) -> Finding | None:
    """What was taken off, as an advice with the sentence of the sum; None where nothing was."""
    if not subtraction.doubled:
        return None
    named = _named(subtraction.names)
    return Finding(
        "doubles",
        Level.ADVICE,
        found=SENTENCE_MORE if named["more"] else SENTENCE,
        todo=words("Nếu là hai mô hình khác nhau thì tách ra ở danh mục mô hình."),
        values={
            "counted": subtraction.counted,
            "told": subtraction.told,
            "doubled": subtraction.doubled,
            **named,
            "indicator": indicator,
            "period": period,
        },
    )


def _named(names: Sequence[str]) -> dict[str, object]:
    more = max(0, len(names) - HIGHEST_NAMED)
    return {"names": ", ".join(f"“{name}”" for name in names[:HIGHEST_NAMED]), "more": more}
