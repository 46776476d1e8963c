"""People and groups of a conference as JSON."""

from typing import Any

from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import Group, Row
from tongket.delegates.rules import Answer

Said = dict[str, Any]


def group_as_json(group: Group) -> Said:
    """A row of the plan's participants with its people and the units that have to send somebody."""
    return {
        "clause": group.clause or None,
        "text": group.text,
        "each": group.each,
        "coming": group.coming,
        "absent": group.counts[Answer.ABSENT],
        "unanswered": group.counts[Answer.ASKED],
        "people": [row_as_json(row) for row in group.rows],
        "units": [
            {"duty": each.duty.pk, "unit": each.name, "state": each.duty.state, "missing": each.missing}
            for each in group.senders
        ],
    }


def row_as_json(row: Row) -> Said:
    """A person on the list with what the person does there."""
    return delegate_as_json(row.delegate) | {"speaks": row.speaks or None}


def delegate_as_json(each: Delegate) -> Said:
    """A person; `duty` is that of the unit whose list it is, `revision` guards two windows."""
    return {
        "id": each.pk,
        "duty": each.duty_id,
        "unit": each.unit.name if each.unit else None,
        "body": each.body,
        "title": each.title,
        "name": each.name,
        "post": each.post,
        "phone": each.phone,
        "part": each.part,
        "answer": each.answer,
        "reason": each.reason,
        "instead_of": each.instead_of_id,
        "removed": each.removed_at is not None,
        "revision": each.revision,
    }
