"""Tables of the summary report: sections, passages, their sources, and who changed what."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, choices
from tongket.core.models import StoredFile
from tongket.documents.models import Document
from tongket.synthesis.rules import Layer, Origin, SourceSort

USER = settings.AUTH_USER_MODEL


class Report(models.Model):
    """The summary report of a conference; `composed_at` is the last run.

    `moved_at` is when the data moved after it, `moved` the numbers of the reviews that did. `sorted_by` names the
    themes and the lessons by which all its statements were placed. `has_drawings` and `has_source_annex` say which of
    its annexes are printed.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="summary_report")
    document = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="+")
    bundle = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    has_source_annex = models.BooleanField(default=False)
    has_drawings = models.BooleanField(default=True)
    revision = models.PositiveIntegerField(default=0)
    moved = models.JSONField(default=list)
    composed_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
    sorted_by = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.conference_id}"


class Section(models.Model):
    """A section of the report's skeleton, with the clause of the plan that asks for it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    upper = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="lower")
    code = models.CharField(max_length=60)
    heading = models.CharField(max_length=300)
    clause = models.CharField(max_length=80, blank=True)
    ordinal = models.PositiveSmallIntegerField()
    is_left_out = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="section_twice")]

    def __str__(self) -> str:
        return self.heading


class Passage(models.Model):
    """A sentence of the report.

    `slot` names what the program says there, the same at every run, empty for what a person added. `composed` is what
    the program would say now, `text` what stands: they differ once a person wrote, and no run ever touches `text` then;
    `has_news` says that `composed` changed after that. `figures` holds the numbers as printed with what they stand on.
    `is_moved` says that a person chose its place. `proposal` is a wording that a model proposed and nobody has taken
    yet, with the statements it cites. `vouched_by` is who answers for a sentence that has no source; the source annex
    prints that.
    """

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="passages")
    slot = models.CharField(max_length=160, blank=True)
    ordinal = models.PositiveIntegerField()
    layer = models.CharField(max_length=8, choices=choices(Layer), default=Layer.SENTENCE)
    origin = models.CharField(max_length=8, choices=choices(Origin), default=Origin.COMPOSED)
    text = models.TextField()
    composed = models.TextField(blank=True)
    figures = models.JSONField(default=dict)
    clause = models.CharField(max_length=80, blank=True)
    has_news = models.BooleanField(default=False)
    is_moved = models.BooleanField(default=False)
    is_left_out = models.BooleanField(default=False)
    proposal = models.JSONField(default=dict)
    vouched_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    vouched_at = models.DateTimeField(null=True)
    vouched_because = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["section", "slot"], condition=~Q(slot=""), name="passage_slot_twice"),
            models.CheckConstraint(
                name="passage_vouched_by_nobody_or_never",
                condition=Q(vouched_by__isnull=True, vouched_at__isnull=True)
                | Q(vouched_by__isnull=False, vouched_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class PassageSource(models.Model):
    """What a passage stands on, see `values.Source`; `chosen_by` where a person chose it."""

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="sources")
    sort = models.CharField(max_length=10, choices=choices(SourceSort))
    key = models.PositiveBigIntegerField()
    quote = models.TextField(blank=True)
    where = models.CharField(max_length=300, blank=True)
    chosen_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["passage", "sort", "key"], name="source_twice")]

    def __str__(self) -> str:
        return f"{self.sort} {self.key}"


class PassageChange(models.Model):
    """What a passage said before and after, who wrote it and when; nobody is the program."""

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="changes")
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.passage_id} {self.made_at:%Y-%m-%d}"
