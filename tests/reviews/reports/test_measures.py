from decimal import Decimal

import pytest

from tongket.reviews.reports.measures import counted, dimension_of, in_measure, plain, size_of_measure
from tongket.reviews.reports.numbers import numbers_in
from tongket.reviews.rules import Nature
from tongket.reviews.values import Indicator


def indicator(measure: str, nature: Nature = Nature.COUNT) -> Indicator:
    return Indicator("x", "Chỉ tiêu", measure, nature=nature)


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("1,8 tỷ đồng", "money", "1800000000"),
        ("128.500.000 đồng", "money", "128500000"),
        ("415 triệu", "money", "415000000"),
        ("3,2 km đường", "length", "3200"),
        ("2.780 m", "length", "2780"),
        ("0,32 ha đất", "area", "3200"),
        ("4.350 m2", "area", "4350"),
        ("96,4%", "rate", "96.4"),
        ("06 mô hình", "count", "6"),
        ("5 tấn gạo", "mass", "5000"),
    ],
)
def test_number_is_taken_for_what_it_measures(text: str, dimension: str, value: str) -> None:
    what = counted(numbers_in(text)[0], text)

    assert (what.dimension, what.value) == (dimension, Decimal(value))


def test_noun_ends_at_signs_and_numbers() -> None:
    text = "66 buổi/4.120 lượt người"

    assert [counted(number, text).noun for number in numbers_in(text)] == ["buổi", "lượt người"]


@pytest.mark.parametrize(
    "text",
    [
        "2,5 triệu đồng/tháng",
        "300.000 đồng mỗi hộ",
        "5 triệu đồng/người",
        "500.000đ/xuất",
        "15 triệu đồng / con",
        "mỗi suất trị giá 300.000 đồng",
        "trị giá mỗi suất 300.000 đồng",
        "mỗi phần quà được 300.000 đồng",
    ],
)
def test_share_of_each_is_told(text: str) -> None:
    assert counted(numbers_in(text)[0], text).is_each


@pytest.mark.parametrize(
    "text",
    ["300.000 đồng", "mỗi năm thu 500 triệu đồng", "mỗi suất như nhau, cộng lại 6 triệu đồng", "12 triệu đồng/20 hộ"],
)
def test_whole_is_no_share(text: str) -> None:
    assert not counted(numbers_in(text)[0], text).is_each


def test_sao_is_doubtful() -> None:
    assert counted(numbers_in("2 sào đất")[0], "2 sào đất").is_doubtful


@pytest.mark.parametrize(
    ("measure", "nature", "dimension"),
    [
        ("triệu đồng", Nature.MONEY, ("money", 10**6)),
        ("tỷ đồng", Nature.MONEY, ("money", 10**9)),
        ("đồng", Nature.MONEY, ("money", 1)),
        ("m²", Nature.AMOUNT, ("area", 1)),
        ("km", Nature.AMOUNT, ("length", 1000)),
        ("%", Nature.RATE, ("rate", 1)),
        ("mô hình", Nature.COUNT, ("count", 1)),
        ("nghìn lượt", Nature.COUNT, ("count", 1000)),
    ],
)
def test_measure_has_a_dimension_and_a_size(measure: str, nature: Nature, dimension: tuple[str, int]) -> None:
    assert dimension_of(indicator(measure, nature)) == (dimension[0], Decimal(dimension[1]))


def test_value_is_exact_in_the_measure() -> None:
    assert in_measure(Decimal("128500000"), indicator("triệu đồng", Nature.MONEY)) == Decimal("128.5")
    assert in_measure(Decimal(1), indicator("tỷ đồng", Nature.MONEY)) == Decimal(0)


def test_plain_numbers_look_alike() -> None:
    assert [str(plain(Decimal(text))) for text in ("1200.00", "1.2E+3", "0.50", "0")] == ["1200", "1200", "0.5", "0"]


@pytest.mark.parametrize(
    ("said", "measure", "nature", "size"),
    [
        ("tỷ đồng", "triệu đồng", Nature.MONEY, 10**9),
        ("đồng", "triệu đồng", Nature.MONEY, 1),
        ("Triệu", "triệu đồng", Nature.MONEY, 10**6),
        ("km", "m", Nature.AMOUNT, 1000),
        ("mô hình", "mô hình", Nature.COUNT, None),
        ("km", "m²", Nature.AMOUNT, None),
    ],
)
def test_measure_of_a_table_gives_its_size(said: str, measure: str, nature: Nature, size: int | None) -> None:
    assert size_of_measure(said, indicator(measure, nature)) == size
