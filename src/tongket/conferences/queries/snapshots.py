"""What a duty is at one moment, as JSON: the trail keeps it before and after each change, so that it can go back."""

from datetime import UTC, date, datetime
from typing import Any

from tongket.conferences.models import Duty

KEPT = (
    "unit_id",
    "ordinal",
    "state",
    "handed_in_at",
    "accepted_at",
    "return_due_at",
    "remark",
    "due_on",
    "due_source",
    "checklist",
)


def snapshot(duty: Duty) -> dict[str, Any]:
    """The kept fields of a duty by name; asks nothing."""
    return {name: _as_json(getattr(duty, name)) for name in KEPT}


def _as_json(value: Any) -> Any:  # noqa: ANN401 -- a field's value
    """Moments in UTC, so that equal ones are equal text wherever they came from."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
