"""Pieces keep their place; flat text keeps its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.wording import Piece, flat, is_capitals, rule, said, spoken, unmarked

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ "


@given(st.text(LETTERS + LETTERS.upper() + "“”–’0123456789"))
def test_flat_text_is_as_long_as_the_text(text: str) -> None:
    assert len(flat(text)) == len(text)


def test_flat_makes_spellings_one() -> None:
    assert flat("Uỷ ban, HOÀ Bình – Đảng") == flat("Ủy ban, hòa bình - đảng") == "uy ban, hoa binh - dang"


@given(st.text(LETTERS + LETTERS.upper() + "“”–’0123456789İ"))
def test_spoken_text_is_as_long_as_the_text(text: str) -> None:
    assert len(spoken(text)) == len(text)


def test_spoken_keeps_accents_and_makes_tone_placement_one() -> None:
    assert spoken("Uỷ ban, HOÀ Bình") == spoken("Ủy ban, hòa bình") == "ủy ban, hòa bình"
    assert spoken("quý, hoàn") == "quý, hoàn"


def test_said_tells_words_apart_that_are_one_without_accents() -> None:
    assert [bool(said(r"cử\b").match(spoken(word))) for word in ("Cử", "cư")] == [True, False]
    assert said("uỷ quyền").match(spoken("Ủy quyền"))


def test_rule_is_written_with_accents_and_keeps_escapes() -> None:
    assert rule(r"\bthời gian\s*\S").pattern == r"\bthoi gian\s*\S"


TRIMMED = [
    ("Lãnh đạo Hội;", "Lãnh đạo Hội"),
    ("triển khai thực hiện./.", "triển khai thực hiện"),
    ("trưng bày...", "trưng bày..."),
    ("(hội nghị hoặc văn bản...).", "(hội nghị hoặc văn bản...)"),
    ("*Thành phần:*", "Thành phần"),
]


@pytest.mark.parametrize(("text", "expected"), TRIMMED)
def test_trimmed(text: str, expected: str) -> None:
    assert Piece(text, 0).trimmed().text == expected


def test_cut_keeps_the_place_in_the_line() -> None:
    piece = Piece("Địa điểm:  Hội trường.", 7).cut(9).trimmed()

    assert (piece.text, piece.line, piece.start) == ("Hội trường", 7, 11)


def test_sentences_end_at_no_abbreviation() -> None:
    text = "Họp tại TP. Tam Kỳ. Mời Q. Chủ tịch dự... Kết thúc trước 11 giờ."

    assert [piece.text for piece in Piece(text, 0).sentences()] == [
        "Họp tại TP. Tam Kỳ.",
        "Mời Q. Chủ tịch dự...",
        "Kết thúc trước 11 giờ.",
    ]


def test_capitals_may_hold_a_small_word() -> None:
    assert is_capitals("THÀNH PHẦN và ĐỊA ĐIỂM")
    assert not is_capitals("UBND xã")


UNMARKED = [("**TM. BAN**", "TM. BAN"), ("* Ghi chú", "* Ghi chú"), ("a_b@mail.vn", "a_b@mail.vn"), ("***", "***")]


@pytest.mark.parametrize(("text", "expected"), UNMARKED)
def test_unmarked(text: str, expected: str) -> None:
    assert unmarked(text) == expected
