"""Waits for mail beside the server: told by the mailbox at once (IDLE), or asking it each minute; faults pass."""

import logging
import os
import socket
import threading
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connections
from django.db.models import Q
from django.utils import timezone
from imap_tools import BaseMailBox

from tongket.mailbox.accounts import BadAddress, ImapAccount
from tongket.mailbox.imap import MailboxUnreachable, fetch_mail, fetch_new, opened, place_of
from tongket.mailbox.models import Place
from tongket.mailbox.settings_store import imap_account

logger = logging.getLogger(__name__)
LOOK_SECONDS = 60.0
FIRST_PAUSE_SECONDS = 5.0
LONGEST_PAUSE_SECONDS = 300.0
# Longer than one look and its messages take; a server that died is replaced after so long.
LEASE = timedelta(minutes=10)


def watch_for_ever(stop: threading.Event | None = None) -> None:
    """Takes in mail as it comes, until `stop`; without a mailbox in the settings it looks again each minute."""
    stopped = stop or threading.Event()
    try:
        _watch_until(stopped)
    finally:
        # The thread's own line to the database; nothing else would close it.
        connections.close_all()


def _watch_until(stopped: threading.Event) -> None:  # nested: a loop whose every turn may fail and ends alike
    pause = FIRST_PAUSE_SECONDS
    while not stopped.is_set():
        try:
            _watch_if_any(stopped)
            pause = FIRST_PAUSE_SECONDS
        except (MailboxUnreachable, DatabaseError, BadAddress) as fault:
            logger.warning("mail is not read: %s; trying again in %.0f s", fault, pause)
            stopped.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        finally:
            close_old_connections()


def _watch_if_any(stopped: threading.Event) -> None:
    """Watches the mailbox of the settings; waits a minute where there is none or another server has it."""
    account = imap_account()
    if account is None or not lease(account):
        stopped.wait(LOOK_SECONDS)
        return
    _watch(account, stopped)


def lease(account: ImapAccount) -> bool:
    """Whether this process reads the mailbox for the next minutes; of several servers only one does."""
    now, me = timezone.now(), f"{socket.gethostname()[:40]}-{os.getpid()}"
    place = place_of(account)
    free = Q(watch_ends_at__isnull=True) | Q(watch_ends_at__lt=now) | Q(watched_by=me)
    taken = Place.objects.filter(free, pk=place.pk).update(watched_by=me, watch_ends_at=now + LEASE)
    return taken == 1


def _watch(account: ImapAccount, stopped: threading.Event) -> None:  # nested: one line, kept open by a loop
    """Keeps one line open and takes in what comes over it, as long as the account is the one in the settings."""
    try:
        with opened(account) as box:
            _take_in(box, account, stopped)
    except MailboxUnreachable as fault:
        Place.objects.filter(account=account.name, folder=account.folder).update(fault=str(fault)[:500])
        raise


def _take_in(box: BaseMailBox, account: ImapAccount, stopped: threading.Event) -> None:
    while not stopped.is_set() and imap_account() == account and lease(account):
        _look(box, account, stopped)
        close_old_connections()
        if not stopped.is_set():
            _wait(box, stopped)


def _look(box: BaseMailBox, account: ImapAccount, stopped: threading.Event) -> None:
    """Takes in what is new, and looks again where more came meanwhile: the server announces a message once only."""
    before, now = -1, _announced(box)
    while now > before and not stopped.is_set():
        before = now
        fetch_new(box, account)
        now = _announced(box)


def _announced(box: BaseMailBox) -> int:
    """How many messages the mailbox holds by the server's last word (`* 7 EXISTS`) since this was asked; 0 without."""
    said = [int(count) for count in box.client.response("EXISTS")[1] if count]
    return max(said, default=0)


def _wait(box: BaseMailBox, stopped: threading.Event) -> None:
    """Until the server says that something came, or a minute is over."""
    if "IDLE" in box.client.capabilities:
        box.idle.wait(timeout=LOOK_SECONDS)
        return
    stopped.wait(LOOK_SECONDS)
    box.client.noop()


def fetch_now() -> None:
    """The job behind the button that asks for mail at once; nothing where no mailbox is set up."""
    account = imap_account()
    if account is not None:
        fetch_mail(account)
