"""Reads one message in this process: for trusted callers, tests and the child; others go through `safely`."""

from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from tongket.reading.legacy import Legacy, guess_legacy, is_coded, to_unicode
from tongket.reading.mail import headers
from tongket.reading.mail.letters import header_text, seen
from tongket.reading.mail.parts import BROKEN, Gathered, files_of, gather, words_of
from tongket.reading.mail.values import MAIL_LIMITS, Fault, Mail, MailFile, MailLimits

_LEGACY_SAMPLE = 4000


def read_mail(data: bytes, limits: MailLimits = MAIL_LIMITS) -> Mail:
    """The message in `data`, whatever it is: broken ones have faults, and bytes that are none have no sender."""
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
    except BROKEN:
        return read_headers(data, Fault.BROKEN, limits)
    found = gather(message, limits)
    return _mail(message, found, limits)


def read_headers(data: bytes, fault: Fault, limits: MailLimits = MAIL_LIMITS) -> Mail:
    """Only what stands above the text of a message that cannot be read further, with the reason."""
    message = BytesParser(policy=compat32).parsebytes(head_of(data, limits), headersonly=True)
    return _mail(message, Gathered(faults={fault: None}), limits)


def head_of(data: bytes, limits: MailLimits = MAIL_LIMITS) -> bytes:
    """The headers of a message, at most so many bytes of them."""
    head = data[: limits.header_bytes]
    ends = [place for mark in (b"\n\n", b"\r\n\r\n") if (place := head.find(mark)) >= 0]
    return head[: min(ends)] + b"\n\n" if ends else head + b"\n\n"


def _mail(message: Message, found: Gathered, limits: MailLimits) -> Mail:
    address, name = headers.mailbox_of(headers.first(message, "from", limits), limits)
    subject = header_text(headers.first(message, "subject", limits), most=limits.value_letters)
    text = words_of(found, limits)
    legacy = _legacy_of(subject, text)
    return Mail(
        message_id=headers.message_id_of(message, limits),
        references=headers.references_of(message, limits),
        address=address,
        name=_mended(name, legacy),
        reply_to=headers.mailbox_of(headers.first(message, "reply-to", limits), limits)[0],
        to=headers.addresses_of(message, ("to", "cc"), limits),
        writers=tuple(dict.fromkeys(filter(None, found.writers))),
        subject=_mended(subject, legacy)[:998],
        written_at=headers.written_at(message, limits),
        text=_mended(text, legacy),
        files=tuple(_renamed(file, legacy) for file in files_of(found)),
        marks=headers.marks_of(message),
        is_report=message.get_content_type() == "multipart/report",
        faults=tuple(found.faults),
    )


def _legacy_of(subject: str, text: str) -> Legacy | None:
    """How letters from before Unicode are coded, by subject and text together: a subject alone is too short."""
    return guess_legacy(text[:_LEGACY_SAMPLE]) or guess_legacy(f"{subject}\n{text[:_LEGACY_SAMPLE]}")


def _mended(text: str, legacy: Legacy | None) -> str:
    return seen(to_unicode(text, legacy)) if legacy and is_coded(text) else text


def _renamed(file: MailFile, legacy: Legacy | None) -> MailFile:
    name = _mended(file.name, legacy)
    return file if name == file.name else MailFile(name, file.declared, file.data, file.is_inline, file.is_letter)
