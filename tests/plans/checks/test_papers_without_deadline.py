"""By when a paper is due."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, paper, plan, said
from tongket.plans.checks.papers_without_deadline import check

FOUND = ["Giao 1 tham luận, không nêu hạn gửi bài."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gửi báo cáo trước ngày 20/10/2024.", FOUND),
        ("Đơn vị có tham luận chuẩn bị chu đáo. Gửi báo cáo trước ngày 20/10/2024.", FOUND),
        ("Các cơ sở có tham luận gửi bài trước hội nghị 03 ngày.", []),
        ("Bài tham luận gửi chậm nhất cuối tuần.", []),
    ],
)
def test_words_of_the_plan(text: str, found: list[str]) -> None:
    assert said(check, plan({"IV.2": text}, papers=(paper(),))) == found


def test_deadline_for_papers_is_enough() -> None:
    assert said(check, plan(papers=(paper(),), deadlines=(due(date(2024, 10, 20), "toàn văn tham luận"),))) == []


def test_plan_without_papers_passes() -> None:
    assert said(check, plan()) == []
