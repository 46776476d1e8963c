"""A unit's own page: what it owes with the plan's words, what it handed in, what the office answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.kinds import KINDS, ORDER, awaiting_a_leader, fulfilled_at, judged
from tongket.conferences.models import Clause, Conference, Duty, Evidence, Extension
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.rules import DutyState, days_late
from tongket.core import dates, said
from tongket.core.models import Event
from tongket.units.models import Membership, Role, Unit

LOG_LINES = 12
LAST_MINUTE = (23, 59)


@dataclass(frozen=True, slots=True)
class Job:
    """One duty on the unit's page; `elsewhere` is where another room takes what is handed in for it.

    `is_readers` says that it waits for the reader, a leader of the unit, to stand behind it.
    """

    duty: Duty
    label: str
    shown: Shown
    quote: str
    due: str
    left: str
    latest: Evidence | None
    extension: Extension | None
    may_hand_in: bool
    needs_mending: bool
    elsewhere: str
    is_readers: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of "Đã gửi, đã nhận"."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Everything that a unit's page shows."""

    unit: Unit
    title: str
    jobs: tuple[Job, ...]
    log: tuple[LogLine, ...]
    office: Membership | None

    @property
    def to_mend(self) -> int:
        """How many duties were given back."""
        return sum(job.needs_mending for job in self.jobs)

    @property
    def to_confirm(self) -> int:
        """How many duties wait for the reader to stand behind them."""
        return sum(job.is_readers for job in self.jobs)

    @property
    def to_send(self) -> int:
        """How many duties nothing has come for."""
        return sum(job.duty.state in {DutyState.OPEN, DutyState.WORKING} for job in self.jobs)


def unit_page(conference: Conference, unit: Unit, *, leads: bool = False, today: date) -> UnitPage:
    """The page of one unit; a constant number of queries. What a leader (`leads`) has to confirm comes first."""
    evidence = Evidence.objects.filter(taken_back_at=None).select_related("file").order_by("-ordinal")
    wishes = Extension.objects.order_by("-asked_at")
    found = Duty.objects.filter(conference=conference, unit=unit).prefetch_related(
        Prefetch("evidence", evidence), Prefetch("extensions", wishes)
    )
    own = awaiting_a_leader((duty.kind, duty.pk) for duty in found) if leads else set()
    duties = sorted(found, key=lambda duty: (duty.pk not in own, *_order(duty)))
    quotes = quotes_of(conference, [duty.clause for duty in duties])
    said = judged((duty.kind, duty.pk) for duty in duties)
    jobs = (_job(duty, quotes.get(place_of(duty), duty.text), said.get(duty.pk, ""), today) for duty in duties)
    return UnitPage(
        unit=unit,
        title=title_of(unit, conference.host),
        jobs=tuple(replace(job, is_readers=job.duty.pk in own) for job in jobs),
        log=log_of(duties),
        office=office_contact(conference),
    )


def title_of(unit: Unit, host: Unit) -> str:
    """`xã Tam Thăng` for a body like the host's at another place, else the unit's short name."""
    is_like_the_host = unit.body == host.body and unit.place and unit.place_kind != host.place_kind
    return f"{unit.place_kind} {unit.place}" if is_like_the_host else unit.called


def _order(duty: Duty) -> tuple[int, date, int]:
    """What must be mended first, then what is open by its day, then what is done."""
    urgency = {DutyState.RETURNED: 0, DutyState.OPEN: 1, DutyState.WORKING: 1, DutyState.HANDED_IN: 2}
    place = ORDER.index(duty.kind) if duty.kind in ORDER else len(ORDER)
    return urgency.get(DutyState(duty.state), 3), duty.due_on or date.max, place


def words_of(conference: Conference, names: Sequence[str]) -> dict[str, str]:
    """The plan's own words at each clause, of the latest version."""
    version = conference.plan_versions.order_by("-ordinal").values("pk")[:1]
    rows = Clause.objects.filter(version__in=version, name__in=names).values_list("name", "heading", "text")
    return {name: text or heading for name, heading, text in rows}


def place_of(duty: Duty) -> tuple[int, str]:
    """Where the duty stands: the version of the plan, and the clause there."""
    return duty.plan_ordinal, duty.clause


def quotes_of(conference: Conference, names: Sequence[str]) -> dict[tuple[int, str], str]:
    """The plan's own words at each clause, of every version: by its ordinal and the clause."""
    rows = Clause.objects.filter(version__conference=conference, name__in=names)
    found = rows.values_list("version__ordinal", "name", "heading", "text")
    return {(ordinal, name): text or heading for ordinal, name, heading, text in found}


def _job(duty: Duty, quote: str, said_of_it: str, today: date) -> Job:
    late = days_late(duty.standing, today=today)
    evidence, wishes = list(duty.evidence.all()), list(duty.extensions.all())
    due, left = due_words(duty, today)
    return Job(
        duty=duty,
        label=_(KINDS[duty.kind].label) if duty.kind in KINDS else duty.kind,
        shown=state_shown(duty.state, late, said_of_it),
        quote=quote,
        due=due,
        left=left,
        latest=evidence[0] if evidence else None,
        extension=wishes[0] if wishes else None,
        may_hand_in=duty.state in {DutyState.OPEN, DutyState.WORKING, DutyState.RETURNED, DutyState.HANDED_IN},
        needs_mending=duty.state == DutyState.RETURNED,
        elsewhere=fulfilled_at(duty.kind, duty.pk),
    )


def due_words(duty: Duty, today: date) -> tuple[str, str]:
    """When it is due in full words, and how long that still is: `Gửi trước hết thứ Sáu, 25/10`, `còn 4 ngày`."""
    if duty.state == DutyState.RETURNED and duty.return_due_at:
        at = timezone.localtime(duty.return_due_at)
        gaps = {"hour": dates.clock_time(at), "day": said.week_day(at.date())}
        is_whole_day = (at.hour, at.minute) == LAST_MINUTE
        words = _("Nộp bản sửa trước hết %(day)s") if is_whole_day else _("Nộp bản sửa trước %(hour)s %(day)s")
        return words % gaps, said.days_left(at.date(), today)
    if duty.state in {DutyState.HANDED_IN, DutyState.ACCEPTED} and duty.handed_in_at:
        at = timezone.localtime(duty.handed_in_at)
        return _("Đã gửi %(day)s") % {"day": said.week_day(at.date())}, ""
    if duty.due_on is None:
        return _("Văn phòng chưa đặt hạn"), ""
    return _("Gửi trước hết %(day)s") % {"day": said.week_day(duty.due_on)}, said.days_left(duty.due_on, today)


def verb_words() -> dict[str, str]:
    """How the log says what happened."""
    return {
        "hand_in": _("Đã gửi %(what)s"),
        "accept": _("Văn phòng nhận %(what)s"),
        "return": _("Văn phòng trả lại %(what)s để sửa"),
        "excuse": _("Văn phòng miễn %(what)s"),
        "withdraw": _("Văn phòng rút %(what)s"),
        "reopen": _("Văn phòng giao lại %(what)s"),
        "set_due": _("Văn phòng đặt hạn %(what)s"),
        "ask_extension": _("Xin thêm thời gian cho %(what)s"),
        "extension_granted": _("Văn phòng cho thêm thời gian, %(what)s"),
        "extension_refused": _("Văn phòng chưa cho thêm thời gian, %(what)s"),
        "take_back": _("Đã lấy lại, %(what)s"),
        "start_working": _("Đang soạn %(what)s"),
    }


def log_of(duties: Sequence[Duty]) -> tuple[LogLine, ...]:
    """What happened to these duties, latest first."""
    labels = {f"duty:{duty.pk}": str(_(KINDS[duty.kind].heading)).lower() for duty in duties if duty.kind in KINDS}
    words = verb_words()
    events = Event.objects.filter(subject__in=labels, verb__in=words).order_by("-at", "-pk")[:LOG_LINES]
    return tuple(LogLine(event.at, words[event.verb] % {"what": labels[event.subject]}) for event in events)


def office_contact(conference: Conference) -> Membership | None:
    """Whom to ask: the host's first clerk."""
    clerks = Membership.objects.filter(unit=conference.host, role=Role.CLERK, ended_on__isnull=True)
    return clerks.select_related("person").order_by("pk").first()


def names_of_users(pks: set[int]) -> dict[int, str]:
    """The names behind the trail's references."""
    return dict(User.objects.filter(pk__in=pks).values_list("pk", "name"))
