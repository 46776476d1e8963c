"""Pieces keep their place; flat text keeps its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.plan import Span
from tongket.plans.wording import Piece, flat, is_capitals, opens_small, rule, said, spans, spoken, unmarked

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


SENTENCES = st.text(st.sampled_from("aB. ;:!…“”()*_\tTP1"), max_size=40)


@given(SENTENCES)
def test_sentences_hold_every_word_in_order(text: str) -> None:
    sentences = [piece.text for piece in Piece(text, 0).sentences()]

    assert _bare(" ".join(sentences)) == _bare(text)


@given(SENTENCES, st.integers(0, 9))
def test_parts_of_a_piece_stand_where_they_say(text: str, start: int) -> None:
    line, whole = "x" * start + text, Piece(text, 3, start)

    parts = [*whole.sentences(), *whole.split(rule(";")), whole.trimmed(), whole.cut(0)]

    assert [line[part.span.start : part.span.end] for part in parts] == [part.text for part in parts]
    assert {part.line for part in parts} == {3}


@given(st.text(st.sampled_from("aB. ;:!…“”()/1"), max_size=40))
def test_trimming_twice_is_trimming_once(text: str) -> None:
    once = Piece(text, 0).trimmed()

    assert once.trimmed() == once


@given(SENTENCES)
def test_unmarked_text_has_only_single_spaces_and_keeps_its_words(text: str) -> None:
    assert _bare(unmarked(text)) == _bare(text)
    assert unmarked(text) == " ".join(unmarked(text).split())


def _bare(text: str) -> str:
    """`text` without blanks and marks of emphasis."""
    return "".join(letter for letter in text if letter not in "*_ \t")


def test_split_leaves_empty_parts_out() -> None:
    assert [(part.text, part.start) for part in Piece("một; ; hai;ba;", 0).split(rule(";"))] == [
        ("một", 0),
        ("hai", 7),
        ("ba", 11),
    ]


def test_spans_are_those_of_pieces_with_words() -> None:
    assert spans(Piece("hai", 1, 4), None, Piece("", 2), Piece("ba", 3)) == (Span(1, 4, 7), Span(3, 0, 2))


@pytest.mark.parametrize(
    ("text", "small"),
    [("các xã", True), ("(các xã)", True), ("“đổi mới”", True), ("Các xã", False), ("20 xã", False), ("", False)],
)
def test_line_opens_small_by_its_first_letter(text: str, *, small: bool) -> None:
    assert opens_small(text) is small
