"""Reads the office's real mailbox by numbers, from where it stopped: marks nothing as read, deletes nothing."""

import imaplib
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import OperationalError
from django.utils import timezone
from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from tongket.core import clock
from tongket.mailbox.accounts import ImapAccount, Security
from tongket.mailbox.actions.intake import keep_whole, take_in
from tongket.mailbox.models import Place
from tongket.mailbox.transport import mended_by
from tongket.reading.limits import MEGABYTE
from tongket.reading.mail.values import Fault

logger = logging.getLogger(__name__)
TIMEOUT_SECONDS = 60.0
# So long a person waits before the page.
TRIAL_SECONDS = 15.0
# No server of an office takes a larger one; of what is larger only the headers are fetched.
MOST_BYTES = 100 * MEGABYTE
CHUNK = 200
BOXES = {Security.TLS: MailBox, Security.STARTTLS: MailBoxStartTls, Security.NONE: MailBoxUnencrypted}
# What a line that breaks, and a server that says no, look like.
BROKEN = (OSError, imaplib.IMAP4.error, ImapToolsError, EOFError)
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_UID = re.compile(rb"UID (\d+)")
_CAME = re.compile(rb'INTERNALDATE "([^"]{20,40})"')


class MailboxUnreachable(RuntimeError):
    """The mailbox could not be opened, or the line broke: what mends it (a message id), else the server's words."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one reading of a mailbox brought: messages looked at, and those of them that could not be taken apart."""

    messages: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in the mailbox before it is fetched."""

    uid: int
    size: int
    came_at: datetime | None


@contextmanager
def opened(account: ImapAccount, *, timeout: float = TIMEOUT_SECONDS) -> Iterator[BaseMailBox]:
    """The mailbox's folder opened for reading only; raises MailboxUnreachable, also for what breaks within."""
    box: BaseMailBox | None = None
    try:
        box = BOXES[account.security](account.host, account.port, timeout=timeout)
        sign_in = box.login if f"{account.user}{account.password}".isascii() else box.login_utf8
        sign_in(account.user, account.password, initial_folder=None)
        box.folder.set(account.folder, readonly=True)
        yield box
    except BROKEN as fault:
        raise MailboxUnreachable(_said(fault)) from fault
    finally:
        _leave(box)


def _leave(box: BaseMailBox | None) -> None:
    """Says goodbye; a server that does not answer is left all the same, and the line to it is closed."""
    if box is None:
        return
    try:
        box.logout()
    except BROKEN:
        # Without an answer the library leaves its socket open, and a watcher comes back for months.
        with suppress(*BROKEN):
            box.client.shutdown()


def _said(fault: BaseException) -> str:
    """What mends it, else what the server said, in one line that fits."""
    return mended_by(fault) or " ".join(str(fault).split())[:400] or type(fault).__name__


def forget_fault(account: ImapAccount) -> None:
    """Says no longer what kept this mailbox from being read: it opened, or is set up anew."""
    Place.objects.filter(account=account.name, folder=account.folder).update(fault="")


def why_closed(account: ImapAccount) -> str:
    """Why the mailbox cannot be read, as a message id or the server's words; empty where it opens. Takes nothing in."""
    try:
        with opened(account, timeout=TRIAL_SECONDS):
            return ""
    except MailboxUnreachable as fault:
        return str(fault)


def fetch_mail(account: ImapAccount) -> Fetched:
    """Takes in everything that came since the last time; raises MailboxUnreachable, with all before it kept."""
    try:
        with opened(account) as box:
            return fetch_new(box, account)
    except MailboxUnreachable as fault:
        Place.objects.filter(account=account.name, folder=account.folder).update(fault=str(fault)[:500])
        raise


def place_of(account: ImapAccount) -> Place:
    """How far this mailbox was read."""
    return Place.objects.get_or_create(account=account.name, folder=account.folder)[0]


def fetch_new(box: BaseMailBox, account: ImapAccount) -> Fetched:
    """Takes in the messages above the last number, oldest first; each is done once and for all before the next.

    Where the server has numbered the mailbox anew, it is read from its beginning: what is here already is recognised.
    """
    place = place_of(account)
    validity = box.folder.status(account.folder, ["UIDVALIDITY"]).get("UIDVALIDITY", 0)
    if validity != place.validity:
        place.validity, place.last_uid = validity, 0
        place.save(update_fields=["validity", "last_uid"])
    found = sorted(uid for uid in map(int, box.uids(f"UID {place.last_uid + 1}:*")) if uid > place.last_uid)
    unread = 0
    for start in range(0, len(found), CHUNK):
        for letter in _letters(box, found[start : start + CHUNK]):
            unread += not _take(box, letter, account)
            Place.objects.filter(pk=place.pk, last_uid__lt=letter.uid).update(last_uid=letter.uid)
    Place.objects.filter(pk=place.pk).update(read_at=timezone.now(), fault="")
    return Fetched(len(found), unread)


def _letters(box: BaseMailBox, uids: Sequence[int]) -> list[Letter]:
    """Number, size and day of these messages; one command."""
    rows = _fetch(box, ",".join(map(str, uids)), "(UID RFC822.SIZE INTERNALDATE)")
    letters = (_letter(row if isinstance(row, bytes) else row[0]) for row in rows if row)
    return sorted((letter for letter in letters if letter is not None), key=lambda letter: letter.uid)


def _letter(row: bytes) -> Letter | None:
    uid, size, came = _UID.search(row), _SIZE.search(row), _CAME.search(row)
    return Letter(int(uid[1]), int(size[1]) if size else 0, _moment(came[1]) if came else None) if uid else None


def _moment(text: bytes) -> datetime | None:
    """A server's day and time: ` 1-Oct-2024 08:15:00 +0700`."""
    try:
        return datetime.strptime(text.decode("ascii").strip(), "%d-%b-%Y %H:%M:%S %z")
    except ValueError:
        return None


def _take(box: BaseMailBox, letter: Letter, account: ImapAccount) -> bool:
    """Fetches one message and takes it in; False where it could only be kept whole."""
    is_huge = letter.size > MOST_BYTES
    raw = _body(box, letter.uid, "BODY.PEEK[HEADER]" if is_huge else "BODY.PEEK[]")
    if not raw:
        # Somebody moved it away between two commands.
        return True
    now = clock.now()
    came_at = letter.came_at or now
    if is_huge:
        keep_whole(raw=raw, fault=Fault.TOO_LARGE, came_at=came_at, by=None, now=now, account=account.name)
        return False
    try:
        take_in(raw=raw, came_at=came_at, by=None, now=now, account=account.name)
    except OperationalError:
        raise
    except Exception as fault:  # noqa: BLE001 -- one message that no one foresaw must not keep all others out
        _note(letter, account, fault)
        keep_whole(raw=raw, fault=Fault.BROKEN, came_at=came_at, by=None, now=now, account=account.name)
        return False
    return True


def _note(letter: Letter, account: ImapAccount, fault: Exception) -> None:
    logger.error("message %s of %s could not be taken apart", letter.uid, account.folder, exc_info=fault)


def _body(box: BaseMailBox, uid: int, part: str) -> bytes:
    rows = _fetch(box, str(uid), f"(UID {part})")
    return next((bytes(row[1]) for row in rows if isinstance(row, tuple) and len(row) > 1), b"")


def _fetch(box: BaseMailBox, uids: str, parts: str) -> list[bytes | tuple[bytes, bytes]]:
    status, rows = box.client.uid("FETCH", uids, parts)
    if status != "OK":
        raise imaplib.IMAP4.error(f"FETCH: {status}")
    return list(rows)
