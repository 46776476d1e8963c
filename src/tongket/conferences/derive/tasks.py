"""Tasks: everything else that the plan assigns, one for each row and unit, its parts as a checklist."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter
from tongket.conferences.derive.wording import checklist, coordinating
from tongket.conferences.rules import DutyKind


def tasks(matter: Matter, others: Iterable[DutyDraft]) -> Iterator[DutyDraft]:
    """The rows that no other duty of the same unit stands on."""
    used = {(place, draft.unit, draft.unit_name) for draft in others for place in (draft.clause, *draft.because)}
    pairs = [(row.task, owner) for row in matter.assigned for owner in row.owners]
    for task, owner in pairs:
        if task.clause is None or (task.clause, owner.key, owner.name) not in used:
            with_whom = () if matter.owners.is_host(owner) else coordinating(task.text)
            draft = matter.draft(DutyKind.TASK, owner, task.clause, (), task.text)
            yield replace(draft, coordinating=with_whom, checklist=checklist(task.text))
