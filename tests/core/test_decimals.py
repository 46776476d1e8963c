"""Numbers as Vietnamese write them."""

from decimal import Decimal

import pytest

from tongket.core.decimals import shown, written


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Decimal("3960.5"), None, "3.960,5"),
        (Decimal("1234567"), None, "1.234.567"),
        (Decimal("0.12345"), None, "0,1235"),
        (Decimal("100"), None, "100"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-1200.50"), None, "-1.200,5"),
        (Decimal("-0.00001"), None, "0"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("12"), 2, "12,00"),
        (0.1, None, "0,1"),
        (57, None, "57"),
    ],
)
def test_number_has_dots_between_thousands_and_a_comma_before_decimals(
    value: Decimal | float, decimals: int | None, text: str
) -> None:
    assert written(value, decimals) == text


@pytest.mark.parametrize(("measure", "text"), [("", "12,5"), ("%", "12,5%"), ("m²", "12,5\N{NO-BREAK SPACE}m²")])
def test_number_stays_with_its_measure(measure: str, text: str) -> None:
    assert shown(Decimal("12.5"), measure) == text
