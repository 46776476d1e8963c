"""Tables of official documents: the document and its steps, recipients, the register, templates, bulk copies."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, choices
from tongket.core.models import StoredFile
from tongket.documents.render.values import Profile
from tongket.documents.rules import BatchState, DocumentState, Reached, RecipientRole, SignedAs, number_text
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Template(models.Model):
    """An office's own version of the text of a kind: Jinja in Markdown. The shipped one is a file."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    ordinal = models.PositiveIntegerField()
    subject = models.TextField()
    body = models.TextField()
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "ordinal"], name="template_version_twice")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ordinal}"


class DocumentQuerySet(models.QuerySet["Document"]):
    """Filters over documents."""

    def waiting_for_leader(self) -> Self:
        """What a leader has to approve."""
        return self.filter(state=DocumentState.CHECKED)

    def living(self) -> Self:
        """All but the dropped ones."""
        return self.exclude(state=DocumentState.DROPPED)


class Document(models.Model):
    """One official document in its life; `state` changes through one action only.

    `subject` and `body` (Markdown, gaps of single copies as `«tên»`) are the text as it stands; while nobody wrote in
    it (`is_edited` false) a draft follows its template and the conference. `values` holds what a person typed for
    missing values by name, `made_from` the values that the text was made from. `frozen` is the whole document as it was
    approved: nothing that changes in the conference later changes it. `revision` guards two people editing at once.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=40)
    ordinal = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=choices(DocumentState), default=DocumentState.DRAFT)
    profile = models.CharField(max_length=10, choices=choices(Profile), default=Profile.FRONT)
    clause = models.CharField(max_length=80, blank=True)
    plan_ordinal = models.PositiveSmallIntegerField(default=1)
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True)
    is_edited = models.BooleanField(default=False)
    values = models.JSONField(default=dict)
    made_from = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    symbol = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=120, blank=True)
    dated_on = models.DateField(null=True)
    signer_authority = models.JSONField(default=list)
    signer_name = models.CharField(max_length=120, blank=True)
    archive_line = models.CharField(max_length=120, blank=True)
    frozen = models.JSONField(null=True)
    docx = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    # A signed scan, a digitally signed PDF, or the office's own file of the plan: where there is one, it is sent.
    signed = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    signed_as = models.CharField(max_length=10, choices=choices(SignedAs), blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    revision = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects: ClassVar[models.Manager["Document"]] = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "kind", "ordinal"], name="document_twice"),
            models.CheckConstraint(
                name="document_approved_without_frozen_text",
                condition=Q(state__in=["draft", "checked", "returned", "dropped"]) | Q(frozen__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["conference", "state"], name="document_by_state")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject[:60]}"


class Step(models.Model):
    """One move in a document's life: to which state, by whom, when, and what was said."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=choices(DocumentState))
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"


class Recipient(models.Model):
    """Somebody who gets a document: a unit of the directory or a name as typed, and how far it got.

    `token_target` pages are opened by links that need no password; opening one writes `opened_at`.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="recipients")
    ordinal = models.PositiveIntegerField()
    role = models.CharField(max_length=10, choices=choices(RecipientRole), default=RecipientRole.ADDRESSEE)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=300)
    email = models.EmailField(blank=True)
    copies = models.PositiveSmallIntegerField(default=1)
    duties = models.ManyToManyField(Duty, related_name="letters")
    reached = models.CharField(max_length=10, choices=choices(Reached), default=Reached.NOT_SENT)
    sent_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=120, blank=True)
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="recipient_twice"),
            models.UniqueConstraint(
                fields=["document", "unit", "role"], condition=Q(unit__isnull=False), name="recipient_unit_twice"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Register(models.Model):
    """A series of numbers of one office in one year; `series` is empty for all kinds together, else the kind's code."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="registers")
    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=40, blank=True)
    first_number = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year", "series"], name="register_twice")]

    def __str__(self) -> str:
        return f"{self.year} {self.series}".strip()


class Entry(models.Model):
    """One line of the outgoing register, with the fields of Decree 30's Annex IV; without `document`, it was
    issued elsewhere.

    A cancelled line keeps its number and says why in `note`.
    """

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="entry")
    dated_on = models.DateField()
    type_name = models.CharField(max_length=120, blank=True)
    subject = models.TextField()
    signer = models.CharField(max_length=160, blank=True)
    recipients = models.TextField(blank=True)
    kept_by = models.CharField(max_length=160, blank=True)
    copies = models.PositiveIntegerField(default=1)
    handed_over_on = models.DateField(null=True)
    received_by = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=300, blank=True)
    is_cancelled = models.BooleanField(default=False)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="register_number_twice"),
            models.UniqueConstraint(fields=["unit", "year", "number", "symbol"], name="number_and_symbol_twice"),
        ]

    def __str__(self) -> str:
        return number_text(self.number, self.symbol)


class Batch(models.Model):
    """The making of a document's single copies: one print file in order, and single files in a .zip; resumable.

    `per_sheet` counts copies on one printed sheet (1, 2 or 4). `done` counts finished copies, for the progress bar.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="batches")
    ordinal = models.PositiveSmallIntegerField(default=1)
    per_sheet = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=choices(BatchState), default=BatchState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=500, blank=True)
    parts = models.JSONField(default=list)
    printed = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    zipped = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    beaten_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "ordinal"], name="batch_twice")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state} {self.done}/{self.total}"


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
