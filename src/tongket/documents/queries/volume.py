"""What this room gives to the bound volume: its documents that were issued and stand, kind by kind."""

from functools import partial

from tongket.conferences.models import Conference
from tongket.core.findings import words
from tongket.documents.models import Document
from tongket.documents.parts import Part
from tongket.documents.queries.assembled import assembled
from tongket.documents.render.chapters import Chapter, DocumentChapter
from tongket.documents.rules import DocumentState


def issued_chapters(conference: Conference, *, kind: str) -> tuple[Chapter, ...]:
    """The documents of a kind that were issued and neither called back nor replaced, in order; a query for each."""
    standing = Document.objects.filter(conference=conference, kind=kind, state=DocumentState.ISSUED)
    rows = standing.select_related("conference__host__parent").order_by("ordinal")
    return tuple(_chapter(row) for row in rows)


def _chapter(row: Document) -> DocumentChapter:
    whole = assembled(row).document
    return DocumentChapter(f"document-{row.pk}", whole.title or whole.subject, whole, " ".join(whole.issuer.own))


# Their usual places leave room for what other rooms give: papers at 30, exhibits at 50.
PARTS = (
    Part("programme", words("Chương trình hội nghị"), 10, partial(issued_chapters, kind="programme")),
    Part("summary_report", words("Báo cáo tổng kết"), 20, partial(issued_chapters, kind="summary_report")),
    Part("decision", words("Quyết định khen thưởng"), 40, partial(issued_chapters, kind="decision")),
    Part("delegates", words("Danh sách đại biểu"), 60, partial(issued_chapters, kind="delegate_list")),
)
