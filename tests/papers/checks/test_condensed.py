"""Letters drawn together."""

import pytest

from tests.papers.checks.looking import GREETING, PROSE, block, codes, sight, told
from tongket.papers.checks.condensed import check
from tongket.reading.manuscript.values import Nature


def test_condensed_letters_are_told() -> None:
    assert told(check, sight(GREETING, block(PROSE * 3, letter_gap_pt=-0.5))) == [
        "Chữ bị ép sát nhau 0,5 pt. Chữ giãn bình thường; bài đã được dàn lại như thế, ép chữ không thêm chỗ. "
        "Cả bài. Bỏ ép chữ trong phần định dạng chữ, cần thì bớt lời."
    ]


def test_narrowed_letters_are_told() -> None:
    assert told(check, sight(GREETING, block(PROSE * 3, width=0.9)))[0].startswith("Chữ bị bóp hẹp còn 90% bề ngang.")


def test_letters_narrowed_in_a_pdf_are_told_beyond_what_typesetters_do() -> None:
    narrow, usual = (sight(GREETING, block(PROSE * 3, width=width), nature=Nature.PDF) for width in (0.85, 0.96))

    assert told(check, narrow)[0].startswith("Chữ bị bóp hẹp còn 85% bề ngang.")
    assert codes(check, usual) == []


@pytest.mark.parametrize(
    "dress", [{"letter_gap_pt": 0.3}, {"letter_gap_pt": -0.05}, {"width": 0.99}], ids=["wider", "a hair", "rounding"]
)
def test_usual_letters_are_silent(dress: dict[str, float]) -> None:
    assert codes(check, sight(GREETING, block(PROSE * 3, **dress))) == []


def test_one_line_drawn_together_is_silent() -> None:
    assert codes(check, sight(GREETING, PROSE * 4, block(PROSE, letter_gap_pt=-0.4))) == []
