"""One paper with everything its page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tongket.conferences.kinds import judged
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.queries.unit_page import due_words
from tongket.conferences.rules import NEXT, DutyState, days_late
from tongket.core.findings import Finding
from tongket.papers.models import Comment, Paper, PaperVersion, TopicProposal
from tongket.papers.queries.findings import findings_shown
from tongket.papers.queries.form import Ruled, ruled_by, ruled_for
from tongket.papers.queries.listing import Meter, came_late, meters_of
from tongket.papers.queries.papers import comments_of, round_of, standing_versions
from tongket.papers.queries.topics import proposals_of


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What the page of a paper shows; `findings` are those of the version that counts."""

    paper: Paper
    versions: Sequence[PaperVersion]
    findings: Sequence[Finding]
    comments: Sequence[Comment]
    proposals: Sequence[TopicProposal]
    ruled: Ruled
    shown: Shown
    due: str
    left: str
    pages: Meter
    minutes: Meter
    days_late: int
    round: int

    @property
    def latest(self) -> PaperVersion | None:
        """The version that counts."""
        return self.versions[0] if self.versions else None

    def _may(self, state: DutyState) -> bool:
        return self.latest is not None and state in NEXT[DutyState(self.paper.duty.state)]

    @property
    def may_accept(self) -> bool:
        """Whether the office can take it now."""
        return self._may(DutyState.ACCEPTED)

    @property
    def may_return(self) -> bool:
        """Whether the office can give it back now."""
        return self._may(DutyState.RETURNED)

    @property
    def may_submit(self) -> bool:
        """Whether a version can be handed in now."""
        return DutyState.HANDED_IN in NEXT[DutyState(self.paper.duty.state)]

    @property
    def wish(self) -> TopicProposal | None:
        """The proposal of another topic that waits for its answer."""
        return next((each for each in self.proposals if each.state == "asked"), None)


def paper_page(paper: Paper, *, is_host: bool, today: date) -> PaperPage:
    """The page of one paper as the office or its unit sees it; a constant number of queries."""
    duty = paper.duty
    versions = tuple(standing_versions(paper).defer("manuscript", "text"))
    latest = versions[0] if versions else None
    ruled = ruled_for(paper, ruled_by(duty.conference, on=today))
    due, left = due_words(duty, today)
    pages, minutes = meters_of(latest, ruled)
    proposals = proposals_of(paper)
    said = judged([(duty.kind, duty.pk)]).get(duty.pk, "")
    return PaperPage(
        paper=paper,
        versions=versions,
        findings=findings_shown(latest, is_host=is_host) if latest else (),
        comments=comments_of(paper, is_host=is_host),
        proposals=tuple(proposals),
        ruled=ruled,
        shown=state_shown(duty.state, days_late(duty.standing, today=today), said),
        due=due,
        left=left,
        pages=pages,
        minutes=minutes,
        days_late=came_late(duty, latest),
        round=round_of(paper, latest),
    )
