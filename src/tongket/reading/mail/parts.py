"""Walks through the parts of a message: which are its text, which its files; no deeper and no longer than allowed."""

import base64
import binascii
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

from tongket.reading.mail.headers import first, mailbox_of
from tongket.reading.mail.letters import decoded, header_text
from tongket.reading.mail.markup import shown_ids, text_of
from tongket.reading.mail.names import clean_name, name_given
from tongket.reading.mail.values import Fault, MailFile, MailLimits

# What the library raises on broken parts; it documents none of them.
BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_TEXTS = frozenset({"text/plain", "text/html"})
_OUTLOOK = re.compile(r"winmail\.dat$", re.IGNORECASE)


@dataclass(slots=True)
class Gathered:
    """What the walk has found so far."""

    plain: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    files: list[tuple[MailFile, str]] = field(default_factory=list)
    faults: dict[Fault, None] = field(default_factory=dict)
    writers: list[str] = field(default_factory=list)
    letters: int = 0


def gather(message: Message, limits: MailLimits) -> Gathered:
    """The texts and files of a message in their order; what exceeds `limits` is a fault and stays in its bytes."""
    found = Gathered()
    for part, depth in _walk(message, found, limits):
        try:
            _take(part, depth, found, limits)
        except BROKEN:
            found.faults[Fault.BROKEN] = None
    return found


def _walk(message: Message, found: Gathered, limits: MailLimits) -> Iterator[tuple[Message, int]]:
    """Every part with its depth in letters of letters, in order, without recursion."""
    waiting: list[tuple[Message, int, int]] = [(message, 0, 0)]
    seen = 0
    while waiting:
        part, depth, inside = waiting.pop()
        seen += 1
        if seen > limits.parts:
            found.faults[Fault.TOO_MANY_PARTS] = None
            return
        if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in part.defects):
            found.faults[Fault.CUT_OFF] = None
        yield part, inside
        below = part.get_payload()
        if not isinstance(below, list) or part.get_content_type() == "multipart/encrypted":
            continue
        if depth >= limits.depth:
            found.faults[Fault.TOO_DEEP] = None
            continue
        letter = int(part.get_content_maintype() == "message")
        waiting += [(each, depth + 1, inside + letter) for each in reversed(below) if isinstance(each, Message)]


def _take(part: Message, inside: int, found: Gathered, limits: MailLimits) -> None:
    kind = part.get_content_type()
    if kind == "multipart/encrypted":
        found.faults[Fault.ENCRYPTED] = None
    if isinstance(part.get_payload(), list):
        if kind == "message/rfc822":
            _add(found, part, _bytes_of_letter(part), limits)
            _note_writer(part, found, limits)
        return
    given = name_given(part, most=limits.value_letters)
    is_attached = str(part.get("content-disposition", "")).strip().lower().startswith("attachment")
    if kind in _TEXTS and not given and not is_attached:
        _take_text(part, kind, inside, found, limits)
        return
    _add(found, part, payload_of(part), limits, given=given)


def _take_text(part: Message, kind: str, inside: int, found: Gathered, limits: MailLimits) -> None:
    """The words of a letter within this letter are that file's own, except where this one says nothing itself."""
    data = payload_of(part)[: limits.part_text_bytes]
    text = decoded(data, str(part.get_param("charset", "") or ""))[: limits.text_letters]
    if inside and (found.plain or found.markup):
        return
    if found.letters + len(text) > 2 * limits.text_letters:
        found.faults[Fault.TOO_LONG] = None
        return
    found.letters += len(text)
    (found.plain if kind == "text/plain" else found.markup).append(text)


def _add(found: Gathered, part: Message, data: bytes, limits: MailLimits, *, given: str = "") -> None:
    """Keeps a file with its content id, by which a text may show it."""
    if len(found.files) >= limits.files:
        found.faults[Fault.TOO_MANY_PARTS] = None
        return
    if not data:
        return
    kind, is_letter = part.get_content_type(), part.get_content_maintype() == "message"
    if is_letter and not given:
        inner = part.get_payload(0) if isinstance(part.get_payload(), list) else part
        subject = header_text(first(inner, "subject", limits), most=300) if isinstance(inner, Message) else ""
        given = f"{subject.replace('/', '-')}.eml" if subject else ""
    name = clean_name(given, content_type=kind, ordinal=len(found.files) + 1)
    if _OUTLOOK.search(name):
        found.faults[Fault.OUTLOOK_ONLY] = None
    inline = str(part.get("content-disposition", "")).strip().lower().startswith("inline")
    content_id = str(part.get("content-id", "")).strip().strip("<>").lower()
    shown = inline and kind.startswith("image/")
    found.files.append((MailFile(name, kind[:100], data, is_inline=shown, is_letter=is_letter), content_id))


def payload_of(part: Message) -> bytes:
    """The bytes of a part as its writer had them; where its encoding is spoiled, as much of them as can be had."""
    named = str(part.get("content-transfer-encoding", ""))
    encoding = named.split(";")[0].split("(")[0].strip().lower()
    if encoding != named.lower() or encoding == "base64":
        part.replace_header("content-transfer-encoding", "8bit" if encoding == "base64" else encoding)
    read = part.get_payload(decode=True)
    raw = read if isinstance(read, bytes) else b""
    return _from_base64(raw) if encoding == "base64" else raw


def _from_base64(raw: bytes) -> bytes:
    """What `raw` holds; of spoiled or cut off text as much as its letters give (the library gives the text itself)."""
    with suppress(binascii.Error):
        return base64.b64decode(raw)
    bare = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    return base64.b64decode(bare[: len(bare) // 4 * 4])


def _note_writer(part: Message, found: Gathered, limits: MailLimits) -> None:
    """Remembers who wrote a letter that came within this one."""
    inner = part.get_payload(0)
    if isinstance(inner, Message):
        found.writers.append(mailbox_of(first(inner, "from", limits), limits)[0])


def _bytes_of_letter(part: Message) -> bytes:
    inner = part.get_payload(0)
    return inner.as_bytes() if isinstance(inner, Message) else b""


def words_of(found: Gathered, limits: MailLimits) -> str:
    """The text to read: as plain text where the message has one, else out of its HTML."""
    plain = "\n\n".join(text.strip("\n") for text in found.plain if text.strip())
    text = plain or "\n\n".join(filter(None, map(text_of, found.markup)))
    if len(text) > limits.text_letters:
        found.faults[Fault.TOO_LONG] = None
    return text[: limits.text_letters]


def files_of(found: Gathered) -> tuple[MailFile, ...]:
    """The files, those marked that the text shows within itself."""
    shown = frozenset().union(*(shown_ids(text) for text in found.markup)) if found.markup else frozenset()
    return tuple(
        MailFile(
            file.name,
            file.declared,
            file.data,
            is_inline=file.is_inline or bool(key and key in shown),
            is_letter=file.is_letter,
        )
        for file, key in found.files
    )
