"""Who gets a document: its recipients; where it is made in single copies, those alone who have one.

Units stand among the recipients of an invitation from its draft on, as a proposal. Once somebody is on its list of
copies, the list says who is invited: a unit without a copy gets nothing and is not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from tongket.documents.models import Copy, Document, Recipient
from tongket.documents.rules import Reached, RecipientRole


def getting(document: Document) -> QuerySet[Recipient]:
    """The recipients who get the document, not ordered."""
    listed = Copy.objects.filter(document=OuterRef("document"))
    return document.recipients.filter(Q(copy__isnull=False) | ~Exists(listed))


def fault_of(recipient: Recipient) -> str:
    """Why sending it failed, while that is how far it got."""
    return recipient.fault if recipient.reached == Reached.FAILED else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those a document is for have it: of its single copies, else of its addressees, else of all."""

    all: int
    received: int


def tally_of(recipients: Sequence[Recipient], *, copies: int = 0) -> Tally:
    """Of `recipients` who get the document, `copies` the number on its list of single copies; asks nothing."""
    asked = [row for row in recipients if row.role == RecipientRole.ADDRESSEE]
    counted = recipients if copies else asked or recipients
    return Tally(copies or len(counted), sum(row.reached == Reached.RECEIVED for row in counted))
