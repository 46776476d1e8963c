"""The one door by which a version of a review comes: web form, filled form, report, bundle, mail, or by the office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved, hand_in
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.models import Evidence
from tongket.conferences.rules import Channel, DutyState
from tongket.core import audit
from tongket.core.findings import Finding
from tongket.core.models import Event, StoredFile
from tongket.core.stored_findings import findings_to_json
from tongket.reviews import telling, values
from tongket.reviews.actions.keeping import CONFIRMATION, ReviewMoved, bump, kept, note_step, standing_of, unconfirmed
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.actions.rows import write_answers, write_figures, write_held, write_mentions
from tongket.reviews.actions.statements import cuts_of, keys_in_force, write_statements
from tongket.reviews.models import DraftField, Outline, Review, ReviewVersion
from tongket.reviews.queries.filled import filled_of
from tongket.reviews.queries.reviews import latest_version
from tongket.reviews.rules import NEXT, CameAs, ReviewState
from tongket.reviews.stored import to_json


@dataclass(frozen=True, slots=True)
class Came:
    """How something came: by which way, when it reached the office, with which words and other files."""

    channel: Channel = Channel.WEB
    received_at: datetime | None = None
    note: str = ""
    others: tuple[StoredFile, ...] = ()


ON_THE_PAGE = Came()


@transaction.atomic
def submit_review(
    *,
    review: Review,
    filled: values.Filled,
    came_as: CameAs,
    came: Came = ON_THE_PAGE,
    file: StoredFile | None = None,
    lines: Sequence[str] = (),
    cuts: Sequence[values.Cut] | None = None,
    findings: Iterable[Finding] = (),
    by: User | None,
    now: datetime,
) -> ReviewVersion:
    """Keeps what came as the next version, writes it into the rows and puts the review before the office, late or not.

    A version replaces what it speaks of: all answers, all figures, all named models; a part that it leaves out whole
    stays as it was, but for the models of the web form, which knows all that are named; and figures that were only
    read in a report never replace confirmed ones. It waits to be confirmed by the unit's leader: until then nothing of
    the review counts, the earlier version is kept and can be seen.
    `cuts` None cuts the answers. `by` None is the program itself, which replaces nothing that was accepted.

    Raises DutyMoved or ReviewMoved where the review takes nothing now, and CalledOff.
    """
    must_take_in(review.conference)
    row = kept(review, now=now)
    confirmed, before = _confirmed(row), standing_of(row)
    evidence, event = _move(row, came, file, by=by, now=now)
    outline = make_outline(conference=row.conference, by=by, now=now)
    version = _version(row, filled, came_as, came, file, evidence, by=by, now=now)
    version.lines, version.findings = list(lines), findings_to_json(findings)
    _write(version, outline, filled, cuts, now=now)
    version.save(update_fields=["lines", "findings"])
    keep_content(row)
    if came_as is CameAs.WEB:
        DraftField.objects.filter(review=row, aside="").delete()
    bump(row)
    changes = {"version": version.pk, "came_as": came_as, "event": event.pk if event else None, "confirmed": confirmed}
    if event is None:
        changes |= {"before": before, "step": row.steps.latest("pk").pk}
    audit.record(verb="submit_review", subject=row, scope=row.conference, by=by, now=now, changes=changes)
    telling.changed(row, now=now)
    return version


def keep_content(row: Review) -> None:
    """Writes what stands in the rows into the version that brought it, so that it can be put back."""
    latest = latest_version(row)
    if latest is not None:
        latest.content = to_json(filled_of(row)) | {"statements": keys_in_force(row)}
        latest.save(update_fields=["content"])


def _confirmed(row: Review) -> dict[str, Any]:
    """Who stood behind the earlier version, for the case that this one is taken back."""
    if row.confirmed_at is None:
        return {}
    return {"by": row.confirmed_by_id, "at": row.confirmed_at.isoformat(), "how": row.confirmed_how}


def _move(
    row: Review, came: Came, file: StoredFile | None, *, by: User | None, now: datetime
) -> tuple[Evidence | None, Event | None]:
    """Moves duty and review together; a review below the units of the plan moves alone."""
    if by is None and row.state == ReviewState.ACCEPTED:
        raise DutyMoved("accepted")
    if row.duty is None:
        _move_alone(row, came, by=by, now=now)
        return None, None
    if row.duty.state == DutyState.WITHDRAWN or row.duty.state == DutyState.EXCUSED:
        raise DutyMoved(row.duty.state)
    kept_files = (*([file] if file else []), *came.others)
    evidence, event = hand_in(
        duty=row.duty,
        note=came.note,
        kept=kept_files,
        channel=came.channel,
        received_at=came.received_at,
        by=by,
        now=now,
    )
    row.refresh_from_db(fields=["state", "submitted_at", "return_due_at", "confirmed_at", "confirmed_how"])
    row.confirmed_by = None
    return evidence, event


def _move_alone(row: Review, came: Came, *, by: User | None, now: datetime) -> None:
    if ReviewState.SUBMITTED not in NEXT[ReviewState(row.state)]:
        raise ReviewMoved(row.state)
    row.state, row.submitted_at, row.return_due_at = ReviewState.SUBMITTED, came.received_at or now, None
    unconfirmed(row)
    row.save(update_fields=["state", "submitted_at", "return_due_at", *CONFIRMATION])
    note_step(row, by_id=by.pk if by else None, now=now)


def _version(
    row: Review,
    filled: values.Filled,
    came_as: CameAs,
    came: Came,
    file: StoredFile | None,
    evidence: Evidence | None,
    *,
    by: User | None,
    now: datetime,
) -> ReviewVersion:
    last = ReviewVersion.objects.filter(review=row).aggregate(last=Max("ordinal"))["last"] or 0
    return ReviewVersion.objects.create(
        review=row,
        ordinal=last + 1,
        came_as=came_as,
        channel=came.channel,
        evidence=evidence,
        file=file,
        outline_revision=filled.revision,
        received_at=came.received_at or now,
        made_by=by,
        made_at=now,
    )


def _write(
    version: ReviewVersion,
    outline: Outline,
    filled: values.Filled,
    cuts: Sequence[values.Cut] | None,
    *,
    now: datetime,
) -> None:
    """The parts that this version speaks of; the web form speaks of all, and what was emptied there is gone."""
    row, is_whole = version.review, version.came_as == CameAs.WEB
    answered = row.answers.filter(question__is_removed=False).exclude(text="")
    speaks = bool(filled.answers) or (is_whole and answered.exists())
    if speaks:
        write_answers(row, outline, filled.answers, now=now)
    if cuts is None and speaks:
        cuts = cuts_of(outline, filled.answers)
    if cuts is not None:
        write_statements(version, outline, cuts)
    if filled.figures or is_whole:
        write_figures(row, outline, filled.figures)
    if filled.exemplars or is_whole:
        write_mentions(row, filled.exemplars)
    write_held(row, filled)
