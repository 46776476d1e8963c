"""Tables of personal copies: who each is for, and the making of them all, part by part."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import choices
from tongket.core.models import StoredFile
from tongket.documents.models.document import Document, Recipient
from tongket.documents.rules import BatchState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Batch(models.Model):
    """The making of a document's single copies: one print file in order, and single files in a .zip; resumable.

    `per_sheet` counts copies on one printed sheet (1, 2 or 4); `is_stacked` orders them so that a cut pile stays in
    order. `copies` are the keys of the rows of `Copy` as the list stood, in its order. `done` counts finished copies,
    for the progress bar. `is_proof` says that the document had no number yet, so nothing was issued by it. `printer`
    and its two offsets (mm) are for certificates.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="batches")
    ordinal = models.PositiveSmallIntegerField(default=1)
    per_sheet = models.PositiveSmallIntegerField(default=1)
    is_stacked = models.BooleanField(default=False)
    is_zipped = models.BooleanField(default=True)
    is_proof = models.BooleanField(default=False)
    printer = models.CharField(max_length=60, blank=True)
    dx_mm = models.FloatField(default=0)
    dy_mm = models.FloatField(default=0)
    copies = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=choices(BatchState), default=BatchState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=500, blank=True)
    printed = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    zipped = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    # Real time, whatever the clock of a demo says: the last sign of a worker, and when this run began at which copy.
    beaten_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    done_before = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "ordinal"], name="batch_twice")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state} {self.done}/{self.total}"


class Part(models.Model):
    """A run of places of a batch that is made at one go; `claim` names the worker that is at it or made it.

    Its two files are let go once the batch is joined.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="parts")
    ordinal = models.PositiveIntegerField()
    first_place = models.PositiveIntegerField()
    places = models.PositiveSmallIntegerField()
    claim = models.CharField(max_length=40, blank=True)
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    printed = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    zipped = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "ordinal"], name="part_twice"),
            models.CheckConstraint(
                name="part_done_by_nobody", condition=Q(done_at__isnull=True) | Q(claimed_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.ordinal}"


class Copy(models.Model):
    """One personal copy of a document (an invitation, a certificate): who it is for and its gaps' values by name."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="copies")
    ordinal = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=300)
    email = models.EmailField(blank=True)
    values = models.JSONField(default=dict)
    key = models.CharField(max_length=64)
    issued_at = models.DateTimeField(null=True)
    recipient = models.OneToOneField(Recipient, on_delete=models.SET_NULL, null=True, related_name="copy")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="copy_twice"),
            models.UniqueConstraint(fields=["document", "key"], name="copy_for_one_twice"),
        ]

    def __str__(self) -> str:
        return self.name
