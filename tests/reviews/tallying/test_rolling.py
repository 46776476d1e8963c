"""The roll-up from the lowest units to the host."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tongket.reviews.rules import Gather
from tongket.reviews.tallying.rolling import HOST, Asked, Node, lowest_first, roll, with_part
from tongket.reviews.tallying.values import Given, Rolled

D = Decimal
SUM = Asked(1, 1, Gather.SUM)


def summed(value: int, number: int = 1) -> Given:
    return Given(D(value), number=number)


def test_nodes_stand_before_those_they_go_into() -> None:
    nodes = [Node(HOST, None, 0), Node(5, 2, 1), Node(2, HOST, 0), Node(9, HOST, 3)]

    assert [node.key for node in lowest_first(nodes)] == [5, 2, 9, HOST]


def test_circle_of_units_ends() -> None:
    assert {node.key for node in lowest_first([Node(1, 2, 0), Node(2, 1, 0)])} == {1, 2}


def test_three_levels_are_added_up() -> None:
    nodes = lowest_first([Node(HOST, None, 1), Node(1, HOST, 2), Node(2, 1, 3)])

    found = dict(roll(nodes, SUM, leaves={HOST: summed(1), 1: summed(10, 2), 2: summed(100, 2)}, own={}))

    assert found[2] == Rolled(summed(100, 2), summed(100, 2), expected=3, parts=3, parts_in=2)
    assert found[1] == Rolled(summed(110, 4), summed(110, 4), expected=5, parts=3, parts_in=3)
    assert found[HOST] == Rolled(summed(111, 5), summed(111, 5), expected=6, parts=2, parts_in=2)


def test_own_figure_goes_up_in_place_of_those_below() -> None:
    nodes = lowest_first([Node(HOST, None, 0), Node(1, HOST, 4)])

    found = dict(roll(nodes, SUM, leaves={1: summed(10, 3)}, own={1: summed(12)}))

    assert (found[1].given, found[1].below, found[1].is_own) == (summed(12, 4), summed(10, 3), True)
    assert found[HOST].given == summed(12, 4)


def test_own_mean_weighs_as_many_units_as_it_is_the_mean_of() -> None:
    nodes = lowest_first([Node(HOST, None, 1), Node(1, HOST, 3)])
    asked = Asked(1, 1, Gather.MEAN)

    found = dict(roll(nodes, asked, leaves={HOST: summed(40)}, own={1: summed(80)}))

    assert found[1].value(Gather.MEAN) == 80
    assert found[HOST].value(Gather.MEAN) == (3 * 80 + 40) / 4


def test_part_of_the_tree_starts_from_what_the_rest_adds_up_to() -> None:
    others = with_part(Rolled(), Rolled(summed(7, 2), expected=3))

    found = dict(roll([Node(HOST, None, 1)], SUM, leaves={HOST: summed(1)}, own={}, inner={HOST: others}))

    assert found[HOST] == Rolled(summed(8, 3), summed(8, 3), expected=4, parts=2, parts_in=2)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), min_size=1, max_size=12))
def test_host_holds_every_leaf_however_deep(leaves: list[tuple[int, int]]) -> None:
    chain = [Node(key, key - 1 if key else None, sum(at == key for at, _ in leaves)) for key in range(6)]
    sums: dict[int, Given] = {}
    for at, value in leaves:
        sums[at] = sums.get(at, Given()) + summed(value)

    found = dict(roll(lowest_first(chain), SUM, leaves=sums, own={}))

    assert found[HOST].given == summed(sum(value for _, value in leaves), len(leaves))
    assert found[HOST].expected == len(leaves)
