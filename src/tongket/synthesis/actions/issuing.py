"""The report becomes an official document, with the life of every document."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.documents.actions.drafting import draft_document
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.synthesis.kinds import REPORT
from tongket.synthesis.models import Report

OVER = frozenset({DocumentState.DROPPED, DocumentState.RECALLED, DocumentState.CORRECTED})


@transaction.atomic
def draft_report(*, report: Report, by: User, now: datetime) -> Document:
    """The document of the report: the one that lives, else a new draft; it follows the report until it is approved."""
    row = Report.objects.select_for_update().select_related("conference__host").get(pk=report.pk)
    standing = row.document
    if standing is not None and standing.state not in OVER:
        return standing
    made = draft_document(conference=row.conference, kind=REPORT, by=by, now=now)
    row.document = made
    row.save(update_fields=["document"])
    changes = {"document": made.pk}
    audit.record(verb="draft_report", subject=row, scope=row.conference, by=by, now=now, changes=changes)
    return made
