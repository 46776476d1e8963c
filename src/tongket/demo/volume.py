"""The volume of the sample conference, bound from what was taken so far, ready to be opened."""

from datetime import datetime

from tongket.demo.playing import Cast, Scene
from tongket.demo.story import at
from tongket.proceedings.actions.building import build_job, start_build
from tongket.proceedings.queries.contents import volume_of


def scenes() -> list[Scene]:
    """Everything of this part, in no order."""
    return [Scene(at(21, 8, 14), bind)]


def bind(cast: Cast, now: datetime) -> None:
    """The clerk has the volume bound; what a worker would do happens at once."""
    build_job(start_build(volume=volume_of(cast.conference), by=cast.clerk, now=now).pk)
