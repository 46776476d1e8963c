"""What this room gives to the bound volume: its documents that were issued and stand, and the list of exhibits."""

from functools import partial

from django.db.models import Prefetch

from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.findings import words
from tongket.documents.models import Document
from tongket.documents.parts import Part
from tongket.documents.queries.assembled import assembled
from tongket.documents.render.chapters import Chapter, DocumentChapter, ListChapter
from tongket.documents.render.values import Align, Cell, Run, Table
from tongket.documents.rules import DocumentState

EXHIBITS = words("Sản phẩm trưng bày")
# Shares of the line: the number, the unit, what it shows.
_EXHIBIT_WIDTHS = (0.08, 0.34, 0.58)


def issued_chapters(conference: Conference, *, kind: str) -> tuple[Chapter, ...]:
    """The documents of a kind that were issued and neither called back nor replaced, in order; a query for each."""
    standing = Document.objects.filter(conference=conference, kind=kind, state=DocumentState.ISSUED)
    rows = standing.select_related("conference__host__parent").order_by("ordinal")
    return tuple(_chapter(row) for row in rows)


def _chapter(row: Document) -> DocumentChapter:
    whole = assembled(row).document
    return DocumentChapter(f"document-{row.pk}", whole.title or whole.subject, whole, " ".join(whole.issuer.own))


def exhibit_list(conference: Conference) -> tuple[Chapter, ...]:
    """What the units will show, in the plan's order, as they wrote when they handed it in; two queries.

    What was given back, excused or withdrawn is not shown. Printed in Vietnamese like every official paper.
    """
    shown = {DutyState.HANDED_IN, DutyState.ACCEPTED}
    standing = Evidence.objects.filter(taken_back_at=None).select_related("file").order_by("-ordinal")
    duties = Duty.objects.filter(conference=conference, kind=DutyKind.EXHIBIT, state__in=shown).select_related("unit")
    rows = [_exhibit(duty) for duty in duties.order_by("pk").prefetch_related(Prefetch("evidence", standing))]
    if not rows:
        return ()
    heading = tuple(Cell((Run(title, bold=True),), Align.CENTER) for title in ("TT", "Đơn vị", "Sản phẩm"))
    numbered = tuple((_cell(str(number), Align.CENTER), *row) for number, row in enumerate(rows, 1))
    return (ListChapter("exhibits", EXHIBITS, (Table(heading, numbered, _EXHIBIT_WIDTHS),)),)


def _exhibit(duty: Duty) -> tuple[Cell, Cell]:
    """The unit and its words; where it only sent a file, what the plan asked of it."""
    latest: Evidence | None = next(iter(duty.evidence.all()), None)
    said = latest.note.strip() if latest else ""
    return _cell(duty.unit.name if duty.unit else duty.unit_name), _cell(said or duty.text)


def _cell(text: str, align: Align = Align.LEFT) -> Cell:
    return Cell((Run(text),), align)


# Their usual places leave room for what other rooms give: papers at 30.
PARTS = (
    Part("programme", words("Chương trình hội nghị"), 10, partial(issued_chapters, kind="programme")),
    Part("summary_report", words("Báo cáo tổng kết"), 20, partial(issued_chapters, kind="summary_report")),
    Part("decision", words("Quyết định khen thưởng"), 40, partial(issued_chapters, kind="decision")),
    Part("exhibits", EXHIBITS, 50, exhibit_list),
    Part("delegates", words("Danh sách đại biểu"), 60, partial(issued_chapters, kind="delegate_list")),
)
