"""The page of one paper: its figures against their limits, its sheets with what is said beside them, its versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.access import Rights
from tongket.conferences.models import Evidence
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.queries.unit_page import due_words, place_of, quotes_of
from tongket.conferences.rules import NEXT, Channel, DutyState, days_late
from tongket.core.findings import Finding, Level, words
from tongket.papers.marks import Mark, Spot, marks_of, places_of
from tongket.papers.meters import Bar, Look, bar_of, clock, decimal, look_of
from tongket.papers.models import Comment, Paper, PaperVersion, TopicProposal
from tongket.papers.queries.findings import findings_shown
from tongket.papers.queries.form import Ruled, ruled_by, ruled_for
from tongket.papers.queries.listing import came_late
from tongket.papers.queries.manuscripts import blocks_of
from tongket.papers.queries.papers import comments_of, round_of, standing_versions
from tongket.papers.queries.said import Expansions, expansions_of
from tongket.papers.queries.topics import proposals_of
from tongket.papers.rules import MEASURED_WORDS, Measured, against
from tongket.reading.manuscript.values import Sheet

LEVELS = {Level.BLOCKER: ("must", "stop"), Level.APPROVAL: ("rule", "ask"), Level.ADVICE: ("tip", "note")}
WAYS: dict[Channel, str] = {
    Channel.WEB: words("trên trang này"),
    Channel.EMAIL: words("thư điện tử"),
    Channel.ZALO: words("Zalo"),
    Channel.PAPER: words("bản giấy"),
    Channel.USB: words("USB"),
    Channel.PHONE: words("điện thoại"),
}
MINUTES, PAGES = frozenset({"too-slow", "slow"}), frozenset({"too-long", "long"})


@dataclass(frozen=True, slots=True)
class Meter:
    """One figure, what it may be, and its bar."""

    figure: str
    wanted: str
    look: Look
    bar: Bar


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as the page shows it; `number` stands beside the text too where the finding has a place there."""

    finding: Finding
    anchor: str
    css: str
    picture: str
    number: int | None
    how: str


@dataclass(frozen=True, slots=True)
class SheetShown:
    """A page of the standard form with the marks on it; `limit_mm` is where the limit lies, 0 where all is beyond."""

    number: int
    marks: tuple[Mark, ...]
    limit_mm: float | None = None

    @property
    def is_past(self) -> bool:
        """Whether the whole page lies beyond the limit."""
        return self.limit_mm == 0


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version in the list of versions."""

    version: PaperVersion
    came_at: datetime
    way: str
    pages: str
    shown: Shown
    is_late: bool


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Everything the page of a paper shows."""

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
    comment_marks: tuple[Mark, ...]
    expansions: Expansions | None
    against: tuple[str, ...]

    def _may(self, state: DutyState) -> bool:
        return state in NEXT[DutyState(self.paper.duty.state)]

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
    def tally(self) -> dict[str, int]:
        """How many findings of each level, and how many checks found nothing."""
        return tally_of(self.findings, len(self.passed))

    @property
    def unsent(self) -> int:
        """How many comments the unit does not see yet."""
        return sum(comment.sent_at is None for comment in self.comments)

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
    texts = texts_of(version.manuscript) if version and version.manuscript else []
    sheet = sheet_of(version, ruled)
    said = said_of(findings, texts)
    marks = marks_of(spots_of(said), places_of(version.measured) if version else (), texts, sheet)
    return PaperPage(
        paper=paper,
        ruled=ruled,
        shown=state_shown(duty.state, days_late(duty.standing, today=today)),
        quote=quotes_of(duty.conference, [duty.clause]).get(place_of(duty), duty.text),
        due=due,
        left=left,
        version=version,
        versions=tuple(_row(each, standing[0], paper) for each in standing),
        meters=meters_of(version.measured, ruled) if version else (),
        findings=said,
        passed=tuple(version.passed) if version else (),
        sheets=sheets_of(version, ruled, marks) if version else (),
        comments=comments,
        proposals=tuple(proposals_of(paper)),
        comment_marks=_comment_marks(comments, version, texts, sheet),
        expansions=expansions_of(version.text) if version and version.text else None,
        against=against(Measured(version.state), findings) if version else (),
    )


def said_of(findings: Sequence[Finding], texts: Sequence[str]) -> tuple[Said, ...]:
    """The findings, gravest first; those that have a place in the text are numbered."""
    order = list(LEVELS)
    found = sorted(findings, key=lambda finding: order.index(finding.level))
    shown: list[Said] = []
    number = 0
    for place, finding in enumerate(found, 1):
        block = finding.values.get("block")
        has_place = isinstance(block, int) and block < len(texts)
        number += has_place
        css, picture = LEVELS[finding.level]
        how = "minutes" if finding.code in MINUTES else "pages" if finding.code in PAGES else ""
        shown.append(Said(finding, f"phat-hien-{place}", css, picture, number if has_place else None, how))
    return tuple(shown)


def tally_of(said: Sequence[Said], passed: int) -> dict[str, int]:
    """How many findings of each level, and how many checks found nothing."""
    return {level.value: sum(each.finding.level is level for each in said) for level in Level} | {"passed": passed}


def spots_of(said: Sequence[Said]) -> list[Spot]:
    """The places that the numbered findings are about."""
    return [
        Spot(each.number, each.anchor, int(str(each.finding.values["block"])), each.finding.quote)
        for each in said
        if each.number is not None
    ]


def meters_of(figures: Mapping[str, Any], ruled: Ruled) -> tuple[Meter, ...]:
    """Pages and minutes as meters; nothing where they were not measured."""
    if "pages_standard" not in figures:
        return ()
    limits = ruled.limits
    pages, tight = figures["pages_standard"], figures["pages_single"]
    minutes, syllables = figures["speaking_minutes"], figures["syllables"]
    wanted_pages = _("cần không quá %(n)s") % {"n": decimal(limits.pages)} if limits.pages else _("không giới hạn")
    wanted = _("cần không quá %(n)s phút") % {"n": decimal(limits.minutes)} if limits.minutes else _("không giới hạn")
    return (
        Meter(
            ngettext("%(n)s trang", "%(n)s trang", ceil(pages)) % {"n": decimal(pages)},
            wanted_pages,
            look_of(pages, tight, limits.pages),
            bar_of(pages, limits.pages),
        ),
        Meter(
            spoken_words(minutes),
            wanted,
            look_of(minutes, syllables / limits.fast_rate, limits.minutes),
            bar_of(minutes, limits.minutes),
        ),
    )


def spoken_words(minutes: float) -> str:
    """`8 phút 10 giây`, `7 phút`."""
    whole, seconds = clock(minutes)
    if not seconds:
        return ngettext("%(n)d phút", "%(n)d phút", whole) % {"n": whole}
    return _("%(n)d phút %(s)d giây") % {"n": whole, "s": seconds}


def sheets_of(version: PaperVersion, ruled: Ruled, marks: Sequence[Mark]) -> tuple[SheetShown, ...]:
    """The pages of a measured version with their marks and the line where the limit lies."""
    pages = version.measured.get("pages_standard")
    if pages is None:
        return ()
    last = max(1, -int(-pages // 1))
    sheet, limit = sheet_of(version, ruled), ruled.limits.pages
    on = {number: tuple(mark for mark in marks if mark.page == number) for number in range(1, last + 1)}
    return tuple(SheetShown(number, on[number], _limit_mm(number, limit, sheet)) for number in on)


def _limit_mm(page: int, limit: float | None, sheet: Sheet) -> float | None:
    """Where on this page the limit lies, measured from the upper edge of the sheet; None where it lies further on."""
    if limit is None or page <= int(limit):
        return None
    if page > limit + 1 or limit == int(limit):
        return 0
    return round(sheet.top_mm + (limit - int(limit)) * (sheet.height_mm - sheet.top_mm - sheet.bottom_mm), 1)


def sheet_of(version: PaperVersion | None, ruled: Ruled) -> Sheet:
    """The sheet a version was measured on; the conference's where there is none."""
    kept = version.form.get("form", {}).get("sheet") if version else None
    return Sheet(**kept) if kept else ruled.form.sheet


def texts_of(manuscript: Mapping[str, Any]) -> list[str]:
    """What every block of a kept manuscript says."""
    return [block.text for block in blocks_of(manuscript)]


def _comment_marks(
    comments: Sequence[Comment], version: PaperVersion | None, texts: Sequence[str], sheet: Sheet
) -> tuple[Mark, ...]:
    if version is None:
        return ()
    spots = [
        Spot(number, f"nhan-xet-{comment.pk}", comment.block, comment.quote)
        for number, comment in enumerate(comments, 1)
        if comment.block is not None and comment.version_id == version.pk
    ]
    return marks_of(spots, places_of(version.measured), texts, sheet)


def _row(version: PaperVersion, latest: PaperVersion, paper: Paper) -> VersionRow:
    """A version's line; older ones were given back or replaced."""
    evidence: Evidence = version.evidence
    duty = paper.duty
    if version.pk == latest.pk:
        shown = state_shown(duty.state, 0)
    elif version.round < latest.round:
        shown = Shown("back", _("Trả lại để sửa"))
    else:
        shown = Shown("na", _("Đã thay"))
    pages = version.measured.get("pages_standard")
    words = _("%(n)s tr.") % {"n": decimal(pages)} if pages is not None else _(MEASURED_WORDS[Measured(version.state)])
    is_late = came_late(duty, version) > 0
    return VersionRow(version, evidence.received_at, way_of(evidence), words, shown, is_late)


def way_of(evidence: Evidence) -> str:
    """How a version came, and who entered it: `thư điện tử`, `Zalo, Trần Thị Lệ ghi vào`."""
    way = _(WAYS[Channel(evidence.channel)])
    if evidence.entered_by is None:
        return _("%(way)s, tự nhận") % {"way": way}
    return _("%(way)s, %(who)s") % {"way": way, "who": evidence.entered_by.name}
