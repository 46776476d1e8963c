"""Margins that gain room, and margins that only move the text."""

import pytest

from tests.papers.checks.looking import PROSE, codes, sight, told
from tongket.papers.checks.thin_margins import check
from tongket.reading.manuscript.values import Nature, Sheet


def sheet(top: float, bottom: float, left: float, right: float) -> Sheet:
    """A4 with these margins."""
    return Sheet(210, 297, top, bottom, left, right)


def test_thin_margins_are_told() -> None:
    assert told(check, sight(PROSE, sheet=sheet(12.7, 12.7, 12.7, 12.7))) == [
        "Lề trên, dưới, trái, phải 12,7–12,7–12,7–12,7 mm, hẹp hơn thể thức. "
        "Lề 20–20–30–15 mm; bài đã được dàn lại theo lề này, lề hẹp không thêm chỗ. "
        "Cả bài. Đặt lại lề, cần thì bớt lời."
    ]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (sheet(20, 20, 30, 5), ["thin-margins"]),
        (sheet(10, 10, 30, 15), ["thin-margins"]),
        (sheet(20, 20, 30, 15), []),
        (sheet(25.4, 25.4, 25.4, 25.4), []),
        (sheet(25.4, 25.4, 19.1, 19.1), []),
        (sheet(20, 20, 28.5, 15), []),
        (Sheet(215.9, 279.4, 25.4, 25.4, 25.4, 25.4), []),
    ],
    ids=["right", "top and bottom", "the form", "Word's own", "Word's moderate", "a hair", "letter paper"],
)
def test_margins(own: Sheet, expected: list[str]) -> None:
    assert codes(check, sight(PROSE, sheet=own)) == expected


def test_typed_text_has_no_margins() -> None:
    assert codes(check, sight(PROSE, nature=Nature.TEXT, sheet=sheet(5, 5, 5, 5))) == []
