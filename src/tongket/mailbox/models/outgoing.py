"""Messages that leave, what goes with them, their way to each address, and the words they are made of."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tongket.conferences.models import Conference, ConferenceState, Duty, choices
from tongket.conferences.rules import Channel
from tongket.core.models import StoredFile
from tongket.documents.models import Copy, Document, Recipient
from tongket.mailbox.rules import DeliveryState, MessageKind, MessageState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


def called_off(of: str = "") -> Q:
    """Which messages were made before their conference was called off, and so do not leave; `of` leads to them."""
    state, made_at = f"{of}conference__state", f"{of}made_at__lte"
    return Q((state, ConferenceState.CANCELLED), (made_at, F(f"{of}conference__cancelled_at")))


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
