"""Remarks: each unit told to prepare to speak without a paper."""

from collections.abc import Iterator

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter, one_each
from tongket.conferences.derive.wording import REMARKS, SPEAK_THERE
from tongket.conferences.rules import DutyKind


def remarks(matter: Matter) -> list[DutyDraft]:
    """One duty a unit; units with a paper of their own have none."""
    return one_each(_told(matter))


def _told(matter: Matter) -> Iterator[DutyDraft]:
    because = _where_speaking_is_foreseen(matter)
    with_paper = {owner for paper in matter.facts.papers for owner in matter.owners.of(paper.unit, paper.clause)}
    for task, owner in matter.others_tasks():
        if REMARKS.search(task.text.lower()) and owner not in with_paper:
            yield matter.draft(DutyKind.REMARKS, owner, task.clause, because, task.text)


def _where_speaking_is_foreseen(matter: Matter) -> list[str]:
    """Items beside the papers that are left to whoever speaks at the conference itself."""
    papers = {paper.clause for paper in matter.facts.papers if paper.clause}
    beside = {clause.rsplit("/", 1)[0] for clause in papers if "/" in clause}
    return [
        clause.clause
        for clause in matter.clauses
        if clause.clause not in papers
        and "/" in clause.clause
        and clause.clause.rsplit("/", 1)[0] in beside
        and SPEAK_THERE.search(clause.text.lower())
    ]
