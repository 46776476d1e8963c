import json
from decimal import Decimal
from typing import Any

import pytest

from tests.factories.outlines import SAMPLES
from tongket.reviews.reports.numbers import Number, counts_in, numbers_in, plain_value, scale_of
from tongket.reviews.reports.spelled import value_of_words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.200", "1200"),
        ("1.234.567", "1234567"),
        ("3,5", "3.5"),
        ("08", "8"),
        ("1 200", "1200"),
        ("12.430,5", "12430.5"),
        ("3.5", "3.5"),
        ("48", "48"),
    ],
)
def test_figures_are_read_as_vietnamese_write_them(written: str, value: str) -> None:
    assert plain_value(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "1.2.3", "1,2,3", "1.20.300", "a", "1.2345"])
def test_what_is_no_figure_has_no_value(written: str) -> None:
    assert plain_value(written) is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("mười hai", 12),
        ("hai mươi mốt", 21),
        ("ba mươi", 30),
        ("một trăm lẻ năm", 105),
        ("một nghìn không trăm lẻ năm", 1005),
        ("hai triệu ba trăm nghìn", 2_300_000),
        ("chín", 9),
        ("năm", None),
        ("hai năm", None),
        ("trăm", None),
        ("một tỷ hai tỷ", None),
        ("mươi", None),
        ("hai linh", None),
    ],
)
def test_words_are_read_as_numbers(said: str, value: int | None) -> None:
    assert value_of_words(said) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("có 08 mô hình", [("08", "8", "")]),
        ("trên 1.200 lượt", [("trên 1.200", "1200", "trên")]),
        ("gần 3,5 tỷ đồng", [("gần 3,5 tỷ", "3500000000", "gần")]),
        ("120 triệu đồng", [("120 triệu", "120000000", "")]),
        ("hơn hai mươi mốt hộ", [("hơn hai mươi mốt", "21", "hơn")]),
        ("05 (năm) mô hình", [("05 (năm)", "5", "")]),
        ("đạt 46/120 sáng kiến", [("46/120", "46", "")]),
        ("trị giá 142 triệu 750 ngàn đồng", [("142 triệu 750 ngàn", "142750000", "")]),
        ("hỗ trợ 1 tỷ 150 triệu đồng", [("1 tỷ 150 triệu", "1150000000", "")]),
        ("5 triệu, 10 triệu", [("5 triệu", "5000000", ""), ("10 triệu", "10000000", "")]),
        ("đạt 2.240/2.610 hộ", [("2.240/2.610", "2240", "")]),
        ("trước 31 hộ", [("31", "31", "")]),
        ("2 nghìn tỷ đồng", [("2 nghìn tỷ", "2000000000000", "")]),
        ("mỗi suất 2 triệu 300 suất", [("2 triệu", "2000000", ""), ("300", "300", "")]),
        ("không có gì", []),
    ],
)
def test_numbers_stand_with_their_scale_and_what_blurs_them(text: str, found: list[tuple[str, str, str]]) -> None:
    wanted = [(written, Decimal(value), about) for written, value, about in found]

    assert [(each.written, each.value, each.about) for each in numbers_in(text)] == wanted


def test_range_is_one_number_with_an_upper_end() -> None:
    assert [(each.value, each.upper, each.about) for each in numbers_in("từ 10 đến 12 hộ")] == [
        (Decimal(10), Decimal(12), "khoảng")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 294/KH-MTTQ-BTT",
        "ngày 11/10/2024",
        "ngày 20 tháng 10 năm 2024",
        "năm 2023",
        "giai đoạn 2018 - 2024",
        "Công văn số 15-CV/ĐU",
        "hẻm 24 Duy Tân",
        "điện thoại 0905123456",
        "hội viên trên dưới, 60 tuổi",
        "Trong 6 năm qua",
        "đạt 4 sao",
        "khối phố 4",
        "chị Diễm, chi hội 4, vay vốn",
        "Tiêu chí 17",
    ],
)
def test_years_days_and_numbers_of_papers_count_nothing(text: str) -> None:
    assert counts_in(text) == ()


def test_number_knows_where_it_stands() -> None:
    text = "Xã hiến 4.350 m² đất"

    (number,) = counts_in(text)

    assert number == Number(Decimal(4350), "4.350", text.index("4"), text.index(" m²"))


def test_share_is_told() -> None:
    assert [each.is_rate for each in numbers_in("đạt 96,4% hộ")] == [True]


def test_scale_words_multiply() -> None:
    assert [scale_of(None), scale_of("triệu"), scale_of("nghìn", "tỷ")] == [Decimal(1), Decimal(10**6), Decimal(10**12)]


def test_sum_after_a_word_that_names_classes_counts() -> None:
    assert [each.value for each in counts_in("phụ cấp 350.000đ/tháng, học sinh cấp 2")] == [Decimal(350_000)]


@pytest.mark.parametrize(
    ("report", "missed"),
    [
        ("xa-tam-hung", ["800", "1.350", "58", "không có", "Chưa làm được hội nghị phản biện nào", "61"]),
        ("hoi-lhpn-hoa-phu", ["9", "một phần ba", "2", "500 nghìn đồng"]),
    ],
)
def test_figures_of_reports_by_other_hands_are_read_exactly(report: str, missed: list[str]) -> None:
    kept = SAMPLES.with_name("reports-other-hands") / report
    told = json.loads(kept.with_suffix(".json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    found = counts_in(kept.with_suffix(".txt").read_text("utf-8"))

    def is_read(figure: dict[str, Any]) -> bool:
        here = [number.value for number in found if number.begin <= figure["at"] < number.end]
        return here == [figure.get("value", here[0] if here else None)]

    assert [figure["written"] for figure in told["figures"] if not is_read(figure)] == missed
