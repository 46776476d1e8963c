"""Tables of what units report: the review, its steps and versions, answers, statements, named models, files."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, Evidence, choices
from tongket.conferences.rules import Channel
from tongket.core.models import StoredFile
from tongket.exemplars.models import Exemplar
from tongket.reviews.models.outlines import Question
from tongket.reviews.rules import CameAs, Confirmed, Kind, Manner, ReviewState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Review(models.Model):
    """A unit's own review for one conference; `upper` is the review it is gathered into, none for those of the plan.

    `duty` is there for units of the plan; the units below them owe it to `upper.unit`, `due_on` is their last day.
    `state` moves with the duty's through one action. A submitted review counts once `confirmed_at` is set; a new
    version of it waits to be confirmed again. `revision` guards two windows.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="reviews")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reviews")
    duty = models.OneToOneField(Duty, on_delete=models.CASCADE, null=True, related_name="review")
    upper = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="lower")
    state = models.CharField(max_length=10, choices=choices(ReviewState), default=ReviewState.NOT_BEGUN)
    due_on = models.DateField(null=True, blank=True)
    manner = models.CharField(max_length=8, choices=choices(Manner), blank=True)
    held_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    attended = models.PositiveIntegerField(null=True, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_post = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField(null=True)
    return_due_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(max_length=8, choices=choices(Confirmed), blank=True)
    revision = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "unit"], name="review_twice"),
            models.CheckConstraint(
                name="review_confirmed_without_how",
                condition=Q(confirmed_at__isnull=True, confirmed_how="")
                | (Q(confirmed_at__isnull=False) & ~Q(confirmed_how="")),
            ),
            models.CheckConstraint(
                name="review_submitted_without_time",
                condition=Q(state__in=["not_begun", "working", "excused"]) | Q(submitted_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["conference", "upper"], name="review_by_upper")]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.unit_id}"


class ReviewStep(models.Model):
    """One move of a review: with these, who had delivered is known for any day that was."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=choices(ReviewState))
    is_confirmed = models.BooleanField(default=False)
    remark = models.TextField(blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["review", "made_at"], name="review_step_by_time")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.state}"


class ReviewVersion(models.Model):
    """One version as it was submitted, kept for good.

    `content` is what stood in the rows with it (`Filled` as JSON), so that taking the next one back restores it.
    `lines` is the text of a report as it was read, so that sources can be shown; `findings` what was noticed while it
    was read. `evidence` is that of the duty where there is one.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="versions")
    ordinal = models.PositiveSmallIntegerField()
    came_as = models.CharField(max_length=8, choices=choices(CameAs))
    channel = models.CharField(max_length=10, choices=choices(Channel), default=Channel.WEB)
    evidence = models.OneToOneField(Evidence, on_delete=models.SET_NULL, null=True, related_name="review_version")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    outline_revision = models.PositiveIntegerField(null=True)
    content = models.JSONField(default=dict)
    lines = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    received_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "ordinal"], name="review_version_twice")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.ordinal}"


class DraftField(models.Model):
    """One field of the web form as it is being written, kept apart from what was submitted until it is submitted too.

    `name` is `q:<question>`, `f:<indicator>:<period>`, `k:…` for why a figure is kept, `m:<name>` for how the review
    was held. `revision` guards two windows: `aside` is what the slower one typed, `aside_by` who typed it.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="drafts")
    name = models.CharField(max_length=100)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    aside = models.TextField(blank=True)
    aside_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "name"], name="draft_field_twice")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.name}"


class Answer(models.Model):
    """The unit's words to one question, as they were submitted last; `revision` counts its changes."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "question"], name="answer_twice")]

    def __str__(self) -> str:
        return self.text[:80]


class Statement(models.Model):
    """One thought of a review in the unit's own words: what the summary report is made of.

    `page`, `block` and `cell` say where it stands in the version it was cut from. `key` is its text folded, by which a
    statement that comes again with the next version keeps its row and so its theme.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="statements")
    version = models.ForeignKey(ReviewVersion, on_delete=models.CASCADE, related_name="statements")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=choices(Kind))
    text = models.TextField()
    key = models.CharField(max_length=64, db_index=True)
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, related_name="statements")
    page = models.PositiveSmallIntegerField(null=True)
    block = models.PositiveIntegerField(null=True)
    is_gone = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["review", "is_gone"], name="statement_in_force")]

    def __str__(self) -> str:
        return self.text[:80]


class Mention(models.Model):
    """A model that a review names, tied to the exemplar a person or the likeness of names took it for."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="mentions")
    exemplar = models.ForeignKey(Exemplar, on_delete=models.SET_NULL, null=True, related_name="mentions")
    statement = models.ForeignKey(Statement, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=300)
    owner_name = models.CharField(max_length=300, blank=True)
    place_name = models.CharField(max_length=200, blank=True)
    quote = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "name"], name="exemplar_named_twice")]

    def __str__(self) -> str:
        return self.name


class Attached(models.Model):
    """A file beside the review: minutes of the meeting, a photo, something else."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="attached")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    sort = models.CharField(max_length=8, choices=[("minutes", "MINUTES"), ("photo", "PHOTO"), ("other", "OTHER")])
    caption = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "file"], name="attached_twice")]

    def __str__(self) -> str:
        return self.caption or self.sort
