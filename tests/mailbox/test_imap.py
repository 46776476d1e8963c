import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from django.db import OperationalError
from imap_tools import BaseMailBox
from pytest_django import Settings

from tests.mailbox.arriving import DOCX, Arena, letter, make_arena
from tests.mailbox.dovecot import Mailbox
from tongket.conferences.models import Evidence
from tongket.core import files
from tongket.mailbox import imap, watching
from tongket.mailbox.accounts import ImapAccount, Security
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.imap import Fetched, MailboxUnreachable, fetch_mail, opened
from tongket.mailbox.models import Incoming, Place
from tongket.mailbox.watching import fetch_now, lease, watch_for_ever

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def test_answer_that_arrives_appears_at_its_duty(arena: Arena, mailbox: Mailbox) -> None:
    mailbox.deliver(letter())

    fetched = fetch_mail(mailbox.account)

    evidence = Evidence.objects.get(duty=arena.duty_a)
    assert fetched == Fetched(1, 0)
    assert evidence.file is not None
    assert (evidence.channel, files.read(evidence.file)) == ("email", DOCX)
    assert Incoming.objects.get().account == mailbox.account.name


def test_nothing_is_deleted_moved_or_marked_in_the_mailbox(arena: Arena, mailbox: Mailbox) -> None:
    mailbox.deliver(letter())
    before = mailbox.messages()

    fetch_mail(mailbox.account)

    assert (mailbox.messages(), [path.parent.name for path in before]) == (before, ["new"])


def test_each_message_is_fetched_once_and_delivered_twice_is_one(arena: Arena, mailbox: Mailbox) -> None:
    raw = letter()
    mailbox.deliver(raw)
    first = fetch_mail(mailbox.account)
    mailbox.deliver(raw)
    mailbox.deliver(letter(subject="Thư khác", files=()))

    second, third = fetch_mail(mailbox.account), fetch_mail(mailbox.account)

    assert [fetched.messages for fetched in (first, second, third)] == [1, 2, 0]
    assert (Incoming.objects.count(), Evidence.objects.count()) == (2, 1)


def test_message_deleted_by_a_person_stays_here(arena: Arena, mailbox: Mailbox) -> None:
    mailbox.deliver(letter()).unlink()
    path = mailbox.deliver(letter(subject="Còn lại"))
    fetch_mail(mailbox.account)
    path.unlink()
    mailbox.deliver(letter(subject="Sau", files=()))

    assert fetch_mail(mailbox.account).messages == 1
    assert Incoming.objects.count() == 2


def test_mailbox_numbered_anew_is_read_again_and_nothing_comes_twice(arena: Arena, mailbox: Mailbox) -> None:
    for number in range(3):
        mailbox.deliver(letter(subject=f"Thư {number}", files=()))
    fetch_mail(mailbox.account)
    validity = Place.objects.get().validity

    mailbox.renumber()
    again = fetch_mail(mailbox.account)

    assert (again.messages, Incoming.objects.count()) == (3, 3)
    assert Place.objects.get().validity != validity


def test_one_bad_message_stops_none_of_the_rest(
    arena: Arena, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = take_in

    def sometimes(**values: object) -> Incoming:
        if b"Subject: hong" in values["raw"]:  # type: ignore[operator]
            raise RecursionError("quá sâu")
        return real(**values)  # type: ignore[arg-type]

    monkeypatch.setattr(imap, "take_in", sometimes)
    for subject in ("mot", "hong", "ba"):
        mailbox.deliver(letter(subject=subject, files=()))

    assert fetch_mail(mailbox.account) == Fetched(3, 1)
    assert list(Incoming.objects.order_by("subject").values_list("subject", "state")) == [
        ("ba", "waiting"),
        ("hong", "broken"),
        ("mot", "waiting"),
    ]
    assert Place.objects.get().last_uid == 3


def test_message_that_is_too_large_is_known_by_its_headers(
    arena: Arena, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "MOST_BYTES", 1000)
    mailbox.deliver(letter(subject="Rat lon", files=[("a.pdf", b"%PDF" * 1000)]))

    assert fetch_mail(mailbox.account) == Fetched(1, 1)
    incoming = Incoming.objects.get()
    assert (incoming.subject, incoming.state, incoming.faults) == ("Rat lon", "broken", ["too-large"])


def test_reading_stops_and_goes_on_where_it_was(
    arena: Arena, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        mailbox.deliver(letter(subject=f"Thư {number}", files=()))
    real, calls = imap._body, []

    def breaks(*values: object) -> bytes:
        calls.append(values)
        if len(calls) == 3:
            raise ConnectionResetError("đứt")
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(imap, "_body", breaks)
    with pytest.raises(MailboxUnreachable):
        fetch_mail(mailbox.account)
    assert (Place.objects.get().last_uid, Incoming.objects.count(), Place.objects.get().fault) == (2, 2, "đứt")

    assert fetch_mail(mailbox.account).messages == 2
    assert (Incoming.objects.count(), Place.objects.get().fault) == (4, "")


def test_wrong_password_and_no_server_are_told_without_the_password(mailbox: Mailbox) -> None:
    wrong = ImapAccount("127.0.0.1", mailbox.account.port, Security.NONE, "ai-do", "mat-khau-sai-ở")
    nobody = ImapAccount("127.0.0.1", 1, Security.NONE, "ai-do", "mat-khau-sai")

    faults = []
    for account in (wrong, nobody):
        with pytest.raises(MailboxUnreachable) as unreachable:
            fetch_mail(account)
        faults.append(str(unreachable.value))

    assert ["mat-khau" in fault for fault in faults] == [False, False]


def test_line_that_broke_is_closed(mailbox: Mailbox) -> None:
    lines: list[socket.socket] = []

    def break_within() -> None:
        with opened(mailbox.account) as box:
            lines.append(box.client.socket())
            lines[0].shutdown(socket.SHUT_RDWR)
            box.client.noop()

    with pytest.raises(MailboxUnreachable):
        break_within()
    assert lines[0].fileno() == -1


def test_only_one_server_reads_a_mailbox(monkeypatch: pytest.MonkeyPatch) -> None:
    account = ImapAccount("127.0.0.1", 1, Security.NONE, "ai-do")

    mine = lease(account)
    monkeypatch.setattr("os.getpid", lambda: -1)

    assert (mine, lease(account)) == (True, False)


def test_job_without_a_mailbox_does_nothing() -> None:
    fetch_now()

    assert Place.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_watcher_hears_of_new_mail_at_once(mailbox: Mailbox, settings: Settings) -> None:
    make_arena()

    with watched(mailbox, settings):
        _until(lambda: Place.objects.filter(read_at__isnull=False).exists())
        mailbox.deliver(letter())
        _until(Evidence.objects.exists)


@pytest.mark.django_db(transaction=True)
def test_watcher_looks_again_at_once_for_mail_that_came_while_it_looked(
    mailbox: Mailbox, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, later = (
        imap.fetch_new,
        [letter(subject="Đến sau cùng", files=()), letter(subject="Đến trong lúc lấy", files=())],
    )

    def look_while_more_comes(box: BaseMailBox, account: ImapAccount) -> Fetched:
        fetched = look(box, account)
        if later:
            mailbox.deliver(later.pop())
            # The server announces it with the answer to some command; it says so once, and not to one who waits later.
            box.client.noop()
        return fetched

    monkeypatch.setattr(watching, "fetch_new", look_while_more_comes)

    with watched(mailbox, settings):
        _until(lambda: Incoming.objects.count() == 2)


@contextmanager
def watched(mailbox: Mailbox, settings: Settings) -> Iterator[None]:
    """A watcher at the mailbox while the block runs, woken by one more message to end."""
    account, stop = mailbox.account, threading.Event()
    settings.IMAP_URL = f"imap://{account.user.replace('@', '%40')}:{account.password}@127.0.0.1:{account.port}/INBOX"
    thread = threading.Thread(target=watch_for_ever, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        mailbox.deliver(letter(subject="Đánh thức", files=()))
        thread.join(20)
    assert not thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_watcher_comes_back_after_the_server_was_away(
    mailbox: Mailbox, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "FIRST_PAUSE_SECONDS", 0.1)
    account = mailbox.account
    settings.IMAP_URL = f"imap://{account.user.replace('@', '%40')}:sai@127.0.0.1:{account.port}/INBOX"
    stop = threading.Event()
    thread = threading.Thread(target=watch_for_ever, args=(stop,))
    thread.start()
    try:
        _until(lambda: Place.objects.exclude(fault="").exists())
        settings.IMAP_URL = settings.IMAP_URL.replace(":sai@", f":{account.password}@")
        _until(lambda: Place.objects.filter(fault="", read_at__isnull=False).exists())
    finally:
        stop.set()
        mailbox.deliver(letter(subject="Đánh thức", files=()))
        thread.join(20)

    assert not thread.is_alive()


def _until(true: Callable[[], bool]) -> None:
    """Waits until something holds, twenty seconds at most; a table that the other thread just writes is asked again."""
    end = time.monotonic() + 20
    while True:
        with suppress(OperationalError):
            if true():
                return
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)
