"""The report as an official document now: the one that is kept, else one made for looking at."""

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document
from tongket.documents.queries.assembled import Assembled, assembled
from tongket.documents.queries.offices import heading_of
from tongket.documents.rules import DocumentState
from tongket.synthesis.models import Report

KIND = "summary_report"
OVER = frozenset({DocumentState.DROPPED, DocumentState.RECALLED, DocumentState.CORRECTED})


def report_document(conference: Conference, *, by: User | None) -> Assembled:
    """The report whole, with what stands against it; nothing is written."""
    report = Report.objects.select_related("document__conference__host").filter(conference=conference).first()
    kept = report.document if report else None
    if kept is not None and kept.state not in OVER:
        return assembled(kept)
    heading = heading_of(conference, KINDS[KIND], on=clock.today())
    unsaved = Document(conference=conference, kind=KIND, made_at=clock.now(), **heading)
    if by is not None:
        unsaved.made_by = by
    return assembled(unsaved)
