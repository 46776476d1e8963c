"""Figures as Vietnamese offices write them."""

import pytest

from tongket.core.figures import counted, decimal, figure


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [
        (3.42, 1, "3,4"),
        (3.0, 1, "3"),
        (12, 1, "12"),
        (3.04, 2, "3,04"),
        (3.999, 2, "4"),
        (0.5, 1, "0,5"),
        (12.96, 1, "13"),
        (0.04, 1, "0"),
        (12.5, 2, "12,5"),
        (1.15, 2, "1,15"),
    ],
)
def test_decimals_have_a_comma_and_no_idle_zero(number: float, places: int, expected: str) -> None:
    assert decimal(number, places) == expected


@pytest.mark.parametrize(("number", "expected"), [(7, "7"), (999, "999"), (1633, "1.633"), (1_250_000, "1.250.000")])
def test_counts_have_dots_between_thousands(number: int, expected: str) -> None:
    assert counted(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1633.0, "1.633"), (3.42, "3,42"), (1250.5, "1.250,5"), (0.05, "0,05"), (-0.5, "-0,5"), (-1633.25, "-1.633,25")],
)
def test_a_figure_has_both(number: float, expected: str) -> None:
    assert figure(number) == expected
