"""Lines closer than single."""

from dataclasses import replace

import pytest

from tests.papers.checks.looking import GREETING, PROSE, codes, sight, told
from tongket.papers.checks.tight_lines import check
from tongket.reading.manuscript.values import Paragraph, Piece, Spacing

PARAGRAPH = Paragraph((Piece(PROSE),))


def set_so(spacing: Spacing) -> Paragraph:
    """Running text in such lines."""
    return replace(PARAGRAPH, spacing=spacing)


def test_exact_height_below_single_is_told() -> None:
    assert told(check, sight(GREETING, set_so(Spacing(exact_pt=13)))) == [
        "Dòng đặt cứng 13 pt, sát hơn dòng đơn. "
        "Dãn dòng từ đơn trở lên; bài đã được dàn lại như thế, ép dòng không thêm chỗ. "
        "Cả bài. Đặt dãn dòng 1,15, cần thì bớt lời."
    ]


def test_multiple_below_single_is_told() -> None:
    assert told(check, sight(GREETING, set_so(Spacing(lines=0.85))))[0].startswith("Dòng dãn 0,85, sát hơn dòng đơn.")


@pytest.mark.parametrize(
    "spacing", [Spacing(), Spacing(lines=1.5), Spacing(exact_pt=18), Spacing(exact_pt=16), Spacing(lines=0.97)]
)
def test_usual_lines_are_silent(spacing: Spacing) -> None:
    assert codes(check, sight(GREETING, set_so(spacing))) == []


def test_one_paragraph_of_many_is_silent() -> None:
    assert codes(check, sight(GREETING, *[PROSE] * 9, set_so(Spacing(exact_pt=12)))) == []
