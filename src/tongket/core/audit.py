"""Writes the audit trail: one line for each change, with references only, never personal values."""

from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model

from tongket.core.models import Event


def reference(thing: Model) -> str:
    """How the trail names a row: `duty:75`."""
    return f"{thing._meta.model_name}:{thing.pk}"


def reference_to(table: type[Model], key: int | str) -> str:
    """As `reference`, for a row of which only the key is known."""
    return f"{table._meta.model_name}:{key}"


def record(
    *,
    verb: str,
    subject: Model,
    scope: Model | None = None,
    by: AbstractBaseUser | None,
    now: datetime,
    changes: dict[str, Any] | None = None,
) -> Event:
    """Adds one line: `by` None is the system itself; `changes` holds states, dates and references."""
    return Event.objects.create(
        at=now,
        actor=f"user:{by.pk}" if by is not None else "system",
        verb=verb,
        subject=reference(subject),
        scope=reference(scope) if scope is not None else "",
        changes=changes or {},
    )
