"""What people, or the rule, do with a message in the tray: file it, put it aside, take it up again, take it back."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.core import audit
from tongket.core.models import Event
from tongket.mailbox.actions.answering import drop_receipt, drop_receipt_beyond, put_receipt, put_receipt_beyond
from tongket.mailbox.beyond import BEYOND, FiledBeyond, FilingBeyond, Owed
from tongket.mailbox.handlers import Filing, handler_of
from tongket.mailbox.intake.files import Role, matter
from tongket.mailbox.models import Incoming, IncomingFile
from tongket.mailbox.queries.taken_back import FILE, is_taken_back
from tongket.mailbox.rules import IncomingState
from tongket.units.models import Unit

UNFILED = (IncomingState.WAITING, IncomingState.BROKEN, IncomingState.HANDLED, IncomingState.IGNORED)
_NOTE_LETTERS = 1500


class IncomingMoved(RuntimeError):
    """Somebody else did something with this message first."""


class NothingToFile(ValueError):
    """The message has no file that could be handed in."""


@transaction.atomic
def file_incoming(
    *, incoming: Incoming, duty: Duty, files: Sequence[IncomingFile] | None, by: User | None, now: datetime
) -> Evidence:
    """Hands the files of a message in for a duty, the main one first; without `files` those that are matter.

    The room that registered for the kind of duty takes them; what came by mail waits to be looked at like everything
    else. A receipt is put in the outbox. Raises NothingToFile, IncomingMoved, and DutyMoved where the duty takes
    nothing.
    """
    chosen = matter_of(incoming, duty.kind) if files is None else list(files)
    if not chosen:
        raise NothingToFile(incoming.pk)
    _move(incoming, UNFILED, IncomingState.FILED, by=by, now=now)
    filing = Filing(duty, tuple(each.file for each in chosen), note_of(incoming), incoming.came_at, by, now)
    evidence, event = handler_of(duty.kind).file(filing)
    _note(incoming, duty.conference, duty.unit, evidence=evidence, duty=duty, beyond_kind="", beyond_key="")
    changes = {"event": event.pk, "evidence": evidence.pk, "duty": duty.pk, "files": [each.pk for each in chosen]}
    audit.record(verb=FILE, subject=incoming, scope=duty.conference, by=by, now=now, changes=changes)
    put_receipt(incoming=incoming, evidence=evidence, by=by, now=now)
    return evidence


@transaction.atomic
def file_beyond(
    *, incoming: Incoming, owed: Owed, files: Sequence[IncomingFile] | None, by: User | None, now: datetime
) -> FiledBeyond:
    """As `file_incoming`, for what a unit owes without a duty of a plan."""
    chosen = matter_of(incoming, owed.kind) if files is None else list(files)
    if not chosen:
        raise NothingToFile(incoming.pk)
    _move(incoming, UNFILED, IncomingState.FILED, by=by, now=now)
    kept = tuple(each.file for each in chosen)
    filing = FilingBeyond(owed, kept, note_of(incoming), incoming.came_at, by, now)
    filed = BEYOND[owed.kind].file(filing)
    _note(incoming, owed.conference, owed.unit, evidence=None, duty=None, beyond_kind=owed.kind, beyond_key=owed.key)
    keys = [each.pk for each in chosen]
    changes = {"event": filed.event.pk, "beyond": owed.key, "files": keys, "receipt": filed.receipt}
    audit.record(verb=FILE, subject=incoming, scope=owed.conference, by=by, now=now, changes=changes)
    put_receipt_beyond(incoming=incoming, owed=owed, filed=filed, by=by, now=now)
    return filed


def _note(incoming: Incoming, conference: Conference, unit: Unit | None, **filed: object) -> None:
    """Keeps for what a message was filed, and whose it is."""
    values = {**filed, "sender_unit": unit, "conference": conference, "host": conference.host}
    for name, value in values.items():
        setattr(incoming, name, value)
    incoming.save(update_fields=[*values])


def matter_of(incoming: Incoming, kind: str) -> list[IncomingFile]:
    """The files of a message that are handed in, the main one first; one query."""
    rows = list(incoming.files.select_related("file").order_by("ordinal"))
    return [rows[place] for place in matter([(row.file.name, Role(row.role)) for row in rows], kind)]


def chosen_of(incoming: Incoming, kind: str, ordinals: Iterable[int | None]) -> list[IncomingFile]:
    """The files that a person ticked, by their ordinals, the main one first; a program is never handed in."""
    ticked = set(ordinals)
    ranked = {row.pk: place for place, row in enumerate(matter_of(incoming, kind))}
    rows = [row for row in incoming.files.all() if row.ordinal in ticked and row.role != Role.PROGRAM]
    return sorted(rows, key=lambda row: (ranked.get(row.pk, len(ranked)), row.ordinal))


def note_of(incoming: Incoming) -> str:
    """What stands beside the files at the duty: which letter they came with, and what it says."""
    sender = f"{incoming.name} <{incoming.address}>" if incoming.name else incoming.address
    with translation.override("vi"):
        told = _("Thư “%(subject)s” của %(sender)s.") % {"subject": incoming.subject, "sender": sender}
    return f"{told}\n\n{incoming.body[:_NOTE_LETTERS]}".strip()


@transaction.atomic
def put_aside(*, incoming: Incoming, by: User, now: datetime) -> Event:
    """Takes a message out of the tray without filing it: it was read, answered, or is of no concern."""
    before = incoming.state
    _move(incoming, (IncomingState.WAITING, IncomingState.BROKEN), IncomingState.HANDLED, by=by, now=now)
    return _record("put_aside_incoming", incoming, before, by=by, now=now)


@transaction.atomic
def reopen(*, incoming: Incoming, by: User, now: datetime) -> Event:
    """Puts a message back into the tray that was put aside, or was left alone as nobody's letter."""
    before = incoming.state
    _move(incoming, (IncomingState.HANDLED, IncomingState.IGNORED), IncomingState.WAITING, by=None, now=None)
    return _record("reopen_incoming", incoming, before, by=by, now=now)


@transaction.atomic
def take_back_filing(*, incoming: Incoming, by: User, now: datetime) -> Event:
    """Takes back that a message was filed: the duty is as before, the message waits, an unsent receipt is dropped.

    Raises TooLate where something else happened to the duty since, and IncomingMoved.
    """
    evidence = incoming.evidence
    before = incoming.state
    _move(incoming, (IncomingState.FILED,), IncomingState.WAITING, by=None, now=None)
    filed = Event.objects.filter(verb=FILE, subject=audit.reference(incoming)).order_by("-pk").first()
    if filed is not None and "beyond" in filed.changes:
        _undo_beyond(incoming, filed, by=by, now=now)
    elif filed is not None and evidence is not None and evidence.taken_back_at is None:
        event = Event.objects.get(pk=filed.changes["event"])
        handler_of(evidence.duty.kind).undo(event=event, by=by, now=now)
    incoming.evidence = None
    incoming.save(update_fields=["evidence"])
    drop_receipt(incoming=incoming, evidence=evidence, by=by, now=now)
    return _record("take_back_filing", incoming, before, by=by, now=now)


def _undo_beyond(incoming: Incoming, filed: Event, *, by: User, now: datetime) -> None:
    """Takes back what was filed beyond duties, unless its own room did so already; drops an unsent receipt."""
    move = Event.objects.get(pk=filed.changes["event"])
    if incoming.beyond_kind in BEYOND and not is_taken_back(move):
        BEYOND[incoming.beyond_kind].undo(event=move, by=by, now=now)
    drop_receipt_beyond(incoming=incoming, by=by, now=now)


def _move(
    incoming: Incoming, allowed: Sequence[str], to: IncomingState, *, by: User | None, now: datetime | None
) -> None:
    """Changes the state where it still stands as `incoming` says and may go there; else IncomingMoved."""
    if incoming.state not in allowed:
        raise IncomingMoved(incoming.state)
    unmoved = Incoming.objects.filter(pk=incoming.pk, state=incoming.state)
    if unmoved.update(state=to, handled_by=by, handled_at=now) != 1:
        raise IncomingMoved(incoming.state)
    incoming.state, incoming.handled_by, incoming.handled_at = to, by, now


def _record(verb: str, incoming: Incoming, before: str, *, by: User, now: datetime) -> Event:
    changes = {"before": before, "after": str(incoming.state)}
    return audit.record(verb=verb, subject=incoming, scope=incoming.conference, by=by, now=now, changes=changes)
