"""One document as its page shows it: its steps, what was said, its recipients and how far it got with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.conferences.queries.board import short_name
from tongket.core.findings import words
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document, Recipient, Step
from tongket.documents.queries.desk import Shown
from tongket.documents.queries.getting import Tally, fault_of, getting, tally_of
from tongket.documents.queries.plan import PLAN
from tongket.documents.rules import (
    CLOSED,
    EDITABLE,
    LEFT,
    NEXT,
    REACHED_PICTURES,
    REACHED_WORDS,
    STANDING,
    STEP_WORDS,
    DocumentState,
    Reached,
)

STEPS: tuple[tuple[str, DocumentState], ...] = (
    (words("Soạn"), DocumentState.DRAFT),
    (words("Kiểm tra"), DocumentState.CHECKED),
    (words("Ký"), DocumentState.APPROVED),
    (words("Cấp số"), DocumentState.NUMBERED),
    (words("Gửi"), DocumentState.ISSUED),
)
# Which of the five steps a document waits for.
AT = {
    DocumentState.DRAFT: 0,
    DocumentState.RETURNED: 0,
    DocumentState.DROPPED: 0,
    DocumentState.CHECKED: 2,
    DocumentState.APPROVED: 3,
    DocumentState.NUMBERED: 4,
}


WAITS = {
    DocumentState.DRAFT: "write",
    DocumentState.RETURNED: "write",
    DocumentState.CHECKED: "sign",
    DocumentState.APPROVED: "number",
    DocumentState.NUMBERED: "send",
    DocumentState.DROPPED: "taking_up",
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """One of the five steps: done at a moment, waited for now, or later."""

    label: str
    look: str
    picture: str
    at: datetime | None
    note: str = ""

    @property
    def is_first(self) -> bool:
        """Whether it is the writing, of which the day is enough."""
        return self.label == _(STEPS[0][0])


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """A recipient with how far the document got, and when."""

    recipient: Recipient
    shown: Shown
    at: datetime | None
    note: str

    @property
    def name(self) -> str:
        """The unit as tables call it, for this one is narrow; another body of the same place by its short name."""
        unit, host = self.recipient.unit, self.recipient.document.conference.host
        is_other_body = unit and unit.body != host.body and unit.place and unit.place_kind != host.place_kind
        return unit.called if unit and is_other_body else short_name(unit, host, self.recipient.name)


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the document's story."""

    at: datetime
    who: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything of one document but its text; `copies` counts the people on its list of single ones."""

    document: Document
    steps: list[StepShown]
    recipients: list[RecipientRow]
    story: list[Said]
    remark: str
    copies: int = 0

    @property
    def address(self) -> str:
        """Where the forms of the page go."""
        return reverse("documents:document", args=[self.document.pk])

    @property
    def is_plan(self) -> bool:
        """Whether it is the plan, which may have been signed on paper before."""
        return self.document.kind == PLAN

    @property
    def is_personal(self) -> bool:
        """Whether each person or unit gets a copy of its own."""
        kind = KINDS.get(self.document.kind)
        return kind is not None and kind.is_personal

    @property
    def waits_for(self) -> str:
        """What the document waits for: `write`, `sign`, `number`, `send`, `taking_up`, or nothing."""
        return WAITS.get(DocumentState(self.document.state), "")

    @property
    def may_edit(self) -> bool:
        """Whether the text can still be written on."""
        return self.document.state in EDITABLE

    @property
    def may_add(self) -> bool:
        """Whether recipients can be added."""
        return self.document.state not in CLOSED

    @property
    def may_attach(self) -> bool:
        """Whether a signed file can be attached."""
        return self.document.state in STANDING

    @property
    def is_issued(self) -> bool:
        """Whether it left and is in force."""
        return self.document.state == DocumentState.ISSUED

    @property
    def may_recall(self) -> bool:
        """Whether it can be called back."""
        return DocumentState.RECALLED in NEXT[DocumentState(self.document.state)]

    @property
    def recalled(self) -> str:
        """Why it was called back, empty where it was not."""
        is_recalled = self.document.state == DocumentState.RECALLED
        return next((said.note for said in self.story), "") if is_recalled else ""


def document_page(document: Document) -> DocumentPage:
    """The page of a document; three queries whatever the number of recipients."""
    steps = list(document.steps.select_related("made_by").order_by("pk"))
    rows, copies = list(getting(document).select_related("unit").order_by("role", "ordinal")), document.copies.count()
    recipients, tally = [recipient_row(row) for row in rows], tally_of(rows, copies=copies)
    last = steps[-1] if steps else None
    remark = last.note if last and document.state == DocumentState.RETURNED else ""
    shown, story = steps_shown(document, steps, tally), [_said(step) for step in reversed(steps)]
    return DocumentPage(document, shown, recipients, story, remark, copies)


def steps_shown(document: Document, steps: Sequence[Step], tally: Tally) -> list[StepShown]:
    """The five steps with when each was done; a step before a return counts no more."""
    at = AT.get(DocumentState(document.state), 4)
    when: dict[str, datetime] = {step.state: step.made_at for step in steps}
    when[DocumentState.DRAFT] = document.made_at
    shown = []
    for place, (label, state) in enumerate(STEPS):
        done = place < at or (document.state in LEFT and tally.received == tally.all)
        look = "done" if done else "now" if place == at else "later"
        picture = {"done": "ok", "later": "none"}.get(look, "sent" if place == len(STEPS) - 1 else "draft")
        is_sending = place == len(STEPS) - 1 and document.state in LEFT and tally.all > 0
        note = _received_words(tally) if is_sending else ""
        moment = when.get(state) if (done or document.state in LEFT) and not note else None
        shown.append(StepShown(_(label), look, picture, moment, note))
    return shown


def _received_words(tally: Tally) -> str:
    return _("{received}/{all} đã nhận").format(received=tally.received, all=tally.all)


def recipient_row(recipient: Recipient) -> RecipientRow:
    """How far the document got with one recipient."""
    reached = Reached(recipient.reached)
    at = {
        Reached.SENT: recipient.sent_at,
        Reached.OPENED: recipient.opened_at,
        Reached.RECEIVED: recipient.received_at,
    }.get(reached)
    shown = Shown(_(REACHED_WORDS[reached]), REACHED_PICTURES[reached])
    return RecipientRow(recipient, shown, at, fault_of(recipient) or recipient.received_by)


def _said(step: Step) -> Said:
    return Said(step.made_at, step.made_by.name, _(STEP_WORDS[DocumentState(step.state)]), step.note)
