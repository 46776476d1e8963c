"""The title in the head of a paper."""

import pytest

from tests.papers.checks.looking import GREETING, PROSE, codes, sight, told
from tongket.papers.checks.title import check
from tongket.reading.manuscript.values import Align, Paragraph, Piece, Role

HEADING = Paragraph((Piece("Một tổ đoàn kết giúp một hộ thoát nghèo"),), Role.HEADING, 1)
CENTRED = Paragraph((Piece("Chợ nhỏ của chị em phụ nữ", bold=True),), align=Align.CENTER)


def test_paper_without_a_title_is_told() -> None:
    assert told(check, sight(GREETING, PROSE)) == [
        "Chưa thấy tên bài ở đầu tham luận. Tên bài dưới chữ “Tham luận”, để ghi vào chương trình và mục lục. "
        "Trang 1. Thêm tên bài, một hai dòng nói điều chính."
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("THAM LUẬN", "Một tổ đoàn kết giúp một hộ thoát nghèo"),
        ("BÁO CÁO THAM LUẬN", HEADING),
        (HEADING,),
        ("HỘI NÔNG DÂN", CENTRED),
        ("Tham luận: Chợ nhỏ của chị em phụ nữ",),
        ("BÀI THAM LUẬN VỀ CHỢ NHỎ CỦA CHỊ EM",),
    ],
)
def test_titles_are_seen(head: tuple[str | Paragraph, ...]) -> None:
    assert codes(check, sight(*head, GREETING, PROSE)) == []


def test_title_typed_beside_the_file_counts() -> None:
    assert codes(check, sight(GREETING, PROSE, title="Chợ nhỏ của chị em")) == []


def test_head_with_nothing_but_form_lines_has_none() -> None:
    head = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "THAM LUẬN", "Tam Thăng, ngày 19 tháng 10 năm 2024")

    assert codes(check, sight(*head, GREETING, PROSE)) == ["title-missing"]
