"""The versions of a paper as its page lists them: when and how each came, how long it is, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tongket.conferences.handing_in import CHANNELS
from tongket.conferences.models import Evidence
from tongket.conferences.queries.board import Shown, state_shown
from tongket.conferences.rules import Channel
from tongket.core.said import decimal
from tongket.papers.models import Paper, PaperVersion
from tongket.papers.queries.listing import came_late
from tongket.papers.rules import MEASURED_WORDS, Measured


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version in the list of versions."""

    version: PaperVersion
    came_at: datetime
    way: str
    pages: str
    shown: Shown
    days_late: int


def rows_of(standing: Sequence[PaperVersion], paper: Paper) -> tuple[VersionRow, ...]:
    """The versions that stand, latest first as given."""
    return tuple(_row(each, standing[0], paper) for each in standing)


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
    return VersionRow(version, evidence.received_at, way_of(evidence), words, shown, came_late(duty, version))


def way_of(evidence: Evidence) -> str:
    """How a version came, and who entered it: `thư điện tử`, `Zalo, Trần Thị Lệ ghi vào`."""
    way = str(dict(CHANNELS)[Channel(evidence.channel)])
    if evidence.entered_by is None:
        return _("%(way)s, tự nhận") % {"way": way}
    return _("%(way)s, %(who)s") % {"way": way, "who": evidence.entered_by.name}
