"""Remarks: what a unit was asked to say or asks to say, kept, taken or declined."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved, accept, excuse, hand_in
from tongket.conferences.actions.taking_back import TooLate, take_back
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel
from tongket.core import audit
from tongket.core.models import Event, StoredFile
from tongket.core.text import clean, nfc
from tongket.papers.models import Remark
from tongket.papers.rules import RemarkState
from tongket.units.models import Unit


class RemarkMoved(RuntimeError):
    """Somebody else saved, answered or withdrew this remark first."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be said, by whom, how long; the text and the file are as the unit likes."""

    speaker_name: str
    subject: str
    speaker_post: str = ""
    minutes: Decimal | None = None
    text: str = ""
    file: StoredFile | None = None
    others: tuple[StoredFile, ...] = ()

    def values(self) -> dict[str, Any]:
        """As the row keeps them."""
        return {
            "speaker_name": clean(self.speaker_name)[:120],
            "speaker_post": clean(self.speaker_post)[:200],
            "subject": clean(self.subject)[:500],
            "minutes": self.minutes,
            "text": nfc(self.text).strip(),
        }


@transaction.atomic
def prepare_remark(
    *,
    duty: Duty,
    words: Words,
    revision: int,
    channel: Channel = Channel.WEB,
    received_at: datetime | None = None,
    by: User | None,
    now: datetime,
) -> tuple[Remark, Event]:
    """Keeps what an asked unit will say and hands its duty in, again each time it is saved.

    `revision` is that of the remark as it was read, 0 for the first. Raises RemarkMoved, DutyMoved.
    """
    remark = _saved(duty.conference, duty.unit, duty, words, revision, channel, by=by, now=now)
    evidence, event = hand_in(
        duty=duty,
        note=note_of(remark),
        kept=(*([remark.file] if remark.file else []), *words.others),
        channel=channel,
        received_at=received_at,
        by=by,
        now=now,
    )
    _record("save_remark", remark, {"event": event.pk, "evidence": evidence.pk}, by=by, now=now)
    return remark, event


@transaction.atomic
def ask_to_speak(
    *,
    conference: Conference,
    unit: Unit,
    words: Words,
    remark: Remark | None = None,
    channel: Channel = Channel.WEB,
    by: User,
    now: datetime,
) -> Remark:
    """Keeps the wish of a unit that nobody asked; `remark` is the wish as it was read, where it is changed.

    The same subject asked twice is one wish. Raises RemarkMoved where it was answered or changed since, and CalledOff.
    """
    must_take_in(conference)
    found = (
        remark
        or Remark.objects.filter(
            conference=conference, unit=unit, duty=None, state=RemarkState.ASKED, subject=words.values()["subject"]
        ).first()
    )
    if found is None:
        found = Remark.objects.create(
            conference=conference,
            unit=unit,
            **words.values(),
            file=words.file,
            channel=channel,
            made_by=by,
            made_at=now,
        )
    else:
        found = _changed(found, words, found.revision)
    _record("ask_to_speak", found, {}, by=by, now=now)
    return found


def note_of(remark: Remark) -> str:
    """What stands at the duty beside the file: the subject, and the text."""
    return "\n\n".join(part for part in (remark.subject, remark.text) if part)


def _saved(
    conference: Conference,
    unit: Unit | None,
    duty: Duty,
    words: Words,
    revision: int,
    channel: Channel,
    *,
    by: User | None,
    now: datetime,
) -> Remark:
    """The remark of a duty with these words; a unit that nobody settled yet prepares nothing (DutyMoved)."""
    if unit is None:
        raise DutyMoved("no unit")
    remark = Remark.objects.filter(duty=duty).first()
    if remark is not None:
        remark.duty = duty
        return _changed(remark, words, revision)
    values = words.values() | {"file": words.file, "channel": channel, "made_by": by, "made_at": now}
    return Remark.objects.create(conference=conference, unit=unit, duty=duty, **values)


def _changed(remark: Remark, words: Words, revision: int) -> Remark:
    """Writes new words over a remark that still is as it was read; a file stays until another takes its place."""
    values = words.values() | {"revision": revision + 1, "state": RemarkState.ASKED, "answer": ""}
    if words.file is not None:
        values["file"] = words.file
    unmoved = Remark.objects.filter(pk=remark.pk, revision=revision, state=remark.state)
    if unmoved.update(**values) != 1:
        raise RemarkMoved(remark.pk)
    for name, value in values.items():
        setattr(remark, name, value)
    return remark


@transaction.atomic
def take_remark(*, remark: Remark, answer: str = "", by: User, now: datetime) -> Event:
    """Lets the unit speak: its duty is fulfilled, or its wish granted. Raises RemarkMoved, DutyMoved."""
    _answer(remark, RemarkState.TAKEN, answer)
    event = accept(duty=remark.duty, by=by, now=now) if remark.duty else None
    return _record("take_remark", remark, {"event": event.pk if event else None}, by=by, now=now)


@transaction.atomic
def decline_remark(*, remark: Remark, answer: str, by: User, now: datetime) -> Event:
    """Says that there is no time for it: the unit is freed of its duty, or its wish refused, with the reason."""
    _answer(remark, RemarkState.DECLINED, answer)
    event = excuse(duty=remark.duty, reason=nfc(answer).strip(), by=by, now=now) if remark.duty else None
    return _record("decline_remark", remark, {"event": event.pk if event else None}, by=by, now=now)


def _answer(remark: Remark, state: RemarkState, answer: str) -> None:
    """Answers a remark that waits; that of a duty keeps no state of its own. Raises CalledOff."""
    must_take_in(remark.conference)
    said = {"answer": nfc(answer).strip()} | ({} if remark.duty else {"state": state})
    unmoved = Remark.objects.filter(pk=remark.pk, revision=remark.revision, state=remark.state)
    if remark.stands is not RemarkState.ASKED or unmoved.update(**said) != 1:
        raise RemarkMoved(remark.pk)
    for name, value in said.items():
        setattr(remark, name, value)


@transaction.atomic
def withdraw_remark(*, remark: Remark, by: User, now: datetime) -> Event:
    """Takes back what a unit wanted to say and the office has not answered; its duty is open again.

    Raises RemarkMoved, CalledOff.
    """
    must_take_in(remark.conference)
    if remark.stands is not RemarkState.ASKED:
        raise RemarkMoved(remark.pk)
    if remark.duty is not None:
        _take_back_duty(remark.duty, by=by, now=now)
    elif Remark.objects.filter(pk=remark.pk, state=RemarkState.ASKED).update(state=RemarkState.WITHDRAWN) != 1:
        raise RemarkMoved(remark.pk)
    remark.state = remark.state if remark.duty else RemarkState.WITHDRAWN
    return _record("withdraw_remark", remark, {}, by=by, now=now)


def _take_back_duty(duty: Duty, *, by: User, now: datetime) -> None:
    """Takes back every time the duty was handed in, the last first; RemarkMoved where something else was done since."""
    events = Event.objects.filter(subject=audit.reference(duty), verb="hand_in").order_by("-pk")
    gone = set(
        Event.objects.filter(subject=audit.reference(duty), verb="take_back").values_list("changes__event", flat=True)
    )
    try:
        for event in (event for event in events if event.pk not in gone):
            take_back(event=event, by=by, now=now)
    except TooLate:
        raise RemarkMoved(duty.pk) from None
    duty.refresh_from_db()


def _record(verb: str, remark: Remark, changes: dict[str, Any], *, by: User | None, now: datetime) -> Event:
    scope = remark.conference
    return audit.record(verb=verb, subject=remark, scope=scope, by=by, now=now, changes=changes)
