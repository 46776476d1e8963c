import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.core.text import clean, collation_key, fold, fold_tones, nfc, row_key, sort_name_key, sort_text


def test_nfc_composes_what_macos_takes_apart() -> None:
    assert nfc(unicodedata.normalize("NFD", "Tổng kết phường Tân Thạnh")) == "Tổng kết phường Tân Thạnh"


def test_nfc_composes_a_mix_of_vowel_and_loose_tone() -> None:
    assert nfc("kê\u0301t") == "kết"


def test_clean_makes_runs_of_white_space_one_space() -> None:
    assert clean("  Hội\u00a0 nghị\t\n tổng kết ") == "Hội nghị tổng kết"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ủy ban", "uy ban"),
        ("Uỷ  ban", "uy ban"),
        ("Đoàn TNCS", "doan tncs"),
        ("Ðà Nẵng", "da nang"),
        ("ĐƯỜNG", "duong"),
        (unicodedata.normalize("NFD", "thưởng"), "thuong"),
        ("294/KH-MTTQ", "294/kh-mttq"),
        ("", ""),
    ],
)
def test_fold_gives_the_key_for_searching(written: str, key: str) -> None:
    assert fold(written) == key


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_tones_ignores_only_the_place_of_the_tone() -> None:
    assert fold_tones("Uỷ ban HOÀ Bình") == fold_tones("Ủy ban hòa bình")
    assert fold_tones("hòa") != fold_tones("hóa")
    assert fold_tones("bân") != fold_tones("ban")
    assert fold_tones("đa") != fold_tones("da")


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v", "x", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An Phú", "An Sơn", "An Xuân", "Hòa Hương", "Phước Hòa", "Tam Ngọc", "Tam Phú", "Tam Thanh", "Tam Thăng"],
        ["bà ba", "ba chỉ", "bá chủ"],
        ["2", "Ánh", "Ân", "z"],
        ["ha noi", "hà nội", "Hà Nội", "hanoi"],
        ["a", "ä", "b", "ß", "Ω"],
        ["a b", "a-b", "a1", "ab"],
    ],
)
def test_collation_key_sorts_as_vietnamese_does(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=collation_key) == ordered


@pytest.mark.parametrize("ordered", [["a", "ạ", "a b", "a-b", "ab", "ă", "b"], ["Tam Ngọc", "Tam Phú", "Tam Thăng"]])
def test_sort_text_sorts_as_the_key_does(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_text) == ordered
    assert sorted(set(ordered), key=collation_key) == ordered


def test_sort_text_keeps_letters_beyond_its_four_digits_last() -> None:
    assert sort_text("\U00020000") == "ffff" + "0000" + "0"


def test_collation_key_sets_both_tone_places_side_by_side() -> None:
    assert sorted(["hóa", "hoà", "hoa", "hòa"], key=collation_key) == ["hoa", "hoà", "hòa", "hóa"]


def test_sort_name_key_goes_by_given_then_family_then_middle_name() -> None:
    ordered = [
        "Nguyễn Văn An",
        "Trần An",
        "Lê Thị Hòa",
        "Nguyễn Hòa",
        "Nguyễn Đức Hòa",
        "Nguyễn Thị Hòa",
        "Lê Hóa",
        "Y Ký",
    ]

    assert sorted(set(ordered), key=sort_name_key) == ordered


def test_sort_name_key_takes_a_single_word_and_nothing() -> None:
    assert sorted(["Bnướch", "", "Ất"], key=sort_name_key) == ["", "Ất", "Bnướch"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [("12", 12), ("0", 0), ("", None), ("-1", None), ("1.5", None), ("x", None), ("9" * 19, None), ("9" * 5000, None)],
)
def test_key_of_a_row_is_what_a_table_can_hold(typed: str, key: int | None) -> None:
    assert row_key(typed) == key
