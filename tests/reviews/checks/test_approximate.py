"""`gần 10` is a question, no number."""

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.approximate import check
from tongket.reviews.checks.sight import Sight
from tongket.reviews.values import Outline

ASKED = (indicator("ho", measure="hộ"),)


def test_figure_with_gần_or_trên_is_told() -> None:
    seen = sight(figure("ho", 10, about="gần"), figure("ho", 9, 2023, about="trên"), asked=ASKED)

    assert said(check(seen)) == ["Đơn vị ghi “gần 10 hộ”."]


def test_plain_figure_passes() -> None:
    assert check(sight(figure("ho", 10), asked=ASKED)) == ()
    assert check(Sight(Outline("", 1), {})) == ()
