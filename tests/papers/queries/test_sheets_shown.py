"""Sheets show what lies on them: marks, strips that began a page before, the line of the limit with its flag."""

import pytest

from tests.factories.papers import FIGURES
from tongket.papers.marks import Mark, Strip
from tongket.papers.models import PaperVersion
from tongket.papers.queries.form import Ruled
from tongket.papers.queries.meters_shown import meters_of
from tongket.papers.queries.sheets_shown import FLAG_MM, SheetShown, sheets_of
from tongket.papers.values import Limits, standard_form


def ruled(pages: float | None) -> Ruled:
    """The standard form with this limit."""
    return Ruled(standard_form(), Limits(pages, 7, 200, 220), {})


def sheets(pages: float, limit: float | None, *marks: Mark) -> tuple[SheetShown, ...]:
    """The sheets of a paper of so many pages."""
    return sheets_of(PaperVersion(measured={"pages_standard": pages}), ruled(limit), marks, ())


@pytest.mark.parametrize(
    ("pages", "limit", "limits_mm"),
    [
        (2.4, 3, [None, None, None]),
        (3.4, 3, [None, None, None, 0]),
        (2.4, 1.5, [None, 148.5, 0]),
        (1.2, None, [None, None]),
        (0.3, 3, [None]),
    ],
)
def test_the_limit_lies_where_the_pages_end(pages: float, limit: float | None, limits_mm: list[float | None]) -> None:
    assert [sheet.limit_mm for sheet in sheets(pages, limit)] == limits_mm


def test_the_flag_stays_on_its_sheet() -> None:
    (_first, second) = sheets(1.99, 1.95)
    height = ruled(1).form.sheet.height_mm

    assert second.limit_mm is not None
    assert (second.limit_mm > height - FLAG_MM, second.flag_mm) == (True, height - FLAG_MM)


def test_a_strip_over_two_pages_is_drawn_on_both() -> None:
    over = (Strip(1, 270, 7), Strip(2, 20, 12))

    first, second = sheets(1.5, 3, Mark(1, "a", 1, 272, over))

    assert ([first.strips, second.strips], len(first.marks), len(second.marks)) == ([over[:1], over[1:]], 1, 0)


@pytest.mark.parametrize(
    ("pages", "said"), [(2.6, "2,6 trang"), (3.04, "3,04 trang"), (3.0, "3 trang"), (3.42, "3,4 trang")]
)
def test_a_figure_beyond_its_limit_never_looks_like_it(pages: float, said: str) -> None:
    meter, _minutes = meters_of({**FIGURES, "pages_standard": pages}, ruled(3))

    assert meter.figure == said


def test_what_was_not_measured_has_neither_sheets_nor_meters() -> None:
    assert (sheets_of(PaperVersion(), ruled(3), (), ()), meters_of({}, ruled(3))) == ((), ())
