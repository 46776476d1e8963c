"""The papers of a conference as the volume binds them: the accepted ones in speaking order."""

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyState
from tongket.core import files
from tongket.documents.render.chapters import Chapter, ForeignChapter, PaperChapter
from tongket.papers.models import Paper, PaperVersion
from tongket.papers.queries.manuscripts import manuscripts_of
from tongket.papers.queries.papers import duties_with_papers, kept_paper, latest_versions, speaking_order
from tongket.reading.manuscript.values import Manuscript

PDF = "application/pdf"


def chapters_of(conference: Conference) -> tuple[Chapter, ...]:
    """A chapter for each accepted paper; one that was not read is bound as its own PDF pages, if it has any.

    Four queries at most.
    """
    duties = speaking_order(duties_with_papers(conference).filter(state=DutyState.ACCEPTED))
    versions = _whole({duty.pk for duty in duties})
    read = manuscripts_of(versions.values())
    found = (
        _chapter(duty, kept_paper(duty), versions[duty.pk], read.get(versions[duty.pk].pk))
        for duty in duties
        if duty.pk in versions
    )
    return tuple(chapter for chapter in found if chapter is not None)


def _whole(duty_ids: set[int]) -> dict[int, PaperVersion]:
    latest = [version.pk for version in latest_versions(duty_ids).values()]
    rows = PaperVersion.objects.filter(pk__in=latest).select_related("file")
    return {row.paper_id: row for row in rows}


def _chapter(duty: Duty, paper: Paper | None, version: PaperVersion, manuscript: Manuscript | None) -> Chapter | None:
    unit = duty.unit.name if duty.unit else duty.unit_name
    code, title = f"paper:{duty.pk}", (paper.title if paper else "") or duty.text
    author, post = (paper.speaker_name, paper.speaker_post) if paper else ("", "")
    if manuscript is not None:
        return PaperChapter(code, title, manuscript, unit, author, post)
    if version.file is not None and version.file.content_type == PDF:
        return ForeignChapter(code, title, files.read(version.file), unit, author, post)
    return None
