"""A total and its groups."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.participants_sum import check
from tongket.plans.facts import Participant

TOTAL = {"II.1": "Tổng số 60 đại biểu, gồm:"}


def group(text: str, count: int | None) -> Participant:
    """One group of those who attend."""
    return Participant("II.1/1", text, count)


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ((group("Ủy viên: 20 người", 20), group("Khách: 30 người", 30)), ["Tổng số ghi 60, cộng các nhóm được 50."]),
        ((group("Ủy viên: 20 người", 20), group("Khách: 40 người", 40)), []),
        ((group("Ủy viên: 20 người", 20), group("Khách", None)), []),
        ((group("Ủy viên: 20 người", 20), group("Mỗi xã 02 người", 2)), []),
        ((), []),
    ],
)
def test_groups(groups: tuple[Participant, ...], found: list[str]) -> None:
    assert said(check, plan(TOTAL, participants=groups)) == found


def test_total_of_another_part_is_another_matter() -> None:
    groups = (group("Ủy viên: 20 người", 20),)

    assert said(check, plan({"III": "Tổng số 60 đại biểu được khen"}, participants=groups)) == []
