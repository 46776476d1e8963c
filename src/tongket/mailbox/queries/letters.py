"""Who would get a document by mail, and where, before any message is made."""

from dataclasses import dataclass

from django.db.models import QuerySet

from tongket.conferences.models import Conference
from tongket.documents.models import Copy, Document
from tongket.documents.rules import DocumentState
from tongket.mailbox.models import Message
from tongket.mailbox.queries.words import addresses_of
from tongket.units.models import Unit

ROWS = 100


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who gets the document."""

    name: str
    addresses: tuple[str, ...]
    is_there: bool


@dataclass(frozen=True, slots=True)
class LettersPage:
    """The readers, at most the first hundred, and the numbers that the page needs."""

    document: Document
    readers: tuple[Reader, ...]
    total: int
    there: int
    is_issued: bool

    @property
    def left(self) -> int:
        """How many messages a press would make."""
        return self.total - self.there

    @property
    def silent(self) -> int:
        """How many of the shown readers have no address."""
        return sum(not reader.addresses for reader in self.readers)


def letters_page(document: Document) -> LettersPage:
    """The page of one document; a constant number of queries."""
    there = set(Message.objects.filter(document=document, once__isnull=False).values_list("once", flat=True))
    copies = document.copies.select_related("recipient").order_by("ordinal")
    total = copies.count()
    if total:
        readers = [
            Reader(
                copy.name,
                _some(copy.email or (copy.recipient.email if copy.recipient else "")),
                f"copy:{copy.pk}" in there,
            )
            for copy in copies[:ROWS]
        ]
    else:
        total, readers = document.recipients.count(), _recipients(document, there)
    return LettersPage(document, tuple(readers), total, len(there), document.state == DocumentState.ISSUED)


def _reached_at(copy: Copy) -> tuple[str, ...]:
    return _some(copy.email or (copy.recipient.email if copy.recipient else ""))


def _some(address: str) -> tuple[str, ...]:
    return (address,) if address else ()


def _recipients(document: Document, there: set[str | None]) -> list[Reader]:
    rows = list(document.recipients.select_related("unit").order_by("ordinal")[:ROWS])
    known = addresses_of([row.unit for row in rows if row.unit is not None])
    return [
        Reader(row.name, _some(row.email) or tuple(known.get(row.unit_id or 0, ())), f"letter:{row.pk}" in there)
        for row in rows
    ]


def owing_units(conference: Conference) -> QuerySet[Unit]:
    """The units that owe something, each once, to whom the office may write freely."""
    owing = Unit.objects.filter(duties__conference=conference).exclude(pk=conference.host_id)
    return owing.distinct().order_by("sort_key")
