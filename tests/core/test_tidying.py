"""What nobody needs any more is thrown away, the rest stays."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django import Settings

from tongket.core.models import Job, JobState
from tongket.core.tidying import KEPT, tidy

pytestmark = pytest.mark.django_db


def test_another_queue_than_ours_is_left_to_itself() -> None:
    tidy()

    assert Job.objects.count() == 0


def test_old_finished_jobs_and_ended_sessions_go(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    now = timezone.now()
    old, fresh = now - KEPT - timedelta(hours=1), now - KEPT + timedelta(hours=1)
    for state, ended_at in ((JobState.DONE, old), (JobState.DONE, fresh), (JobState.FAILED, old)):
        Job.objects.create(name=f"{state}", state=state, run_at=old, ended_at=ended_at)
    Session.objects.create(session_key="ended", session_data="", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="open", session_data="", expire_date=now + timedelta(hours=1))

    tidy()

    assert list(Job.objects.order_by("pk").values_list("state", flat=True)) == [JobState.DONE, JobState.FAILED]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]
