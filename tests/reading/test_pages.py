"""What printing adds to a text: page numbers, and line ends that end nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.pages import is_hard_wrapped, is_page_number, runs_on

PAGE_NUMBERS = ["2", " 12 ", "- 2 -", "– 3 –", "Trang 2/5", "trang 2", "Page 4", "3 / 10", "| 7", "5.", "/ 6 /"]
NO_PAGE_NUMBERS = ["", "2025", "1. Thời gian", "I", "8h00", "02 tập thể", "Trang", "20/11/2025", "- 2 - 3 -", "a 2"]


@pytest.mark.parametrize("text", PAGE_NUMBERS)
def test_number_alone_on_its_line_is_a_page_number(text: str) -> None:
    assert is_page_number(text) is True


@pytest.mark.parametrize("text", NO_PAGE_NUMBERS)
def test_number_with_other_words_is_no_page_number(text: str) -> None:
    assert is_page_number(text) is False


@given(st.integers(0, 999), st.sampled_from(["{}", "- {} -", "Trang {}", "trang {}/999", "  {}  "]))
def test_every_page_up_to_999_may_be_numbered(number: int, form: str) -> None:
    assert is_page_number(form.format(number)) is True


RUNS_ON = [
    ("Đánh giá kết quả thực hiện", "phong trào thi đua", True),
    ("Đánh giá kết quả thực hiện", "đợt thi đua", True),
    ("Chủ tịch Ủy ban nhân dân,", "các Phó Chủ tịch", True),
    ("Đánh giá kết quả thực hiện", "Phong trào thi đua", False),
    ("Đánh giá kết quả thực hiện.", "phong trào thi đua", False),
    ("Thành phần:", "lãnh đạo các phòng", False),
    ("Các đơn vị;", "các trường", False),
    ("phong trào “Dân vận khéo”", "năm 2025", False),
    ("năm 2025 (dự kiến)", "tại hội trường", False),
    ("Đánh giá kết quả thực hiện", "a) phong trào", False),
    ("Đánh giá kết quả thực hiện", "đ. phong trào", False),
    ("Đánh giá kết quả thực hiện", "(b) phong trào", False),
    ("Đánh giá kết quả thực hiện", "20 đại biểu", False),
    ("Đánh giá kết quả thực hiện", "- phong trào", False),
    ("Đánh giá kết quả thực hiện", "", False),
    ("", "phong trào", True),
]


@pytest.mark.parametrize(("text", "following", "expected"), RUNS_ON)
def test_line_runs_on_when_the_next_begins_small_and_nothing_ended(
    text: str, following: str, *, expected: bool
) -> None:
    assert runs_on(text, following) is expected


PROSE = [
    "Căn cứ Kế hoạch của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh về việc tổ chức",
    "hội nghị tổng kết phong trào thi đua yêu nước giai đoạn vừa qua, Ban Thường",
    "trực Ủy ban Mặt trận Tổ quốc Việt Nam huyện ban hành kế hoạch tổ chức hội",
    "nghị tổng kết với những nội dung sau đây để các đơn vị biết, phối hợp thực",
    "hiện.",
]


def test_printed_prose_is_hard_wrapped() -> None:
    assert is_hard_wrapped(PROSE) is True


NOT_WRAPPED = [
    [],
    ["một", "hai"],
    PROSE[:4],
    [f"{number}. Đánh giá kết quả thực hiện phong trào thi đua." for number in range(20)],
    ["- Đánh giá kết quả thực hiện phong trào"] * 20,
    [*PROSE, "x" * 161],
    [*PROSE[:3], *(["- Phòng Nội vụ chủ trì, phối hợp với các đơn vị chuẩn bị hội nghị tổng kết;"] * 20)],
]


@pytest.mark.parametrize("texts", NOT_WRAPPED)
def test_paragraphs_are_not_hard_wrapped(texts: list[str]) -> None:
    assert is_hard_wrapped(texts) is False
