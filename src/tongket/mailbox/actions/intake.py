"""Messages come in: each kept whole and once, guessed about, filed by itself only where the rule allows it."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from email.parser import BytesParser
from email.policy import compat32

from django.db import IntegrityError, transaction
from django.db.models import Q

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Duty
from tongket.core import audit, files
from tongket.mailbox.actions.answering import tell_that_somebody_will_look
from tongket.mailbox.actions.filing import file_beyond, file_incoming
from tongket.mailbox.actions.returned import is_stray_bounce, tie_bounces
from tongket.mailbox.beyond import Owed, find_owed
from tongket.mailbox.bounces import Bounce, bounces_of
from tongket.mailbox.intake.files import role_of
from tongket.mailbox.intake.guessing import guess
from tongket.mailbox.intake.loops import Loop, loop_of, may_be_bounce
from tongket.mailbox.intake.values import Certainty, Guess, Known
from tongket.mailbox.models import Incoming, IncomingFile
from tongket.mailbox.queries.known import beyond_of, is_our_id, known_for, office_of_mailbox, our_addresses
from tongket.mailbox.rules import IncomingState
from tongket.reading.mail.message import read_headers
from tongket.reading.mail.safely import is_plain, read_mail_safely
from tongket.reading.mail.values import Fault, Mail
from tongket.units.models import Unit

UNREAD = frozenset({Fault.BROKEN, Fault.TOO_SLOW, Fault.TOO_LARGE})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message at the door: its bytes, what was read of them, whose mailbox it came to, when, who brought it."""

    raw: bytes
    mail: Mail
    host: Unit | None
    account: str
    came_at: datetime
    by: User | None
    now: datetime

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.raw).hexdigest()


def take_in(
    *, raw: bytes, came_at: datetime, by: User | None, now: datetime, account: str = "", host: Unit | None = None
) -> Incoming:
    """Keeps a message and does with it what can be done without a person; the same message again changes nothing.

    `by` None is the mailbox itself; `host` is the office whose mail it is, found out where it is left out. The message
    is read before anything is locked, in a child process where it is large or oddly built. It is stored whole, so
    that a hostile one is not lost either. A receipt, or that somebody will look, is put in the outbox.
    """
    there = Incoming.objects.filter(sha256=hashlib.sha256(raw).hexdigest()).first()
    if there is not None and not is_stray_bounce(there):
        return there
    mail = read_mail_safely(raw)
    arrival = Arrival(raw, mail, host or office_of_mailbox(), account, min(came_at, now), by, now)
    try:
        return _keep(arrival)
    except IntegrityError:
        # Another reader of the same mailbox was faster.
        there = _same(arrival)
        if there is None:
            raise
        return there


def bring_letters(*, letters: Sequence[bytes], host: Unit, by: User, now: datetime) -> list[Incoming]:
    """Takes in what a person of the office brings as files; returns the messages that were not here before."""
    new = []
    for raw in letters:
        digest = hashlib.sha256(raw).hexdigest()
        was_there = Incoming.objects.filter(sha256=digest).exists()
        taken = take_in(raw=raw, came_at=now, by=by, now=now, host=host)
        # The same letter that came by another way is kept with the bytes of that way.
        if not was_there and taken.sha256 == digest:
            new.append(taken)
    return new


def keep_whole(
    *, raw: bytes, fault: Fault, came_at: datetime, by: User | None, now: datetime, account: str = ""
) -> Incoming:
    """Keeps a message that cannot be taken apart, with what its headers say, for a person to look at."""
    mail = read_headers(raw, fault)
    arrival = Arrival(raw, mail, office_of_mailbox(), account, min(came_at, now), by, now)
    return _same(arrival) or _write(arrival, Guess(None, None, Certainty.NONE, ()), None)


def content_sha256(mail: Mail) -> str:
    """The hash of what the sender wrote: a server on the way, or a second mailbox, adds headers but changes no word."""
    digest = hashlib.sha256()
    written = mail.written_at.isoformat() if mail.written_at else ""
    for part in (mail.message_id, mail.address, written, mail.subject, mail.text):
        digest.update(part.encode("utf-8", errors="replace") + b"\0")
    for file in mail.files:
        # Servers and programs write the ends of lines each in their own way.
        data = file.data.replace(b"\r\n", b"\n") if file.declared.startswith(("text/", "message/")) else file.data
        digest.update(file.name.encode("utf-8", errors="replace") + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _same(arrival: Arrival) -> Incoming | None:
    """The message where it is here already: its very bytes, or the same id with the same words and files."""
    same = Q(sha256=arrival.sha256)
    if arrival.mail.message_id:
        same |= Q(message_id=arrival.mail.message_id, content_sha256=content_sha256(arrival.mail))
    return Incoming.objects.filter(same).first()


@transaction.atomic
def _keep(arrival: Arrival) -> Incoming:
    there = _same(arrival)
    if there is not None:
        if is_stray_bounce(there):
            _tie(there, bounces_in(arrival), arrival)
        return there
    mail, on = arrival.mail, arrival.now.date()
    is_taken = bool(mail.message_id) and Incoming.objects.filter(message_id=mail.message_id).exists()
    # Who brings a file may have written it: it counts for the conferences of that person's office alone.
    known = known_for(mail, on=on, is_id_taken=is_taken, host=arrival.host if arrival.by else None)
    bounces = bounces_in(arrival)
    loop = _loop(arrival, known, is_bounce=bool(bounces))
    guessed = Guess(None, None, Certainty.NONE, ()) if loop else guess(mail, known)
    incoming = _write(arrival, guessed, loop, beyond_of(guessed, known))
    audit.record(
        verb="take_in",
        subject=incoming,
        scope=incoming.conference,
        by=arrival.by,
        now=arrival.now,
        changes={"state": incoming.state, "duty": guessed.duty, "unit": guessed.unit},
    )
    if bounces:
        _tie(incoming, bounces, arrival)
    if loop is None:
        _go_on(incoming, arrival, guessed, is_known=bool(known.senders))
    return incoming


def bounces_in(arrival: Arrival) -> tuple[Bounce, ...]:
    """The addresses that the message says were not reached; an oddly built one is not taken for a server's report."""
    if not may_be_bounce(arrival.mail) or not is_plain(arrival.raw):
        return ()
    return bounces_of(BytesParser(policy=compat32).parsebytes(arrival.raw))


def _tie(incoming: Incoming, bounces: Sequence[Bounce], arrival: Arrival) -> None:
    """What a person brings as a file counts for the messages of that person's office alone."""
    host = arrival.host if arrival.by else None
    tie_bounces(incoming=incoming, bounces=bounces, host=host, by=arrival.by, now=arrival.now)


def _loop(arrival: Arrival, known: Known, *, is_bounce: bool) -> Loop | None:
    return loop_of(
        arrival.mail,
        ours=our_addresses(arrival.host),
        is_our_id=is_our_id(arrival.mail.message_id),
        is_bounce=is_bounce,
        is_known=bool(known.senders),
    )


def _state(arrival: Arrival, loop: Loop | None) -> IncomingState:
    if loop is not None:
        return IncomingState.IGNORED
    return IncomingState.BROKEN if UNREAD & set(arrival.mail.faults) else IncomingState.WAITING


@transaction.atomic
def _write(arrival: Arrival, guessed: Guess, loop: Loop | None, beyond: Owed | None = None) -> Incoming:
    """The rows of a message and its files."""
    mail, now = arrival.mail, arrival.now
    known = Duty.objects.select_related("conference__host", "unit")
    duty = known.filter(pk=guessed.duty).first() if guessed.duty else None
    conference = duty.conference if duty else beyond.conference if beyond else None
    incoming = Incoming.objects.create(
        message_id=mail.message_id,
        sha256=arrival.sha256,
        content_sha256=content_sha256(mail),
        account=arrival.account,
        raw=files.store(data=arrival.raw, name=f"thu-{arrival.sha256[:12]}.eml", now=now),
        host=conference.host if conference else arrival.host,
        conference=conference,
        address=mail.address[:320],
        name=mail.name,
        subject=mail.subject,
        body=mail.text,
        written_at=mail.written_at,
        came_at=arrival.came_at,
        state=_state(arrival, loop),
        sender_unit_id=guessed.unit,
        duty=duty,
        beyond_kind=beyond.kind if beyond else "",
        beyond_key=beyond.key if beyond else "",
        certainty=guessed.certainty,
        reasons=[asdict(reason) for reason in guessed.reasons],
        loop=loop or "",
        faults=list(mail.faults),
    )
    IncomingFile.objects.bulk_create(
        IncomingFile(
            incoming=incoming,
            ordinal=ordinal,
            file=files.store(data=file.data, name=file.name, now=now),
            role=role_of(file),
        )
        for ordinal, file in enumerate(mail.files, 1)
    )
    return incoming


def _go_on(incoming: Incoming, arrival: Arrival, guessed: Guess, *, is_known: bool) -> None:
    """Files what the rule lets be filed without a person; tells a known sender that somebody will look at the rest."""
    if guessed.certainty is Certainty.SURE and incoming.state == IncomingState.WAITING:
        try:
            _file(incoming, now=arrival.now)
        except (DutyMoved, CalledOff):
            incoming.refresh_from_db()
        else:
            return
    if is_known:
        tell_that_somebody_will_look(incoming=incoming, mail=arrival.mail, now=arrival.now)


def _file(incoming: Incoming, *, now: datetime) -> None:
    """Files a message for what was guessed; raises DutyMoved where that takes nothing now."""
    owed = find_owed(incoming.beyond_kind, incoming.beyond_key) if incoming.beyond_key else None
    if incoming.duty is not None:
        file_incoming(incoming=incoming, duty=incoming.duty, files=None, by=None, now=now)
    elif owed is not None:
        file_beyond(incoming=incoming, owed=owed, files=None, by=None, now=now)
    else:
        raise DutyMoved("gone")
