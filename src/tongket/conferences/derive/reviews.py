"""Reviews: each unit that a task tells to hold its own review and report."""

from collections.abc import Iterator

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter, one_each
from tongket.conferences.derive.wording import FROM_BELOW, says_own_review
from tongket.conferences.rules import DutyKind


def reviews(matter: Matter) -> list[DutyDraft]:
    """One duty a unit; what must be assessed and the aim that reviews start from below stand behind it."""
    assessed = [item.clause for item in matter.facts.review[:1] if item.clause]
    aims = [item.clause for item in matter.facts.purpose if item.clause and FROM_BELOW.search(item.text.lower())]
    return one_each(_told(matter, [*assessed, *aims]))


def _told(matter: Matter, because: list[str]) -> Iterator[DutyDraft]:
    for task, owner in matter.others_tasks():
        if says_own_review(task.text):
            yield matter.draft(DutyKind.REVIEW, owner, task.clause, because, task.text)
