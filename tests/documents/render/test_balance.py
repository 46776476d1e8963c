"""Subjects in balanced lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.documents.render.balance import balanced
from tongket.documents.render.fonts import width_mm

LONG = (
    "Tổ chức hội nghị tổng kết đánh giá kết quả triển khai Phong trào thi đua “Đoàn kết sáng tạo, nâng cao năng suất, "
    "chất lượng, hiệu quả, hội nhập quốc tế” trên địa bàn thành phố"
)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("", ("",)),
        ("Tặng Giấy khen", ("Tặng Giấy khen",)),
        (
            "Tổ chức hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo” trên địa bàn thành phố",
            ("Tổ chức hội nghị tổng kết Phong trào thi đua", "“Đoàn kết sáng tạo” trên địa bàn thành phố"),
        ),
        (
            "Về phối hợp giữa các tổ chức chính trị - xã hội thành phố trong năm 2024 và những năm tiếp theo",
            ("Về phối hợp giữa các tổ chức chính trị - xã hội", "thành phố trong năm 2024 và những năm tiếp theo"),
        ),
        (
            LONG,
            (
                "Tổ chức hội nghị tổng kết đánh giá kết quả triển khai Phong",
                "trào thi đua “Đoàn kết sáng tạo, nâng cao năng suất, chất",
                "lượng, hiệu quả, hội nhập quốc tế” trên địa bàn thành phố",
            ),
        ),
    ],
)
def test_subject_under_the_name_of_a_type(words: str, lines: tuple[str, ...]) -> None:
    assert balanced(words, 165, 14, bold=True) == lines


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "V/v chuẩn bị tham luận tại hội nghị tổng kết phong trào thi đua “Đoàn kết sáng tạo”",
            ("V/v chuẩn bị tham luận tại", "hội nghị tổng kết phong trào", "thi đua “Đoàn kết sáng tạo”"),
        ),
        (
            "V/v đính chính Công văn số 212/MTTQ-BTT ngày 14 tháng 10 năm 2024",
            ("V/v đính chính Công", "văn số 212/MTTQ-BTT", "ngày 14 tháng 10 năm 2024"),
        ),
        ("V/v xác nhận đại biểu dự hội nghị tổng kết", ("V/v xác nhận đại biểu", "dự hội nghị tổng kết")),
    ],
)
def test_subject_of_a_letter(words: str, lines: tuple[str, ...]) -> None:
    assert balanced(words, 65, 12) == lines


def test_quotes_stay_whole_where_that_costs_no_line() -> None:
    room = width_mm("bb cc dd ee ff", 12) + 1

    assert balanced("aa “bb cc dd” ee ff", room, 12) == ("aa “bb cc dd”", "ee ff")
    assert balanced("aa bb “cc dd ee ff gg hh” ii", room, 12) == ("aa bb “cc dd", "ee ff gg hh” ii")


def test_word_that_is_longer_than_a_line_is_left_to_who_sets_it() -> None:
    words = "V/v " + "a" * 60 + " b c d e f"

    assert balanced(words, 65, 12) == (words,)


def fewest(words: str, room: float) -> int:
    lines, line = 1, ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        fits = width_mm(longer, 12) <= room
        lines, line = (lines, longer) if fits else (lines + 1, word)
    return lines


@given(st.lists(st.text("aăâbcdđ“”", min_size=1, max_size=7), min_size=1, max_size=24).map(" ".join))
def test_lines_hold_all_words_and_are_as_few_as_can_be(words: str) -> None:
    lines = balanced(words, 40, 12)

    assert " ".join(lines) == words
    assert len(lines) == fewest(words, 39.5)
    assert [line for line in lines if width_mm(line, 12) > 39.5 + 0.01] == []


def test_no_line_is_much_longer_than_its_neighbour() -> None:
    lengths = [width_mm(line, 14, bold=True) for line in balanced(LONG, 165, 14, bold=True)]

    assert max(abs(one - other) for one, other in pairwise(lengths)) < 10
