"""What a conference is called where there is little room."""

import pytest

from tongket.conferences.naming import LONGEST, short_title

SAMPLE = "Tổ chức Hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo” giai đoạn 2020 - 2024"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (SAMPLE, "Hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"),
        ("Tổng kết Phong trào thi đua “Dân vận khéo”", "Hội nghị tổng kết Phong trào thi đua “Dân vận khéo”"),
        ('sơ kết cuộc vận động "Ngày vì người nghèo"', "Hội nghị sơ kết Cuộc vận động “Ngày vì người nghèo”"),
        (
            "Tổ chức Lễ tuyên dương, tổng kết phong trào “Tuổi trẻ sáng tạo”",
            "Lễ tuyên dương tổng kết Phong trào “Tuổi trẻ sáng tạo”",
        ),
        (
            "Hội nghị tổng kết Đề án “Xã hội học tập, học suốt đời”",
            "Hội nghị tổng kết Đề án “Xã hội học tập”",
        ),
        (
            "Tổng kết phong trào “Nhường cơm sẻ áo” của Hội Thiện nguyện",
            "Hội nghị tổng kết Phong trào “Nhường cơm sẻ áo”",
        ),
        ("Về việc tổ chức hội nghị điển hình tiên tiến", "Hội nghị điển hình tiên tiến"),
        ("Tổ chức  hội nghị\nbáo cáo năm 2024", "Hội nghị báo cáo năm 2024"),
        ("", "Hội nghị"),
        (None, "Hội nghị"),
    ],
)
def test_short_title_names_the_gathering_and_what_it_reviews(title: str | None, name: str) -> None:
    assert short_title(title) == name


def test_long_title_is_cut_at_a_whole_word() -> None:
    name = short_title("hội nghị " + "tổng kết công tác " * 9)

    assert name == "Hội nghị " + "tổng kết công tác " * 4 + "tổng kết…"
    assert len(name) <= LONGEST + 1


def test_title_of_exactly_the_longest_stays_whole() -> None:
    assert short_title("a" * LONGEST) == "A" + "a" * (LONGEST - 1)
