"""The lines of the body become places with a kind, a clause, a heading, a subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.building import build
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Kind, Outline
from tongket.plans.wording import Piece
from tongket.reading.document import Cell, Line


def outline(*texts: str) -> Outline:
    return build([Line(text) for text in texts], 0, len(texts))


def words(piece: Piece | None) -> str | None:
    return None if piece is None else piece.text


KINDS = [
    (["I. MỤC ĐÍCH", "- Đánh giá."], [(Kind.HEADING, "I", 1), (Kind.ITEM, "I/1", 1)]),
    (["I. MỤC ĐÍCH", "Đánh giá."], [(Kind.HEADING, "I", 1), (Kind.PARAGRAPH, "I/1", 1)]),
    (["I. MỤC ĐÍCH", "1. Đánh giá."], [(Kind.HEADING, "I", 1), (Kind.POINT, "I.1", 2)]),
    (["I. MỤC ĐÍCH", "a) Đánh giá."], [(Kind.HEADING, "I", 1), (Kind.ITEM, "I/1", 1)]),
    (["I. MỤC ĐÍCH", "- A.", "- B."], [(Kind.HEADING, "I", 1), (Kind.ITEM, "I/1", 1), (Kind.ITEM, "I/2", 1)]),
    (["I. MỤC ĐÍCH", "- A:", "+ B."], [(Kind.HEADING, "I", 1), (Kind.ITEM, "I/1", 1), (Kind.ITEM, "I/1", 1)]),
    (["MỤC ĐÍCH", "- Đánh giá."], [(Kind.CAPTION, None, 0), (Kind.ITEM, None, 0)]),
    (["Đánh giá phong trào thi đua."], [(Kind.PARAGRAPH, None, 0)]),
    (["II. NỘI DUNG", "2.1. Thời gian: 8 giờ"], [(Kind.HEADING, "II", 1), (Kind.HEADING, "II.2.1", 2)]),
]


@pytest.mark.parametrize(("texts", "places"), KINDS)
def test_place_has_a_kind_a_clause_and_a_level(texts: list[str], places: list[tuple[Kind, str | None, int]]) -> None:
    assert [(node.kind, node.clause, node.level) for node in outline(*texts)] == places


def test_heading_is_parted_from_what_it_says_at_once() -> None:
    (node,) = outline("1. Thời gian: 8 giờ 00 ngày 20/11/2025.")

    assert (words(node.heading), words(node.text)) == ("Thời gian", "8 giờ 00 ngày 20/11/2025")
    assert (words(node.lead), words(node.value)) == ("Thời gian", "8 giờ 00 ngày 20/11/2025")


def test_item_keeps_its_label_in_its_text() -> None:
    _, node = outline("I. NỘI DUNG", "- Khách mời: lãnh đạo huyện;")

    assert (words(node.heading), words(node.text)) == (None, "Khách mời: lãnh đạo huyện")
    assert (words(node.lead), words(node.value)) == ("Khách mời", "lãnh đạo huyện")


def test_places_know_what_holds_them_and_what_they_hold() -> None:
    found = outline("I. NỘI DUNG", "1. Thành phần:", "- Lãnh đạo.", "2. Thời gian:", "II. KINH PHÍ")

    assert [(node.place, node.parent, node.children) for node in found] == [
        (0, -1, (1, 3)),
        (1, 0, (2,)),
        (2, 1, ()),
        (3, 0, ()),
        (4, -1, ()),
    ]


def test_rows_of_a_table_are_counted_like_items() -> None:
    rows = [("TT", "Nội dung", "Đơn vị"), ("1", "Viết báo cáo", "Văn phòng"), ("2", "Trang trí", "Tổ in")]
    cells = [
        Line(text, cell=Cell(0, row, column)) for row, texts in enumerate(rows) for column, text in enumerate(texts)
    ]
    lines = [Line("IV. PHÂN CÔNG"), *cells]

    _, *nodes = build(lines, 0, len(lines))

    assert [(node.kind, node.clause, node.columns) for node in nodes] == [
        (Kind.ROW, "IV/1", ("tt", "noi dung", "don vi")),
        (Kind.ROW, "IV/2", ("tt", "noi dung", "don vi")),
    ]
    assert [[words(piece) for cell in node.cells for piece in cell] for node in nodes] == [list(rows[1]), list(rows[2])]


SUBJECTS = [
    (["I. MỤC ĐÍCH", "- Đánh giá."], [{Subject.PURPOSE}, {Subject.PURPOSE}]),
    (["I. NỘI DUNG", "1. Thời gian:", "- 8 giờ."], [{Subject.CONTENT}, {Subject.TIME}, {Subject.TIME}]),
    (["I. NỘI DUNG", "- Địa điểm: Hội trường."], [{Subject.CONTENT}, {Subject.VENUE}]),
    (["I. GIẢI PHÁP", "- Làm tốt."], [{Subject.OTHER}, {Subject.OTHER}]),
    (["III. KHEN THƯỞNG", "1. Số lượng: 05", "2. Thời gian: 8 giờ"], [{Subject.AWARDS}] * 3),
    (["IV. TỔ CHỨC THỰC HIỆN", "1. Ban Tổ chức: báo cáo."], [{Subject.TASKS}, {Subject.TASKS}]),
    (["IV. PHÂN CÔNG", "- Thời gian: 8 giờ."], [{Subject.TASKS}, {Subject.TASKS}]),
    (["II. NỘI DUNG TỔNG KẾT", "1. Nội dung thi đua", "2. Kết quả:"], [{Subject.REVIEW}] * 3),
]


@pytest.mark.parametrize(("texts", "subjects"), SUBJECTS)
def test_subject_is_announced_or_handed_down(texts: list[str], subjects: list[set[Subject]]) -> None:
    assert [node.subjects for node in outline(*texts)] == subjects


CLOSINGS = [
    (["I. MỤC ĐÍCH", "- A.", "Trên đây là Kế hoạch tổng kết."], ["Trên đây là Kế hoạch tổng kết."]),
    (["I. MỤC ĐÍCH", "- A.", "Đề nghị các đơn vị triển khai."], ["Đề nghị các đơn vị triển khai."]),
    (["I. MỤC ĐÍCH", "- A.", "Trên đây là Kế hoạch.", "Yêu cầu các xã báo cáo./."],
     ["Trên đây là Kế hoạch.", "Yêu cầu các xã báo cáo./."]),
    (["I. MỤC ĐÍCH", "Đánh giá phong trào.", "Biểu dương điển hình."], []),
    (["I. MỤC ĐÍCH", "- Trên đây là Kế hoạch."], []),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "closing"), CLOSINGS)
def test_closing_sentences_belong_to_no_section(texts: list[str], closing: list[str]) -> None:
    found = outline(*texts)

    assert [piece.text for piece in found.closing] == closing
    assert [node.text.line for node in found if node.text and node.text.line >= len(texts) - len(closing)] == []


def test_outline_begins_and_ends_where_it_is_told() -> None:
    lines = [Line(text) for text in ("KẾ HOẠCH", "I. MỤC ĐÍCH", "- A.", "Nơi nhận:")]

    found = build(lines, 1, 3)

    assert [piece.line for node in found for piece in (node.heading, node.text) if piece] == [1, 2]


TEXTS = st.lists(
    st.sampled_from(
        ["I. MỤC ĐÍCH", "II. NỘI DUNG", "1. Thời gian: 8 giờ", "1.1. Buổi sáng", "2. Phòng Nội vụ chủ trì.", "a) Một;",
         "- Hai.", "+ Ba", "KINH PHÍ", "Phần thứ nhất", "Trên đây là Kế hoạch.", "Bốn.", "Khen thưởng:", "(1) Năm"]
    ),
    max_size=14,
)  # fmt: skip


@given(TEXTS)
def test_every_line_is_a_place_or_closes_the_plan(texts: list[str]) -> None:
    found = outline(*texts)

    places = [piece.line for node in found for piece in (node.heading, node.text) if piece]
    assert sorted({*places, *(piece.line for piece in found.closing)}) == list(range(len(texts)))


@given(TEXTS)
def test_words_of_a_place_stand_in_its_line(texts: list[str]) -> None:
    pieces = [piece for node in outline(*texts) for piece in (node.heading, node.text, node.lead, node.value) if piece]

    assert [texts[piece.line][piece.start : piece.start + len(piece.text)] for piece in pieces] == [
        piece.text for piece in pieces
    ]


@given(TEXTS)
def test_parents_and_children_agree_in_any_outline(texts: list[str]) -> None:
    nodes = outline(*texts).nodes

    assert [(node.parent, node.place) for node in nodes if node.parent >= 0] == sorted(
        ((node.place, child) for node in nodes for child in node.children), key=lambda pair: pair[1]
    )
    assert [node.place for node in nodes if node.parent >= node.place] == []
