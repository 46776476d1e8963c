"""Throws away what nobody needs any more: old jobs, queue rows, ended sessions, bytes that no row names."""

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend

from tongket.core.files import discard_unnamed
from tongket.core.models import Job, JobState

KEPT = timedelta(days=30)
# No transaction lasts so long: what it stores is named by then.
UNNAMED = timedelta(days=1)


def tidy() -> None:
    """Deletes finished jobs older than a month, their queue rows, ended sessions, and day-old bytes without a row."""
    Job.objects.filter(state=JobState.DONE, ended_at__lt=timezone.now() - KEPT).delete()
    if isinstance(task_backends["default"], DatabaseBackend):
        call_command("prune_db_task_results", min_age_days=KEPT.days, verbosity=0)
    SessionStore.clear_expired()
    discard_unnamed(before=timezone.now() - UNNAMED)
