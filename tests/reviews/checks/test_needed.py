"""A figure that every unit has to give is there."""

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.needed import check
from tongket.reviews.checks.sight import Sight
from tongket.reviews.values import Outline

ASKED = (indicator("ho", is_needed=True), indicator("dat"))


def test_missing_figure_of_the_current_period_is_asked_for() -> None:
    assert said(check(sight(figure("ho", 1, 2023), asked=ASKED))) == ["Chưa có số."]


def test_zero_is_a_figure_and_unreadable_words_are_asked_elsewhere() -> None:
    assert check(sight(figure("ho", 0), asked=ASKED)) == ()
    assert check(sight(figure("ho", None, written="nhiều"), asked=ASKED)) == ()


def test_nothing_is_needed_of_no_period() -> None:
    assert check(Sight(Outline("", 1, indicators=ASKED), {})) == ()
