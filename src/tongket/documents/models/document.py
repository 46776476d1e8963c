"""Tables of one official document: its text and state, the steps of its life, who gets it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, choices
from tongket.core.models import StoredFile
from tongket.documents.render.values import Profile
from tongket.documents.rules import DocumentState, Reached, RecipientRole, SignedAs
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


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
    missing values by name, `made_from` the values that the text was made from, at the latest when it was approved.
    `frozen` is the whole document as it was approved: nothing that changes in the conference later changes it.
    `revision` guards two people editing at once.
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
