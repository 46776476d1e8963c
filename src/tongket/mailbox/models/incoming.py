"""What came in: kept whole and once, with its files, and how far the mailbox was read."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, Evidence, choices
from tongket.core.models import StoredFile
from tongket.mailbox.intake.files import Role
from tongket.mailbox.intake.loops import Loop
from tongket.mailbox.intake.values import Certainty
from tongket.mailbox.rules import IncomingState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Incoming(models.Model):
    """A message that came in, kept whole and once; where it went, or why it waits for a person.

    `sha256` is of its bytes, `content_sha256` of what its sender wrote: servers on the way change the former. `host`
    is the office whose mail it is. `sender_unit`, `duty` and `certainty` are a guess until it is filed; `reasons` says
    why, as code and values. `beyond_kind` and `beyond_key` stand in the place of a duty for what is owed without one.
    `loop` says why it is left alone, `faults` what of it could not be read. A filed one without `handled_by` was filed
    by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message_id = models.CharField(max_length=998, blank=True, db_index=True)
    sha256 = models.CharField(max_length=64, unique=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    account = models.CharField(max_length=320, blank=True)
    raw = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    host = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    conference = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, related_name="incoming")
    address = models.CharField(max_length=320, blank=True)
    name = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=998, blank=True)
    body = models.TextField(blank=True)
    written_at = models.DateTimeField(null=True)
    came_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices(IncomingState), default=IncomingState.WAITING)
    sender_unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+")
    duty = models.ForeignKey(Duty, on_delete=models.SET_NULL, null=True, related_name="+")
    evidence = models.ForeignKey(Evidence, on_delete=models.SET_NULL, null=True, related_name="+")
    beyond_kind = models.CharField(max_length=40, blank=True)
    beyond_key = models.CharField(max_length=60, blank=True)
    certainty = models.CharField(max_length=10, choices=choices(Certainty), default=Certainty.NONE)
    reasons = models.JSONField(default=list)
    loop = models.CharField(max_length=12, choices=choices(Loop), blank=True)
    faults = models.JSONField(default=list)
    handled_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    handled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # Two different messages may carry one id, by mistake or by malice: both are kept.
            models.UniqueConstraint(
                fields=["message_id", "content_sha256"], condition=~Q(message_id=""), name="incoming_twice"
            ),
            models.CheckConstraint(
                name="incoming_filed_without_time", condition=~Q(state="filed") | Q(handled_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["state", "-came_at"], name="incoming_by_state")]

    def __str__(self) -> str:
        return self.subject


class IncomingFile(models.Model):
    """A file that came with a message; its name is cleaned, its type is by content, `role` is what it is to us."""

    incoming = models.ForeignKey(Incoming, on_delete=models.CASCADE, related_name="files")
    ordinal = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=choices(Role), default=Role.OTHER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incoming", "ordinal"], name="incoming_file_twice")]

    def __str__(self) -> str:
        return f"{self.incoming_id} {self.ordinal}"


class Place(models.Model):
    """How far a mailbox was read: the last number seen in each folder, so that a restart goes on where it was.

    `watched_by` and `watch_ends_at` keep two servers from reading it at once; both are of the machine's own clock.
    """

    account = models.CharField(max_length=320)
    folder = models.CharField(max_length=200)
    validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    read_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=500, blank=True)
    watched_by = models.CharField(max_length=64, blank=True)
    watch_ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "folder"], name="place_twice")]

    def __str__(self) -> str:
        return f"{self.account} {self.folder} {self.last_uid}"
