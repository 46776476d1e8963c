"""Small type in the text and in tables."""

import pytest

from tests.papers.checks.looking import GREETING, PROSE, block, codes, sight, told
from tongket.papers.checks.small_type import check
from tongket.reading.manuscript.values import Cell, Nature, Paragraph, Piece, Table

HEAD = block("ỦY BAN MTTQ VIỆT NAM XÃ TAM THĂNG", size_pt=12)


def cells(size: float) -> Table:
    """A table whose words are of this size."""
    return Table(
        ((Cell((Paragraph((Piece(PROSE, size_pt=size),)),)), Cell((Paragraph((Piece(PROSE, size_pt=size),)),))),)
    )


@pytest.mark.parametrize(("size", "level"), [(10, "approval"), (12.5, "approval"), (13, "advice")])
def test_small_text_is_told(size: float, level: str) -> None:
    seen = sight(GREETING, block(PROSE * 2, size_pt=size))

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.values["block"]) == ("small-type", level, 1)


def test_finding_says_that_nothing_is_gained() -> None:
    assert told(check, sight(GREETING, block(PROSE * 2, size_pt=10))) == [
        "Bài có chữ cỡ 10. Chữ cỡ 14; bài đã được dàn lại theo cỡ này, thu nhỏ chữ không thêm chỗ. "
        "Trang 2. Đặt chữ cỡ 14, cần thì bớt lời."
    ]


def test_tiny_table_is_told() -> None:
    assert told(check, sight(GREETING, PROSE, cells(9)))[0].startswith("Bảng có chữ cỡ 9.")


@pytest.mark.parametrize(
    "said",
    [
        (HEAD, GREETING, block(PROSE * 3, size_pt=14)),
        (GREETING, block(PROSE * 3, size_pt=13.9)),
        (GREETING, PROSE, cells(12)),
        (GREETING, PROSE * 3, block("Ảnh: một buổi họp tổ ở thôn Kim Thành", size_pt=11)),
        (GREETING, PROSE * 2 + " ./.", block("Nơi nhận: như trên; lưu", size_pt=11)),
    ],
    ids=["head", "rounding", "table of 12", "caption", "recipients"],
)
def test_usual_sizes_are_silent(said: tuple[str, ...]) -> None:
    assert codes(check, sight(*said)) == []


def test_typed_text_has_no_size() -> None:
    assert codes(check, sight(GREETING, block(PROSE * 2, size_pt=10), nature=Nature.TEXT)) == []
