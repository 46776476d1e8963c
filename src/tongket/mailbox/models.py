"""Tables of mail: messages and their deliveries, the ladder of reminders, what came in."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, Evidence, choices
from tongket.conferences.rules import Channel
from tongket.core.models import StoredFile
from tongket.documents.models import Copy, Document, Recipient
from tongket.mailbox.intake.files import Role
from tongket.mailbox.intake.loops import Loop
from tongket.mailbox.intake.values import Certainty
from tongket.mailbox.rules import DeliveryState, IncomingState, MessageKind, MessageState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class MailTemplate(models.Model):
    """An office's own words for a kind of message, with `{gaps}`; the shipped ones are a file, not rows."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    ordinal = models.PositiveIntegerField()
    subject = models.CharField(max_length=300)
    body = models.TextField()
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "key", "ordinal"], name="mail_template_version_twice")]

    def __str__(self) -> str:
        return f"{self.key} {self.ordinal}"


class Message(models.Model):
    """One message to one unit or person, as it will be read; nothing leaves before a person or a rule says so.

    `once` names what the message is for: a second one of the same name cannot be made, so nothing is said twice.
    `batch` joins the messages that one press made, all with the same `made_at`. `channel` says how a message went that
    a person sent by hand. `send_at` holds a queued message back until then. `recipient` of the document is told how far
    it got.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=12, choices=choices(MessageKind))
    state = models.CharField(max_length=10, choices=choices(MessageState), default=MessageState.DRAFT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=300)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="messages")
    copy = models.ForeignKey(Copy, on_delete=models.CASCADE, null=True, related_name="messages")
    recipient = models.ForeignKey(Recipient, on_delete=models.SET_NULL, null=True, related_name="messages")
    duties = models.ManyToManyField(Duty, related_name="messages")
    batch = models.UUIDField(null=True, db_index=True)
    once = models.CharField(max_length=160, null=True, unique=True)
    message_id = models.CharField(max_length=200, unique=True)
    in_reply_to = models.CharField(max_length=998, blank=True)
    revision = models.PositiveIntegerField(default=0)
    send_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    queued_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    queued_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    channel = models.CharField(max_length=10, choices=choices(Channel), blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="message_sent_without_time", condition=~Q(state="sent") | Q(sent_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["conference", "state", "-made_at", "batch", "id"], name="message_by_state")]

    def __str__(self) -> str:
        return self.subject


class Attachment(models.Model):
    """A file that goes with a message: stored bytes, or, without `file`, the document or copy drawn when it is sent."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "ordinal"], name="attachment_twice")]

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """A message on its way to one address: attempts, the next try, and how it ended.

    `claim` names the run that took it; `started_at` is when that run began to hand it to the server. Both, and
    `next_try_at`, are moments of the machine's own clock, since they measure waiting.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    address = models.EmailField()
    name = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=choices(DeliveryState), default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "address"], name="delivery_twice"),
            models.CheckConstraint(
                name="delivery_claimed_without_claim",
                condition=~Q(state="claimed") | Q(claim__isnull=False, claimed_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "next_try_at"], name="delivery_by_turn")]

    def __str__(self) -> str:
        return f"{self.address} {self.state}"


class Ladder(models.Model):
    """When a conference reminds of one kind of duty: working days before (negative) and after the last day.

    `goes_by_itself` sends without a person; `leader_after` is the working day after which its leader is written to.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="ladders")
    kind = models.CharField(max_length=20)
    steps = models.JSONField(default=list)
    leader_after = models.SmallIntegerField(null=True)
    goes_by_itself = models.BooleanField(default=False)
    is_on = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "kind"], name="ladder_twice")]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.kind}"


class Reminder(models.Model):
    """A rung of the ladder that was climbed for one duty; it is climbed once, whatever restarts in between."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="reminders")
    due_on = models.DateField()
    step = models.SmallIntegerField()
    to_leader = models.BooleanField(default=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="reminders")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "due_on", "step", "to_leader"], name="reminded_twice"),
        ]

    def __str__(self) -> str:
        return f"{self.duty_id} {self.step}"


class Incoming(models.Model):
    """A message that came in, kept whole and once; where it went, or why it waits for a person.

    `sha256` is of its bytes, `content_sha256` of what its sender wrote: servers on the way change the former. `host`
    is the office whose mail it is. `sender_unit`, `duty` and `certainty` are a guess until it is filed; `reasons` says
    why, as code and values. `loop` says why it is left alone, `faults` what of it could not be read. A filed one
    without `handled_by` was filed by itself.
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
