"""The order of numbers."""

import pytest

from tests.plans.checks.judging import plan, said
from tests.plans.making import plan_with
from tongket.plans.checks.numbering_order import check, value


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (("I", "II", "III"), []),
        (("III", "IV", "VI"), ["Sau mục IV là mục VI."]),
        (("II.1", "II.2", "III.1"), []),
        (("II.1", "II.3"), ["Sau mục 1 là mục 3."]),
        (("A", "C"), []),
        (("I/1", "I/2"), []),
    ],
)
def test_places(places: tuple[str, ...], found: list[str]) -> None:
    assert said(check, plan(dict.fromkeys(places, "x"))) == found


def test_number_that_stands_twice() -> None:
    twice = plan_with("I. MỤC ĐÍCH\nĐánh giá.\nII. NỘI DUNG\nTổng kết.\nII. KINH PHÍ\nNgân sách.")

    assert said(check, twice) == ["Hai mục cùng mang số II."]


def test_list_that_begins_again_is_another_list() -> None:
    assert said(check, plan({"1": "x", "2": "x"})) == []


@pytest.mark.parametrize(("label", "number"), [("IV", 4), ("IX", 9), ("XIII", 13), ("2.10", 10), ("7", 7)])
def test_value_of_a_label(label: str, number: int) -> None:
    assert value(label) == number
