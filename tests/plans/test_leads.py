"""The words before a colon name what follows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.leads import short_lead, split_lead
from tongket.plans.wording import Piece

SPLIT = [
    ("Thời gian: 8 giờ", "Thời gian", "8 giờ"),
    ("Thành phần:", "Thành phần", ""),
    ("Thời gian: Từ 8:30 đến 11:00", "Thời gian", "Từ 8:30 đến 11:00"),
    ("Từ 8:30: khai mạc", "Từ 8:30", "khai mạc"),
    ("Xem https://binhson.gov.vn: tải về", "Xem https://binhson.gov.vn", "tải về"),
    ("Chủ đề “Thi đua: đổi mới”: các tham luận", "Chủ đề “Thi đua: đổi mới”", "các tham luận"),
    ("Khách (mời: 5 người): lãnh đạo", "Khách (mời: 5 người)", "lãnh đạo"),
    ("A: b: c", "A", "b: c"),
]


@pytest.mark.parametrize(("text", "before", "after"), SPLIT)
def test_lead_is_split_at_the_first_colon_that_parts_words(text: str, before: str, after: str) -> None:
    found = split_lead(Piece(text, 3))

    assert found is not None
    assert (found[0].text, found[1].text) == (before, after)


@pytest.mark.parametrize("text", ["", "Thời gian", "8:30", "(mời: 5)", "“Thi đua: đổi mới”", "http://a.vn"])
def test_words_without_such_a_colon_have_no_lead(text: str) -> None:
    assert split_lead(Piece(text, 0)) is None


@pytest.mark.parametrize(
    "text", ["Họp sáng nay. Thành phần: A", "Gửi báo cáo; kết quả: tốt", " ".join(["từ"] * 41) + ": sau"]
)
def test_long_words_or_sentences_before_a_colon_are_no_short_lead(text: str) -> None:
    assert split_lead(Piece(text, 0)) is not None
    assert short_lead(Piece(text, 0)) is None


@given(st.text(st.sampled_from("aB: 8/(“)”.\t")), st.integers(0, 9))
def test_lead_and_value_stand_where_they_say(text: str, start: int) -> None:
    whole = "x" * start + text

    for part in split_lead(Piece(text, 0, start)) or ():
        assert whole[part.span.start : part.span.end] == part.text
