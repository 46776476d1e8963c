"""Who pays."""

import pytest

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.no_budget import check
from tongket.plans.facts import Item


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chuẩn bị hội trường.", ["no-budget"]),
        ("Mời 27 đồng chí ủy viên.", ["no-budget"]),
        ("Chuẩn bị kinh phí, hội trường.", []),
        ("Trích quỹ khen thưởng.", []),
    ],
)
def test_words_of_the_plan(text: str, found: list[str]) -> None:
    assert codes(check, plan({"IV.1": text})) == found


def test_budget_that_was_read_is_enough() -> None:
    assert codes(check, plan(budget=(Item("V", "Ngân sách xã"),))) == []
