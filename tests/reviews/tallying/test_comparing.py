"""This period beside an earlier one, with what mergers and missing reports do to it."""

from decimal import Decimal

import pytest

from tongket.core.findings import compose
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.comparing import Comparison, Earlier, compare, unlike_coverage
from tongket.reviews.tallying.coverage import Coverage
from tongket.reviews.tallying.lineage import Descent, Past
from tongket.reviews.tallying.values import Given

D = Decimal
NAMES = {1: "An Xuân", 2: "Phước Hòa"}


def compared(descent: Descent, *units: int, given: dict[int, int], now: int | None = 10) -> Comparison:
    earlier = Earlier("năm 2023", {unit: Given(D(value), number=1) for unit, value in given.items()}, NAMES)
    value = None if now is None else D(now)
    return compare(value, Past(descent, units), earlier, Gather.SUM, name="An Mỹ")


def said(comparison: Comparison) -> list[str]:
    return [compose(each).found for each in comparison.findings]


def test_same_unit_is_compared_without_a_word() -> None:
    found = compared(Descent.SAME, 1, given={1: 8})

    assert [found.before, found.difference, found.percent, *found.findings] == [8, 2, 25]


def test_merged_unit_is_compared_with_the_sum_and_it_is_said() -> None:
    found = compared(Descent.MERGED, 1, 2, given={1: 3, 2: 5})

    assert found.before == 8
    assert said(found) == ["An Mỹ hợp nhất từ An Xuân, Phước Hòa: so với số của các đơn vị đó cộng lại, năm 2023."]


def test_merged_unit_of_which_a_part_is_missing_is_not_compared() -> None:
    found = compared(Descent.MERGED, 1, 2, given={1: 3})

    assert found.before is None
    assert said(found) == ["An Mỹ hợp nhất từ An Xuân, Phước Hòa; năm 2023 thiếu số của Phước Hòa: không so được."]


def test_split_and_new_units_are_not_compared_and_it_is_said() -> None:
    assert said(compared(Descent.SPLIT, 1, given={1: 3})) == ["An Mỹ tách ra từ An Xuân: không so được với năm 2023."]
    assert said(compared(Descent.NEW, given={})) == ["An Mỹ chưa có vào năm 2023: không có số để so."]


def test_nobody_gave_a_figure_then_so_nothing_is_said() -> None:
    assert compared(Descent.SAME, 1, given={}) == Comparison(D(10))


def test_nothing_now_has_no_difference() -> None:
    found = compared(Descent.SAME, 1, given={1: 8}, now=None)

    assert (found.difference, found.percent) == (None, None)


def test_percent_of_nothing_is_not_said_and_of_less_than_nothing_is_of_its_size() -> None:
    assert Comparison(D(5), D(0)).percent is None
    assert Comparison(D(5), D(-10)).percent == 150


def test_rates_of_merged_units_are_made_of_both_halves() -> None:
    given = {1: Given(None, D(10), D(100), 1), 2: Given(None, D(10), D(300), 1)}

    found = compare(D(6), Past(Descent.MERGED, (1, 2)), Earlier("", given, NAMES), Gather.RATE, measure="%")

    assert found.before == 5


@pytest.mark.parametrize(
    ("now", "before", "message"),
    [
        (Coverage(3, 3), Coverage(10, 10), None),
        (Coverage(2, 3), Coverage(2, 3), None),
        (Coverage(2, 3), Coverage(3, 3), "Kỳ này 2/3 đơn vị có số, năm 2023 là 3/3: hai tổng chưa cùng độ phủ."),
    ],
)
def test_totals_that_lack_units_are_told(now: Coverage, before: Coverage, message: str | None) -> None:
    found = unlike_coverage(now, before, label="năm 2023")

    assert (compose(found).found if found else None) == message
