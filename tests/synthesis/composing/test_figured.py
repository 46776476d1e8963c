"""Sentences from figures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.factories.materials import make_indicator, make_rate, make_total
from tongket.reviews.rules import Gather, Nature
from tongket.synthesis.composing.figured import figured
from tongket.synthesis.composing.values import Before
from tongket.synthesis.rules import SourceSort

SINCE = "Từ khi phát động đến nay"


def test_a_total_says_of_whom_it_speaks() -> None:
    (passage,) = figured("II.x", [make_total()], SINCE)

    assert passage.text == "Từ khi phát động đến nay, có 57 mô hình đang duy trì, theo báo cáo của 15/18 đơn vị."
    assert [source.sort for source in passage.sources] == [SourceSort.TALLY, *[SourceSort.FIGURE] * 4]


def test_units_that_stand_out_are_named() -> None:
    (passage,) = figured("II.x", [make_total(value="20")], "")

    assert passage.text.endswith(
        "tiêu biểu là Hội Nông dân thành phố (09 mô hình) và Hội Liên hiệp phụ nữ thành phố (08 mô hình)."
    )


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("45", "tăng 12 mô hình (26,7%) so với năm 2023"),
        ("60", "giảm 03 mô hình (5%) so với năm 2023"),
        ("56", "tăng 01 mô hình so với năm 2023"),
        ("57", "bằng năm 2023"),
        ("10", "gấp 5,7 lần năm 2023"),
        ("0", "tăng 57 mô hình so với năm 2023"),
    ],
)
def test_the_change_is_said_as_people_say_it(before: str, said: str) -> None:
    (passage,) = figured("II.x", [make_total(before=before)], SINCE)

    assert passage.text.endswith(f"; {said}.")


def test_rates_change_by_points() -> None:
    (passage,) = figured("II.x", [make_rate()], "")

    assert passage.text == (
        "Tỷ lệ hộ tham gia đạt 86,5%, theo báo cáo của tất cả 18 đơn vị; tăng 6,5 điểm phần trăm so với năm 2023."
    )


def test_what_does_not_compare_says_why_in_a_sentence_of_its_own() -> None:
    before = Before(12, "Năm 2023", Decimal(45), "Kỳ này 15/18 đơn vị có số.")

    passages = figured("II.x", [replace(make_total(), before=before)], SINCE)

    assert [each.slot for each in passages] == ["II.x:so:mo_hinh", "II.x:so-sanh:mo_hinh"]
    assert passages[1].text == "Mô hình đang duy trì năm 2023 là 45 mô hình; kỳ này 15/18 đơn vị có số."
    assert "so với" not in passages[0].text


def test_parts_stand_behind_their_total() -> None:
    part = replace(make_total(value="25"), key=15, indicator=make_indicator("moi", "Mô hình mới"))

    (passage,) = figured("II.x", [replace(make_total(), parts=(part,))], "")

    assert passage.text.endswith("; trong đó có 25 mô hình mới.")
    assert passage.figures["phan_moi"][0] == "25"


def test_parts_say_what_is_counted_and_money_after_its_name() -> None:
    built = replace(make_total(value="13"), key=15, indicator=make_indicator("moi", "Trong đó: 3 sao", "sản phẩm"))
    money = replace(make_indicator("tien", "Trong đó: từ doanh nghiệp", "triệu đồng"), nature=Nature.MONEY)

    (counts,) = figured("II.x", [replace(make_total(), parts=(built,))], "")
    (sums,) = figured("II.x", [replace(make_total(), parts=(replace(built, indicator=money),))], "")

    assert counts.text.endswith("; trong đó có 13 sản phẩm 3 sao.")
    assert sums.text.endswith("; trong đó từ doanh nghiệp 13 triệu đồng.")


def test_one_or_two_units_behind_a_figure_are_named() -> None:
    total = replace(make_total(value="36", number=1), shares=make_total().shares[:1])

    (passage,) = figured("II.x", [total], "")

    assert passage.text == "Có 36 mô hình đang duy trì, theo báo cáo của Hội Nông dân thành phố (1/18 đơn vị)."


@pytest.mark.parametrize(
    ("number", "expected", "whom"), [(1, 18, "Ban A (Hội) xã B, 1/18 đơn vị"), (1, 1, "Ban A (Hội) xã B")]
)
def test_name_with_brackets_stands_whole_within_brackets(number: int, expected: int, whom: str) -> None:
    share = replace(make_total().shares[0], unit_name="Ban A (Hội) xã B")
    total = replace(make_total(value="36", number=number), expected=expected, shares=(share,))

    _first, second = figured("II.x", [total, total], "")

    assert second.text == f"Có 36 mô hình đang duy trì (số liệu của {whom})."


def test_turns_are_counted_before_the_name() -> None:
    total = replace(make_total(), indicator=make_indicator("khen", "Tập thể, cá nhân được khen thưởng", "lượt"))

    (passage,) = figured("II.x", [total], "")

    assert passage.text.startswith("Có 57 lượt tập thể, cá nhân được khen thưởng, theo")


def test_money_is_reached_and_means_are_means() -> None:
    money = replace(make_indicator("tien", "Giá trị làm lợi", "triệu đồng"), nature=Nature.MONEY, decimals=1)
    total = replace(make_total(value="3960.5"), indicator=money, shares=())

    (passage,) = figured(
        "II.x",
        [
            total,
        ],
        "",
    )
    (mean,) = figured("II.x", [replace(total, indicator=replace(money, gather=Gather.MEAN))], "")

    assert passage.text.startswith("Giá trị làm lợi đạt 3.960,5 triệu đồng")
    assert mean.text.startswith("Giá trị làm lợi bình quân là 3.960,5 triệu đồng")


def test_the_second_of_a_run_states_its_coverage_otherwise() -> None:
    second = figured("II.x", [make_total(), replace(make_total(), indicator=make_indicator("b"))], SINCE)[1]

    assert second.text == "Có 57 mô hình đang duy trì (số liệu của 15/18 đơn vị)."


def test_few_units_named_within_brackets_open_no_second_ones() -> None:
    two = replace(make_total(), number=1, shares=make_total().shares[:1], parts=())

    second = figured("II.x", [make_total(), replace(two, indicator=make_indicator("b"))], SINCE)[1]

    assert second.text.endswith(f"(số liệu của {two.shares[0].unit_name}, 1/18 đơn vị).")


@pytest.mark.parametrize(
    ("name", "said"), [("Tiền vận động được", "là"), ("Đất Nhân dân hiến", "là"), ("Doanh thu", "đạt")]
)
def test_name_that_says_what_was_done_takes_no_second_verb(name: str, said: str) -> None:
    money = replace(make_indicator("tien", name, "triệu đồng"), nature=Nature.AMOUNT)
    total = replace(make_total(value="12"), indicator=money, shares=(), parts=())

    (passage,) = figured("II.x", [total], "")

    assert passage.text.startswith(f"{name} {said} 12 triệu đồng")


def test_figure_of_the_only_unit_names_it() -> None:
    one = replace(make_total(), number=1, expected=1, shares=make_total().shares[:1], parts=(), before=None)

    (passage,) = figured("II.x", [one], "")

    assert passage.text.endswith(f"theo báo cáo của {one.shares[0].unit_name}.")
