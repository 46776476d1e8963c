"""Which units of an earlier period a unit of today comes from."""

from collections.abc import Collection, Mapping, Sequence

import pytest

from tongket.reviews.tallying.lineage import Descent, Family, Past, past_of

OLD = {1, 2, 3}


def family(links: Sequence[tuple[int, int]], asked: Collection[int]) -> Family:
    """Links from older to newer."""
    predecessors: dict[int, list[int]] = {}
    successors: dict[int, list[int]] = {}
    for older, newer in links:
        predecessors.setdefault(newer, []).append(older)
        successors.setdefault(older, []).append(newer)
    return Family(predecessors, successors, asked)


@pytest.mark.parametrize(
    ("links", "asked", "past"),
    [
        ([], {9}, Past(Descent.SAME, (9,))),
        ([], {1}, Past(Descent.NEW)),
        ([(1, 9), (2, 9)], OLD, Past(Descent.MERGED, (1, 2))),
        ([(1, 9)], OLD, Past(Descent.MERGED, (1,))),
        ([(1, 9)], OLD | {9}, Past(Descent.MERGED, (9, 1))),
        ([(1, 9), (1, 8)], OLD, Past(Descent.SPLIT, (1,))),
        ([(9, 8)], {9}, Past(Descent.SPLIT, (9,))),
        ([(9, 8)], {9, 8}, Past(Descent.SAME, (9,))),
        ([(1, 5), (5, 9), (2, 9)], OLD, Past(Descent.MERGED, (1, 2))),
        ([(1, 5), (1, 6), (5, 9), (6, 9)], OLD, Past(Descent.MERGED, (1,))),
        ([(1, 5), (1, 6), (5, 9)], OLD, Past(Descent.SPLIT, (1,))),
        ([(1, 9), (3, 1)], OLD, Past(Descent.MERGED, (1,))),
        ([(9, 1), (1, 9)], OLD, Past(Descent.MERGED, (1,))),
        ([(1, 9), (2, 9)], {1}, Past(Descent.MERGED, (1,))),
    ],
)
def test_lines_are_followed_back_to_who_was_asked(
    links: Sequence[tuple[int, int]], asked: Collection[int], past: Past
) -> None:
    assert past_of(9, family(links, asked)) == past


@pytest.mark.parametrize(
    ("descent", "compares"),
    [(Descent.SAME, True), (Descent.MERGED, True), (Descent.SPLIT, False), (Descent.NEW, False)],
)
def test_split_and_new_units_do_not_compare(*, descent: Descent, compares: bool) -> None:
    assert Past(descent).is_comparable is compares


def test_family_is_given_as_mappings() -> None:
    links: Mapping[int, Sequence[int]] = {9: (1,)}

    assert past_of(9, Family(links, {1: (9,)}, {1})) == Past(Descent.MERGED, (1,))
