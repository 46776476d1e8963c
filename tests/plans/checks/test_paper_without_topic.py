"""The topic of a paper."""

import pytest

from tests.plans.checks.judging import paper, plan, said
from tongket.plans.checks.paper_without_topic import check


@pytest.mark.parametrize(
    ("unit", "topic", "found"),
    [
        ("Hội Nông dân xã A", None, ["Tham luận của Hội Nông dân xã A chưa có chủ đề."]),
        ("Hội Nông dân xã A", "Trồng hoa", []),
        ("Các xã, phường", None, []),
    ],
)
def test_topic(unit: str, topic: str | None, found: list[str]) -> None:
    assert said(check, plan(papers=(paper(unit, topic),))) == found
