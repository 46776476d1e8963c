"""One unit, one paper, one name."""

from dataclasses import replace

import pytest

from tests.plans.checks.judging import nominator, paper, plan, said
from tongket.plans.checks.unit_twice import check


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("Hội Nông dân xã A", ["Hội Nông dân xã A được giao hai tham luận, ở III.2/1 và III.2/5."]),
        ("Hội Nông dân xã B", []),
    ],
)
def test_papers(second: str, found: list[str]) -> None:
    papers = (paper("Hội Nông dân xã A"), replace(paper(second), clause="III.2/5"))

    assert said(check, plan(papers=papers)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "Hội LHPN thành phố",
            ["Một đơn vị được gọi hai cách: “Hội Liên hiệp phụ nữ thành phố” và “Hội LHPN thành phố”."],
        ),
        ("Hội Liên hiệp phụ nữ thành phố", []),
        ("Hội LHPN xã A", []),
    ],
)
def test_names(name: str, found: list[str]) -> None:
    called = plan(papers=(paper("Hội Liên hiệp phụ nữ thành phố"),), nominators=(nominator(name),))

    assert said(check, called) == found
