"""The file's own count beside that of the standard form."""

import pytest

from tests.papers.checks.looking import PROSE, codes, sight, told
from tongket.papers.checks.pages_submitted import check
from tongket.reading.manuscript.values import Nature


def test_author_hears_why_the_counts_differ() -> None:
    assert told(check, sight(PROSE, pages=3.4, pages_submitted=2.6)) == [
        "Tệp của tác giả 2,6 trang, dàn lại theo thể thức 3,4 trang. Cả bài. "
        "Để xem đúng số trang, đặt chữ 14, dòng 1,15, lề trên, dưới, trái, phải 20–20–30–15 mm."
    ]


@pytest.mark.parametrize(
    ("own", "pages", "expected"),
    [
        (2.95, 3.1, ["pages-differ"]),
        (2.4, 2.6, []),
        (2.0, 2.1, []),
        (None, 3.4, []),
        (3.0, 3.02, []),
    ],
    ids=["either side of the limit", "nearly", "within a quarter", "pasted text", "a hair"],
)
def test_differences(own: float | None, pages: float, expected: list[str]) -> None:
    assert codes(check, sight(PROSE, pages=pages, pages_submitted=own)) == expected


@pytest.mark.parametrize(
    ("own", "pages", "expected"), [(3, 2.4, []), (3, 3.2, ["pages-differ"]), (2, 3.0, ["pages-differ"])]
)
def test_pdf_is_counted_in_whole_pages(own: float, pages: float, expected: list[str]) -> None:
    seen = sight(PROSE, pages=pages, pages_submitted=own, nature=Nature.PDF)

    assert codes(check, seen) == expected


def test_scan_is_not_compared() -> None:
    assert codes(check, sight(PROSE, pages=3.4, pages_submitted=2.0, is_recognised=True)) == []
