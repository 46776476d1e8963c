"""Tables without a noun: the audit trail, stored files, jobs, dated settings, the office's own holidays."""

import uuid

from django.db import models
from django.db.models import Q


class Event(models.Model):
    """One line of the audit trail: who did what to which thing, and what changed; references, no personal values."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=60)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    scope = models.CharField(max_length=80, blank=True)
    changes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["scope", "-at"], name="event_by_scope"),
            models.Index(fields=["subject", "-at"], name="event_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"


class StoredFile(models.Model):
    """A file that somebody handed over; its bytes lie in the storage under the name of their hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    bytes_long = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """Where the bytes lie in the storage."""
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"


class JobState(models.TextChoices):
    """Where a job is; a failed one has used up its attempts."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """A piece of background work: every one goes through here, so that it can be retried, scheduled and seen."""

    name = models.CharField(max_length=80)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="job_ended_has_no_time",
                condition=Q(state__in=["done", "failed"], ended_at__isnull=False)
                | Q(state__in=["waiting", "running"], ended_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["name", "state"], name="job_by_name")]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"


class Setting(models.Model):
    """A value that people may change, in force between two dates; `scope` is empty or names a thing."""

    key = models.CharField(max_length=80)
    scope = models.CharField(max_length=80, blank=True)
    value = models.JSONField()
    valid_from_on = models.DateField(null=True)
    valid_until_on = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "scope", "valid_from_on"], name="setting_twice_from_one_day"),
            # SQLite and PostgreSQL take two empty dates for different ones; this one does not.
            models.UniqueConstraint(
                fields=["key", "scope"], condition=Q(valid_from_on__isnull=True), name="setting_twice_from_the_start"
            ),
            models.CheckConstraint(
                name="setting_ends_before_it_begins",
                condition=Q(valid_from_on__isnull=True)
                | Q(valid_until_on__isnull=True)
                | Q(valid_until_on__gte=models.F("valid_from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.scope}".strip()


class Holiday(models.Model):
    """A day that the office itself declares off or, when `is_working`, worked; it overrides the national calendar."""

    held_on = models.DateField(unique=True)
    is_working = models.BooleanField(default=False)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.held_on} {self.name}"
