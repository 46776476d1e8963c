"""The report's own row: made when it is first asked for, told that reviews changed."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.synthesis.models import Report


class ReportMoved(RuntimeError):
    """Somebody else changed the sentence, or the report, meanwhile."""


def kept_report(conference: Conference, *, now: datetime) -> Report:
    """The report of a conference, locked until the transaction ends; made where there was none."""
    Report.objects.get_or_create(conference=conference, defaults={"made_at": now})
    return Report.objects.select_for_update().get(conference=conference)


@transaction.atomic
def note_moved(*, conference_id: int, review_id: int, now: datetime) -> None:
    """Remembers that a review changed after the last run; nothing before the first one."""
    report = Report.objects.select_for_update().filter(conference=conference_id).first()
    if report is None or report.composed_at is None or review_id in report.moved:
        return
    report.moved = [*report.moved, review_id]
    report.moved_at = now
    report.save(update_fields=["moved", "moved_at"])


@transaction.atomic
def set_drawings(*, report: Report, wanted: bool, by: User, now: datetime) -> Event:
    """Prints the annex of drawings with the report, or leaves it out."""
    Report.objects.filter(pk=report.pk).update(has_drawings=wanted)
    report.has_drawings = wanted
    changes = {"has_drawings": wanted}
    return audit.record(verb="set_drawings", subject=report, scope=report.conference, by=by, now=now, changes=changes)


@transaction.atomic
def set_source_annex(*, report: Report, wanted: bool, by: User, now: datetime) -> Event:
    """Prints the annex of sources with the report, or leaves it out."""
    Report.objects.filter(pk=report.pk).update(has_source_annex=wanted)
    report.has_source_annex = wanted
    changes = {"has_source_annex": wanted}
    return audit.record(
        verb="set_source_annex", subject=report, scope=report.conference, by=by, now=now, changes=changes
    )
