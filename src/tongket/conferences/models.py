"""Tables of a conference: the plan being read, the plan as confirmed, its clauses, and the duties that follow."""

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tongket.conferences.rules import Channel, DueSource, DutyKind, DutyState, Standing
from tongket.core.models import StoredFile
from tongket.units.models import Unit


def choices(values: Any) -> list[tuple[str, str]]:  # noqa: ANN401 -- any StrEnum class
    """A StrEnum as Django's choices; words for people come from the rules, not from here."""
    return [(value.value, value.name) for value in values]


USER = settings.AUTH_USER_MODEL
CONFIRMED = {DutyState.HANDED_IN, DutyState.ACCEPTED}
CLOSED = {DutyState.ACCEPTED, DutyState.EXCUSED, DutyState.WITHDRAWN}


class ConferenceState(models.TextChoices):
    """Where a conference is in its life."""

    PREPARING = "preparing"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Conference(models.Model):
    """A review conference that runs by a plan; `parent` is the conference of the plan above.

    One that was called off keeps everything, with who did it, when and why.
    """

    title = models.CharField(max_length=500)
    short_title = models.CharField(max_length=160)
    host = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="hosted")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="below")
    state = models.CharField(max_length=10, choices=ConferenceState, default=ConferenceState.PREPARING)
    held_on = models.DateField(null=True, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    paper_pages = models.PositiveSmallIntegerField(null=True, blank=True)
    paper_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    made_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conference_cancelled_without_reason",
                condition=Q(state="cancelled", cancelled_at__isnull=False, cancelled_by__isnull=False)
                & ~Q(cancel_reason="")
                | ~Q(state="cancelled") & Q(cancelled_at=None, cancelled_by=None, cancel_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.short_title

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off: its pages stay, nothing of it is asked for or sent any more."""
        return self.state == ConferenceState.CANCELLED


class PlanVersion(models.Model):
    """The plan of a conference as it was confirmed: facts, lines, and the file it came from.

    `changes` is what a corrected version did: by number each duty with its values before and after, and the conference.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="plan_versions")
    ordinal = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    facts = models.JSONField()
    lines = models.JSONField()
    marks = models.JSONField(default=list)
    looks = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "ordinal"], name="plan_version_twice")]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.ordinal}"


class Clause(models.Model):
    """A place of the plan; `name` is the full one (`III.2/4`), lines count from 0 in the version's lines."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="clauses")
    ordinal = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    label = models.CharField(max_length=40, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField()
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "ordinal"], name="clause_twice")]
        indexes = [models.Index(fields=["version", "name"], name="clause_by_name")]

    def __str__(self) -> str:
        return self.name


class ReadingState(models.TextChoices):
    """Whether the facts are still being confirmed, or became a conference."""

    OPEN = "open"
    MADE = "made"
    DROPPED = "dropped"


class Reading(models.Model):
    """A plan that was read and waits for a person to confirm what was understood."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    pages = models.PositiveSmallIntegerField(null=True)
    lines = models.JSONField()
    clauses = models.JSONField()
    mendings = models.JSONField(default=list)
    is_plan = models.BooleanField(default=True)
    nature = models.CharField(max_length=200, blank=True)
    host = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+")
    parent = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=ReadingState, default=ReadingState.OPEN)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, null=True, related_name="readings")
    corrects = models.ForeignKey(Conference, on_delete=models.CASCADE, null=True, related_name="corrections")
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reading_made_without_conference", condition=~Q(state="made") | Q(conference__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FactState(models.TextChoices):
    """What a person said of a fact; a removed one stays, so that it can be taken back."""

    READ = "read"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"


class ReadingFact(models.Model):
    """One fact of a reading: what was read, the words it stands on, how sure, and what a person made of it."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="facts")
    key = models.CharField(max_length=20)
    ordinal = models.PositiveSmallIntegerField()
    value = models.JSONField(null=True)
    as_read = models.JSONField(null=True)
    spans = models.JSONField(default=list)
    sure = models.FloatField(default=1.0)
    doubt = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=FactState, default=FactState.READ)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "key", "ordinal"], name="reading_fact_twice")]

    def __str__(self) -> str:
        return f"{self.key}/{self.ordinal}"

    @property
    def path(self) -> str:
        """How findings name this fact: `papers/0`."""
        return f"{self.key}/{self.ordinal}"


class ReadingName(models.Model):
    """A name in the plan and the units a person says it stands for; a collective name stands for several."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    units = models.ManyToManyField(Unit, related_name="+")
    is_left_out = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "name"], name="reading_name_twice")]

    def __str__(self) -> str:
        return self.name


class DutyQuerySet(models.QuerySet["Duty"]):
    """Filters over duties."""

    def counted(self) -> Self:
        """The duties that still bind: neither excused nor withdrawn."""
        return self.exclude(state__in=[DutyState.EXCUSED, DutyState.WITHDRAWN])

    def late_on(self, day: date) -> Self:
        """The duties nobody handed in by the end of their last day; a returned one follows its own due time."""
        waiting = self.filter(state__in=[DutyState.OPEN, DutyState.WORKING], handed_in_at__isnull=True)
        returned = self.filter(state=DutyState.RETURNED)
        return waiting.filter(due_on__lt=day) | returned.filter(return_due_at__date__lt=day)


class Duty(models.Model):
    """What one unit owes, from which clause, by which day; its state changes through one action only.

    `plan_ordinal` is the latest version of the plan that gives it: there its clause stands.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=20, choices=choices(DutyKind))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="duties")
    unit_name = models.CharField(max_length=300)
    ordinal = models.PositiveSmallIntegerField(default=1)
    clause = models.CharField(max_length=80, blank=True)
    plan_ordinal = models.PositiveSmallIntegerField(default=1)
    because = models.JSONField(default=list)
    coordinating = models.JSONField(default=list)
    text = models.TextField()
    checklist = models.JSONField(default=list)
    due_on = models.DateField(null=True)
    due_source = models.CharField(max_length=10, choices=choices(DueSource), default=DueSource.NONE)
    state = models.CharField(max_length=12, choices=choices(DutyState), default=DutyState.OPEN)
    handed_in_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    return_due_at = models.DateTimeField(null=True)
    remark = models.TextField(blank=True)

    objects: ClassVar[models.Manager["Duty"]] = DutyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "kind", "unit", "ordinal"], name="duty_twice"),
            models.CheckConstraint(
                name="duty_due_without_source",
                condition=Q(due_on__isnull=True, due_source=DueSource.NONE)
                | (Q(due_on__isnull=False) & ~Q(due_source=DueSource.NONE)),
            ),
            models.CheckConstraint(
                name="duty_accepted_without_time",
                condition=~Q(state=DutyState.ACCEPTED) | Q(accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="duty_handed_in_without_time",
                condition=~Q(state=DutyState.HANDED_IN) | Q(handed_in_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["conference", "unit"], name="duty_by_unit")]

    def __str__(self) -> str:
        return f"{self.kind} {self.unit_name}"

    @property
    def standing(self) -> Standing:
        """What decides whether it is late; its due time in the office's zone, since lateness counts days there."""
        due_at = timezone.localtime(self.return_due_at) if self.return_due_at else None
        return Standing(DutyState(self.state), self.due_on, due_at)


class Evidence(models.Model):
    """What was handed in for a duty: a note, a file, how and when it came, and who entered it.

    `others` are files that came along with the main one. `entered_by` is empty where no person did: it came by mail
    and was filed by itself. `clause` and `plan_ordinal` are the place of the plan that asked for it then, whatever a
    correction says since.
    """

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="evidence")
    ordinal = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    clause = models.CharField(max_length=80, blank=True)
    plan_ordinal = models.PositiveSmallIntegerField(default=1)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    others = models.ManyToManyField(StoredFile, related_name="+")
    channel = models.CharField(max_length=10, choices=choices(Channel), default=Channel.WEB)
    received_at = models.DateTimeField()
    entered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "ordinal"], name="evidence_twice"),
            models.CheckConstraint(name="evidence_received_after_entry", condition=Q(received_at__lte=F("entered_at"))),
        ]

    def __str__(self) -> str:
        return self.receipt

    @property
    def receipt(self) -> str:
        """The number on the receipt: duty and version."""
        return f"TK-{self.duty_id:05d}-{self.ordinal}"


class ExtensionState(models.TextChoices):
    """What became of a wish for more time."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


class Extension(models.Model):
    """A unit's wish for another day, with its reason, and the office's answer with its own."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="extensions")
    wanted_on = models.DateField()
    reason = models.TextField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ExtensionState, default=ExtensionState.ASKED)
    answer = models.TextField(blank=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty"], condition=Q(state="asked"), name="extension_asked_twice_at_once"),
            models.CheckConstraint(
                name="extension_decided_without_person_and_time",
                condition=Q(state="asked", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty_id} {self.wanted_on} {self.state}"


class Contact(models.Model):
    """A call or message to a unit, written down: the log behind "Ghi lại".

    `version` is the corrected plan that the unit was told of; only then its page speaks of the correction. What went by
    itself was made by nobody.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="contacts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="contacts")
    channel = models.CharField(max_length=10, choices=choices(Channel))
    note = models.TextField(blank=True)
    is_reminder = models.BooleanField(default=False)
    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, null=True, related_name="told")
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["conference", "unit", "-made_at"], name="contact_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.channel} {self.made_at:%Y-%m-%d}"
