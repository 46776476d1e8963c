"""Grouping into themes keeps what is published: on the half that was set aside and on all."""

import pytest
from bench.themes import PLACED_LEAST, UNTOUCHED_LEAST, after_placing, untouched

from tests.factories.themes import labelled


@pytest.mark.parametrize("halves", [("held-out",), ("tuning",), ()])
def test_untouched_grouping(halves: tuple[str, ...]) -> None:
    assert untouched(labelled(*halves)).f1 >= UNTOUCHED_LEAST


@pytest.mark.parametrize("halves", [("held-out",), ()])
def test_grouping_after_one_in_five_was_placed(halves: tuple[str, ...]) -> None:
    figures = [after_placing(labelled(*halves), seed).f1 for seed in range(4)]

    assert sum(figures) / len(figures) >= PLACED_LEAST


def test_the_set_is_large_enough() -> None:
    both = labelled()
    themes = {row.theme for row in both}

    assert len(both) >= 300
    assert len(labelled("held-out")) * 2 >= len(both)
    assert len(themes) >= 25
    assert [theme for theme in themes if sum(row.theme == theme for row in both) < 6] == []
    assert len({row.text for row in both}) == len(both)
