"""Small parts of the report's pages."""

import pytest

from tongket.synthesis.templatetags.synthesis import quiet


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("II. KẾT QUẢ THỰC HIỆN", "II. Kết quả thực hiện"),
        ("1. Mô hình OCOP", "1. Mô hình OCOP"),
        ("ĐÁNH GIÁ", "Đánh giá"),
        ("", ""),
    ],
)
def test_heading_in_capitals_is_read_quietly_in_a_list(heading: str, said: str) -> None:
    assert quiet(heading) == said
