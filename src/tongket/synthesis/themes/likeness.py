"""Which statements say nearly the same: copies with a few words changed, and the same said in other words. Pure.

Copies are found by the sequences of four syllables they share, numbers taken as alike. The same in other words is
looked for only where a caller tells the themes: within one theme and kind, by the concepts two statements share.
The order of the statements changes nothing: the longest leads, and others join the leader they are most like.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tongket.synthesis.themes.concepts import concepts_of
from tongket.synthesis.themes.copied import copied
from tongket.synthesis.themes.linking import DIGITS, likeness
from tongket.synthesis.themes.syllables import Run, syllables
from tongket.synthesis.themes.weights import unit_vector
from tongket.synthesis.values import Said

ALIKE = 0.6
# A feature that stands in more leaders than this tells too little to look through them all.
MOST_LEADERS = 400

Vector = Mapping[Run, float]


def gather(said: Iterable[Said], theme_of: Mapping[int, str] | None = None) -> tuple[frozenset[int], ...]:
    """Groups of keys that say nearly the same, each of at least two, the largest first."""
    groups = copies(said)
    if theme_of is not None:
        groups = _joined(groups, theme_of)
    made = (frozenset(statement.key for statement in group) for group in groups if len(group) > 1)
    return tuple(sorted(made, key=lambda group: (-len(group), min(group))))


def copies(said: Iterable[Said]) -> list[list[Said]]:
    """Statements whose words are the same but for a few, the leader first; alone where nobody copied."""
    same: dict[Run, list[Said]] = defaultdict(list)
    for statement in sorted(said, key=lambda each: (-len(each.text), each.text, each.key)):
        same[syllables(statement.text)].append(statement)
    statements = list(same.values())
    return [[statement for place in group for statement in statements[place]] for group in copied(list(same))]


def _joined(groups: list[list[Said]], theme_of: Mapping[int, str]) -> list[list[Said]]:
    """Groups of one theme and kind joined where their leaders share enough concepts."""
    cells: dict[tuple[str, str], list[list[Said]]] = defaultdict(list)
    for group in groups:
        cells[theme_of.get(group[0].key, ""), group[0].kind].append(group)
    return [group for (theme, _), cell in sorted(cells.items()) for group in (_joined_cell(cell) if theme else cell)]


def _joined_cell(cell: list[list[Said]]) -> list[list[Said]]:
    led = _led([unit_vector(concepts_of(group[0].text)) for group in cell], ALIKE)
    return [[statement for place in group for statement in cell[place]] for group in led]


def _led(vectors: Sequence[Vector], least: float) -> list[list[int]]:
    """Places of `vectors` in groups: each joins the earlier leader it is most like, or leads."""
    times = Counter(feature for vector in vectors for feature in vector)
    leaders: dict[Run, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for place, vector in enumerate(vectors):
        leader = _leader(vector, vectors, _near(vector, leaders, times, least), least)
        groups.setdefault(place if leader is None else leader, []).append(place)
        for feature in vector if leader is None else ():
            leaders[feature].append(place)
    return list(groups.values())


def _near(vector: Vector, leaders: Mapping[Run, list[int]], times: Mapping[Run, int], least: float) -> set[int]:
    """Leaders that can be like enough: they share one of the rarest features, those without which `least` is missed."""
    near, left = set[int](), 1.0
    for feature in sorted(vector, key=lambda each: (times[each], each)):
        if left < least * least:
            break
        owners = leaders.get(feature, ())
        near.update(owners if len(owners) <= MOST_LEADERS else ())
        left -= vector[feature] ** 2
    return near


def _leader(vector: Vector, vectors: Sequence[Vector], near: Iterable[int], least: float) -> int | None:
    """The leader among those near that is most like `vector`, None where none is like enough."""
    scored = ((-round(likeness(vector, vectors[leader]), DIGITS), leader) for leader in near)
    best = min(scored, default=(0.0, -1))
    return best[1] if -best[0] >= least else None
