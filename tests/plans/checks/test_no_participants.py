"""Who attends."""

import pytest

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.no_participants import check
from tongket.plans.facts import Participant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổ chức hội nghị tổng kết.", ["no-participants"]),
        ("Thành phần do Văn phòng mời.", []),
        ("Khách mời ghi trong giấy mời.", []),
    ],
)
def test_words_of_the_plan(text: str, found: list[str]) -> None:
    assert codes(check, plan({"II": text})) == found


def test_participants_that_were_read_are_enough() -> None:
    assert codes(check, plan(participants=(Participant("II.1/1", "UBND xã", None),))) == []
