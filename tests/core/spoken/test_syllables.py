"""What counts as a syllable, in Vietnamese and in words from elsewhere."""

import pytest

from tongket.core.spoken.syllables import count, is_syllable, syllables_of


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "quyền",
        "giếng",
        "gì",
        "ưu",
        "thuở",
        "Đắk",
        "ông",
        "ý",
        "oái",
        "ngoằn",
        "chuyện",
        "Ủy",
        "xoong",
        "huýt",
    ],
)
def test_vietnamese_words_are_one_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["OCOP", "online", "nghiêngg", "b", "kh", "", "strong", "marketing", "nn", "uoai"])
def test_other_words_are_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("thôn", 1),
        ("Google", 2),
        ("online", 2),
        ("marketing", 3),
        ("Singapore", 3),
        ("UNICEF", 3),
        ("krông", 1),
        ("b", 1),
    ],
)
def test_foreign_words_have_as_many_as_groups_of_vowels(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_words_are_counted_whatever_parts_them() -> None:
    assert count("ki-lô-mét vuông, (một) – hai") == 6
