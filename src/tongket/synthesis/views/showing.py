"""What the pages of the report share: the tabs, and who may work on it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.synthesis.models import Report
from tongket.synthesis.queries.recommendations import living


@dataclass(frozen=True, slots=True)
class Tab:
    """One way to see the report."""

    address: str
    words: str
    is_current: bool
    count: int | None = None


def stand(request: HttpRequest, conference: Conference, rights: Rights, current: str) -> dict[str, object]:
    """Puts the conference into the header; what every page of the report shows."""
    enter(request, conference, rights)
    return {"conference": conference, "rights": rights, "may_run": rights.may_run, "tabs": _tabs(conference, current)}


def _tabs(conference: Conference, current: str) -> list[Tab]:
    open_ones = living(conference).exclude(state="closed").count()
    named = (
        ("report", _("Nội dung"), None),
        ("figures", _("Số liệu"), None),
        ("recommendations", _("Kiến nghị"), open_ones),
        ("themes", _("Các chủ đề"), None),
        ("print", _("Bản in theo thể thức"), None),
    )
    return [
        Tab(reverse(f"synthesis:{name}", args=[conference.pk]), words, name == current, count)
        for name, words, count in named
    ]


def report_of(conference: Conference) -> Report:
    """The report's row, or one that is not kept yet."""
    found = Report.objects.select_related("document").filter(conference=conference).first()
    return found or Report(conference=conference, made_at=clock.now())
