"""Makes a conference whose papers can be bound."""

from tests.factories.conferences import NOW
from tests.factories.papers import paper_text
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.papers.actions.deciding import accept_paper
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import PaperVersion
from tongket.papers.queries.papers import paper_of
from tongket.proceedings.actions.building import build_job, start_build
from tongket.proceedings.models import Build
from tongket.proceedings.queries.contents import volume_of


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
