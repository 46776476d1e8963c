"""The page of one paper: its figures against their limits, its sheets with what is said beside them, its versions."""

from dataclasses import dataclass
from datetime import date

from tongket.conferences.access import Rights
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.queries.unit_page import due_words, place_of, quotes_of
from tongket.conferences.rules import NEXT, DutyState, days_late
from tongket.mailbox.queries.mending import waiting_mending
from tongket.papers.marks import marks_of, places_of
from tongket.papers.models import Comment, Paper, PaperVersion, TopicProposal
from tongket.papers.queries.findings import findings_shown
from tongket.papers.queries.findings_said import Said, said_of, spots_of, tally_of
from tongket.papers.queries.flow import FlowBlock, flow_of
from tongket.papers.queries.form import Ruled, is_outdated, ruled_by, ruled_for
from tongket.papers.queries.listing import came_late
from tongket.papers.queries.manuscripts import blocks_of
from tongket.papers.queries.meters_shown import Meter, meters_of
from tongket.papers.queries.papers import comments_of, round_of, standing_versions
from tongket.papers.queries.said import Expansions, expansions_of
from tongket.papers.queries.sheets_shown import SheetShown, comment_spots, sheet_of, sheets_of
from tongket.papers.queries.topics import proposals_of
from tongket.papers.queries.versions_shown import VersionRow, rows_of
from tongket.papers.rules import BEING_READ, Measured, against


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Everything the page of a paper shows; `letter` is the message about its return that has not left yet."""

    paper: Paper
    ruled: Ruled
    shown: Shown
    quote: str
    due: str
    left: str
    version: PaperVersion | None
    versions: tuple[VersionRow, ...]
    meters: tuple[Meter, ...]
    findings: tuple[Said, ...]
    passed: tuple[str, ...]
    sheets: tuple[SheetShown, ...]
    comments: tuple[Comment, ...]
    proposals: tuple[TopicProposal, ...]
    flow: tuple[FlowBlock, ...]
    expansions: Expansions | None
    against: tuple[str, ...]
    letter: int | None

    def _may(self, state: DutyState) -> bool:
        is_over = self.paper.duty.conference.is_cancelled
        return not is_over and state in NEXT[DutyState(self.paper.duty.state)]

    @property
    def round(self) -> int:
        """The round the paper is in."""
        return round_of(self.paper, self.versions[0].version if self.versions else None)

    @property
    def days_late(self) -> int:
        """How many days late the latest version came."""
        return came_late(self.paper.duty, self.versions[0].version if self.versions else None)

    @property
    def may_submit(self) -> bool:
        """Whether a version can be handed in now."""
        return self._may(DutyState.HANDED_IN)

    @property
    def may_accept(self) -> bool:
        """Whether the office can accept what is there."""
        return self.version is not None and self._may(DutyState.ACCEPTED)

    @property
    def may_return(self) -> bool:
        """Whether the office can give it back."""
        return self.version is not None and self._may(DutyState.RETURNED)

    @property
    def is_read(self) -> bool:
        """Whether the version shown was read and measured."""
        return self.version is not None and self.version.state == Measured.DONE

    @property
    def is_outdated(self) -> bool:
        """Whether the version that counts waits to be measured by what holds now."""
        return bool(self.versions) and is_outdated(self.versions[0].version, self.ruled)

    @property
    def is_being_read(self) -> bool:
        """Whether a job will soon say more than the page does."""
        return self.is_outdated or (bool(self.versions) and self.versions[0].version.state in BEING_READ)

    @property
    def tally(self) -> dict[str, int]:
        """How many findings of each level, and how many checks found nothing."""
        return tally_of(self.findings, len(self.passed))

    @property
    def unsent(self) -> int:
        """How many comments the unit does not see yet."""
        return sum(comment.sent_at is None for comment in self.comments)

    @property
    def row(self) -> VersionRow | None:
        """The line of the version shown."""
        return next((row for row in self.versions if self.version and row.version.pk == self.version.pk), None)

    @property
    def before(self) -> PaperVersion | None:
        """The version before the one shown."""
        if self.version is None:
            return None
        older = (row.version for row in self.versions if row.version.ordinal < self.version.ordinal)
        return next(older, None)


def paper_page(paper: Paper, rights: Rights, *, wanted: int | None, today: date) -> PaperPage:
    """The page of a paper with the version `wanted` (its ordinal, None the latest); a constant number of queries."""
    duty = paper.duty
    ruled = ruled_for(paper, ruled_by(duty.conference, on=today))
    standing = list(standing_versions(paper))
    version = next((each for each in standing if each.ordinal == wanted), next(iter(standing), None))
    findings = findings_shown(version, is_host=rights.is_host) if version else ()
    comments = tuple(comments_of(paper, is_host=rights.is_host))
    due, left = due_words(duty, today)
    blocks = blocks_of(version.manuscript) if version else ()
    texts = [block.text for block in blocks]
    sheet = sheet_of(version, ruled)
    said = said_of(findings, texts, duty)
    spots, talks = spots_of(said), comment_spots(comments, version)
    places = places_of(version.measured) if version else ()
    marks, talk_marks = (marks_of(each, places, texts, sheet) for each in (spots, talks))
    return PaperPage(
        paper=paper,
        ruled=ruled,
        shown=state_shown(duty.state, days_late(duty.standing, today=today)),
        quote=quotes_of(duty.conference, [duty.clause]).get(place_of(duty), duty.text),
        due=due,
        left=left,
        version=version,
        versions=rows_of(standing, paper),
        meters=meters_of(version.measured, ruled) if version else (),
        findings=said,
        passed=tuple(version.passed) if version else (),
        sheets=sheets_of(version, ruled, marks, talk_marks) if version else (),
        comments=comments,
        proposals=tuple(proposals_of(paper)),
        flow=flow_of(blocks, spots, talks),
        expansions=expansions_of(version.text) if version and version.text else None,
        against=against(Measured(version.state), findings) if version else (),
        letter=waiting_mending(duty) if rights.may_run and duty.state == DutyState.RETURNED else None,
    )
