"""Lines of a scale stand at round numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.core.charts.scale import MOST_LINES, reach, ticks

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ([9, 4], [0, 2, 4, 6, 8]),
        ([10], [0, 2, 4, 6, 8, 10]),
        ([1], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([3960], [0, 1000, 2000, 3000]),
        ([0, 0], [0, 1]),
        ([], [0, 1]),
        ([-30, 50], [-20, 0, 20, 40]),
    ],
)
def test_lines_are_round_and_none_is_above_all_values(values: list[int], lines: list[int | str]) -> None:
    assert list(ticks(map(Decimal, values))) == [Decimal(line) for line in lines]


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_lines_are_few_and_within_the_reach(values: list[Decimal]) -> None:
    lines, (low, high) = ticks(values), reach(values)

    assert 1 <= len(lines) <= MOST_LINES + 2
    assert all(low <= line <= max(high, Decimal(1)) for line in lines)


def test_reach_holds_zero_and_is_never_empty() -> None:
    assert reach([Decimal(5), Decimal(9)]) == (Decimal(0), Decimal(9))
    assert reach([Decimal(-5)]) == (Decimal(-5), Decimal(0))
    assert reach([]) == (Decimal(0), Decimal(1))
