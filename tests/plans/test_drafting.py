"""Every line of the body finds its mark and the place that holds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.drafting import draft
from tongket.plans.outline import Kind
from tongket.reading.document import Cell, Line


def parents(*texts: str) -> list[int]:
    """For each line the place that holds it."""
    return [made.parent for made in draft([Line(text) for text in texts], 0, len(texts))]


HELD = [
    (["I. Một", "1. Hai", "- Ba", "+ Bốn", "- Năm", "2. Sáu", "II. Bảy"], [-1, 0, 1, 2, 1, 0, -1]),
    (["1. Một", "I. Hai", "1. Ba"], [-1, 0, -1]),
    (["A. Một", "I. Hai", "1. Ba", "a) Bốn", "- Năm", "b) Sáu", "B. Bảy"], [-1, 0, 1, 2, 3, 2, -1]),
    (["Điều 1. Một", "1. Hai", "Điều 2. Ba"], [-1, 0, -1]),
    (["Phần thứ nhất", "I. Một", "Phần thứ hai", "I. Hai"], [-1, 0, -1, 2]),
    (["1. Một", "1.1. Hai", "1.1.1. Ba", "1.2. Bốn", "2. Năm", "2.1. Sáu"], [-1, 0, 1, 0, -1, 4]),
    (["II. Một", "2.1. Hai", "2.2. Ba", "- Bốn", "2.3. Năm"], [-1, 0, 0, 2, 0]),
    (["1. Một", "a) Hai", "1.1. Ba"], [-1, 0, 0]),
    (["I. Một", "- Hai", "không đánh số.", "1. Ba", "không đánh số."], [-1, 0, 0, 0, 3]),
    (["I. Một", "a) Hai", "không đánh số."], [-1, 0, 1]),
    (["không đánh số.", "- Một"], [-1, -1]),
    (["I. Một", "1. Hai", "KHEN THƯỞNG", "- Ba"], [-1, 0, -1, 2]),
    (["MỤC ĐÍCH", "1. Một", "KINH PHÍ", "1. Hai"], [-1, 0, -1, 2]),
    (["I. Một", "Thành phần:", "- Hai", "Thời gian:", "- Ba"], [-1, 0, 1, 0, 3]),
    ([], []),
]


@pytest.mark.parametrize(("texts", "held"), HELD)
def test_line_is_held_by_the_place_its_mark_stands_under(texts: list[str], held: list[int]) -> None:
    assert parents(*texts) == held


CAPTIONS = [
    ("KHEN THƯỞNG", False, True),
    ("Khen thưởng:", False, True),
    ("Khen thưởng", False, False),
    ("Khen thưởng", True, True),
    ("KHEN THƯỞNG.", False, False),
    ("Một câu nói chung:", False, False),
    ("GIẢI PHÁP CHUNG", False, True),
    ("UBND", False, False),
    ("KHEN THƯỞNG " + "X" * 140, False, False),
    ("Đậm nhưng rất dài " + "x" * 90, True, False),
]


@pytest.mark.parametrize(("text", "bold", "caption"), CAPTIONS)
def test_heading_without_number_is_a_caption(text: str, *, bold: bool, caption: bool) -> None:
    (made,) = draft([Line(text, bold=bold)], 0, 1)

    assert (made.kind is Kind.CAPTION) is caption


def test_draft_keeps_the_looks_of_its_line() -> None:
    (made,) = draft([Line("I. MỤC ĐÍCH", bold=True, gap=True)], 0, 1)

    assert (made.bold, made.gap, made.piece.text, made.piece.line) == (True, True, "I. MỤC ĐÍCH", 0)


def test_table_stands_under_the_place_before_it_row_by_row() -> None:
    rows = [("Xã A", "05"), ("Xã B", "03")]
    cells = [
        Line(text, cell=Cell(0, row, column)) for row, texts in enumerate(rows) for column, text in enumerate(texts)
    ]

    drafts = draft([Line("I. A"), Line("1. Chỉ tiêu"), *cells, Line("2. C")], 0, 7)

    assert [(made.kind is Kind.ROW, made.parent) for made in drafts] == [
        (False, -1),
        (False, 0),
        (True, 1),
        (True, 1),
        (False, 0),
    ]


def test_lines_outside_the_body_are_not_drafted() -> None:
    lines = [Line(text) for text in ("KẾ HOẠCH", "I. A", "- B", "Nơi nhận:")]

    assert [made.piece.line for made in draft(lines, 1, 3)] == [1, 2]


MARKS = [
    "Phần thứ nhất", "Điều 1. Một", "A. Một", "I. Một", "1. Một", "1.1. Một", "1.1.2. Một", "a) Một", "(1) Một",
    "- Một", "+ Một", "Một hai.", "KINH PHÍ", "Thời gian:",
]  # fmt: skip


@given(st.lists(st.sampled_from(MARKS), max_size=20))
def test_place_stands_below_one_that_came_before_it(texts: list[str]) -> None:
    drafts = draft([Line(text) for text in texts], 0, len(texts))

    assert [made.piece.text for made in drafts] == texts
    assert [place for place, made in enumerate(drafts) if not -1 <= made.parent < place] == []


@given(st.lists(st.sampled_from(MARKS), max_size=20))
def test_children_are_those_that_name_their_parent(texts: list[str]) -> None:
    drafts = draft([Line(text) for text in texts], 0, len(texts))

    assert [made.children for made in drafts] == [
        [child for child, other in enumerate(drafts) if other.parent == place] for place in range(len(drafts))
    ]
