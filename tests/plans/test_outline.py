"""Clauses and headings: what is named, what is content, what a place is called."""

from collections.abc import Iterable

import pytest

from tests.plans.making import plan_with
from tongket.plans.building import build
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Node, Outline
from tongket.reading.document import Line

SECTIONS = [
    ("I. MỤC ĐÍCH\n1. Mục đích\n- A.\n2. Yêu cầu\n- B.", ["I", "I.1", "I.2"]),
    ("I. MỤC ĐÍCH\n1. Nhằm đánh giá kết quả thực hiện phong trào thi đua.\n2. Tôn vinh các điển hình.", ["I"]),
    ("A. NỘI DUNG\nI. Thời gian\n1. Buổi sáng:\n- Khai mạc.", ["A", "A.I", "A.I.1"]),
    ("Phần thứ nhất\nNỘI DUNG\nI. Thời gian: 8h00 ngày 20/11/2025", ["1", "1.I"]),
    ("Điều 1. Thời gian\n1. Địa điểm: Hội trường\nĐiều 2. Kinh phí", ["1", "1.1", "2"]),
    ("II. NỘI DUNG\n2.1. Thời gian: 8h00 ngày 20/11/2025\n2.2. Địa điểm: Hội trường", ["II", "II.2.1", "II.2.2"]),
    ("III. NỘI DUNG\n1. Tổng kết\n1.1. Đánh giá:\n- A.\n1.1.1. Kết quả:\n- B.",
     ["III", "III.1", "III.1.1", "III.1.1.1"]),
    ("I. NỘI DUNG\n1. Thành phần\na) Cấp tỉnh:\n- A.\nb) Cấp huyện:\n- B.", ["I", "I.1", "I.1.a", "I.1.b"]),
    ("MỤC ĐÍCH\n- A.\nNỘI DUNG\n- B.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "clauses"), SECTIONS)
def test_headings(body: str, clauses: list[str]) -> None:
    assert [section.clause for section in plan_with(body).facts.sections] == clauses


CLAUSES = [
    ("I. MỤC ĐÍCH\n- A a.\n- B b.", ["I", "I/1", "I/2"]),
    ("I. MỤC ĐÍCH\nA a a.\n\nB b b.", ["I", "I/1", "I/2"]),
    ("I. MỤC ĐÍCH\nGồm có:\n- A a.\n- B b.", ["I", "I", "I/1", "I/2"]),
    ("I. MỤC ĐÍCH\n1. Đánh giá kết quả.\n- B b.\n- C c.", ["I", "I.1", "I.1/1", "I.1/2"]),
    ("I. MỤC ĐÍCH\na) Đánh giá;\nb) Biểu dương.", ["I", "I/1", "I/2"]),
    ("I. MỤC ĐÍCH\n- Cấp tỉnh:\n+ A a;\n+ B b;\n- Cấp huyện.", ["I", "I/1", "I/1", "I/1", "I/2"]),
]


@pytest.mark.parametrize(("body", "clauses"), CLAUSES)
def test_clauses(body: str, clauses: list[str]) -> None:
    assert [clause.clause for clause in plan_with(body).clauses] == clauses


def test_section_knows_its_level_and_parent() -> None:
    sections = plan_with("I. NỘI DUNG\n1. Thời gian:\n1.1. Buổi sáng:\n- Khai mạc.").facts.sections

    assert [(section.label, section.level, section.parent) for section in sections] == [
        ("I", 1, None),
        ("1", 2, "I"),
        ("1.1", 3, "I.1"),
    ]


def test_line_that_had_room_for_the_next_word_was_ended_on_purpose() -> None:
    body = (
        "IV. TỔ CHỨC THỰC HIỆN\n1. Phòng giáo dục và đào tạo các huyện, thành phố; các trường THPT\n"
        "Gửi báo cáo tổng kết về Sở (qua Phòng Chính trị, tư tưởng), bằng thư điện tử và\n"
        "văn bản giấy có chữ ký của thủ trưởng đơn vị, để tổng hợp báo cáo lãnh đạo Sở và\n"
        "xây dựng nội dung hội nghị tổng kết ngành theo đúng thời gian quy định của cấp\n"
        "trên và của lãnh đạo Sở, bảo đảm chất lượng.\n"
    )

    (task,) = plan_with(body).facts.tasks

    assert task.unit == "Phòng giáo dục và đào tạo các huyện, thành phố; các trường THPT"


TREE = ("I. MỤC ĐÍCH", "- Đánh giá.", "II. NỘI DUNG", "1. Thành phần:", "- Lãnh đạo:", "+ Xã.", "2. Kinh phí: Quỹ Hội.")


def tree() -> Outline:
    return build([Line(text) for text in TREE], 0, len(TREE))


def places(nodes: Iterable[Node]) -> list[int]:
    return [node.place for node in nodes]


def test_outline_is_walked_down_place_by_place() -> None:
    outline = tree()

    assert places(outline) == [0, 1, 2, 3, 4, 5, 6]
    assert places(outline.children(outline.nodes[2])) == [3, 6]
    assert places(outline.below(outline.nodes[2])) == [3, 4, 5, 6]
    assert places(outline.below(outline.nodes[1])) == []


def test_outline_is_walked_up_to_the_nearest_heading() -> None:
    outline = tree()

    heads = [outline.heading_above(node) for node in outline]

    assert places(outline.above(outline.nodes[5])) == [4, 3, 2]
    assert [head.place if head else None for head in heads] == [None, 0, None, 2, 3, 3, 2]


def test_outline_gives_the_places_of_a_subject_in_order() -> None:
    outline = tree()

    assert {subject: places(outline.on(subject)) for subject in Subject if list(outline.on(subject))} == {
        Subject.PURPOSE: [0, 1],
        Subject.PARTICIPANTS: [3, 4, 5],
        Subject.CONTENT: [2],
        Subject.BUDGET: [6],
    }
