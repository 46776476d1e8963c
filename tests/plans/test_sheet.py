"""What the small readers are given: statements on a subject, without their labels."""

import pytest

from tongket.plans.building import build
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Outline
from tongket.plans.plan import Evidence, Span
from tongket.plans.sheet import Found, found, is_label, is_lead_in, own_words, statements
from tongket.plans.wording import Piece
from tongket.reading.document import Cell, Line


def outline(*texts: str) -> Outline:
    return build([Line(text) for text in texts], 0, len(texts))


STATED = [
    (Subject.PURPOSE, ["I. MỤC ĐÍCH", "- Đánh giá.", "- Biểu dương."], [("I/1", "Đánh giá"), ("I/2", "Biểu dương")]),
    (Subject.PURPOSE, ["I. NỘI DUNG", "- Đánh giá."], []),
    (Subject.TIME, ["1. Thời gian: 8 giờ."], [("1", "8 giờ")]),
    (Subject.TIME, ["I. NỘI DUNG", "- Thời gian: 8 giờ."], [("I/1", "8 giờ")]),
    (Subject.TIME, ["1. Thời gian: …………"], []),
    (Subject.PARTICIPANTS, ["1. Thành phần:", "- Gồm:", "+ Lãnh đạo."], [("1/1", "Lãnh đạo")]),
    (Subject.PARTICIPANTS, ["1. Thành phần", "- Đại biểu: 50 người."], [("1/1", "Đại biểu: 50 người")]),
    (Subject.PARTICIPANTS, ["1. Thành phần", "- Thành phần: 50 người."], [("1/1", "50 người")]),
    (Subject.BUDGET, ["V. KINH PHÍ", "- Nguồn kinh phí: Quỹ Hội."], [("V/1", "Quỹ Hội")]),
    (Subject.BUDGET, ["V. KINH PHÍ", "- Kinh phí khen thưởng: Quỹ."], [("V/1", "Kinh phí khen thưởng: Quỹ")]),
    (Subject.BUDGET, ["V. KINH PHÍ: Quỹ Hội."], [("V", "Quỹ Hội")]),
    (Subject.BUDGET, ["V. KINH PHÍ"], []),
]


@pytest.mark.parametrize(("subject", "texts", "stated"), STATED)
def test_statements_are_what_is_said_under_a_subject(
    subject: Subject, texts: list[str], stated: list[tuple[str, str]]
) -> None:
    assert [(node.clause, piece.text) for node, piece in statements(outline(*texts), subject)] == stated


LEAD_INS = [
    (["I. NỘI DUNG", "Gồm có:", "- Lãnh đạo."], [False, True, False]),
    (["I. NỘI DUNG", "- Đại biểu gồm:", "+ Lãnh đạo."], [False, True, False]),
    (["I. NỘI DUNG", "- Đại biểu gồm:"], [False, False]),
    (["I. NỘI DUNG", "Đại biểu gồm: lãnh đạo."], [False, False]),
]


@pytest.mark.parametrize(("texts", "expected"), LEAD_INS)
def test_lead_in_only_announces_a_list(texts: list[str], expected: list[bool]) -> None:
    assert [is_lead_in(node) for node in outline(*texts)] == expected


LABELS = [
    ("- Thời gian: 8 giờ", Subject.TIME, True),
    ("- Thời gian: 8 giờ", Subject.VENUE, False),
    ("- 8 giờ", Subject.TIME, False),
    ("- Thành phần: 5 người", Subject.PARTICIPANTS, True),
    ("- Đại biểu: 5 người", Subject.PARTICIPANTS, False),
    ("- Kinh phí: Quỹ", Subject.BUDGET, True),
    ("- Kinh phí in ấn: Quỹ", Subject.BUDGET, False),
    ("- Thời gian " + "rất " * 9 + "dài: 8 giờ", Subject.TIME, False),
]


@pytest.mark.parametrize(("text", "subject", "label"), LABELS)
def test_label_names_its_subject_and_nothing_else(text: str, subject: Subject, *, label: bool) -> None:
    _, node = outline("I. NỘI DUNG", text)

    assert is_label(node, subject) is label


def test_own_words_of_a_row_are_those_of_its_first_cell() -> None:
    cells = [Line(text, cell=Cell(0, 0, column)) for column, text in enumerate(("Xã A", "05"))]

    heading, row = build([Line("I. CHỈ TIÊU"), *cells], 0, 3)

    assert [piece and piece.text for piece in (own_words(heading), own_words(row))] == [None, "Xã A"]


def test_fact_stands_on_the_words_of_its_pieces() -> None:
    pieces = [Piece("Hội trường", 3, 9), None, Piece("", 4), Piece("tầng 3", 5)]

    assert found("Hội trường tầng 3", *pieces, sure=0.5, doubt="Chưa rõ.") == Found(
        "Hội trường tầng 3", Evidence((Span(3, 9, 19), Span(5, 0, 6)), 0.5, "Chưa rõ.")
    )
