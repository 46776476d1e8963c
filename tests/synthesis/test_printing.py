"""The annexes as they are printed."""

from dataclasses import replace

from tests.documents.shapes import BARS, TREND
from tests.factories.materials import make_indicator, make_total
from tongket.documents.render.markdown import annexes_of
from tongket.documents.render.values import Paragraph, text
from tongket.synthesis.composing.values import Model
from tongket.synthesis.printing import drawings_annex, figures_annex, models_annex


def test_figures_are_numbered_without_their_parts_and_empty_columns_are_left_out() -> None:
    part = replace(make_total(value="25"), indicator=make_indicator("moi", "Trong đó: Mô hình mới"))

    made = figures_annex([replace(make_total(), parts=(part,)), make_total(value="9")])

    assert made.splitlines()[2:-2] == [
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Số đơn vị có số liệu |",
        "|:-:|---|:-:|--:|:-:|",
        "| 1 | Mô hình đang duy trì | mô hình | 57 | 15/18 |",
        "|  | &ndash; mô hình mới | mô hình | 25 | 15/18 |",
        "| 2 | Mô hình đang duy trì | mô hình | 09 | 15/18 |",
    ]


def test_the_period_before_stands_where_it_is_known() -> None:
    made = figures_annex([make_total(before="45")])

    assert made.splitlines()[4] == "| 1 | Mô hình đang duy trì | mô hình | 57 | 15/18 | 45 (năm 2023) |"


def test_models_say_only_what_is_known_of_any() -> None:
    made = models_annex([Model(1, "A", "Hội"), Model(2, "B", place="xã Tam Phú")])

    assert made.splitlines()[2:-2] == [
        "| TT | Mô hình | Đơn vị thực hiện | Nơi thực hiện |",
        "|:-:|---|---|---|",
        "| 1 | A | Hội |  |",
        "| 2 | B |  | xã Tam Phú |",
    ]


def test_no_annex_without_rows() -> None:
    assert (figures_annex([]), models_annex([])) == ("", "")


def test_drawings_are_counted_in_their_captions_on_upright_pages() -> None:
    (annex,) = annexes_of(drawings_annex([BARS, TREND]))

    assert (annex.title, annex.is_landscape) == ("HÌNH VẼ SỐ LIỆU TỔNG HỢP", False)
    assert annex.body == (
        replace(BARS, caption=f"Hình 1. {BARS.caption}"),
        replace(TREND, caption=f"Hình 2. {TREND.caption}"),
    )


def test_annex_of_drawings_says_what_it_leaves_to_the_table() -> None:
    (annex,) = annexes_of(drawings_annex([BARS], left_out=35))

    assert annex.body[-1] == Paragraph(text("35 chỉ tiêu khác nêu trong báo cáo xem ở bảng số liệu tổng hợp."))


def test_no_annex_without_drawings() -> None:
    assert drawings_annex([], left_out=3) == ""
