"""Statements as syllables: spellings, abbreviations, numbers, silent words, texts without accents."""

import pytest

from tongket.synthesis.themes.syllables import NUMBER, syllables, written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa giải", "hoà giải"),
        ("kỹ thuật", "kĩ thuật"),
        ("Hội LHPN", "hội liên hiệp phụ nữ"),
        ("Hội viên SXKD giỏi", "hội viên sản xuất kinh doanh giỏi"),
        ("12 hộ", "1.250 hộ"),
        ("giảm 0,82%", "giảm 3,5 %"),
        ("Phong trào thi đua “Đoàn kết sáng tạo” lan tỏa", "lan toả"),
    ],
)
def test_two_ways_of_writing_are_one(one: str, other: str) -> None:
    assert syllables(one) == syllables(other)


@pytest.mark.parametrize(("one", "other"), [("bân", "ban"), ("hòa", "hóa"), ("hiến đất", "hiện đạt"), ("ly", "lay")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert syllables(one) != syllables(other)


def test_numbers_are_alike_and_codes_are_not() -> None:
    assert syllables("có 2.340 m2 đất")[1] == NUMBER
    assert "m2" in syllables("có 2.340 m2 đất")


def test_a_text_without_accents_writes_abbreviations_without_them_too() -> None:
    assert syllables("UBND thanh pho") == ("uy", "ban", "nhan", "dan", "thanh", "pho")


def test_written_tells_where_each_syllable_stands() -> None:
    text = "Hội LHPN hiến đất"

    found = written(text)

    assert found.parts == syllables(text)
    assert [text[begin:end] for begin, end in found.stretches] == ["Hội", "LHPN", "LHPN", "LHPN", "LHPN", "hiến", "đất"]


def test_nothing_has_no_syllables() -> None:
    assert syllables(" … ") == ()
