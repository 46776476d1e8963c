"""Background work: retries and a schedule laid over the queue, so that a broker can replace the queue by a setting."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from tongket.core.models import Job, JobState

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 4
FIRST_WAIT = timedelta(seconds=10)
# No job of ours takes this long; one that still runs then belonged to a worker that is gone.
LONGEST_RUN = timedelta(hours=1)
# Set when this process hands over a job that may begin, so that a worker inside it does not wait for its next look.
# Workers in other processes hear nothing of it and look for themselves.
HANDED_OVER = threading.Event()
Handler = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job: its handler and, for a recurring one, the time between two runs."""

    handler: Handler
    every: timedelta | None = None


KINDS: dict[str, Kind] = {}


def register(name: str, handler: Handler) -> None:
    """Makes `name` a kind of job that `handler` carries out with the job's arguments."""
    KINDS[name] = Kind(handler)


def recurring(name: str, handler: Handler, *, every_hours: int) -> None:
    """Makes `name` a job that runs by itself every so many hours."""
    KINDS[name] = Kind(handler, timedelta(hours=every_hours))


def start_job(name: str, *, at: datetime | None = None, **arguments: Any) -> Job:  # noqa: ANN401 -- JSON values
    """Queues a job for `at`, now when left out; it is handed to the queue after the transaction ends."""
    when = at or timezone.now()
    job = Job.objects.create(name=name, arguments=arguments, run_at=when)
    transaction.on_commit(lambda: _hand_over(job))
    return job


def keep_recurring_jobs_queued() -> None:
    """Queues each recurring job that has none waiting; called when the server starts and after each run."""
    waiting = set(Job.objects.filter(state__in=[JobState.WAITING, JobState.RUNNING]).values_list("name", flat=True))
    for name, kind in KINDS.items():
        if kind.every is not None and name not in waiting:
            start_job(name, at=timezone.now() + kind.every)


def take_up_lost_jobs() -> int:
    """Queues again what a worker left running when it died; returns how many. Called when a worker starts."""
    lost = Job.objects.filter(state=JobState.RUNNING, run_at__lt=timezone.now() - LONGEST_RUN)
    found = list(lost)
    for job in found:
        if lost.filter(pk=job.pk).update(state=JobState.WAITING, run_at=timezone.now()) == 1:
            job.refresh_from_db()
            _hand_over(job)
    return len(found)


def _hand_over(job: Job) -> None:
    run_job.using(run_after=job.run_at).enqueue(job.pk)
    if job.run_at <= timezone.now():
        HANDED_OVER.set()


@task()
def run_job(job_id: int) -> None:
    """Carries out one job; a failure waits longer each time and is given up after the last attempt."""
    claimed = Job.objects.filter(pk=job_id, state=JobState.WAITING).update(state=JobState.RUNNING)
    if claimed != 1:
        return
    job = Job.objects.get(pk=job_id)
    try:
        KINDS[job.name].handler(**job.arguments)
    except Exception as fault:  # noqa: BLE001 -- the worker's edge: any failure of a job is recorded and retried
        _note_failure(job, fault)
    else:
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, ended_at=timezone.now(), attempts=job.attempts + 1)
    keep_recurring_jobs_queued()


def _note_failure(job: Job, fault: Exception) -> None:
    logger.exception("job %s (%s) failed", job.pk, job.name)
    attempts = job.attempts + 1
    if attempts >= MOST_ATTEMPTS:
        changes: dict[str, Any] = {"state": JobState.FAILED, "ended_at": timezone.now()}
    else:
        changes = {"state": JobState.WAITING, "run_at": timezone.now() + FIRST_WAIT * 6**job.attempts}
    Job.objects.filter(pk=job.pk).update(attempts=attempts, fault=repr(fault)[:2000], **changes)
    if attempts < MOST_ATTEMPTS:
        job.refresh_from_db()
        _hand_over(job)
