"""Builds of a volume: the last one that was done, the one that is being made."""

from tongket.proceedings.models import Build, Volume
from tongket.proceedings.rules import BuildState


def last_done(volume: Volume) -> Build | None:
    """The latest build that has files; one query."""
    found = Build.objects.filter(volume=volume.pk, state=BuildState.DONE)
    return found.select_related("screen", "press", "booklet", "word").order_by("-ordinal").first()


def latest(volume: Volume) -> Build | None:
    """The latest build, whatever became of it; one query."""
    return Build.objects.filter(volume=volume.pk).order_by("-ordinal").first()
