"""What mergers and splits do to a comparison, in words."""

from dataclasses import replace
from decimal import Decimal

from tests.factories.materials import make_total
from tongket.reviews.tallying.lineage import Descent
from tongket.synthesis.composing.figured import figured
from tongket.synthesis.composing.lineage import Change, effect_of, hindrance_of
from tongket.synthesis.composing.values import Before

MERGED = Change("xã Tam An", Descent.MERGED, ("xã Tam Phú", "xã Tam Thanh"))
RENAMED = Change("phường Bàn Thạch", Descent.MERGED, ("phường An Sơn",))
SPLIT = Change("xã Mới", Descent.SPLIT, ("xã Cũ",))


def test_earlier_figures_of_merged_and_renamed_units_are_said_to_be_theirs() -> None:
    assert effect_of([MERGED, RENAMED, SPLIT], "Năm 2023") == (
        "số năm 2023 của xã Tam An là số của xã Tam Phú và xã Tam Thanh trước khi hợp nhất, cộng lại; "
        "số năm 2023 của phường Bàn Thạch là số của phường An Sơn trước đây; "
        "số năm 2023 của xã Mới nằm trong số của xã Cũ"
    )


def test_many_changes_are_counted() -> None:
    assert effect_of([MERGED] * 5, "Năm 2023") == "số năm 2023 của 05 đơn vị mới là số của các đơn vị trước sắp xếp"


def test_what_left_or_came_anew_hinders_the_comparison() -> None:
    new = Change("xã Lạ", Descent.NEW)

    assert hindrance_of([MERGED, SPLIT], "Năm 2023") == ""
    assert hindrance_of([new, replace(SPLIT, is_whole=False)], "Năm 2023") == (
        "xã Lạ chưa có số vào năm 2023; xã Mới tách ra từ xã Cũ, không so được hai tổng"
    )
    assert hindrance_of([new] * 4, "Năm 2023").startswith("04 đơn vị tách ra hoặc chưa có vào năm 2023")


def test_the_sentence_states_it() -> None:
    before = Before(12, "Năm 2023", Decimal(45), effect=effect_of([RENAMED], "Năm 2023"))

    (passage,) = figured("II.x", [replace(make_total(), before=before)], "")

    assert passage.text.endswith(
        "; tăng 12 mô hình (26,7%) so với năm 2023 "
        "(số năm 2023 của phường Bàn Thạch là số của phường An Sơn trước đây)."
    )
