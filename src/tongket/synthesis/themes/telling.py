"""The statement of a group that says best what all of it says. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tongket.synthesis.themes.concepts import concepts_of
from tongket.synthesis.themes.weights import unit_vector
from tongket.synthesis.values import Said

# A quotation reads well between these numbers of syllables; farther off counts against it.
SHORT, LONG = 10, 32
LENGTH_SHARE = 0.02
# Of so many, the middle and what is near it are found as well as of all: more are not weighed against one another.
MOST_COMPARED = 300


def wording_of(group: Iterable[Said]) -> Said:
    """The member nearest to the middle of its group that is neither curt nor long; ValueError where there is none.

    Of a group of thousands it is the best of those that stand first by their keys.
    """
    first = sorted(group, key=lambda said: said.key)[:MOST_COMPARED]
    members = sorted(first, key=lambda said: (said.text, said.key))
    if not members:
        raise ValueError("a group without members has no wording")
    bags = [unit_vector(concepts_of(member.text)) for member in members]
    middle = Counter[object]()
    for bag in bags:
        for concept, weight in bag.items():
            middle[concept] += weight  # type: ignore[assignment]  # a share, not a whole
    values = [sum(weight * middle[concept] for concept, weight in bag.items()) / len(bags) for bag in bags]
    return members[_best(values, members)]


def _best(values: Sequence[float], members: Sequence[Said]) -> int:
    told = [round(value - LENGTH_SHARE * _off(member.text), 9) for value, member in zip(values, members, strict=True)]
    return told.index(max(told))


def _off(text: str) -> int:
    length = len(text.split())
    return max(SHORT - length, 0, length - LONG)
