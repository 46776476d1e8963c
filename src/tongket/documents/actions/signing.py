"""The signed file of a document: a scan of the paper, or a PDF signed digitally; where there is one, it is sent."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import files
from tongket.core.models import Event
from tongket.documents.actions.moving import DocumentMoved, touch
from tongket.documents.models import Document
from tongket.documents.rules import STANDING, Reached, signed_as


class NotSigned(ValueError):
    """The file is neither a PDF nor a picture, so it cannot be the signed document."""


def something_left(document: Document) -> bool:
    """Whether anybody was sent the document already; one query."""
    return document.recipients.exclude(reached=Reached.NOT_SENT).exists()


@transaction.atomic
def attach_signed(*, document: Document, data: bytes, name: str, by: User, now: datetime) -> Event:
    """Keeps the signed file; from then on it is what is sent.

    Raises NotSigned for a file of another type, DocumentMoved before the leader approved, or where another signed file
    was sent already.
    """
    kind = signed_as(data)
    if kind is None:
        raise NotSigned(name)
    if document.state not in STANDING or (document.signed_id is not None and something_left(document)):
        raise DocumentMoved(document.state)
    values = {"signed": files.store(data=data, name=name, now=now), "signed_as": kind}
    return touch(document=document, values=values, verb="attach_signed", by=by, now=now)


@transaction.atomic
def detach_signed(*, document: Document, by: User, now: datetime) -> Event:
    """Takes the signed file off again; raises DocumentMoved once anybody was sent it."""
    if document.signed_id is None or something_left(document):
        raise DocumentMoved(document.state)
    values = {"signed": None, "signed_as": ""}
    return touch(document=document, values=values, verb="detach_signed", by=by, now=now)
