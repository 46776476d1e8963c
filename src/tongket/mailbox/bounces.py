"""Recognises mail that came back: reports of RFC 3464, and the plain letters of older servers. Pure.

A bounce is read with suspicion: it only says that something did not arrive, never that it did.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from tongket.mailbox.codes import codes_in

DAEMON = re.compile(r"(?i)mailer-daemon|postmaster|mail delivery (?:sub)?system|mail delivery service")
SUBJECT = re.compile(
    r"(?i)undeliver|delivery (?:status notification|failure|has failed)|returned (?:mail|to sender)|failure notice"
    r"|mail delivery failed|could not be delivered|không gửi được|thư bị trả lại"
)
DELAYED = re.compile(
    r"(?i)delay|will (?:be )?retr(?:y|ied)|still trying|not yet been delivered|warning: could not send"
)
MESSAGE_ID = re.compile(r"(?im)^\s*message-id:\s*(<[^<>\s]{3,200}>)")
ADDRESS = re.compile(r"<([\w.+=-]{1,64}@[\w.-]{1,190}\.\w{2,})>")
SMTP_WORDS = re.compile(r"(?m)\b([45]\d\d)[ -](?:#?([45])\.\d{1,3}\.\d{1,3}\b)?[^\n]{0,300}")
MOST_TEXT = 100_000
MOST_PARTS = 100
MOST_HEAD = 2000


@dataclass(frozen=True, slots=True)
class Bounce:
    """One address that a message did not reach.

    `message_id` is that of our message, empty where the report does not repeat it; then `message_key`, from the code in
    its subject, may still name it. A bounce that is not permanent says that the server goes on trying.
    """

    message_id: str
    message_key: int | None
    address: str
    fault: str
    is_permanent: bool


def bounce_of(message: Message) -> Bounce | None:
    """The first bounce that `message` reports, None where it is none."""
    return next(iter(bounces_of(message)), None)


def bounces_of(message: Message) -> tuple[Bounce, ...]:
    """Every address that `message` reports as not reached; reads at most 100 parts and 100 kB of each."""
    parts = list(_parts(message))
    blocks = [part for part in parts if part.get("Action") and (part.get("Final-Recipient") or part.get("Status"))]
    if blocks and message.get_content_type() == "multipart/report":
        return tuple(_reported(parts, blocks))
    return tuple(_plain(message, parts))


def _parts(message: Message) -> Iterator[Message]:
    """The parts in their order, no more than 100: a hostile message may nest thousands."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting = [each for each in payload if isinstance(each, Message)] + waiting


def _reported(parts: list[Message], blocks: list[Message]) -> Iterator[Bounce]:
    """What the part `message/delivery-status` says of each address (RFC 3464, 2.3)."""
    message_id, key = _original(parts)
    for block in blocks:
        action = str(block["Action"]).strip().lower()
        status = str(block.get("Status", "")).strip()
        if action not in {"failed", "delayed"}:
            continue
        address = str(block.get("Original-Recipient") or block.get("Final-Recipient") or "").rpartition(";")[2].strip()
        fault = " ".join(str(block.get("Diagnostic-Code") or status or action).rpartition("; ")[2].split())
        is_permanent = action == "failed" and not status.startswith("4")
        yield Bounce(message_id, key, _bare(address), fault[:500], is_permanent)


def _bare(address: str) -> str:
    return address.strip("<> ").lower()


def _original(parts: list[Message]) -> tuple[str, int | None]:
    """The Message-ID of what came back, and the key in its subject: from the returned message or its head."""
    for part in parts[1:]:
        if part.get("Message-ID"):
            return str(part["Message-ID"]).strip(), _key(_head(part, "Subject"))
        if part.get_content_type() == "text/rfc822-headers":
            text = _text(part)
            found = MESSAGE_ID.search(text)
            return (found[1] if found else ""), _key(text)
    text = "\n".join(_text(part) for part in parts)
    found = MESSAGE_ID.search(text)
    return (found[1] if found else ""), _key(text)


def _key(text: str) -> int | None:
    return next(iter(codes_in(text).messages), None)


def _plain(message: Message, parts: list[Message]) -> Iterator[Bounce]:
    """A plain letter of a mail server: it comes from one, says so in its subject, and names address or message."""
    sender, subject = _head(message, "From"), _head(message, "Subject")
    listed = [_bare(each) for each in str(message.get("X-Failed-Recipients", "")).split(",") if each.strip()]
    speaks_of_it = SUBJECT.search(subject) or DELAYED.search(subject)
    if not listed and not (speaks_of_it and DAEMON.search(sender)):
        return
    text = "\n".join(_text(part) for part in parts)
    message_id, key = _original(parts)
    addresses = listed or _addresses_before_copy(text)
    fault = SMTP_WORDS.search(text)
    is_permanent = not DELAYED.search(subject) and not (fault and fault[1].startswith("4"))
    words = " ".join(fault[0].split()) if fault else " ".join(subject.split())
    for address in dict.fromkeys(addresses):
        yield Bounce(message_id, key, address, words[:500], is_permanent)


def _addresses_before_copy(text: str) -> list[str]:
    """The first address that the letter names; what follows may be a copy of our own message."""
    found = ADDRESS.search(text) or re.search(r"\b([\w.+=-]{1,64}@[\w.-]{1,190}\.\w{2,})", text)
    return [_bare(found[1])] if found else [""]


def _head(message: Message, name: str) -> str:
    """A line of the head in words; encoded words are decoded, broken ones left as they stand."""
    value = str(message.get(name, ""))[:MOST_HEAD]
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _text(part: Message) -> str:
    if part.get_content_maintype() != "text":
        return ""
    payload = part.get_payload(decode=True)
    return payload[:MOST_TEXT].decode("utf-8", "replace") if isinstance(payload, bytes) else ""
