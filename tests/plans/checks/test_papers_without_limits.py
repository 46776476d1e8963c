"""How long a paper may be."""

import pytest

from tests.plans.checks.judging import paper, plan, said
from tongket.plans.checks.papers_without_limits import check
from tongket.plans.facts import PaperLimits


@pytest.mark.parametrize(
    ("limits", "text", "found"),
    [
        (None, "", ["Giao 2 tham luận, không nêu số phút cho mỗi bài."]),
        (PaperLimits(3, None), "", ["Giao 2 tham luận, không nêu số phút cho mỗi bài."]),
        (PaperLimits(None, 7), "", []),
        (None, "Mỗi bài nói trong 05 phút.", []),
    ],
)
def test_limits(limits: PaperLimits | None, text: str, found: list[str]) -> None:
    assert said(check, plan({"III.2": text}, papers=(paper(), paper("Hội B")), paper_limits=limits)) == found


def test_plan_without_papers_passes() -> None:
    assert said(check, plan()) == []
