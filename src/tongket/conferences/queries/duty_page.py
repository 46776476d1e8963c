"""One duty with everything that happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from tongket.conferences.correction import How
from tongket.conferences.kinds import KINDS, judged
from tongket.conferences.models import Duty, Evidence, Extension, ExtensionState, PlanVersion
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.queries.snapshots import snapshot
from tongket.conferences.queries.unit_page import due_words, names_of_users, place_of, quotes_of, verb_words
from tongket.conferences.rules import NEXT, DutyState, days_late
from tongket.core.audit import reference
from tongket.core.models import Event

OWED = {DutyState.OPEN, DutyState.WORKING, DutyState.RETURNED}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the duty's history."""

    at: datetime
    who: str
    words: str
    event_id: int
    user_id: int
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class DutyPage:
    """Everything that the page of a duty shows."""

    duty: Duty
    label: str
    shown: Shown
    quote: str
    due: str
    left: str
    evidence: tuple[Evidence, ...]
    wish: Extension | None
    wishes: tuple[Extension, ...]
    history: tuple[Line, ...]

    def _may(self, state: DutyState) -> bool:
        return state in NEXT[DutyState(self.duty.state)]

    @property
    def may_hand_in(self) -> bool:
        """Whether something can be handed in now."""
        return self._may(DutyState.HANDED_IN)

    @property
    def may_ask_time(self) -> bool:
        """Whether there is a day to move, nothing was handed in for it, and no wish is open."""
        has_day = self.duty.due_on is not None or self.duty.return_due_at is not None
        return has_day and self.wish is None and self.duty.state in OWED

    @property
    def may_start(self) -> bool:
        """Whether nobody is at it yet."""
        return self.duty.state == DutyState.OPEN

    @property
    def may_accept(self) -> bool:
        """Whether the office can close it."""
        return self._may(DutyState.ACCEPTED)

    @property
    def may_return(self) -> bool:
        """Whether the office can give it back."""
        return self._may(DutyState.RETURNED)

    @property
    def may_excuse(self) -> bool:
        """Whether the unit can be freed of it."""
        return self._may(DutyState.EXCUSED)

    @property
    def may_reopen(self) -> bool:
        """Whether it can bind again."""
        return self.duty.state in {DutyState.EXCUSED, DutyState.WITHDRAWN}


def duty_page(duty: Duty, *, today: date) -> DutyPage:
    """The page of one duty; a constant number of queries."""
    due, left = due_words(duty, today)
    late = days_late(duty.standing, today=today)
    standing = duty.evidence.filter(taken_back_at=None).order_by("-ordinal")
    evidence = standing.select_related("file", "entered_by").prefetch_related("others")
    wishes = tuple(duty.extensions.select_related("asked_by", "decided_by").order_by("-asked_at"))
    return DutyPage(
        duty=duty,
        label=_(KINDS[duty.kind].label) if duty.kind in KINDS else duty.kind,
        shown=_shown(duty, late),
        quote=quotes_of(duty.conference, [duty.clause]).get(place_of(duty), duty.text),
        due=due,
        left=left,
        evidence=tuple(evidence),
        wish=next((wish for wish in wishes if wish.state == ExtensionState.ASKED), None),
        wishes=wishes,
        history=history_of(duty),
    )


def _shown(duty: Duty, late: int) -> Shown:
    """The state in words; the host's own task is at work as soon as one of its parts is done."""
    is_begun = duty.state == DutyState.OPEN and any(part["done"] for part in duty.checklist)
    if is_begun and not late and duty.unit_id == duty.conference.host_id:
        return Shown("draft", _("Đang làm"))
    return state_shown(duty.state, late, judged([(duty.kind, duty.pk)]).get(duty.pk, ""))


def history_of(duty: Duty) -> tuple[Line, ...]:
    """What happened, latest first; only the latest change that still stands can be taken back."""
    words = verb_words() | {"tick": _("Đánh dấu xong: %(what)s"), "settle_unit": _("Chọn đơn vị cho %(what)s")}
    events = list(Event.objects.filter(subject=reference(duty), verb__in=words).order_by("-at", "-pk"))
    names = names_of_users({_user(event) for event in events})
    label = str(_(KINDS[duty.kind].heading)).lower() if duty.kind in KINDS else duty.kind
    standing = _standing_change(duty, events)
    lines = [
        Line(
            event.at,
            names.get(_user(event), ""),
            words_of_tick(event) or words[event.verb] % {"what": label},
            event.pk,
            user_id=_user(event),
            may_take_back=event == standing,
        )
        for event in events
    ]
    return tuple(sorted([*lines, *_corrections(duty, label)], key=lambda line: line.at, reverse=True))


def _corrections(duty: Duty, label: str) -> list[Line]:
    """What corrected versions of the plan did to the duty."""
    found = PlanVersion.objects.filter(conference=duty.conference_id, changes__duties__has_key=str(duty.pk))
    words = {
        How.ADDED: _("Kế hoạch bản %(n)d giao %(what)s"),
        How.WITHDRAWN: _("Kế hoạch bản %(n)d rút %(what)s"),
        How.KEPT: _("Kế hoạch bản %(n)d không còn nêu %(what)s; Văn phòng giữ"),
        How.AGAIN: _("Kế hoạch bản %(n)d giao lại %(what)s"),
        How.MOVED: _("Kế hoạch bản %(n)d chuyển mục của %(what)s"),
    }
    lines = []
    for ordinal, made_at, changes in found.values_list("ordinal", "made_at", "changes"):
        said = words.get(How(changes["duties"][str(duty.pk)]["how"]), _("Kế hoạch bản %(n)d đổi %(what)s"))
        shown = said % {"n": ordinal, "what": label}
        lines.append(Line(made_at, "", shown, 0, user_id=0, may_take_back=False))
    return lines


def words_of_tick(event: Event) -> str:
    """Which part of a task was marked, or unmarked; empty for every other event."""
    before, after = (event.changes.get(side, {}).get("checklist", []) for side in ("before", "after"))
    moved = [new for old, new in zip(before, after, strict=False) if old["done"] != new["done"]]
    if event.verb != "tick" or not moved:
        return ""
    words = _("Đánh dấu xong: %(what)s") if moved[0]["done"] else _("Bỏ đánh dấu: %(what)s")
    return words % {"what": moved[0]["text"]}


def _user(event: Event) -> int:
    """The number of who did it, 0 for the system itself."""
    return int(event.actor[5:]) if event.actor.startswith("user:") else 0


def _standing_change(duty: Duty, events: Sequence[Event]) -> Event | None:
    """The latest change that was not taken back, where the duty still is as that left it."""
    gone = {event.changes.get("event") for event in events if event.verb == "take_back"}
    changes = (event for event in events if "before" in event.changes and event.pk not in gone)
    latest = next(changes, None)
    return latest if latest is not None and latest.changes["after"] == snapshot(duty) else None
