"""Makes builds of a volume as a worker makes them, and builds of nothing."""

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.core import files
from tongket.proceedings.actions.building import build_job, start_build
from tongket.proceedings.models import Build, Volume
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.rules import BuildState


def make_build(
    *, volume: Volume, state: BuildState = BuildState.DONE, undrawn: list[str] | None = None, fault: str = ""
) -> Build:
    """A build of a volume with files that say nothing."""
    row, _is_new = Volume.objects.get_or_create(pk=volume.pk)
    file = files.store(data=b"%PDF-1.7", name="tap.pdf", now=NOW) if state is BuildState.DONE else None
    return Build.objects.create(
        volume=row,
        ordinal=row.builds.count() + 1,
        state=state,
        screen=file,
        press=file,
        undrawn=undrawn or [],
        fault=fault,
        pages=12,
        queued_at=NOW,
        ended_at=NOW if state in {BuildState.DONE, BuildState.FAILED} else None,
    )


def bind(office: Office) -> Build:
    """A build of the conference's volume, as its worker makes it."""
    build = start_build(volume=volume_of(office.conference), by=office.clerk, now=NOW)
    build_job(build.pk)
    build.refresh_from_db()
    return build
