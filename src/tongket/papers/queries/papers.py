"""The paper of a duty, its versions and what they say, for one paper or many."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models import QuerySet

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.papers.models import Comment, Paper, PaperVersion
from tongket.papers.rules import next_round


def paper_of(duty: Duty) -> Paper:
    """The paper of a duty, an empty one that is not kept yet where nothing was written of it; one query."""
    paper = Paper.objects.filter(pk=duty.pk).first() or Paper(duty=duty)
    paper.duty = duty
    return paper


def duties_with_papers(conference: Conference) -> QuerySet[Duty]:
    """The duties of a conference that ask for a paper, whatever their state; each one's `paper` may be missing."""
    found = Duty.objects.filter(conference=conference, kind=DutyKind.PAPER)
    return found.select_related("unit", "paper", "conference__host")


def speaking_order(duties: Iterable[Duty]) -> list[Duty]:
    """In the order of speaking: placed ones first, then as the plan names them."""
    return sorted(duties, key=_turn)


def _turn(duty: Duty) -> tuple[bool, int, int]:
    paper = kept_paper(duty)
    place = paper.place if paper else None
    return place is None, place or 0, duty.pk


def kept_paper(duty: Duty) -> Paper | None:
    """The row of the duty's paper as `duties_with_papers` fetched it, None where there is none; no query."""
    found = getattr(duty, "paper", None)
    return found if isinstance(found, Paper) else None


def standing_versions(paper: Paper) -> QuerySet[PaperVersion]:
    """The versions that were not taken back, latest first."""
    found = PaperVersion.objects.filter(paper=paper.pk, evidence__taken_back_at=None)
    return found.select_related("file", "evidence__entered_by").order_by("-ordinal")


def latest_version(paper: Paper) -> PaperVersion | None:
    """The version that counts now; one query."""
    return standing_versions(paper).first()


def latest_versions(duty_ids: Collection[int]) -> dict[int, PaperVersion]:
    """The version that counts now of each of these papers, by the paper's number, without text; one query."""
    rows = PaperVersion.objects.filter(paper__in=duty_ids, evidence__taken_back_at=None).order_by("ordinal")
    rows = rows.select_related("file", "evidence").defer("manuscript", "text")
    return {row.paper_id: row for row in rows}


def round_of(paper: Paper, latest: PaperVersion | None) -> int:
    """The round the paper is in: that of its latest version, one more once that was given back."""
    return next_round(latest.round if latest else None, DutyState(paper.duty.state))


def comments_of(paper: Paper, *, is_host: bool) -> Sequence[Comment]:
    """What the office said, in order; the unit sees what was sent to it; one query."""
    found = Comment.objects.filter(paper=paper.pk).select_related("made_by", "version").order_by("made_at", "pk")
    return list(found if is_host else found.exclude(sent_at=None))
