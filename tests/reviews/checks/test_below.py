"""A unit's own figure is what those below it add up to."""

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.below import check
from tongket.reviews.rules import Gather

ASKED = (indicator("ho", measure="hộ"), indicator("diem", gather=Gather.MEAN))


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ({"ho": 59}, ["Đơn vị ghi 57 hộ, các đơn vị bên dưới cộng lại là 59 hộ."]),
        ({"ho": 57}, []),
        ({}, []),
        ({"diem": 3}, []),
    ],
)
def test_own_figure_that_those_below_do_not_make_is_told(below: dict[str, int], found: list[str]) -> None:
    assert said(check(sight(figure("ho", 57), figure("diem", 9), asked=ASKED, below=below))) == found
