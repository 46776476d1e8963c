"""Makes what a summary report is composed from, as values."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tongket.reviews.rules import Gather, Kind, Nature
from tongket.reviews.values import Indicator, Question
from tongket.synthesis.composing.values import (
    Before,
    Coverage,
    Heard,
    Material,
    Model,
    Own,
    Share,
    Statement,
    Total,
    Wish,
)

NAMES = (
    "Hội Nông dân thành phố",
    "Hội Liên hiệp phụ nữ thành phố",
    "UBMTTQ Việt Nam xã Tam Thăng",
    "Đoàn TNCS thành phố",
)
ON = date(2024, 10, 21)


def make_statement(
    key: int = 1, *, unit: int | None = None, text: str = "Kinh phí cho mô hình mới còn ít."
) -> Statement:
    """A statement of one of four units."""
    who = unit if unit is not None else key
    name = NAMES[(who - 1) % len(NAMES)]
    return Statement(key, who, name, text, f"{name}, tr. 2")


def make_heard(*, units: int = 9, kind: Kind = Kind.SHORTCOMING, code: str = "kinh-phi", key: int = 7) -> Heard:
    """A theme told by so many units, four of them with their words."""
    said = tuple(make_statement(each, unit=each) for each in range(1, min(units, 4) + 1))
    return Heard(kind, code, "Kinh phí cho mô hình mới", key, units, units, said)


def make_indicator(code: str = "mo_hinh", name: str = "Mô hình đang duy trì", measure: str = "mô hình") -> Indicator:
    """A count asked by the first clause of the outline."""
    return Indicator(code, name, measure, clause="III.1.1/1")


def make_total(*, value: str = "57", number: int = 15, expected: int = 18, before: str | None = None) -> Total:
    """The models that are kept up, told by so many units."""
    shares = tuple(
        Share(20 + turn, name, Decimal(given), f"có {given} mô hình", f"{name}, tr. 3")
        for turn, (name, given) in enumerate(zip(NAMES, (9, 8, 5, 4), strict=True))
    )
    earlier = Before(12, "Năm 2023", Decimal(before)) if before is not None else None
    return Total(11, make_indicator(), Decimal(value), number, expected, shares, earlier)


def make_rate(*, value: str = "86.5", before: str = "80") -> Total:
    """A rate of households, in per cent."""
    indicator = replace(
        make_indicator("ty_le", "Tỷ lệ hộ tham gia", "%"), nature=Nature.RATE, gather=Gather.RATE, decimals=1
    )
    return Total(13, indicator, Decimal(value), 18, 18, (), Before(14, "Năm 2023", Decimal(before)))


def make_coverage(*, counted: int = 15, expected: int = 18, in_meeting: int = 10, in_writing: int = 5) -> Coverage:
    """So many reviews of so many; those that miss are named."""
    missing = ("Đoàn TNCS thành phố", "phường An Sơn", "phường Hòa Hương")[: expected - counted]
    reviews = tuple((each, f"Đơn vị {each}") for each in range(1, counted + 1))
    return Coverage(counted, expected, missing, in_meeting, in_writing, reviews)


def make_material() -> Material:
    """A small conference with something of everything."""
    questions = (
        Question(
            "tuyen_truyen", "Kết quả tuyên truyền", Kind.RESULT, "Tuyên truyền, vận động, hiệp thương", "III.1.1/1"
        ),
        Question("giam_sat", "Kết quả giám sát", Kind.RESULT, "Giám sát, phản biện xã hội", "III.1.1/3"),
        Question("uu_diem", "Ưu điểm", Kind.STRENGTH, "Ưu điểm", "III.1.1/2"),
    )
    return Material(
        host="Ban Thường trực Ủy ban MTTQ Việt Nam thành phố",
        movement="Phong trào thi đua “Đoàn kết sáng tạo”",
        on=ON,
        since="Từ khi phát động đến nay",
        coverage=make_coverage(),
        questions=questions,
        heard=(
            make_heard(),
            make_heard(units=12, kind=Kind.STRENGTH, code="tuyen-truyen", key=8),
            replace(make_heard(units=5, kind=Kind.RESULT, code="giam-sat", key=9), clause="III.1.1/3"),
        ),
        totals=(make_total(before="45"), make_rate()),
        models=(
            Model(
                31, "Ngôi nhà xanh", "Hội Liên hiệp phụ nữ thành phố", "An Mỹ", "Thu gom 1.200 kg phế liệu", "", 4, 2
            ),
        ),
        wishes=(
            Wish(41, "bố trí kinh phí hỗ trợ mô hình mới", "UBND thành phố", 3, tuple(map(make_statement, (1, 2, 3)))),
            Wish(42, "Đề nghị ban hành mẫu sổ theo dõi dùng chung", "", 1, (make_statement(4),)),
        ),
        organisations=(Own(1, NAMES[0], (make_statement(1, text="Giúp 45 hộ vay vốn."),)),),
    )
