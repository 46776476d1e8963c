"""Which statements say nearly the same: copies with a few words changed, and the same said in other words. Pure.

Copies are found by the sequences of four syllables they share, numbers taken as alike. The same in other words is
looked for only where a caller tells the themes: within one theme and kind, by the concepts two statements share.
The order of the statements changes nothing: the longest leads, and others join the leader they are most like.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from tongket.synthesis.themes.concepts import concepts_of
from tongket.synthesis.themes.syllables import syllables
from tongket.synthesis.themes.weights import rarity, unit_vector
from tongket.synthesis.values import Said

SHINGLE = 4
COPY_SHARE = 0.5
ALIKE = 0.5
# A feature that stands in more leaders than this tells too little to look through them all.
MOST_LEADERS = 400

Feature = tuple[str, ...]
Vector = Mapping[Feature, float]


def gather(said: Iterable[Said], theme_of: Mapping[int, str] | None = None) -> tuple[frozenset[int], ...]:
    """Groups of keys that say nearly the same, each of at least two, the largest first."""
    statements = sorted(said, key=_order)
    groups = [[statement.key for statement in group] for group in _copies(statements)]
    if theme_of is not None:
        by_key = {statement.key: statement for statement in statements}
        groups = _joined(groups, by_key, theme_of)
    made = (frozenset(group) for group in groups if len(group) > 1)
    return tuple(sorted(made, key=lambda group: (-len(group), min(group))))


def _order(said: Said) -> tuple[int, str, int]:
    return (-len(said.text), said.text, said.key)


def _copies(statements: Sequence[Said]) -> list[list[Said]]:
    """Statements whose words are the same but for a few, leader first; alone where nobody copied."""
    same: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for statement in statements:
        same[syllables(statement.text)].append(statement)
    runs = list(same)
    vectors = [dict.fromkeys(shingles(run), 1.0) for run in runs]
    led = _led(vectors, COPY_SHARE, lambda shared, one, other: shared / max(len(one), len(other), 1))
    return [[statement for place in group for statement in same[runs[place]]] for group in led]


def shingles(run: Sequence[str]) -> set[tuple[str, ...]]:
    """The sequences of four syllables in a statement; a shorter statement is one sequence."""
    if len(run) <= SHINGLE:
        return {tuple(run)}
    return {tuple(run[place : place + SHINGLE]) for place in range(len(run) - SHINGLE + 1)}


def _joined(groups: list[list[int]], said: Mapping[int, Said], theme_of: Mapping[int, str]) -> list[list[int]]:
    """Groups of one theme and kind joined where their leaders share enough concepts."""
    cells: dict[tuple[str, str], list[list[int]]] = defaultdict(list)
    for group in groups:
        leader = said[group[0]]
        cells[theme_of.get(leader.key, ""), leader.kind].append(group)
    made: list[list[int]] = []
    for (theme, _), cell in sorted(cells.items()):
        made += _joined_cell(cell, said) if theme else cell
    return made


def _joined_cell(cell: list[list[int]], said: Mapping[int, Said]) -> list[list[int]]:
    bags = [concepts_of(said[group[0]].text) for group in cell]
    times = Counter(concept for bag in bags for concept in bag)
    vectors = [
        unit_vector({concept: weight * rarity(times[concept], len(bags) + 1) for concept, weight in bag.items()})
        for bag in bags
    ]
    led = _led(vectors, ALIKE, lambda shared, _one, _other: shared)
    return [[key for place in group for key in cell[place]] for group in led]


def _led(vectors: Sequence[Vector], least: float, like: Callable[[float, Vector, Vector], float]) -> list[list[int]]:
    """Places of `vectors` in groups: each joins the earlier leader it is most like, or leads."""
    times = Counter(feature for vector in vectors for feature in vector)
    leaders: dict[Feature, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for place, vector in enumerate(vectors):
        leader = _best(place, vectors, leaders, times, least, like)
        groups.setdefault(place if leader is None else leader, []).append(place)
        for feature in vector if leader is None else ():
            leaders[feature].append(place)
    return list(groups.values())


def _best(
    place: int,
    vectors: Sequence[Vector],
    leaders: Mapping[Feature, list[int]],
    times: Counter[Feature],
    least: float,
    like: Callable[[float, Vector, Vector], float],
) -> int | None:
    """The leader that the vector at `place` is most like, None where none is like enough."""
    shared: Counter[int] = Counter()
    vector = vectors[place]
    for feature in sorted(vector, key=lambda each: (times[each], str(each))):
        owners = leaders.get(feature, ())
        for leader in owners if len(owners) <= MOST_LEADERS else ():
            shared[leader] += vector[feature] * vectors[leader][feature]  # type: ignore[assignment]
    scored = [(-round(like(amount, vector, vectors[leader]), 9), leader) for leader, amount in shared.items()]
    best = min(scored, default=(0.0, -1))
    return best[1] if -best[0] >= least else None
