"""The choices of the page of a difference, as its form sends them."""

import pytest
from django.http import QueryDict

from tongket.conferences.correction import Choice
from tongket.conferences.correction_form import choices_from


@pytest.mark.parametrize(
    ("sent", "choices"),
    [
        ("", {}),
        ("keep-12=keep&keep-13=withdraw", {12: Choice.KEEP, 13: Choice.WITHDRAW}),
        ("plan-day=4-5&plan-day=9", {4: Choice.PLAN_DAY, 5: Choice.PLAN_DAY, 9: Choice.PLAN_DAY}),
        ("keep-x=keep&keep-1=plan-day&plan-day=a-b", {}),
    ],
)
def test_choices_are_taken_from_the_form(sent: str, choices: dict[int, Choice]) -> None:
    assert choices_from(QueryDict(sent)) == choices
