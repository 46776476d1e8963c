"""What came to a unit: its letters in one conference, and whether they were taken note of."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from tongket.conferences.models import Conference
from tongket.documents.access import readable
from tongket.documents.models import Recipient
from tongket.documents.queries.desk import label_of, title_of
from tongket.documents.rules import LEFT, DocumentState, Reached


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter as its recipient sees it in a list."""

    recipient: Recipient
    label: str
    title: str
    is_new: bool
    is_recalled: bool


def letters_to(conference: Conference, units: Collection[int]) -> QuerySet[Recipient]:
    """The letters of the conference that left for these units, the latest first."""
    left = Recipient.objects.filter(document__conference=conference, document__state__in=LEFT, unit_id__in=units)
    found = left.filter(readable())
    return found.select_related("document__entry", "unit").order_by("-document__dated_on", "-document__pk")


def letter_rows(conference: Conference, units: Collection[int]) -> list[LetterRow]:
    """The letters as rows; one query."""
    return [letter_row(recipient) for recipient in letters_to(conference, units)]


def letter_row(recipient: Recipient) -> LetterRow:
    """One letter in words."""
    document = recipient.document
    return LetterRow(
        recipient,
        label_of(document),
        title_of(document),
        is_new=recipient.reached != Reached.RECEIVED,
        is_recalled=document.state != DocumentState.ISSUED,
    )


def unread_count(conference: Conference, units: Collection[int]) -> int:
    """How many letters nobody of these units said to have received; one query."""
    in_force = letters_to(conference, units).filter(document__state=DocumentState.ISSUED)
    return in_force.exclude(reached=Reached.RECEIVED).count()
