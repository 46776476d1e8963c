"""How numbers, units and quotations are written."""

from decimal import Decimal

import pytest

from tongket.reviews.rules import Nature
from tongket.synthesis.composing import wording


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        ("1234567.5", 1, "1.234.567,5"),
        ("57", 0, "57"),
        ("3960.50", 1, "3.960,5"),
        ("12.0", 1, "12"),
        ("1000", 2, "1.000"),
    ],
)
def test_numbers_are_written_as_vietnamese_do(value: str, decimals: int, said: str) -> None:
    assert wording.printed(Decimal(value), decimals) == said


@pytest.mark.parametrize(
    ("value", "nature", "said"), [("8", Nature.COUNT, "08"), ("8", Nature.MONEY, "8"), ("12", Nature.COUNT, "12")]
)
def test_counts_below_ten_have_a_nought(value: str, nature: Nature, said: str) -> None:
    assert wording.figure(Decimal(value), nature, 0) == said


@pytest.mark.parametrize(
    ("names", "number", "said"),
    [
        (["A"], 1, "A"),
        (["A", "B"], 2, "A và B"),
        (["A", "B", "C"], 3, "A, B và C"),
        (["A", "B", "C", "D"], 7, "A, B và 05 đơn vị khác"),
        (["A", "A", "B"], 2, "A và B"),
        ([], 4, "04 đơn vị"),
    ],
)
def test_some_units_are_named_and_the_rest_counted(names: list[str], number: int, said: str) -> None:
    assert wording.some(names, number) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Kinh phí còn ít.", "“Kinh phí còn ít”"),
        ("Bên cạnh đó, kinh phí còn ít.", "“Kinh phí còn ít”"),
        ("Phong trào “Đoàn kết” tốt", "“Phong trào ‘Đoàn kết’ tốt”"),
    ],
)
def test_quotations_keep_the_units_words(words: str, said: str) -> None:
    assert wording.quoted(words) == said


def test_a_long_quotation_ends_where_it_pauses() -> None:
    said = wording.quoted("một hai ba bốn năm, " * 20)

    assert len(said) <= wording.LONGEST_QUOTE + 3
    assert said.endswith("năm…”")


@pytest.mark.parametrize(("words", "said"), [("OCOP bốn sao", "OCOP bốn sao"), ("Kinh phí", "kinh phí"), ("", "")])
def test_names_stay_capital_within_a_sentence(words: str, said: str) -> None:
    assert wording.lowered(words) == said


@pytest.mark.parametrize(
    ("words", "said"), [("Có", "Có."), ("Có.", "Có."), ("nêu: “Có”", "nêu: “Có”."), ("Có;", "Có.")]
)
def test_a_sentence_ends_with_one_point(words: str, said: str) -> None:
    assert wording.closed(words) == said
