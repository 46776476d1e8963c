"""The desk: every document of a conference as rows, and how many wait for whom."""

from dataclasses import dataclass, replace

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.core.text import clean
from tongket.documents.kinds import KINDS
from tongket.documents.models import Copy, Document
from tongket.documents.queries.plan import PLAN
from tongket.documents.render.values import Profile
from tongket.documents.rules import (
    EDITABLE,
    LEFT,
    NUMBERED,
    STATE_PICTURES,
    STATE_WORDS,
    DocumentState,
    Reached,
    RecipientRole,
    number_text,
)
from tongket.documents.titles import titled, within

WAITING, SENT = "waiting", "sent"
# The counts of `with_counts`, the first that is not 0 is told.
TALLIES = (("listed", "listed_received"), ("addressed", "received"), ("told", "told_received"))
# What needs a hand stands on top, what is dropped at the bottom.
PLACE = {
    DocumentState.CHECKED: 0,
    DocumentState.APPROVED: 1,
    DocumentState.RETURNED: 2,
    DocumentState.DRAFT: 3,
    DocumentState.DROPPED: 9,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A state in the reader's words with its picture."""

    words: str
    picture: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of the desk's list."""

    document: Document
    label: str
    title: str
    shown: Shown

    @property
    def id(self) -> int:
        """The document's key."""
        return self.document.pk

    @property
    def is_numbered(self) -> bool:
        """Whether it has number and day."""
        return self.document.state in NUMBERED

    @property
    def waits(self) -> str:
        """What stands in the place of the day before there is one."""
        return _("dự thảo") if self.document.state in EDITABLE else _("chưa ký")


@dataclass(frozen=True, slots=True)
class Desk:
    """The rows that are shown, with how many there are of each sort."""

    shown: str
    rows: list[DocumentRow]
    total: int
    waiting: int
    sent: int


def with_counts(documents: QuerySet[Document]) -> QuerySet[Document]:
    """The documents with their register lines, and how many have them: of those addressed, of those told, of the
    people with a copy of their own.
    """
    asked, told = (Q(recipients__role=role) for role in (RecipientRole.ADDRESSEE, RecipientRole.COPY))
    has_it = Q(recipients__reached=Reached.RECEIVED)
    counted = documents.select_related("entry").annotate(
        addressed=Count("recipients", asked),
        received=Count("recipients", asked & has_it),
        told=Count("recipients", told),
        told_received=Count("recipients", told & has_it),
        listed=_copies(),
        listed_received=_copies(recipient__reached=Reached.RECEIVED),
    )
    return counted.defer("body", "made_from", "frozen")


def _copies(**which: str) -> Coalesce:
    """The number of such copies of a document; on its own, for a join would count each once for every recipient."""
    found = Copy.objects.filter(document=OuterRef("pk"), **which).order_by().values("document")
    return Coalesce(Subquery(found.annotate(n=Count("pk")).values("n")), 0)


def desk_of(conference: Conference, *, shown: str = "") -> Desk:
    """The documents of a conference, those that need a hand first, then by number downwards; one query."""
    documents = sorted(with_counts(conference.documents.all()), key=_order)
    named = map(row_of, documents)
    rows = [replace(row, title=within(row.title, conference.short_title)) for row in named]
    waiting = [row for row in rows if row.document.state == DocumentState.CHECKED]
    sent = [row for row in rows if row.document.state in LEFT]
    chosen = {WAITING: waiting, SENT: sent}.get(shown, rows)
    return Desk(shown if shown in (WAITING, SENT) else "", chosen, len(rows), len(waiting), len(sent))


def _order(document: Document) -> tuple[int, int, int]:
    numbered = document.state in NUMBERED
    place = 4 if numbered else PLACE[DocumentState(document.state)]
    is_plan = document.kind == PLAN
    day = -document.dated_on.toordinal() if numbered and document.dated_on else 0
    return (8 if is_plan and place < 9 else place, day, -(document.entry.number if numbered else document.pk))


def row_of(document: Document) -> DocumentRow:
    """The line of a document that came from `with_counts`."""
    return DocumentRow(document, label_of(document), title_of(document), shown_of(document))


def label_of(document: Document) -> str:
    """Number and symbol, with `Số …` before a number is given."""
    if document.state in NUMBERED:
        return number_text(document.entry.number, document.symbol, Profile(document.profile))
    return _("Số …/{symbol}").format(symbol=document.symbol) if document.symbol else _("Số …")


def title_of(document: Document) -> str:
    """What the document is, as the register says it: its type, or `V/v` before a letter's subject."""
    kind = KINDS.get(document.kind)
    if kind is None or kind.is_letter:
        return clean(f"V/v {document.subject}")
    return titled(kind.type_name, document.subject)


def shown_of(document: Document) -> Shown:
    """How a document stands: of one that left, how many of those it is for have it, as `tally_of` counts them."""
    state = DocumentState(document.state)
    counts = ((getattr(document, all_of, 0), getattr(document, of_them, 0)) for all_of, of_them in TALLIES)
    addressed, received = next((each for each in counts if each[0]), (0, 0))
    if state is DocumentState.ISSUED and addressed:
        picture = "ok" if received == addressed else "sent"
        return Shown(_("{received}/{all} đã nhận").format(received=received, all=addressed), picture)
    if document.kind == PLAN and state is DocumentState.DRAFT:
        return Shown(_("Điền số"), "back")
    return Shown(_(STATE_WORDS[state]), STATE_PICTURES[state])


def waiting_count(conference: Conference) -> int:
    """How many documents wait for a leader; one query."""
    return conference.documents.filter(state=DocumentState.CHECKED).count()


def next_waiting(conference: Conference, after: int = 0) -> Document | None:
    """The document that waits longest for a leader, one after `after` first; one query."""
    waiting = Document.objects.filter(conference=conference, state=DocumentState.CHECKED)
    rows = list(waiting.select_related("conference__host", "replaces").order_by("pk"))
    return next((row for row in rows if row.pk > after), rows[0] if rows else None)
