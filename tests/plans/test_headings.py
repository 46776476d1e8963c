"""Heading or content: a numbered line is judged by its own words, else by its siblings."""

import pytest

from tongket.plans.drafting import draft
from tongket.plans.headings import decide_all, is_subject
from tongket.plans.lexicon import Subject
from tongket.plans.wording import Piece
from tongket.reading.document import Line


def headings(*texts: str, bold: frozenset[int] = frozenset()) -> list[bool]:
    """For each line whether it is a heading; those whose place is in `bold` are printed so."""
    lines = [Line(text, bold=place in bold) for place, text in enumerate(texts)]
    return decide_all(draft(lines, 0, len(lines)))


ALONE = [
    ("I. MỤC ĐÍCH", True),
    ("I. Mục đích", True),
    ("Phần thứ nhất", True),
    ("1. THỜI GIAN", True),
    ("1. Thời gian: 8 giờ ngày 20/11/2025", True),
    ("1. Thành phần:", True),
    ("1. Phòng Nội vụ", True),
    ("1. Phòng Nội vụ: chủ trì.", True),
    ("1. Giao Phòng Nội vụ: chủ trì.", True),
    ("1. Ở huyện: tổ chức hội nghị", True),
    ("1. Đánh giá kết quả thực hiện phong trào thi đua.", False),
    ("1. Phòng Nội vụ có trách nhiệm chuẩn bị.", False),
    ("1. Phòng Nội vụ (chủ trì chuẩn bị).", False),
    ("1. Chủ trì, phối hợp với các phòng, ban: chuẩn bị", False),
    ("1. " + " ".join(["từ"] * 31), False),
    ("a) Mục đích", False),
    ("- MỤC ĐÍCH", False),
    ("Mục đích", False),
    ("MỤC ĐÍCH", False),
    ("I. " + "MỤC ĐÍCH " * 40, False),
]


@pytest.mark.parametrize(("text", "heading"), ALONE)
def test_line_alone_is_judged_by_its_words(text: str, *, heading: bool) -> None:
    assert headings(text) == [heading]


TOGETHER = [
    (["1. Mở rộng phong trào", "- A."], [True, False]),
    (["1. Mở rộng phong trào"], [False]),
    (["1. Mở rộng phong trào", "2. THỜI GIAN"], [True, True]),
    (["1. Mở rộng phong trào", "2. Biểu dương điển hình."], [False, False]),
    (["1. Mở rộng", "2. Thời gian: 8 giờ", "3. Kết quả tốt."], [False, True, False]),
    (["a) Cấp tỉnh", "- A.", "b) Cấp huyện: 5 người"], [True, False, True]),
    (["a) Cấp tỉnh", "b) Cấp huyện: 5 người"], [False, False]),
    (["a) Cấp tỉnh;", "- A."], [False, False]),
    (["1. Thi đua.", "- A."], [True, False]),
    (["1. Biểu dương các điển hình tiên tiến.", "- A."], [False, False]),
]


@pytest.mark.parametrize(("texts", "expected"), TOGETHER)
def test_line_that_does_not_tell_is_judged_by_what_stands_around_it(texts: list[str], expected: list[bool]) -> None:
    assert headings(*texts) == expected


def test_bold_makes_a_numbered_line_a_heading() -> None:
    assert headings("1. Mở rộng phong trào", bold=frozenset({0})) == [True]
    assert headings("1. Mở rộng phong trào;", bold=frozenset({0})) == [False]


def test_no_lines_give_no_headings() -> None:
    assert headings() == []


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Thời gian, địa điểm", {Subject.TIME, Subject.VENUE}),
        ("Một nhãn khác", set()),
        ("thời gian " + " ".join(["từ"] * 13), set()),
    ],
)
def test_short_label_announces_its_subjects(text: str, subjects: set[Subject]) -> None:
    assert is_subject(Piece(text, 0)) == subjects
