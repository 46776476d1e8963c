"""Values in lots: in order, none lost, the last one as long as it is."""

from tongket.core.lots import batched


def test_values_come_in_their_order_so_many_at_a_time() -> None:
    assert list(batched(iter("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]


def test_nothing_makes_no_lot() -> None:
    assert list(batched((), 3)) == []
