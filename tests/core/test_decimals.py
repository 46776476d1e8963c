"""Numbers as Vietnamese write them."""

from decimal import Decimal

import pytest

from tongket.core.decimals import as_number, shown, written


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


@pytest.mark.parametrize("number", ["0", "57", "-1200.5", "3960.5", "1234567", "0.1235"])
def test_number_is_read_as_it_was_written(number: str) -> None:
    assert as_number(written(Decimal(number))) == Decimal(number)


@pytest.mark.parametrize("words", ["", "12 mô hình", "1.20", "1,2,3", "2 – 4", "chưa có số"])
def test_other_words_are_no_number(words: str) -> None:
    assert as_number(words) is None
