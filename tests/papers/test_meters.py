"""Bars and words of what is used of a limit."""

import pytest

from tongket.papers.meters import Bar, Look, bar_of, clock, look_of, places_beside


@pytest.mark.parametrize(
    ("value", "limit", "bar"),
    [
        (3.0, 3.0, Bar(80, 0, 80)),
        (1.5, 3.0, Bar(40, 0, 80)),
        (6.0, 3.0, Bar(50, 50, 50)),
        (0.0, 3.0, Bar(0, 0, 80)),
        (2.0, None, Bar(100, 0, None)),
        (2.0, 0, Bar(100, 0, None)),
    ],
)
def test_a_bar_shows_what_lies_within_and_beyond(value: float, limit: float | None, bar: Bar) -> None:
    assert bar_of(value, limit) == bar


@pytest.mark.parametrize(
    ("value", "pressed", "limit", "look"),
    [
        (2.9, 2.5, 3.0, Look.FITS),
        (3.004, 2.5, 3.0, Look.FITS),
        (3.2, 2.9, 3.0, Look.CLOSE),
        (3.4, 3.1, 3.0, Look.OVER),
        (99, 98, None, Look.FITS),
    ],
)
def test_a_figure_fits_fits_when_pressed_or_does_not(
    value: float, pressed: float, limit: float | None, look: Look
) -> None:
    assert look_of(value, pressed, limit) is look


@pytest.mark.parametrize(
    ("number", "limit", "places"), [(3.04, 3.0, 2), (3.42, 3.0, 1), (3.0, 3.0, 1), (2.96, 3.0, 1), (3.04, None, 1)]
)
def test_a_figure_beyond_its_limit_never_looks_like_it(number: float, limit: float | None, places: int) -> None:
    assert places_beside(number, limit) == places


@pytest.mark.parametrize(("minutes", "said"), [(8.1667, (8, 10)), (7.0, (7, 0)), (0.999, (1, 0))])
def test_minutes_are_whole_minutes_and_seconds(minutes: float, said: tuple[int, int]) -> None:
    assert clock(minutes) == said
