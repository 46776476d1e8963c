"""The audit trail: one line for each change."""

import pytest

from tests.factories.accounts import NOW, create_user
from tongket.core.audit import record, reference
from tongket.core.models import Event

pytestmark = pytest.mark.django_db


def test_line_tells_who_what_when_and_what_changed() -> None:
    user, subject = create_user(), create_user()

    record(verb="change", subject=subject, scope=user, by=user, now=NOW, changes={"state": "open"})

    event = Event.objects.get()
    assert (event.actor, event.verb, event.subject, event.scope, event.at, event.changes) == (
        f"user:{user.pk}",
        "change",
        f"user:{subject.pk}",
        f"user:{user.pk}",
        NOW,
        {"state": "open"},
    )
    assert str(event) == f"2024-10-21 01:15 user:{user.pk} change user:{subject.pk}"


def test_system_acts_under_its_own_name() -> None:
    event = record(verb="tidy", subject=create_user(), by=None, now=NOW)

    assert (event.actor, event.scope, event.changes) == ("system", "", {})


def test_reference_names_kind_and_key() -> None:
    user = create_user()

    assert reference(user) == f"user:{user.pk}"
