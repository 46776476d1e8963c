"""Whole numbers, decimals, figures one by one and Roman figures in words."""

import pytest

from tongket.core.spoken import numbers


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (2, "hai"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm lẻ một"),
        (104, "một trăm lẻ bốn"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (215, "hai trăm mười lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1050, "một nghìn không trăm năm mươi"),
        (10_015, "mười nghìn không trăm mười lăm"),
        (1_500_000, "một triệu năm trăm nghìn"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (2_000_000_001, "hai tỷ không trăm lẻ một"),
        (10**12, "một nghìn tỷ"),
        (12_500_000_000_000, "mười hai nghìn năm trăm tỷ"),
        (10**15 + 1, "một triệu tỷ không trăm lẻ một"),
    ],
)
def test_number_in_words_reads_as_vietnamese_do(number: int, words: str) -> None:
    assert numbers.number_in_words(number) == words


@pytest.mark.parametrize("number", [-1, 10**18])
def test_number_in_words_refuses_what_nobody_counts(number: int) -> None:
    with pytest.raises(ValueError, match=rf"^a number from 0 to 999999999999999999 is wanted, got {number}$"):
        numbers.number_in_words(number)


@pytest.mark.parametrize(
    ("whole", "fraction", "words"),
    [
        ("12", "5", "mười hai phẩy năm"),
        ("3", "42", "ba phẩy bốn mươi hai"),
        ("0", "05", "không phẩy không năm"),
        ("98", "125", "chín mươi tám phẩy một hai năm"),
    ],
)
def test_decimals_of_two_figures_are_a_number(whole: str, fraction: str, words: str) -> None:
    assert numbers.decimal_in_words(whole, fraction) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("01", "không một"),
        ("0", "không"),
        ("2024", "hai nghìn không trăm hai mươi tư"),
        ("12345678901", "một hai ba bốn năm sáu bảy tám chín không một"),
    ],
)
def test_figures_are_a_count_or_said_one_by_one(figures: str, words: str) -> None:
    assert numbers.figures_in_words(figures) == words


def test_count_leaves_zeros_unsaid_and_takes_any_length() -> None:
    assert numbers.count_of("007") == "bảy"
    assert numbers.count_of("000") == "không"
    assert numbers.count_of("9" * 20) == " ".join(["chín"] * 20)


@pytest.mark.parametrize(
    ("figures", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIII", 13), ("XX", 20), ("XXI", 21), ("XL", 40), ("LXXXIX", 89)],
)
def test_roman_figures_have_their_value(figures: str, value: int) -> None:
    assert numbers.roman_value(figures) == value


@pytest.mark.parametrize("figures", ["", "IIII", "VX", "A", "i", "IVX", "Iv"])
def test_what_is_no_roman_figure_has_none(figures: str) -> None:
    assert numbers.roman_value(figures) is None


def test_ordinals_have_words_of_their_own() -> None:
    assert [numbers.ordinal_in_words(number) for number in (1, 2, 4, 13)] == ["nhất", "hai", "tư", "mười ba"]
