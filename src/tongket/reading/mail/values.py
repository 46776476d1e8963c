"""A message as values, and how much one may cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tongket.reading.limits import MEGABYTE


class Fault(StrEnum):
    """What could not be read of a message; its bytes are kept whole whatever it was."""

    BROKEN = "broken"
    CUT_OFF = "cut-off"
    TOO_DEEP = "too-deep"
    TOO_MANY_PARTS = "too-many-parts"
    TOO_LONG = "too-long"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    ENCRYPTED = "encrypted"
    OUTLOOK_ONLY = "outlook-only"


@dataclass(frozen=True, slots=True)
class MailLimits:
    """The most of a message that is looked at: sizes in bytes, texts in characters, times in seconds.

    A message of up to `here_bytes` that is not oddly built is read in this process, every other in a child.
    """

    header_bytes: int = 256_000
    value_letters: int = 20_000
    references: int = 100
    recipients: int = 200
    depth: int = 20
    parts: int = 500
    files: int = 200
    text_letters: int = 200_000
    part_text_bytes: int = 2 * MEGABYTE
    here_bytes: int = 6 * MEGABYTE
    here_boundaries: int = 400
    here_depth: int = 24
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    memory_bytes: int = 1536 * MEGABYTE
    answer_bytes: int = 256 * MEGABYTE


MAIL_LIMITS = MailLimits()


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that came with a message: its name without paths and tricks, the type its sender claims, its bytes.

    `is_inline` says that it is shown within the text (a logo, a signature's picture); `is_letter` that it is a
    message of its own, whose files follow it.
    """

    name: str
    declared: str
    data: bytes
    is_inline: bool = False
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A message: header values in one line each and NFC, the text to read, the files.

    `references` holds the messages that it answers, nearest last; `writers` who wrote the letters within it; `marks`
    the headers by which programs recognise each other, by small name; `is_report` says that a mail server wrote it
    about another message.
    """

    message_id: str = ""
    references: tuple[str, ...] = ()
    address: str = ""
    name: str = ""
    reply_to: str = ""
    to: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    subject: str = ""
    written_at: datetime | None = None
    text: str = ""
    files: tuple[MailFile, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    is_report: bool = False
    faults: tuple[Fault, ...] = ()
