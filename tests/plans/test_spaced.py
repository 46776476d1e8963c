"""Tables drawn with nothing but spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.spaced import Part, Placed, part_spaced, parts_of
from tongket.reading.document import Cell, Line

HEADS = "TT    Nội dung công việc       Đơn vị chủ trì     Thời gian"


def placed(*texts: str) -> list[Placed]:
    return list(enumerate(map(Line, texts)))


def cells(rows: list[Placed]) -> list[tuple[str, Cell | None]]:
    return [(line.text, line.cell) for _, line in rows]


PARTS = [
    ("Một phần", 0.0, [Part(0, "Một phần")]),
    ("UBND HUYỆN   CỘNG HÒA", 0.0, [Part(0, "UBND HUYỆN"), Part(13, "CỘNG HÒA")]),
    ("hai  dấu cách", 0.0, [Part(0, "hai  dấu cách")]),
    ("a\tb", 0.0, [Part(0, "a"), Part(2, "b")]),
    ("a   b", 36.0, [Part(6, "a"), Part(10, "b")]),
    ("   a   ", 0.0, [Part(3, "a")]),
    ("", 0.0, []),
]


@pytest.mark.parametrize(("text", "indent", "parts"), PARTS)
def test_parts_stand_between_wide_gaps(text: str, indent: float, parts: list[Part]) -> None:
    assert parts_of(Line(text, indent=indent)) == parts


def test_rows_keep_to_the_columns_of_their_heads() -> None:
    rows = part_spaced(placed(HEADS, "1     Viết báo cáo             Văn phòng          20/11/2025"))

    assert cells(rows) == [
        ("TT", Cell(0, 0, 0)),
        ("Nội dung công việc", Cell(0, 0, 1)),
        ("Đơn vị chủ trì", Cell(0, 0, 2)),
        ("Thời gian", Cell(0, 0, 3)),
        ("1", Cell(0, 1, 0)),
        ("Viết báo cáo", Cell(0, 1, 1)),
        ("Văn phòng", Cell(0, 1, 2)),
        ("20/11/2025", Cell(0, 1, 3)),
    ]
    assert [place for place, _ in rows] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_line_without_its_first_column_goes_on_with_the_row_above() -> None:
    rows = part_spaced(placed(HEADS, "1     Viết báo cáo             Văn phòng", "      tổng kết"))

    assert cells(rows)[4:] == [
        ("1", Cell(0, 1, 0)),
        ("Viết báo cáo", Cell(0, 1, 1)),
        ("tổng kết", Cell(0, 1, 1)),
        ("Văn phòng", Cell(0, 1, 2)),
    ]


def test_empty_cell_leaves_the_others_in_their_columns() -> None:
    rows = part_spaced(placed(HEADS, "1     Trang trí                                   20/11/2025"))

    assert cells(rows)[4:] == [
        ("1", Cell(0, 1, 0)),
        ("Trang trí", Cell(0, 1, 1)),
        ("20/11/2025", Cell(0, 1, 3)),
    ]


def test_table_ends_at_a_line_of_text_at_the_margin() -> None:
    rows = part_spaced(placed(HEADS, "1     Viết báo cáo             Văn phòng", "V. KINH PHÍ", "Nguồn   quỹ   Hội"))

    assert cells(rows)[-2:] == [("V. KINH PHÍ", None), ("Nguồn   quỹ   Hội", None)]


def test_number_alone_begins_a_row() -> None:
    rows = part_spaced(placed(HEADS, "1.", "      Viết báo cáo             Văn phòng"))

    assert cells(rows)[4:] == [
        ("1.", Cell(0, 1, 0)),
        ("Viết báo cáo", Cell(0, 1, 1)),
        ("Văn phòng", Cell(0, 1, 2)),
    ]


def test_tables_are_numbered_behind_those_the_file_has() -> None:
    drawn = [(0, Line("a", cell=Cell(4, 0, 0))), (1, Line(HEADS)), (2, Line("Sau bảng")), (3, Line(HEADS))]

    tables = [line.cell.table if line.cell else None for _, line in part_spaced(drawn)]

    assert tables == [4, *[5] * 4, None, *[6] * 4]


PLAIN = [
    ["UBND HUYỆN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["Nội dung          Thời gian"],
    ["Hội trường   tầng 3   khu A"],
    ["TT   Xã Bình Trị   Xã Bình An   Thời gian"],
    [],
]


@pytest.mark.parametrize("texts", PLAIN)
def test_lines_under_no_heads_come_as_they_are(texts: list[str]) -> None:
    assert part_spaced(placed(*texts)) == placed(*texts)


TEXTS = st.lists(
    st.sampled_from(
        [HEADS, "1     Viết báo cáo     Tổ", "      tổng kết", "V. KINH PHÍ", "2.", " x   y   z   t", "\tà"]
    ),
    max_size=10,
)


@given(TEXTS)
def test_no_word_is_lost_and_each_keeps_its_line(texts: list[str]) -> None:
    rows = part_spaced(placed(*texts))

    assert [
        sorted(word for at, line in rows if at == place for word in line.text.split()) for place in range(len(texts))
    ] == [sorted(text.split()) for text in texts]
