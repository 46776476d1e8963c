"""Writing in the page: each field is kept as one types, and two windows never lose each other's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import start_working
from tongket.conferences.actions.taking_in import takes_in
from tongket.conferences.rules import DutyState
from tongket.core import audit
from tongket.core.text import nfc
from tongket.reviews.actions.keeping import ReviewMoved, kept, note_step
from tongket.reviews.models import DraftField, Review
from tongket.reviews.queries.drafts import names_of, submitted_texts
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.rules import ReviewState

LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Typed:
    """A field as a window holds it: its text, and the revision that the window began from."""

    name: str
    text: str
    revision: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the fields: the revision of each that was kept, and those that another window saved since."""

    revisions: Mapping[str, int]
    behind: tuple[str, ...]


def save_fields(*, review: Review, fields: Sequence[Typed], by: User, now: datetime) -> Saved:
    """Keeps what is being written; nothing of it is submitted, and nothing that was submitted changes.

    A field that another window saved since is not overwritten: its text is kept aside, for its writer to choose. The
    first words put the duty to work. Names that the outline does not ask for are left out; raises ValueError for a text
    longer than any answer.
    """
    if any(len(each.text) > LONGEST for each in fields):
        raise ValueError(f"more than {LONGEST} letters")
    asked = set(names_of(outline_of(review.conference)))
    wanted = [each for each in fields if each.name in asked]
    return _save(review, wanted, by=by, now=now)


@transaction.atomic
def _save(review: Review, fields: Sequence[Typed], *, by: User, now: datetime) -> Saved:
    row = kept(review, now=now)
    base = submitted_texts(row)
    there = {draft.name: draft for draft in DraftField.objects.filter(review=row)}
    revisions, behind = {}, []
    for each in fields:
        draft = there.get(each.name) or DraftField(review=row, name=each.name, text=base.get(each.name, ""))
        if _keep(draft, each, base.get(each.name, ""), by=by, now=now):
            revisions[each.name] = draft.revision
        else:
            behind.append(each.name)
    if any(each.text.strip() for each in fields if each.name in revisions):
        _begin(row, by=by, now=now)
    return Saved(revisions, tuple(behind))


def _keep(draft: DraftField, typed: Typed, base: str, *, by: User, now: datetime) -> bool:
    """Whether the field says what was typed now; what came too late is kept aside.

    A window that still shows what was submitted wrote nothing.
    """
    text = nfc(typed.text.replace("\0", "").replace("\r\n", "\n"))
    if text == draft.text or (typed.revision == 0 and text == base):
        return True
    if draft.revision != typed.revision:
        draft.aside, draft.aside_by = text, by
        draft.saved_by_id, draft.saved_at = draft.saved_by_id or by.pk, draft.saved_at or now
        draft.save()
        return False
    draft.text, draft.revision, draft.saved_by, draft.saved_at = text, draft.revision + 1, by, now
    draft.save()
    return True


def _begin(row: Review, *, by: User, now: datetime) -> None:
    """The first words: somebody is at it; for a conference that was called off they are only kept."""
    if row.state != ReviewState.NOT_BEGUN or not takes_in(row.conference):
        return
    if row.duty is not None and row.duty.state == DutyState.OPEN:
        start_working(duty=row.duty, by=by, now=now)
    elif row.duty is None:
        row.state = ReviewState.WORKING
        row.save(update_fields=["state"])
        note_step(row, by_id=by.pk, now=now)
    audit.record(verb="begin_review", subject=row, scope=row.conference, by=by, now=now)


@transaction.atomic
def choose_aside(*, review: Review, name: str, take: bool, by: User, now: datetime) -> DraftField:
    """Puts what was kept aside in the place of the field, or forgets it; raises ReviewMoved where there is none."""
    row = kept(review, now=now)
    draft = DraftField.objects.filter(review=row, name=name).exclude(aside="").first()
    if draft is None:
        raise ReviewMoved(name)
    if take:
        draft.text, draft.revision, draft.saved_by, draft.saved_at = draft.aside, draft.revision + 1, by, now
    draft.aside, draft.aside_by = "", None
    draft.save()
    verb = "take_aside" if take else "drop_aside"
    audit.record(verb=verb, subject=row, scope=row.conference, by=by, now=now, changes={"field": name})
    return draft


@transaction.atomic
def drop_drafts(*, review: Review, by: User, now: datetime) -> int:
    """Forgets all that was written and not submitted; returns how many fields."""
    row = kept(review, now=now)
    number, _by_table = DraftField.objects.filter(review=row).delete()
    audit.record(verb="drop_drafts", subject=row, scope=row.conference, by=by, now=now, changes={"fields": number})
    return number
