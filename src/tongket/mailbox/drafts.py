"""A message before it is in the outbox, and what is left of typed addresses once they are clean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tongket.conferences.models import Duty
from tongket.core.models import StoredFile
from tongket.documents.models import Copy, Document, Recipient
from tongket.mailbox.rules import MessageKind
from tongket.units.models import Unit

SPLIT = re.compile(r"[;,\s]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """One message to be looked at: who gets it, what it says, what goes with it.

    With a `document` its files, or those of the `copy`, go along as they are when it leaves. `once` names what the
    message is for: a second one of the same name is never made. `recipient` is told how far the message got.
    """

    kind: MessageKind
    unit: Unit | None
    name: str
    addresses: Sequence[str]
    subject: str
    body: str
    document: Document | None = None
    copy: Copy | None = None
    recipient: Recipient | None = None
    duties: Sequence[Duty] = ()
    once: str | None = None
    in_reply_to: str = ""
    attachments: Sequence[StoredFile] = field(default=())
    send_at: datetime | None = None


def addresses_in(typed: Iterable[str]) -> list[str]:
    """The mail addresses in `typed`, each once in its first spelling; what is none is left out."""
    found: dict[str, str] = {}
    for address in (part for text in typed for part in SPLIT.split(text) if part):
        if is_address(address):
            found.setdefault(address.lower(), address)
    return list(found.values())


def is_address(text: str) -> bool:
    """Whether a server would take `text` as an address: plain letters only, nothing that could begin a header."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return text.isascii()
