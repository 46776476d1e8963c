"""What nobody needs any more is thrown away, the rest stays."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import Settings

from tongket.core.files import store
from tongket.core.models import Job, JobState, StoredFile
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


@pytest.fixture
def on_disk(settings: Settings, tmp_path: Path) -> None:
    """The storage that people have."""
    settings.MEDIA_ROOT = tmp_path
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}


@pytest.mark.usefixtures("on_disk")
def test_bytes_that_no_row_names_go_after_a_day() -> None:
    kept, fresh, lost = (store(data=data, name="a.txt", now=timezone.now()) for data in (b"kept", b"fresh", b"lost"))
    long_ago = (timezone.now() - timedelta(days=2)).timestamp()
    for file in (kept, lost):
        os.utime(default_storage.path(file.place), (long_ago, long_ago))
    StoredFile.objects.exclude(pk=kept.pk).delete()

    tidy()

    assert [default_storage.exists(file.place) for file in (kept, fresh, lost)] == [True, True, False]


@pytest.mark.usefixtures("on_disk")
def test_bytes_that_come_again_are_no_old_ones() -> None:
    first = store(data=b"again", name="a.txt", now=timezone.now())
    long_ago = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(default_storage.path(first.place), (long_ago, long_ago))

    store(data=b"again", name="b.txt", now=timezone.now())
    StoredFile.objects.all().delete()
    tidy()

    assert default_storage.exists(first.place)
