"""Tables of the volume: how it is bound, what a person set for its parts and chapters, and its builds."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, choices
from tongket.core.models import StoredFile
from tongket.proceedings.rules import BuildState

USER = settings.AUTH_USER_MODEL


class Volume(models.Model):
    """The volume of a conference; its number is that of the conference. Empty words are derived from the conference.

    `copies` is how many are printed, None for as many as people are expected. `is_automatic` binds it anew whenever a
    part changes. `revision` guards two people who arrange it at once.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, primary_key=True, related_name="volume")
    title = models.CharField(max_length=300, blank=True)
    subtitle = models.CharField(max_length=500, blank=True)
    has_index = models.BooleanField(default=True)
    opens_right = models.BooleanField(default=False)
    is_automatic = models.BooleanField(default=True)
    copies = models.PositiveIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.title or str(self.pk)


class VolumePart(models.Model):
    """What a person set for one part, a chapter's code with a colon in it for one chapter: its turn, or left out."""

    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="parts")
    code = models.CharField(max_length=80)
    place = models.PositiveSmallIntegerField(null=True)
    is_left_out = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["volume", "code"], name="volume_part_twice")]

    def __str__(self) -> str:
        return self.code


class ChapterSetting(models.Model):
    """A correction by hand of one chapter's layout, kept through every build.

    `made_for` is the print of the content it was made for: where that is another now, a person is asked to look again.
    """

    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="settings")
    code = models.CharField(max_length=80)
    by_hand = models.JSONField(default=dict)
    made_for = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["volume", "code"], name="chapter_set_twice")]

    def __str__(self) -> str:
        return self.code


class Build(models.Model):
    """One binding of the volume: what was in it, what it came to, and its files.

    `contents` are all it is made of as `rules.Entry` in order, `changed` what was different from the build before as
    `rules.Change`, `places` the pages of each chapter, `undrawn` the codes of chapters with a picture that could not be
    drawn. `made_by` is None where a change of a part set it off.
    """

    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="builds")
    ordinal = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=choices(BuildState), default=BuildState.WAITING)
    contents = models.JSONField(default=list)
    changed = models.JSONField(default=list)
    places = models.JSONField(default=list)
    undrawn = models.JSONField(default=list)
    pages = models.PositiveIntegerField(default=0)
    screen = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    press = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    booklet = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    word = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    fault = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    queued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["volume", "ordinal"], name="build_twice"),
            models.UniqueConstraint(fields=["volume"], condition=Q(state="waiting"), name="build_waits_twice"),
            models.CheckConstraint(
                name="build_done_without_file",
                condition=~Q(state="done") | Q(screen__isnull=False, press__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volume_id} {self.ordinal}"


class KeptChapter(models.Model):
    """A chapter as it was set for the last build, so that the next one need not set it again.

    `key` names all that it stands on (`render.setting.key_of`). What a build does not use it clears away.
    """

    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="kept")
    key = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["volume", "key"], name="chapter_kept_twice")]

    def __str__(self) -> str:
        return self.key
