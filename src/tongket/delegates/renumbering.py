"""Which group of a corrected plan is which of the plan before, by their words: clauses move, groups stay. Pure."""

from collections.abc import Callable, Mapping

from rapidfuzz.fuzz import ratio

from tongket.core.text import fold

# `Mỗi xã, phường 02 đại biểu` and `Mỗi xã, phường cử 03 đại biểu` are one group whose words were mended.
_SAME_TEXT = 80


def renumbered(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The new clause of each group that has another one; both plans are given as words by clause.

    "" where a group is gone and its clause is another group's now. A group that is gone with its clause keeps it.
    """
    left, found = dict(after), dict[str, str]()
    for is_alike in (_is_same, _is_mended):
        _match({clause: text for clause, text in before.items() if clause not in found}, left, found, is_alike)
    gone = {clause: "" for clause in before if clause not in found and clause in after and clause not in left}
    return {clause: new for clause, new in found.items() if new != clause} | gone


def _match(
    wanted: Mapping[str, str], left: dict[str, str], found: dict[str, str], is_alike: Callable[[str, str], bool]
) -> None:
    """Moves to `found` what of `left` has the words of a wanted group; a clause of its own before others."""
    for clause, text in wanted.items():
        alike = [new for new, other in left.items() if is_alike(text, other)]
        if alike:
            found[clause] = clause if clause in alike else alike[0]
            del left[found[clause]]


def _is_same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _is_mended(one: str, other: str) -> bool:
    return ratio(fold(one), fold(other)) >= _SAME_TEXT
