"""The worker inside the server: what it does first, and that it is woken by a job of its own process."""

import threading
import time

import pytest
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from tongket.config import worker
from tongket.core import jobs
from tongket.core.jobs import HANDED_OVER
from tongket.core.models import Job, JobState


class Over(Exception):
    """Ends a worker that would go on for ever."""


@pytest.mark.django_db
def test_recurring_jobs_are_queued_before_the_first_look(monkeypatch: pytest.MonkeyPatch) -> None:
    queued: list[list[str]] = []

    def look(_worker: Worker) -> None:
        queued.append(sorted(Job.objects.values_list("name", flat=True)))
        raise Over

    monkeypatch.setattr(Worker, "run", look)

    with pytest.raises(Over):
        worker.work_for_ever()

    assert queued == [["core.tidy", "mailbox.climb_everywhere", "mailbox.look_again", "proceedings.look"]]


def looks_of(monkeypatch: pytest.MonkeyPatch, number: int) -> list[float]:
    """The moments at which a worker looked; it ends after so many."""
    looks: list[float] = []

    def look(_worker: Worker) -> None:
        looks.append(time.monotonic())
        if len(looks) == number:
            raise Over

    monkeypatch.setattr(Worker, "run", look)
    monkeypatch.setattr(worker, "take_up_lost_jobs", lambda: 0)
    monkeypatch.setattr(worker, "keep_recurring_jobs_queued", lambda: None)
    with pytest.raises(Over):
        worker.work_for_ever()
    return looks


def test_worker_looks_again_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SECONDS_BETWEEN_LOOKS", 0.05)

    first, second = looks_of(monkeypatch, 2)

    assert second - first >= 0.05


def test_worker_looks_at_once_where_a_job_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SECONDS_BETWEEN_LOOKS", 60.0)
    handing = threading.Timer(0.1, HANDED_OVER.set)
    handing.start()

    first, second = looks_of(monkeypatch, 2)

    assert second - first < 30


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "wakes"), [(0, True), (1, False)])
def test_only_a_job_that_may_begin_wakes_the_worker(
    hours: int,
    wakes: bool,  # noqa: FBT001 -- a parameter of the test
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    HANDED_OVER.clear()

    with django_capture_on_commit_callbacks(execute=True):
        jobs.start_job("core.tidy", at=timezone.now() + hours * jobs.LONGEST_RUN)

    assert HANDED_OVER.is_set() is wakes
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_look_carries_out_all_that_is_due_and_ends(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    done: list[int] = []
    monkeypatch.setattr(jobs, "KINDS", {"note": jobs.Kind(lambda *, number: done.append(number))})
    for number in (1, 2):
        jobs.start_job("note", number=number)

    worker._worker().run()

    assert done == [1, 2]
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}
