"""Nominations and quotas."""

import pytest

from tests.plans.checks.judging import award, nominator, plan, said
from tongket.plans.checks.quota_mismatch import check
from tongket.plans.facts import Nominator

TWO = (nominator("Phòng Kinh tế"), nominator("Hội Nông dân thành phố"))


@pytest.mark.parametrize(
    ("nominators", "found"),
    [
        (TWO, ["Khen 4, nhưng các đơn vị chỉ được giới thiệu 2."]),
        (TWO * 2, []),
        ((nominator("Các xã, phường"),), []),
        ((nominator("Phòng giáo dục: mỗi phòng", 2),), []),
        ((nominator("Phòng Kinh tế", None),), []),
        ((nominator("Phòng Kinh tế", clause="III.4/1"),), []),
        ((), []),
    ],
    ids=["too few", "enough", "many units", "each unit", "no number", "models to be shown", "nobody"],
)
def test_nominators(nominators: tuple[Nominator, ...], found: list[str]) -> None:
    assert said(check, plan(awards=(award(),), nominators=nominators)) == found


def test_plan_without_awards_passes() -> None:
    assert said(check, plan(nominators=TWO)) == []
