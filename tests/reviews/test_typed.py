from decimal import Decimal

import pytest

from tongket.reviews.typed import Typed, number_said, number_typed
from tongket.reviews.values import Indicator

MODELS = Indicator("models", "Mô hình", "mô hình")
MONEY = Indicator("money", "Tiền", "triệu đồng")
LAND = Indicator("land", "Đất", "m²")


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("12", "12", ""),
        (" 08 ", "8", ""),
        ("1.234", "1234", ""),
        ("1.234.567,5", "1234567.5", ""),
        ("1 234", "1234", ""),
        ("3,5", "3.5", ""),
        ("3.5", "3.5", ""),
        ("1.2345", "1.2345", ""),
        ("gần 10", "10", "gần"),
        ("Trên 1.200", "1200", "trên"),
        ("~ 15", "15", "~"),
        ("12 mô hình", "12", ""),
        ("-3", "-3", ""),
        ("0", "0", ""),
    ],
)
def test_number_is_read_as_vietnamese_write_it(text: str, value: str, about: str) -> None:
    assert number_typed(text, MODELS) == Typed(Decimal(value), about)


@pytest.mark.parametrize("text", ["", "abc", "12 13", "mười", "12 hộ", "1.2.3", "12345678901234567"])
def test_what_is_no_number_stays_unread(text: str) -> None:
    assert number_typed(text, MODELS) == Typed(None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,5 tỷ", "3500"),
        ("3,5 tỷ đồng", "3500"),
        ("120 triệu", "120"),
        ("120 triệu đồng", "120"),
        ("500.000 đồng", "0.5"),
        ("500 nghìn", "0.5"),
        ("500 tỉ", "500000"),
    ],
)
def test_money_is_said_in_the_indicators_measure(text: str, value: str) -> None:
    assert number_typed(text, MONEY).value == Decimal(value)


def test_measure_of_something_else_is_no_number() -> None:
    assert number_typed("12 triệu", LAND) == Typed(None)
    assert number_typed("12 m²", LAND) == Typed(Decimal(12))


def test_number_is_said_with_points_and_comma() -> None:
    said = [number_said(Decimal(value)) for value in ("0", "12.50", "1234", "1234567.5", "-1200", "100")]

    assert said == ["0", "12,5", "1.234", "1.234.567,5", "-1.200", "100"]
