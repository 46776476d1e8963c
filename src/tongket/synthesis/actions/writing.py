"""A person writes in the report: a sentence changed, added, left out, moved; the program's own taken or given back."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.synthesis.actions.reports import ReportMoved
from tongket.synthesis.actions.sourcing import turn_passage
from tongket.synthesis.models import Passage, PassageChange, Section
from tongket.synthesis.rules import Origin

__all__ = ["ReportMoved", "add_passage", "edit_passage", "leave_out", "move_passage", "take_composed", "take_proposal"]
STEPS = {"up": -1, "down": 1}


@transaction.atomic
def edit_passage(*, passage: Passage, text: str, revision: int, by: User, now: datetime) -> Event:
    """Keeps what a person wrote; from then on no run touches it. Vouching for other words ends. Raises ReportMoved.

    Text that is the program's own again gives the sentence back to the program.
    """
    said = clean(text)
    origin = _origin(passage, said)
    values: dict[str, object] = {"text": said, "origin": origin, "has_news": False, "proposal": {}}
    if said != passage.text:
        values |= {"vouched_by": None, "vouched_at": None, "vouched_because": ""}
    return _say(passage, values, revision, "edit_passage", by=by, now=now)


def _origin(passage: Passage, said: str) -> Origin:
    if not passage.slot:
        return Origin.WRITTEN
    return Origin.COMPOSED if said == passage.composed else Origin.EDITED


@transaction.atomic
def keep_edited(*, passage: Passage, revision: int, by: User, now: datetime) -> Event:
    """The person's sentence stays although the data moved: the news was seen."""
    return _say(passage, {"has_news": False, "text": passage.text}, revision, "keep_edited", by=by, now=now)


@transaction.atomic
def take_composed(*, passage: Passage, revision: int, by: User, now: datetime) -> Event:
    """The program's sentence of now in place of the person's, whose words stay in the history."""
    if not passage.composed:
        raise ReportMoved(passage.pk)
    values = {"text": passage.composed, "origin": Origin.COMPOSED, "has_news": False, "proposal": {}}
    return _say(passage, values, revision, "take_composed", by=by, now=now)


@transaction.atomic
def take_proposal(*, passage: Passage, revision: int, by: User, now: datetime) -> Event:
    """The wording that a model proposed, taken over by a person."""
    if not passage.proposal:
        raise ReportMoved(passage.pk)
    values = {"text": passage.proposal["text"], "origin": Origin.PROPOSED, "has_news": False, "proposal": {}}
    return _say(passage, values, revision, "take_proposal", by=by, now=now)


@transaction.atomic
def add_passage(*, section: Section, text: str, after: Passage | None, by: User, now: datetime) -> Passage:
    """A sentence of the person's own, behind another or at the end of the section; it needs sources before issue."""
    if after is None:
        last = section.passages.aggregate(last=Max("ordinal"))["last"] or 0
    else:
        last = after.ordinal
        section.passages.filter(ordinal__gt=last).update(ordinal=F("ordinal") + 1)
    passage = Passage.objects.create(section=section, ordinal=last + 1, origin=Origin.WRITTEN, text=clean(text))
    PassageChange.objects.create(passage=passage, after=passage.text, made_by=by, made_at=now)
    _record("add_passage", passage, by=by, now=now)
    return passage


@transaction.atomic
def leave_out(*, passage: Passage, left_out: bool, revision: int, by: User, now: datetime) -> Event:
    """Leaves a sentence out of the report, or takes it in again; a run keeps it so."""
    turn_passage(passage, revision, {"is_left_out": left_out})
    return _record("leave_out" if left_out else "put_back", passage, by=by, now=now)


@transaction.atomic
def move_passage(*, passage: Passage, step: str, revision: int, by: User, now: datetime) -> Event:
    """One place up or down within its section; a run keeps the place. Nothing moves beyond the ends."""
    rows = list(passage.section.passages.order_by("ordinal", "pk"))
    place = next(turn for turn, row in enumerate(rows) if row.pk == passage.pk)
    to = place + STEPS[step]
    turn_passage(passage, revision, {"is_moved": True})
    if 0 <= to < len(rows):
        rows[place], rows[to] = rows[to], rows[place]
    for ordinal, row in enumerate(rows, 1):
        row.ordinal = ordinal
    Passage.objects.bulk_update(rows, ["ordinal"], batch_size=500)
    return _record("move_passage", passage, by=by, now=now)


@transaction.atomic
def move_to_section(*, passage: Passage, section: Section, revision: int, by: User, now: datetime) -> Event:
    """Puts a sentence at the end of another section of the same report; a run keeps it there."""
    last = section.passages.aggregate(last=Max("ordinal"))["last"] or 0
    turn_passage(passage, revision, {"section": section, "ordinal": last + 1, "is_moved": True})
    return _record("move_passage", passage, by=by, now=now)


def _say(passage: Passage, values: dict[str, object], revision: int, verb: str, *, by: User, now: datetime) -> Event:
    """Sets the words and keeps who changed them."""
    before = passage.text
    turn_passage(passage, revision, values)
    if before != passage.text:
        PassageChange.objects.create(passage=passage, before=before, after=passage.text, made_by=by, made_at=now)
    return _record(verb, passage, by=by, now=now)


def _record(verb: str, passage: Passage, *, by: User, now: datetime) -> Event:
    scope = passage.section.report.conference
    return audit.record(verb=verb, subject=passage, scope=scope, by=by, now=now)
