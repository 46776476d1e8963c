"""Tables of papers: the paper, its versions with what was measured, comments, proposals of topics, and remarks."""

from textwrap import shorten

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, Evidence, choices
from tongket.conferences.rules import Channel
from tongket.core.models import StoredFile
from tongket.papers.rules import Measured, RemarkState, TopicState, remark_state
from tongket.units.models import Person, Unit

USER = settings.AUTH_USER_MODEL


class Paper(models.Model):
    """An assigned presentation: its number is that of its duty, whose state says where it stands.

    The row is made when something is first written of the paper; until then `queries.papers.paper_of` gives an empty
    one of the same number, so that every duty has its paper and nobody has to make it. `granted_topic` is a proposal of
    the unit that the office granted. `title` is what the author wrote over it. `rate` is this speaker's own syllables a
    minute; `pages` and `minutes` replace the plan's limits for this paper alone. `place` is its turn among the
    speakers, counted from 1. `draft` is what somebody is writing in the page (Markdown), `draft_revision` guards two
    windows; neither is handed in.
    """

    duty = models.OneToOneField(Duty, on_delete=models.CASCADE, primary_key=True, related_name="paper")
    granted_topic = models.TextField(blank=True)
    title = models.CharField(max_length=500, blank=True)
    speaker = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    speaker_name = models.CharField(max_length=120, blank=True)
    speaker_post = models.CharField(max_length=200, blank=True)
    co_authors = models.JSONField(default=list)
    pages = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    minutes = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    rate = models.PositiveSmallIntegerField(null=True, blank=True)
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    draft = models.TextField(blank=True)
    draft_revision = models.PositiveIntegerField(default=0)
    draft_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.title or shorten(self.topic, 90, placeholder=" …")

    @property
    def topic(self) -> str:
        """What the office asks for now: the proposal it granted, else the plan's words, a corrected plan's too."""
        return self.granted_topic or self.duty.text


class DraftAside(models.Model):
    """What somebody wrote in a window that was behind another: kept beside the draft until a person chooses."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="asides")
    text = models.TextField()
    made_by = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "made_by"], name="draft_set_aside_twice")]

    def __str__(self) -> str:
        return self.text[:80]


class PaperVersion(models.Model):
    """One version as it came, kept for good; `evidence` says who handed it in, how and when.

    `file` is None where only paper came and the office noted it. `round` counts from 1 how often the paper went to and
    fro. `manuscript` is the author's text as JSON (see `reading.manuscript.wire`), its pictures are files of their own
    in order. `measured` holds the figures: `pages_submitted`, `pages_standard`, `pages_single`, `syllables`,
    `speaking_minutes`; `findings` those of the checks (or why the file is not read), `passed` the names of checks that
    found nothing. `form` is what it was measured by, so that a changed setting is noticed.
    `accepted_because` is why the office took it although `accepted_despite` stood against it.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="versions")
    ordinal = models.PositiveSmallIntegerField()
    round = models.PositiveSmallIntegerField(default=1)
    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="paper_version")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    pictures = models.ManyToManyField(StoredFile, through="VersionPicture", related_name="+")
    manuscript = models.JSONField(null=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=choices(Measured), default=Measured.WAITING)
    measured = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    passed = models.JSONField(default=list)
    form = models.JSONField(default=dict)
    accepted_because = models.TextField(blank=True)
    accepted_despite = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "ordinal"], name="paper_version_twice")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.ordinal}"


class VersionPicture(models.Model):
    """A picture of a version at its place, counted from 0; one picture may stand at several."""

    version = models.ForeignKey(PaperVersion, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "ordinal"], name="version_picture_twice")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.ordinal}"


class Comment(models.Model):
    """What the office says of a paper, with the words it concerns (`quote`) where it concerns some.

    The unit sees it once it was sent (`sent_at`), which is when the paper was returned or accepted.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="comments")
    version = models.ForeignKey(PaperVersion, on_delete=models.CASCADE, null=True, related_name="comments")
    quote = models.CharField(max_length=500, blank=True)
    block = models.PositiveIntegerField(null=True)
    page = models.PositiveSmallIntegerField(null=True)
    text = models.TextField()
    sent_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text[:80]


class TopicProposal(models.Model):
    """Another topic that a unit would rather speak on, and the office's answer."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="proposals")
    topic = models.TextField()
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=choices(TopicState), default=TopicState.ASKED)
    answer = models.TextField(blank=True)
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper"], condition=Q(state="asked"), name="topic_asked_twice_at_once"),
            models.CheckConstraint(
                name="topic_decided_without_person_and_time",
                condition=Q(state="asked", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.topic[:80]


class Remark(models.Model):
    """What a unit wants to say without a paper; `duty` is None where nobody asked it to and it asks to speak itself.

    `state` is that of a wish; where there is a duty its state decides, see `stands`.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="remarks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="remarks")
    duty = models.OneToOneField(Duty, on_delete=models.CASCADE, null=True, related_name="spoken_remark")
    speaker_name = models.CharField(max_length=120)
    speaker_post = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=500)
    minutes = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    text = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=choices(RemarkState), default=RemarkState.ASKED)
    answer = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    channel = models.CharField(max_length=10, choices=choices(Channel), default=Channel.WEB)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "unit", "subject"],
                condition=Q(duty__isnull=True, state="asked"),
                name="wish_to_speak_twice_at_once",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def stands(self) -> RemarkState:
        """Where it stands: by its duty where it has one, else by its own state."""
        return RemarkState(self.state) if self.duty is None else remark_state(self.duty.state)


class RemarkTurn(models.Model):
    """The turn of one who speaks without a paper, counted from 1: of an asked unit by its duty, of a wish by itself."""

    duty = models.OneToOneField(Duty, on_delete=models.CASCADE, null=True, related_name="remark_turn")
    remark = models.OneToOneField(Remark, on_delete=models.CASCADE, null=True, related_name="turn")
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="turn_of_nobody_or_two", condition=Q(duty__isnull=True) ^ Q(remark__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}"


class PassageIndex(models.Model):
    """Where the words of the papers that one host got are kept, ready to be searched for copied passages.

    The file is `papers.copying.index.Index` as it writes itself, `keys` the numbers of versions in it as text; what
    came since it was written is added when asked.
    """

    host = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    keys = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.host_id} {self.file_id}"
