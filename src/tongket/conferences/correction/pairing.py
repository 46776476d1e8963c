"""Which old row is which new one: equal words first, then the likest, so that an insertion moves nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.fuzz import ratio

from tongket.core.text import clean, fold_tones

LIKE = 60.0
EQUAL = 100.0
Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared: words and place; `is_gone` is an old row that holds no longer and is taken last."""

    text: str
    clause: str = ""
    is_gone: bool = False


@lru_cache(maxsize=8192)
def same_words(text: str) -> str:
    """`text` as it is compared: no capitals, tones in one place, no stop at the end."""
    return fold_tones(clean(text).strip(" .;,:…/"))


def pair_rows(olds: Sequence[Row], news: Sequence[Row], *, rest_in_order: bool) -> list[Pair]:
    """Each old and each new row once, by number: first the new ones in their order, then what is left of the old.

    Rows less than `LIKE` percent alike are different things; with `rest_in_order` what is left is paired by its order.
    """
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _score, new, old in sorted(_candidates(olds, news)):
        if new not in taken and old not in used:
            taken[new] = old
            used.add(old)
    left = [old for old in range(len(olds)) if old not in used]
    if rest_in_order:
        fresh = [new for new in range(len(news)) if new not in taken]
        taken |= dict(zip(fresh, sorted(left, key=lambda old: olds[old].is_gone), strict=False))
    used |= set(taken.values())
    return [(taken.get(new), new) for new in range(len(news))] + [(old, None) for old in left if old not in used]


def _candidates(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[tuple[tuple[float, bool, bool, int], int, int]]:
    """Every pair that is like enough, the best first when sorted: likest, still holding, same place, same order."""
    old_words, new_words = [same_words(row.text) for row in olds], [same_words(row.text) for row in news]
    equal = set(old_words) & set(new_words)
    for new, old in product(range(len(news)), range(len(olds))):
        score = _likeness(old_words[old], new_words[new], equal)
        if score >= LIKE:
            yield (-score, olds[old].is_gone, olds[old].clause != news[new].clause, abs(old - new)), new, old


def _likeness(before: str, after: str, equal: set[str]) -> float:
    """Words that stand on both sides are like nothing but themselves."""
    if before == after:
        return EQUAL
    return 0.0 if before in equal or after in equal else ratio(before, after)
