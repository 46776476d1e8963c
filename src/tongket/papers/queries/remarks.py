"""What units will say without a paper: those that were asked to, and those that ask to speak."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.rules import DutyKind, DutyState, days_late
from tongket.core.audit import reference
from tongket.papers.models import Remark, RemarkTurn
from tongket.papers.rules import GONE, REMARK_PICTURES, REMARK_WORDS, SPEAKING, RemarkState
from tongket.units.models import Unit

WAITS = Q(duty__isnull=True, state=RemarkState.ASKED) | Q(duty__state=DutyState.HANDED_IN)


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One unit that speaks or should: its duty where it was asked, what it said where it did.

    `turn` is its place among those who speak, 0 for who does not; `key` names it: `duty:7`, or `remark:7` of a wish.
    """

    duty: Duty | None
    remark: Remark | None
    unit_name: str
    shown: Shown
    turn: int = 0
    is_last: bool = False

    @property
    def key(self) -> str:
        """What the row is called in a form and in the order."""
        spoken = self.duty or self.remark
        return reference(spoken) if spoken else ""

    @property
    def anchor(self) -> str:
        """Where the row stands on the page."""
        return self.key.replace(":", "-")

    @property
    def speaks(self) -> bool:
        """Whether it has a turn: asked and not freed, or a wish that was neither refused nor withdrawn."""
        if self.duty is not None:
            return self.duty.state not in GONE
        return self.remark is not None and self.remark.stands in SPEAKING

    @property
    def place(self) -> int | None:
        """The place that the office gave it, None where it gave none; no query."""
        turn = getattr(self.duty, "remark_turn", None) if self.duty else getattr(self.remark, "turn", None)
        return turn.place if isinstance(turn, RemarkTurn) else None


def waiting_remarks(conference: Conference) -> int:
    """How many remarks wait for the office; one query."""
    return Remark.objects.filter(WAITS, conference=conference).count()


def remark_rows(conference: Conference, *, today: date) -> list[RemarkRow]:
    """Every asked unit and whoever asks to speak, in the order of speaking, then who does not speak; two queries.

    Whom the office gave no place comes after those that have one, as the plan names them, wishes last.
    """
    duties = Duty.objects.filter(conference=conference, kind=DutyKind.REMARKS).exclude(state=DutyState.WITHDRAWN)
    asked = duties.select_related("unit", "spoken_remark__file", "remark_turn").order_by("pk")
    rows = [_asked(duty, today) for duty in asked]
    wishes = Remark.objects.filter(conference=conference, duty=None).select_related("unit", "file", "turn")
    rows += map(_wish, wishes.order_by("pk"))
    speaking = sorted((row for row in rows if row.speaks), key=_turn)
    last = len(speaking)
    turned = [replace(row, turn=turn, is_last=turn == last) for turn, row in enumerate(speaking, 1)]
    return [*turned, *(row for row in rows if not row.speaks)]


def minutes_wanted(rows: Iterable[RemarkRow]) -> float:
    """How many minutes those want whom nobody declined and who did not withdraw."""
    speaking = (row.remark for row in rows if row.remark and row.remark.stands in SPEAKING)
    return sum(float(remark.minutes) for remark in speaking if remark.minutes is not None)


def _asked(duty: Duty, today: date) -> RemarkRow:
    remark = getattr(duty, "spoken_remark", None)
    if remark is not None:
        remark.duty = duty
    late = days_late(duty.standing, today=today)
    name = duty.unit.called if duty.unit else duty.unit_name
    return RemarkRow(duty, remark, name, state_shown(duty.state, late))


def _wish(remark: Remark) -> RemarkRow:
    stands = remark.stands
    return RemarkRow(None, remark, remark.unit.called, Shown(REMARK_PICTURES[stands], _(REMARK_WORDS[stands])))


def _turn(row: RemarkRow) -> tuple[bool, int]:
    return row.place is None, row.place or 0


def remark_of(duty: Duty) -> Remark | None:
    """What an asked unit said so far; one query."""
    remark = Remark.objects.filter(duty=duty).select_related("conference", "unit", "file").first()
    if remark is not None:
        remark.duty, remark.conference = duty, duty.conference
    return remark


def units_that_may_ask(conference: Conference) -> list[Unit]:
    """The units that owe something and were not asked to speak, by name; one query."""
    owing = Unit.objects.filter(duties__in=Duty.objects.counted().filter(conference=conference))
    asked = Duty.objects.filter(conference=conference, kind=DutyKind.REMARKS, unit__isnull=False).values("unit")
    return list(owing.exclude(pk__in=asked).distinct().order_by("sort_key"))
