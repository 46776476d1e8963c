"""The headers of a message as values: who wrote to whom, about what, when, and what it answers."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from tongket.reading.mail.letters import header_text
from tongket.reading.mail.values import MailLimits

# By these programs recognise each other: RFC 3834, RFC 2919, RFC 2369, and what Outlook and others write instead.
MARKS = frozenset(
    [
        "auto-submitted",
        "precedence",
        "x-autoreply",
        "x-autorespond",
        "x-autoresponder",
        "x-auto-response-suppress",
        "list-id",
        "list-unsubscribe",
        "return-path",
        "x-failed-recipients",
        "x-loop",
        "feedback-id",
        "x-mailer",
        "sender",
        "delivered-to",
    ]
)
_ID = re.compile(r"<([^<>\s]{1,900})>")
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,200}@[^\s<>()\[\],;:\"@]{1,200}")
_EARLIEST, _LATEST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def values_of(message: Message, name: str, limits: MailLimits) -> list[str]:
    """Every value of a header, as the file holds it: bytes beyond ASCII are surrogates."""
    return [str(value)[: limits.value_letters] for key, value in message.raw_items() if key.lower() == name]


def first(message: Message, name: str, limits: MailLimits) -> str:
    """The first value of a header; a second one, which somebody may have slipped in, is not looked at."""
    return next(iter(values_of(message, name, limits)), "")


def ids_in(values: Iterable[str]) -> tuple[str, ...]:
    """The message ids in the values, each once, without their brackets."""
    return tuple(dict.fromkeys(found for value in values for found in _ID.findall(value)))


def message_id_of(message: Message, limits: MailLimits) -> str:
    """The message's own id without brackets; empty where it has none that could be one."""
    value = first(message, "message-id", limits)
    bare = (ids_in([value]) or (value.strip(),))[0]
    return bare if bare.isascii() and bare.isprintable() and len(bare) <= 900 and " " not in bare else ""


def references_of(message: Message, limits: MailLimits) -> tuple[str, ...]:
    """The messages that it answers, nearest last."""
    answered = ids_in(values_of(message, "references", limits))
    nearest = ids_in(values_of(message, "in-reply-to", limits))
    return tuple(each for each in answered if each not in nearest)[-limits.references :] + nearest[:5]


def mailbox_of(value: str, limits: MailLimits) -> tuple[str, str]:
    """The address, in small letters, and the name of the first mailbox in `value`; each may be empty.

    `"Xã Tam Thăng" <a@b.vn>`, `a@b.vn (Xã Tam Thăng)` and a bare address; an address in the name is no address.
    """
    shown = header_text(value, most=limits.value_letters)
    angled = re.search(r"<([^<>]{0,400})>", shown)
    found = _ADDRESS.search(angled[1] if angled else shown)
    if found is None:
        return "", shown.strip("\"' ")[:300]
    name = shown[: angled.start()] if angled else shown.replace(found[0], "").strip(" ()<>,;")
    return found[0].lower(), name.strip().strip("\"'").strip()[:300]


def addresses_of(message: Message, names: Iterable[str], limits: MailLimits) -> tuple[str, ...]:
    """Every address in these headers, in small letters, each once."""
    values = (
        header_text(value, most=limits.value_letters) for name in names for value in values_of(message, name, limits)
    )
    found = dict.fromkeys(address.lower() for value in values for address in _ADDRESS.findall(value))
    return tuple(found)[: limits.recipients]


def written_at(message: Message, limits: MailLimits) -> datetime | None:
    """When its writer says that it was written; None where that is no time at all."""
    try:
        moment = parsedate_to_datetime(first(message, "date", limits)[:100])
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC) if _EARLIEST < moment < _LATEST else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def marks_of(message: Message) -> dict[str, str]:
    """The headers by which programs recognise each other, by small name."""
    found: dict[str, Any] = {}
    for key, value in message.raw_items():
        if key.lower() in MARKS:
            found.setdefault(key.lower(), header_text(str(value), most=1000))
    return found
