"""Tables of the body: rows of cells under the words of their heads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.tables import Table, is_column_head, read_table, words_of
from tongket.plans.wording import Piece
from tongket.reading.document import Cell, Line

HEADS = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành"]


def cells(*rows: list[str], table: int = 0) -> list[Line]:
    """The lines of a table; an empty word makes no line, as in a file."""
    return [
        Line(text, cell=Cell(table, number, column))
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]


def texts(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[words_of(cell) for cell in row] for row in table.rows]


def test_table_with_heads_gives_its_rows_without_them() -> None:
    lines = cells(HEADS, ["1", "Viết báo cáo", "Văn phòng", "20/11/2025"])

    table = read_table(lines, 0, len(lines))

    assert table is not None
    assert table.columns == ("tt", "noi dung cong viec", "don vi chu tri", "thoi gian hoan thanh")
    assert texts(table) == [["1", "Viết báo cáo", "Văn phòng", "20/11/2025"]]
    assert table.end == 8


def test_table_without_heads_keeps_all_its_rows() -> None:
    lines = cells(["Xã A", "05"], ["Xã B", "03"])

    table = read_table(lines, 0, len(lines))

    assert table is not None
    assert (table.columns, texts(table)) == ((), [["Xã A", "05"], ["Xã B", "03"]])


def test_lines_of_one_cell_are_its_words_in_order() -> None:
    lines = [
        Line("Viết báo cáo", cell=Cell(0, 0, 0)),
        Line("tổng kết", cell=Cell(0, 0, 0)),
        Line("Văn phòng", cell=Cell(0, 0, 1)),
    ]

    assert texts(read_table(lines, 0, 3)) == [["Viết báo cáo tổng kết", "Văn phòng"]]


def test_row_without_its_first_cell_begins_with_the_first_words_it_has() -> None:
    lines = cells(["1", "Viết báo cáo", "Văn phòng"], ["", "In tài liệu", "Tổ in"])

    assert texts(read_table(lines, 0, len(lines)))[1] == ["In tài liệu", "In tài liệu", "Tổ in"]


def test_pieces_of_a_cell_know_their_lines() -> None:
    lines = [Line("Trước bảng"), *cells(["Xã A", "05"])]

    table = read_table(lines, 1, len(lines))

    assert table is not None
    assert table.rows == (((Piece("Xã A", 1),), (Piece("05", 2),)),)


def test_table_ends_where_another_table_or_text_begins() -> None:
    lines = [*cells(["a", "b"]), *cells(["c", "d"], table=1), Line("Sau bảng")]

    ends = [table.end for start in (0, 2) if (table := read_table(lines, start, len(lines)))]

    assert ends == [2, 4]


@pytest.mark.parametrize("lines", [[Line("Không có bảng")], cells(["một cột"], ["hai dòng"])])
def test_text_and_a_single_column_are_no_table(lines: list[Line]) -> None:
    assert read_table(lines, 0, len(lines)) is None


HEAD_WORDS = ["TT", "STT", "Nội dung", "ĐƠN VỊ CHỦ TRÌ", "Thời gian hoàn thành:", "Ghi chú", "Tập thể", "Hạn nộp"]
NO_HEAD_WORDS = ["", "1", "Xã Bình Trị", "Viết báo cáo tổng kết", "20/11/2025", "Tập thể xã", "Nội dung " + "x" * 60]


@pytest.mark.parametrize("text", HEAD_WORDS)
def test_words_over_a_column_are_a_head(text: str) -> None:
    assert is_column_head(text) is True


@pytest.mark.parametrize("text", NO_HEAD_WORDS)
def test_words_inside_a_column_are_no_head(text: str) -> None:
    assert is_column_head(text) is False


@given(st.lists(st.lists(st.sampled_from(["", "a", "Đơn vị"]), min_size=2, max_size=4), min_size=1, max_size=5))
def test_no_line_of_a_table_is_lost(rows: list[list[str]]) -> None:
    lines = cells(["x", "y"], *rows)

    table = read_table(lines, 0, len(lines))

    assert table is not None
    assert {piece.line for row in table.rows for cell in row for piece in cell} == set(range(len(lines)))
