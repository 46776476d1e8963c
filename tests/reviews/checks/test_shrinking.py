"""A cumulative figure does not fall."""

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.shrinking import check
from tongket.reviews.rules import Span

ASKED = (indicator("luy_ke", span=Span.CUMULATIVE), indicator("ky"))


def test_cumulative_value_below_the_last_is_told() -> None:
    seen = sight(figure("luy_ke", 5), figure("ky", 5), asked=ASKED, before={"luy_ke": 9, "ky": 9})

    assert said(check(seen)) == ["Số lũy kế 5 mô hình ít hơn kỳ trước là 9 mô hình."]


def test_cumulative_value_may_stay_and_grow() -> None:
    assert check(sight(figure("luy_ke", 9), asked=ASKED, before={"luy_ke": 9})) == ()
    assert check(sight(figure("luy_ke", 9), asked=ASKED)) == ()
