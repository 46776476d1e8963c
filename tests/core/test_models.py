"""What the tables without a noun hold, and what they refuse to hold."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, models, transaction

from tongket.core.models import Event, Holiday, Job, JobState, Setting, StoredFile

NOW = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)
JULY, AUGUST = date(2024, 7, 1), date(2024, 8, 1)


def is_refused(row: models.Model) -> bool:
    """Whether the database does not take `row`."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False


ROWS = [
    (Event(at=NOW, actor="user:1", verb="create", subject="unit:2"), "2024-10-21 01:15 user:1 create unit:2"),
    (StoredFile(name="ke-hoach.docx"), "ke-hoach.docx"),
    (Job(name="mail.send", state=JobState.FAILED), "mail.send failed"),
    (Setting(key="clock"), "clock"),
    (Setting(key="minutes", scope="conference:1"), "minutes conference:1"),
    (Holiday(held_on=JULY, name="Ngày hội"), "2024-07-01 Ngày hội"),
]


@pytest.mark.parametrize(("row", "words"), ROWS)
def test_row_says_what_it_is(row: models.Model, words: str) -> None:
    assert str(row) == words


def test_file_lies_under_its_hash() -> None:
    assert StoredFile(name="a.txt", sha256="abcdef0123").place == "ab/cd/abcdef0123"


ENDS = [
    (JobState.WAITING, None, False),
    (JobState.WAITING, NOW, True),
    (JobState.RUNNING, None, False),
    (JobState.RUNNING, NOW, True),
    (JobState.DONE, None, True),
    (JobState.DONE, NOW, False),
    (JobState.FAILED, None, True),
    (JobState.FAILED, NOW, False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "ended_at", "refused"), ENDS)
def test_job_has_an_end_when_and_only_when_it_ended(
    state: JobState, ended_at: datetime | None, *, refused: bool
) -> None:
    assert is_refused(Job(name="a", run_at=NOW, state=state, ended_at=ended_at)) is refused


def setting(first: date | None = None, last: date | None = None, *, key: str = "k", scope: str = "") -> Setting:
    """A setting in force from `first` to `last`."""
    return Setting(key=key, scope=scope, value=1, valid_from_on=first, valid_until_on=last)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [(JULY, AUGUST, False), (JULY, JULY, False), (AUGUST, JULY, True), (None, JULY, False), (AUGUST, None, False)],
)
def test_setting_ends_no_day_before_it_begins(first: date | None, last: date | None, *, refused: bool) -> None:
    assert is_refused(setting(first, last)) is refused


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("second", "refused"),
    [
        (setting(JULY), True),
        (setting(), True),
        (setting(AUGUST), False),
        (setting(JULY, key="other"), False),
        (setting(JULY, scope="conference:1"), False),
        (setting(scope="conference:1"), False),
    ],
)
def test_setting_begins_once_on_each_day_and_once_without_a_day(second: Setting, *, refused: bool) -> None:
    setting(JULY).save()
    setting().save()

    assert is_refused(second) is refused


@pytest.mark.django_db
def test_day_is_declared_once() -> None:
    Holiday.objects.create(held_on=JULY, name="Ngày hội")

    assert is_refused(Holiday(held_on=JULY, name="Ngày khác", is_working=True)) is True
