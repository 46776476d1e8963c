"""Background work: carried out once, retried with longer waits, given up, and repeated by the clock."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from tongket.core import jobs
from tongket.core.models import Job, JobState

pytestmark = pytest.mark.django_db
done: list[int] = []


def note(number: int) -> None:
    """Notes that it ran."""
    done.append(number)


def fail(number: int) -> None:
    """Fails like a mail server that is away."""
    raise ConnectionError(f"no answer {number}")


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[None]:
    """Two kinds of job over the product's own queue; the product's own kinds are put aside."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(jobs, "KINDS", {})
    jobs.register("note", note)
    jobs.register("fail", fail)
    yield
    done.clear()


def run(job: Job) -> Job:
    """Carries a job out as the worker does."""
    jobs.run_job.func(job.pk)
    job.refresh_from_db()
    return job


def test_job_is_handed_over_when_the_transaction_ends(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        job = jobs.start_job("note", number=7)
        before = DBTaskResult.objects.count()

    (queued,) = DBTaskResult.objects.all()
    assert (before, queued.args_kwargs["args"], queued.run_after) == (0, [job.pk], job.run_at)
    assert (job.state, job.arguments, done) == (JobState.WAITING, {"number": 7}, [])


def test_job_is_done_once() -> None:
    job = run(jobs.start_job("note", number=7))
    run(job)

    assert (done, job.state, job.attempts, job.fault) == ([7], JobState.DONE, 1, "")
    assert job.ended_at is not None


def test_failed_job_waits_longer_each_time_and_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    job = jobs.start_job("fail", number=7)
    waits = []
    for _ in range(jobs.MOST_ATTEMPTS - 1):
        began = timezone.now()
        run(job)
        assert job.state == JobState.WAITING
        waits.append(round((job.run_at - began).total_seconds(), -1))
    run(job)

    assert waits == [10.0, 60.0, 360.0]
    assert (job.state, job.attempts, job.fault) == (JobState.FAILED, 4, "ConnectionError('no answer 7')")
    assert job.ended_at is not None
    assert "failed" in caplog.text


def test_unknown_kind_fails_with_its_name() -> None:
    assert run(Job.objects.create(name="gone", run_at=timezone.now())).fault == "KeyError('gone')"


def test_recurring_job_is_queued_once_and_again_after_each_run() -> None:
    jobs.recurring("tidy", lambda: None, every_hours=24)
    jobs.keep_recurring_jobs_queued()
    jobs.keep_recurring_jobs_queued()
    (job,) = Job.objects.filter(name="tidy")
    assert timedelta(hours=23) < job.run_at - timezone.now() <= timedelta(hours=24)

    run(job)

    states = list(Job.objects.filter(name="tidy").order_by("pk").values_list("state", flat=True))
    assert states == [JobState.DONE, JobState.WAITING]


def test_job_lost_by_a_dead_worker_is_taken_up_again() -> None:
    now = timezone.now()
    lost = Job.objects.create(
        name="test.note", arguments={"number": 7}, state=JobState.RUNNING, run_at=now - timedelta(hours=2)
    )
    fresh = Job.objects.create(name="test.note", arguments={"number": 8}, state=JobState.RUNNING, run_at=now)

    taken = jobs.take_up_lost_jobs()

    fresh.refresh_from_db()
    lost.refresh_from_db()
    assert (taken, fresh.state, lost.state != JobState.RUNNING) == (1, JobState.RUNNING, True)
