"""The papers of a conference as the office's list shows them: who, what, how long, where each stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.rules import DutyState, days_late
from tongket.papers.meters import Figure
from tongket.papers.models import Comment, Paper, PaperVersion, TopicProposal
from tongket.papers.queries.form import Ruled, is_outdated, ruled_by, ruled_for
from tongket.papers.queries.meters_shown import figures_of
from tongket.papers.queries.papers import duties_with_papers, kept_paper, latest_versions, speaking_order
from tongket.papers.rules import GONE, Measured, TopicState
from tongket.plans.checks.context import HalfDay

SHOWN: Mapping[str, frozenset[DutyState]] = {
    "waiting": frozenset({DutyState.HANDED_IN}),
    "missing": frozenset({DutyState.OPEN, DutyState.WORKING}),
    "returned": frozenset({DutyState.RETURNED}),
    "accepted": frozenset({DutyState.ACCEPTED}),
    "gone": GONE,
}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper of the list; `turn` is its place among the speakers, 0 for one that is not owed any more."""

    duty: Duty
    paper: Paper
    version: PaperVersion | None
    shown: Shown
    pages: Figure
    minutes: Figure
    days_late: int
    comments: int
    unsent: int
    asks_topic: bool
    turn: int
    is_last: bool
    is_outdated: bool

    @property
    def unit_name(self) -> str:
        """The unit as tables call it."""
        return self.duty.unit.called if self.duty.unit else self.duty.unit_name

    @property
    def is_measured(self) -> bool:
        """Whether there are figures of the version that counts."""
        return self.version is not None and self.version.state == Measured.DONE

    @property
    def speaking_minutes(self) -> float | None:
        """How long it takes at the rostrum: as measured, else the most it may take."""
        return self.minutes.value if self.minutes.value is not None else self.minutes.most


@dataclass(frozen=True, slots=True)
class PaperList:
    """The list: the rows that were asked for, how many each filter has, and the time all need beside what there is."""

    rows: tuple[PaperRow, ...]
    counts: Mapping[str, int]
    shown: str
    minutes: float
    minutes_there: float
    topics: int
    ruled: Ruled

    @property
    def total(self) -> int:
        """How many papers are owed."""
        return sum(number for name, number in self.counts.items() if name != "gone")


def papers_of(conference: Conference, *, shown: str = "", today: date) -> PaperList:
    """The papers of a conference in the order of speaking; a constant number of queries."""
    duties = speaking_order(duties_with_papers(conference))
    bound = [duty for duty in duties if duty.state not in GONE]
    gone = [duty for duty in duties if duty.state in GONE]
    ruled = ruled_by(conference, on=today)
    rows = _rows([*bound, *gone], len(bound), ruled, today)
    wanted = SHOWN.get(shown, frozenset(DutyState) - GONE)
    states = Counter(duty.state for duty in duties)
    speaking = [row.speaking_minutes or 0 for row in rows[: len(bound)]]
    return PaperList(
        rows=tuple(row for row in rows if row.duty.state in wanted),
        counts={name: sum(states[state] for state in chosen) for name, chosen in SHOWN.items()},
        shown=shown if shown in SHOWN else "",
        minutes=sum(speaking),
        minutes_there=HalfDay().for_papers(),
        topics=sum(row.asks_topic for row in rows),
        ruled=ruled,
    )


def _rows(duties: Sequence[Duty], bound: int, ruled: Ruled, today: date) -> list[PaperRow]:
    keys = [duty.pk for duty in duties]
    versions, comments = latest_versions(keys), _comments(keys)
    asking = set(
        TopicProposal.objects.filter(paper__in=keys, state=TopicState.ASKED).values_list("paper_id", flat=True)
    )
    rows = []
    for place, duty in enumerate(duties, 1):
        version, paper = versions.get(duty.pk), kept_paper(duty) or Paper(duty=duty)
        own = ruled_for(paper, ruled)
        late = days_late(duty.standing, today=today)
        pages, minutes = figures_of(measured_of(version), own)
        all_comments, unsent = comments.get(duty.pk, (0, 0))
        rows.append(
            PaperRow(
                duty=duty,
                paper=paper,
                version=version,
                shown=state_shown(duty.state, late),
                pages=pages,
                minutes=minutes,
                days_late=came_late(duty, version),
                comments=all_comments,
                unsent=unsent,
                asks_topic=duty.pk in asking,
                turn=place if place <= bound else 0,
                is_last=place == bound,
                is_outdated=is_outdated(version, own),
            )
        )
    return rows


def _comments(keys: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How many comments each paper has, and how many of them wait to be sent; one query."""
    waiting = Count("pk", filter=Q(sent_at=None))
    rows = Comment.objects.filter(paper__in=keys).values_list("paper_id").annotate(all=Count("pk"), unsent=waiting)
    return {paper_id: (number, unsent) for paper_id, number, unsent in rows}


def measured_of(version: PaperVersion | None) -> Mapping[str, Any]:
    """What a version measured as, nothing where it was not."""
    return version.measured if version is not None and version.state == Measured.DONE else {}


def came_late(duty: Duty, version: PaperVersion | None) -> int:
    """How many days after its last day the version reached the office; 0 in time, or where no day is set.

    A version of a later round answers a return and has no day of the plan.
    """
    if version is None or duty.due_on is None or version.round > 1:
        return 0
    return max(0, (_local_day(version) - duty.due_on).days)


def _local_day(version: PaperVersion) -> date:
    return timezone.localdate(version.evidence.received_at)


def row_as_json(row: PaperRow) -> dict[str, Any]:
    """A row as the JSON interface gives it."""
    version = row.version
    return {
        "id": row.duty.pk,
        "unit": row.duty.unit.name if row.duty.unit else row.duty.unit_name,
        "unit_id": row.duty.unit_id,
        "clause": row.duty.clause,
        "topic": row.paper.topic,
        "title": row.paper.title,
        "speaker": row.paper.speaker_name,
        "state": row.duty.state,
        "place": row.turn or None,
        "late": row.days_late,
        "version": version.ordinal if version else None,
        "round": version.round if version else None,
        "measured": version.state if version else None,
        "pages_standard": row.pages.value,
        "pages_most": row.pages.most,
        "speaking_minutes": row.minutes.value,
        "minutes_most": row.minutes.most,
        "comments": row.comments,
    }
