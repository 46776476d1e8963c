"""Papers and the half day."""

import pytest

from tests.plans.checks.judging import paper, plan, said
from tongket.plans.checks import Context
from tongket.plans.checks.context import HalfDay
from tongket.plans.checks.papers_do_not_fit import check
from tongket.plans.facts import PaperLimits


@pytest.mark.parametrize(
    ("papers", "limits", "found"),
    [
        (6, PaperLimits(3, 7), []),
        (12, PaperLimits(3, 10), []),
        (
            13,
            PaperLimits(3, 10),
            ["13 tham luận, mỗi bài 10 phút, cần 130 phút; một buổi còn 120 phút cho tham luận."],
        ),
        (13, PaperLimits(3, None), []),
        (13, PaperLimits(3, 190), []),
        (13, None, []),
        (0, PaperLimits(3, 10), []),
    ],
)
def test_papers(papers: int, limits: PaperLimits | None, found: list[str]) -> None:
    assert said(check, plan(papers=(paper(),) * papers, paper_limits=limits)) == found


def test_office_may_meet_longer() -> None:
    whole_day = Context(half_day=HalfDay(whole=420))

    assert said(check, plan(papers=(paper(),) * 13, paper_limits=PaperLimits(3, 10)), whole_day) == []
