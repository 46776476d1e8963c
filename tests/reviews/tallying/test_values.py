"""What units gave, added up, and the one figure it makes."""

from decimal import Decimal

import pytest

from tongket.reviews.rules import Gather
from tongket.reviews.tallying.values import Given, Rolled, Told, value_of

D = Decimal


def test_sums_take_what_is_missing_in_one_from_the_other() -> None:
    assert Given(D(3), number=1) + Given(None, D(1), D(2), 1) == Given(D(3), D(1), D(2), 2)
    assert Given(D(3), D(4), D(5), 1) + Given(D(3), D(4), D(5), 1) == Given(D(6), D(8), D(10), 2)
    assert Given() + Given() == Given()


@pytest.mark.parametrize(
    ("gather", "given", "value"),
    [
        (Gather.SUM, Given(D(59), number=9), 57),
        (Gather.MEAN, Given(D(170), number=2), 85),
        (Gather.MEAN, Given(D(0), number=0), None),
        (Gather.RATE, Given(None, D(30), D(300), 2), 10),
        (Gather.NONE, Given(D(59), number=9), None),
        (Gather.SUM, Given(), None),
    ],
)
def test_one_figure_by_how_it_is_gathered(gather: Gather, given: Given, value: int | None) -> None:
    assert value_of(gather, given, measure="%", doubled=2) == value


def test_rolled_takes_off_what_is_told_twice() -> None:
    rolled = Rolled(Given(D(59), number=9), doubles=(Told(1, 2), Told(7, 3)))

    assert [rolled.doubled, rolled.value(Gather.SUM)] == [3, 56]
