"""A version of a paper comes in: from its unit on the page, by mail, or entered by the office for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved, hand_in
from tongket.conferences.rules import Channel, DutyState
from tongket.core import audit, files
from tongket.core.jobs import start_job
from tongket.core.models import Event, StoredFile
from tongket.core.text import clean, nfc
from tongket.documents.parts import changed as tell_volume
from tongket.mailbox.actions.mending import drop_mending
from tongket.papers.actions.keeping import kept
from tongket.papers.actions.measuring import MEASURE, keep_measurement
from tongket.papers.measuring import Given, Measurement, is_quick, measured, refused
from tongket.papers.models import Paper, PaperVersion
from tongket.papers.picture_words import asks_for_reading
from tongket.papers.queries.papers import latest_version
from tongket.papers.rules import BEING_READ, Measured, next_round
from tongket.reading.refusals import Unreadable
from tongket.units.models import Person

WRITTEN = "tham-luan.md"


@dataclass(frozen=True, slots=True)
class Byline:
    """Who speaks and what stands over the paper; empty values leave what was said before."""

    title: str = ""
    speaker_name: str = ""
    speaker_post: str = ""
    co_authors: tuple[str, ...] = ()
    speaker: Person | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """How something came: by which way, when it reached the office, with which words and other files."""

    channel: Channel = Channel.WEB
    received_at: datetime | None = None
    note: str = ""
    others: tuple[StoredFile, ...] = ()


ON_THE_PAGE = Came()


def submit_version(
    *, paper: Paper, given: Given, byline: Byline, came: Came = ON_THE_PAGE, by: User, now: datetime
) -> tuple[PaperVersion, Event]:
    """Keeps what was handed over as the next version and puts the paper before the office, late or not.

    It is read and measured at once, or by a job where that takes long. A file that cannot be read is refused with
    Unreadable where its author hands it in, so that the earlier version stands; what the office enters from paper, USB
    or Zalo is kept and marked, and so is a file that only another machine could read. Raises DutyMoved.
    """
    measurement = _measured_at_once(paper, given, byline, is_kept=came.channel is not Channel.WEB, now=now)
    return _keep(paper, given, byline, came, measurement, by=by, now=now)


def file_version(
    *, paper: Paper, kept_files: Sequence[StoredFile], came: Came, by: User | None, now: datetime
) -> tuple[PaperVersion, Event]:
    """As `submit_version` for files that lie in the storage already, the main one first: what came by mail.

    It is always measured by a job. Raises DutyMoved where the paper was accepted: mail replaces nothing that was.
    """
    if paper.duty.state == DutyState.ACCEPTED:
        raise DutyMoved("accepted")
    main, *others = kept_files
    came = Came(came.channel, came.received_at, came.note, tuple(others))
    return _keep(paper, Given(), Byline(), came, Measurement(Measured.WAITING), main=main, by=by, now=now)


def _measured_at_once(paper: Paper, given: Given, byline: Byline, *, is_kept: bool, now: datetime) -> Measurement:
    """What is known of a file before it is kept; raises Unreadable where it is not to be kept."""
    if given.is_empty:
        return Measurement(Measured.NOT_HERE)
    speaker, today = byline.speaker_name or paper.speaker_name, timezone.localdate(now)
    try:
        if not is_quick(given):
            return Measurement(Measured.WAITING)
        return measured(given, paper, title=byline.title or paper.title, speaker=speaker, on=today)
    except Unreadable as refusal:
        found = refused(given, refusal)
        if is_kept or found.state is Measured.NOT_HERE:
            return found
        raise


@transaction.atomic
def _keep(
    paper: Paper,
    given: Given,
    byline: Byline,
    came: Came,
    measurement: Measurement,
    *,
    main: StoredFile | None = None,
    by: User | None,
    now: datetime,
) -> tuple[PaperVersion, Event]:
    last, state = latest_version(paper), DutyState(paper.duty.state)
    row = kept(paper)
    file = main or _stored(given, now=now)
    evidence, event = hand_in(
        duty=paper.duty,
        note=came.note,
        kept=(*([file] if file else []), *came.others),
        channel=came.channel,
        received_at=came.received_at,
        by=by,
        now=now,
    )
    version = PaperVersion.objects.create(
        paper=row,
        ordinal=(row.versions.aggregate(last=Max("ordinal"))["last"] or 0) + 1,
        round=next_round(last.round if last else None, state),
        evidence=evidence,
        file=file,
        made_at=now,
    )
    version.paper.duty = paper.duty
    _sign(row, byline)
    _drop_draft(row, given)
    keep_measurement(version=version, measurement=measurement, now=now)
    if _says_more_later(measurement):
        start_job(MEASURE, version_id=version.pk)
    changes = {"version": version.pk, "round": version.round, "evidence": evidence.pk, "state": version.state}
    audit.record(verb="submit_version", subject=row, scope=paper.duty.conference, by=by, now=now, changes=changes)
    if state is DutyState.RETURNED:
        drop_mending(duty=paper.duty, now=now)
    if state is DutyState.ACCEPTED:
        tell_volume(paper.duty.conference_id, now=now)
    return version, event


def _says_more_later(measurement: Measurement) -> bool:
    """Whether a job will find out what nobody waited for: the whole paper, or the words on its pictures."""
    read = measurement.manuscript
    return measurement.state in BEING_READ or (read is not None and asks_for_reading(read))


def _stored(given: Given, *, now: datetime) -> StoredFile | None:
    if given.text:
        return files.store(data=given.content, name=WRITTEN, now=now)
    return files.store(data=given.data, name=given.name, now=now) if given.data else None


def _sign(paper: Paper, byline: Byline) -> None:
    """Keeps who speaks and the title; what was left empty stays as it was."""
    values: dict[str, object] = {
        "title": clean(byline.title)[:500],
        "speaker_name": clean(byline.speaker_name)[:120],
        "speaker_post": clean(byline.speaker_post)[:200],
        "co_authors": [clean(name) for name in byline.co_authors],
        "speaker": byline.speaker,
    }
    changed = {name: value for name, value in values.items() if value}
    for name, value in changed.items():
        setattr(paper, name, value)
    paper.save(update_fields=[*changed])


def _drop_draft(paper: Paper, given: Given) -> None:
    """What was written in the page is a version now; a file that is handed in beside it leaves the draft alone."""
    if not given.text or nfc(given.text).strip() != paper.draft.strip():
        return
    paper.draft, paper.draft_revision = "", paper.draft_revision + 1
    paper.save(update_fields=["draft", "draft_revision"])
