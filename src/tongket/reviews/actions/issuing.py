"""The outline goes out as a document: which revision of what is asked units hold in their hands."""

from datetime import datetime

from django.db import transaction

from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.documents.models import Document
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.models import Outline
from tongket.reviews.queries.issued import issued_document


@transaction.atomic
def outline_left(conference: Conference, *, now: datetime) -> None:
    """Keeps the revision that the document in force says; none where it was called back.

    Told by the room of documents when one is issued or called back, within its transaction.
    """
    document = issued_document(conference)
    outline = make_outline(conference=conference, by=None, now=now)
    revision = _revision_of(document, outline) if document else None
    if outline.issued_revision != revision:
        outline.issued_revision = revision
        outline.save(update_fields=["issued_revision"])
        said = {"issued_revision": revision}
        audit.record(verb="outline_left", subject=outline, scope=conference, by=None, now=now, changes=said)


def _revision_of(document: Document, outline: Outline) -> int:
    """What was asked when the leader approved the text: what was changed between that and the issue is not in it."""
    approved = Event.objects.filter(subject=audit.reference(document), verb="document_approved").order_by("-pk").first()
    if approved is None:
        return outline.revision
    changed = Event.objects.filter(
        subject=audit.reference(outline), pk__lt=approved.pk, changes__revision__isnull=False
    )
    last = changed.order_by("-pk").first()
    return int(last.changes["revision"]) if last else 1
