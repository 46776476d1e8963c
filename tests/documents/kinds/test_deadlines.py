"""Last days in the words of the plan."""

from datetime import date

import pytest

from tongket.conferences.rules import DueSource
from tongket.documents.kinds.deadlines import due_words
from tongket.documents.kinds.known import place_in_plan
from tongket.documents.kinds.request import shared_clause
from tongket.plans.facts import Deadline, Facts


def plan(on: date | None, at: str | None = None) -> Facts:
    return Facts(deadlines=(Deadline(None, on, at, "tham luận", None, ()),))


@pytest.mark.parametrize(
    ("facts", "source", "words"),
    [
        (plan(date(2024, 10, 20)), DueSource.PLAN, "trước ngày 20 tháng 10 năm 2024"),
        (plan(date(2024, 10, 19)), DueSource.PLAN, "chậm nhất ngày 19 tháng 10 năm 2024"),
        (plan(date(2024, 10, 19), "16:00"), DueSource.PLAN, "trước 16 giờ 00 phút ngày 19 tháng 10 năm 2024"),
        (plan(date(2024, 10, 20)), DueSource.OFFICE, "chậm nhất ngày 19 tháng 10 năm 2024"),
        (plan(None), DueSource.PLAN, "chậm nhất ngày 19 tháng 10 năm 2024"),
    ],
)
def test_last_days_are_said_as_the_plan_prints_them(facts: Facts, source: DueSource, words: str) -> None:
    assert due_words(date(2024, 10, 19), source, facts) == words


@pytest.mark.parametrize(
    ("clause", "words"),
    [("III.2/4", "điểm 2 Phần III"), ("III.1.3", "điểm 1.3 Phần III"), ("IV", "Phần IV"), ("", "")],
)
def test_clauses_are_cited_as_documents_do(clause: str, words: str) -> None:
    assert place_in_plan(clause) == words


@pytest.mark.parametrize(
    ("clauses", "shared"),
    [
        (["III.2/1", "III.2/2"], "III.2"),
        (["IV.3/3"], "IV.3/3"),
        (["IV.2/1", "IV.3/1"], "IV"),
        (["", ""], ""),
    ],
)
def test_a_clause_is_cut_back_to_what_is_shared(clauses: list[str], shared: str) -> None:
    assert shared_clause(clauses) == shared
