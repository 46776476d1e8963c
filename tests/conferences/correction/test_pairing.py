"""Which old row is which new one."""

import pytest

from tongket.conferences.correction.pairing import Row, pair_rows

HALL = "Chuẩn bị hội trường, khẩu hiệu, trang trí maket phục vụ hội nghị"
PAPER = "Xây dựng báo cáo tổng kết trình Ban Thường trực"
MONEY = "Lập dự toán kinh phí tổ chức hội nghị"


def rows(*texts: str) -> list[Row]:
    return [Row(text, f"IV.1/{place}") for place, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], []),
        ([HALL], [HALL], [(0, 0)]),
        ([HALL, PAPER], [PAPER, HALL], [(1, 0), (0, 1)]),
        ([HALL, PAPER], [HALL, MONEY, PAPER], [(0, 0), (None, 1), (1, 2)]),
        ([HALL, MONEY, PAPER], [HALL, PAPER], [(0, 0), (2, 1), (1, None)]),
        ([HALL], [MONEY], [(None, 0), (0, None)]),
        ([HALL], [HALL + " và giấy mời"], [(0, 0)]),
        ([HALL.replace("òa", "oà")], [HALL.upper() + "."], [(0, 0)]),
    ],
    ids=["nothing", "equal", "turned round", "inserted", "taken out", "unlike", "a little longer", "capitals and stop"],
)
def test_rows_are_paired_by_words(old: list[str], new: list[str], pairs: list[tuple[int | None, int | None]]) -> None:
    assert pair_rows(rows(*old), rows(*new), rest_in_order=False) == pairs


def test_what_is_left_is_paired_in_order_where_it_is_one_thing() -> None:
    assert pair_rows(rows(HALL, PAPER), rows(HALL, MONEY), rest_in_order=True) == [(0, 0), (1, 1)]


def test_equal_words_stay_with_their_own_although_another_is_like_them() -> None:
    first, second = "Cử 2 đại biểu dự hội nghị", "Cử 3 đại biểu dự hội nghị"

    assert pair_rows(rows(first), rows(second, first), rest_in_order=False) == [(None, 0), (0, 1)]


def test_of_equal_rows_the_one_at_the_same_place_is_taken_and_one_that_holds_before_one_that_is_gone() -> None:
    olds = [Row(HALL, "IV.1/2", is_gone=True), Row(HALL, "IV.1/1"), Row(HALL, "IV.1/2")]

    assert pair_rows(olds, [Row(HALL, "IV.1/2")], rest_in_order=False) == [(2, 0), (0, None), (1, None)]
