"""Which indicator and period a number in a sentence is given to, and what is doubted."""

from decimal import Decimal

import pytest

from tests.factories.outlines import manuscript_of, sample_outline
from tongket.core.findings import compose
from tongket.reviews.reports.candidates import ALSO, DIFFERS, ONE_YEAR, RANGE, SAO
from tongket.reviews.reports.reading import read_report
from tongket.reviews.reports.spans import period_of_heading, spoken_of
from tongket.reviews.values import Figure, Place

OUTLINE = sample_outline()


def figures(text: str, heading: str = "**II. KẾT QUẢ**") -> tuple[Figure, ...]:
    return read_report(manuscript_of(f"{heading}\n{text}"), OUTLINE).figures


def told(text: str) -> dict[str, str]:
    return {f"{each.indicator} {each.period}": f"{each.value:f}" for each in figures(text) if each.value is not None}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Toàn xã hiện đang duy trì 06 mô hình.", {"models_kept all": "6"}),
        ("Có 3 mô hình được nhân rộng.", {"models_spread all": "3"}),
        ("Có 4 tập thể và 11 cá nhân được khen thưởng.", {"groups_awarded all": "4", "people_awarded all": "11"}),
        ("Tổng số sáng kiến, ý tưởng tiếp nhận: 38.", {"ideas all": "38"}),
        ("Công nhận 9/18 sáng kiến.", {"ideas_recognised all": "9"}),
        ("Hiến đất: 0,32 ha.", {"land all": "3200"}),
        ("Năm 2023, Nhân dân hiến 820 m² đất.", {"land 2023": "820"}),
        ("Nhân dân hiến 820 m² đất năm 2023.", {"land 2023": "820"}),
        ("Năm 2023 hiến 820 m² đất; từ năm 2018 đến nay hiến 5.640 m² đất.", {"land 2023": "820", "land all": "5640"}),
        ("Hiến 5.640 m² đất, tăng 320 m² so với năm 2020.", {"land all": "5640"}),
        ("Năm 2016 có 4 mô hình đang duy trì.", {}),
        ("Phấn đấu duy trì 12 mô hình.", {}),
        ("Thu nhập bình quân 2,5 triệu đồng/tháng.", {}),
        ("Thực hiện Kế hoạch số 294/KH-MTTQ ngày 11/10/2024.", {}),
        ("Giải quyết việc làm cho hơn 600 lao động.", {"jobs all": "600"}),
        ("98,1% hộ đạt Gia đình văn hóa.", {"cultured all": "98.1"}),
        ("Tặng 20 suất quà, mỗi suất trị giá 300.000 đồng.", {}),
        ("Tặng 20 suất quà, tổng trị giá 6 triệu đồng.", {}),
        ("Trao 5 con bò giống trị giá 15 triệu đồng/con.", {}),
        ("Sáng kiến trị giá 120 triệu đồng.", {"benefit all": "120"}),
    ],
)
def test_number_goes_to_its_indicator_and_period(sentence: str, found: dict[str, str]) -> None:
    assert told(sentence) == found


def test_figure_carries_its_words_and_place() -> None:
    (figure,) = figures("Toàn xã hiện đang duy trì gần 06 mô hình. Dân vui.")

    assert (figure.written, figure.about, figure.quote, figure.place) == (
        "gần 06",
        "gần",
        "Toàn xã hiện đang duy trì gần 06 mô hình.",
        Place(None, 1),
    )


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Hiện đang duy trì 6 mô hình.\nPhường đang duy trì 7 mô hình.", DIFFERS),
        ("Hiện đang duy trì 6 mô hình.\nPhường đang duy trì 06 mô hình.", ""),
        ("Đang duy trì từ 6 đến 8 mô hình.", RANGE),
        ("Nhân dân hiến 2 sào đất.", SAO),
        ("Xây dựng mới 02 mô hình trong năm 2024.", ONE_YEAR),
    ],
)
def test_what_is_not_sure_is_doubted(text: str, doubt: str) -> None:
    (figure,) = figures(text)

    assert figure.doubt == doubt
    assert "{" not in doubt.format(**figure.values)


def test_wishes_and_advice_give_no_figures() -> None:
    assert figures("Mỗi cơ sở có 2 mô hình được nhân rộng.", "**V. PHƯƠNG HƯỚNG**") == ()


def test_doubt_about_another_indicator_names_it() -> None:
    assert ALSO.format(other="Số mô hình") == "Câu này cũng có thể nói về “Số mô hình”."


def test_table_gives_figures_by_row_and_column() -> None:
    table = (
        "| STT | Chỉ tiêu | ĐVT | Năm 2023 | Từ khi phát động đến nay |\n"
        "| 1 | Diện tích đất hiến | ha | 0,1 | 0,5 |\n"
        "| 2 | Kinh phí Nhân dân đóng góp | đồng | 450.000.000 | 1,2 tỷ đồng |\n"
        "| 3 | Số người dùng mạng | người | 5 | 6 |"
    )

    assert told(table) == {
        "land 2023": "1000",
        "land all": "5000",
        "money 2023": "450",
        "money all": "1200",
    }


def test_table_of_two_columns_is_of_the_current_period() -> None:
    assert told("| Nội dung | Kết quả |\n| Số cuộc giám sát | 09 |") == {"supervision all": "9"}


def test_table_without_names_of_indicators_gives_nothing() -> None:
    assert told("| Họ tên | Năm sinh |\n| Nguyễn Văn A | 1980 |") == {}


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Năm 2023", "2023"),
        ("2023", "2023"),
        ("Từ khi phát động đến nay", "all"),
        ("Lũy kế đến nay", "all"),
        ("Giai đoạn 2018 - 2024", "all"),
        ("Số lượng", "all"),
        ("Ghi chú", None),
        ("Năm 2016", None),
    ],
)
def test_column_names_its_period(heading: str, period: str | None) -> None:
    found = period_of_heading(heading, OUTLINE)

    assert (found.code if found else None) == period


def test_nearest_year_before_a_number_counts() -> None:
    sentence = "Năm 2023 có 9 buổi, năm 2024 có 12 buổi."

    spoken = [spoken_of(sentence, place, place + 2, OUTLINE) for place in (sentence.index(" 9"), sentence.index("12"))]

    assert [(each.period.code if each.period else None, each.year) for each in spoken] == [
        ("2023", None),
        ("all", 2024),
    ]


def test_report_without_headings_is_told() -> None:
    (finding,) = read_report(manuscript_of("Toàn xã hiện đang duy trì 06 mô hình."), OUTLINE).findings

    assert finding.code == "report-without-headings"
    assert "{" not in str(compose(finding))


def test_values_are_exact() -> None:
    (figure,) = figures("Quỹ “Vì người nghèo” vận động được 128.500.000 đồng.")

    assert figure.value == Decimal("128.5")
