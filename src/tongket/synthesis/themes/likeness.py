"""Which statements are copies of one another with a few words changed. Pure.

Copies are found by the sequences of four syllables they share, numbers taken as alike. The order of the statements
changes nothing: the longest leads, and others join the leader they are most like.
"""

from collections import defaultdict
from collections.abc import Iterable

from tongket.synthesis.themes.copied import copied
from tongket.synthesis.themes.syllables import Run, syllables
from tongket.synthesis.values import Said


def copies(said: Iterable[Said]) -> list[list[Said]]:
    """Statements whose words are the same but for a few, the leader first; alone where nobody copied."""
    same: dict[Run, list[Said]] = defaultdict(list)
    for statement in sorted(said, key=lambda each: (-len(each.text), each.text, each.key)):
        same[syllables(statement.text)].append(statement)
    statements = list(same.values())
    return [[statement for place in group for statement in statements[place]] for group in copied(list(same))]
