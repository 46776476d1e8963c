"""Takes the letters of the benchmark in, in a process of its own with a fresh installation; needs Django ready."""

from pathlib import Path

from tests import parts
from tests.mailbox.dovecot import running_dovecot

from bench.arriving import letters, make_office
from bench.mailing import Took, measured
from tongket.core import clock
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.imap import fetch_mail
from tongket.mailbox.intake.boxes import letters_in
from tongket.mailbox.models import Incoming
from tongket.mailbox.rules import IncomingState


def has_dovecot() -> bool:
    """Whether a real server of mail can be started here."""
    return parts.find("dovecot") is not None


def by_server(count: int) -> Took:
    """Fetches so many letters over IMAP."""
    with running_dovecot() as mailbox:
        for raw in letters(make_office(), count):
            mailbox.deliver(raw)
        with measured() as took:
            fetch_mail(mailbox.account)
    return _checked(took, count)


def from_files(folder: Path, count: int) -> Took:
    """Takes so many .eml files in, as `tongket mail take` does."""
    paths = [folder / f"{number}.eml" for number in range(count)]
    for path, raw in zip(paths, letters(make_office(), count), strict=True):
        path.write_bytes(raw)
    with measured() as took:
        for path in paths:
            _take(path)
    return _checked(took, count)


def _take(path: Path) -> None:
    now = clock.now()
    for raw in letters_in(path.read_bytes()):
        take_in(raw=raw, came_at=now, by=None, now=now)


def _checked(took: list[Took], count: int) -> Took:
    """What it took, once every letter is in, and found its duty."""
    kept = Incoming.objects.exclude(duty=None).exclude(state=IncomingState.BROKEN)
    if kept.count() != count:
        raise RuntimeError(f"{kept.count()} of {count} letters found their duty")
    return took[0]
