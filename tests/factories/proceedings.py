"""Makes papers that are bound, builds of a volume as a worker makes them, and builds of nothing."""

from datetime import datetime

from tests.factories.conferences import NOW, make_user
from tests.factories.papers import paper_text
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.core import files
from tongket.papers.actions.deciding import accept_paper
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import PaperVersion
from tongket.papers.queries.papers import paper_of
from tongket.proceedings.actions.building import build_job, start_build
from tongket.proceedings.models import Build, Volume
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.rules import BuildState


def make_accepted(*, duty: Duty, title: str = "", text: str = "", now: datetime = NOW) -> str:
    """A paper that was handed in and accepted; returns the code of its chapter."""
    by = make_user()
    fresh = Duty.objects.select_related("conference__host", "unit").get(pk=duty.pk)
    byline = Byline(title=title or f"Bài {duty.pk}", speaker_name="Võ Thị Hồng Nhung")
    submit_version(paper=paper_of(fresh), given=Given(text=text or paper_text()), byline=byline, by=by, now=now)
    accept_paper(paper=paper_of(fresh), because="Đọc rút gọn", by=by, now=now)
    return f"paper:{duty.pk}"


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


def accept_a_paper(office: Office, duty: Duty, *, text: str = "", title: str = "Một tổ đoàn kết") -> PaperVersion:
    """A paper that was handed in for the duty and accepted."""
    found = Duty.objects.select_related("conference__host", "unit").get(pk=duty.pk)
    paper = paper_of(found)
    byline = Byline(title=title, speaker_name="Võ Thị Hồng Nhung", speaker_post="Chủ tịch")
    given = Given(text=text or paper_text())
    version, _event = submit_version(paper=paper, given=given, byline=byline, by=office.clerk, now=NOW)
    paper.duty.refresh_from_db()
    accept_paper(paper=paper, because="hợp", by=office.clerk, now=NOW)
    return version


def bind(office: Office) -> Build:
    """A build of the conference's volume, as its worker makes it."""
    build = start_build(volume=volume_of(office.conference), by=office.clerk, now=NOW)
    build_job(build.pk)
    build.refresh_from_db()
    return build
