"""Measures versions: keeps what was found, measures what waited, and measures anew where the form changed."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import clock, files
from tongket.core.jobs import start_job
from tongket.core.models import Job, JobState
from tongket.papers.measuring import ON_PICTURES, Given, Measurement, around, measure, read, refused
from tongket.papers.models import Paper, PaperVersion, VersionPicture
from tongket.papers.picture_words import asks_for_reading, words_on_pictures
from tongket.papers.queries.copied import copied_in
from tongket.papers.queries.form import ruled_by, ruled_for
from tongket.papers.queries.manuscripts import manuscript_of
from tongket.papers.queries.papers import latest_versions
from tongket.papers.rules import Measured
from tongket.reading.manuscript.values import Manuscript, Picture
from tongket.reading.refusals import Unreadable
from tongket.reviews.models import Review

MEASURE = "papers.measure"
MEASURE_ALL = "papers.measure_all"
KINDS = {"image/png": "png", "image/jpeg": "jpg"}


@transaction.atomic
def keep_measurement(*, version: PaperVersion, measurement: Measurement, now: datetime) -> PaperVersion:
    """Writes what was found to a version, its pictures as files of their own; it leaves no line in the trail, since
    nobody decided anything."""
    values = measurement.values()
    for name, value in values.items():
        setattr(version, name, value)
    version.save(update_fields=[*values])
    if measurement.manuscript is not None:
        _keep_pictures(version, measurement.manuscript.pictures, now=now)
    return version


def _keep_pictures(version: PaperVersion, pictures: Iterable[Picture], *, now: datetime) -> None:
    """Keeps the pictures of a version that has none yet; those of one version never change."""
    if VersionPicture.objects.filter(version=version).exists():
        return
    kept = [
        files.store(data=each.data, name=f"hinh-{number}.{KINDS.get(each.content_type, 'bin')}", now=now)
        for number, each in enumerate(pictures, 1)
    ]
    rows = [VersionPicture(version=version, file=file, ordinal=place) for place, file in enumerate(kept)]
    VersionPicture.objects.bulk_create(rows)


def measure_version(*, version: PaperVersion, now: datetime) -> PaperVersion:
    """Measures a version by what its conference says today; one that was never read is read first."""
    paper, today = version.paper, timezone.localdate(now)
    given = Given(files.read(version.file), version.file.name) if version.file else Given()
    try:
        manuscript = manuscript_of(version) or read(given)
    except Unreadable as refusal:
        return keep_measurement(version=version, measurement=refused(given, refusal), now=now)
    found = measure(
        manuscript,
        around(paper, on=today),
        copied=copied_in(paper, manuscript.text),
        title=paper.title,
        speaker=paper.speaker_name,
        words_on_pictures=_read_on_pictures(version, manuscript),
        file_name=given.name,
    )
    return keep_measurement(version=version, measurement=found, now=now)


def _read_on_pictures(version: PaperVersion, manuscript: Manuscript) -> dict[int, int] | None:
    """What a machine reads on a version's pictures, once: they never change. None where none is here that reads."""
    known = version.measured.get(ON_PICTURES)
    if known is not None:
        return {int(number): count for number, count in known.items()}
    return words_on_pictures(manuscript) if asks_for_reading(manuscript) else None


def measure_job(version_id: int) -> None:
    """The job: measures one version; one whose paper is gone is left alone."""
    found = PaperVersion.objects.select_related("file", "paper__duty__conference__host", "paper__duty__unit")
    version = found.filter(pk=version_id, file__isnull=False).first()
    if version is not None:
        measure_version(version=version, now=clock.now())


def measure_all_job(conference_id: int) -> None:
    """The job: has every version that counts and was measured by another form than holds now measured again.

    Each by a job of its own, so that one that fails holds up no other.
    """
    for version_id in out_of_date(Conference.objects.get(pk=conference_id)):
        start_job(MEASURE, version_id=version_id)


def out_of_date(conference: Conference) -> list[int]:
    """The versions that count and were measured by another form than holds now, or could not be measured."""
    ruled = ruled_by(conference, on=clock.today())
    duties = conference.duties.filter(kind="paper", paper__isnull=False).select_related("paper")
    papers = {duty.pk: duty.paper for duty in duties}
    latest = latest_versions(list(papers)).values()
    return [
        each.pk
        for each in latest
        if each.state == Measured.NOT_HERE or each.form != ruled_for(papers[each.paper_id], ruled).as_json()
    ]


@transaction.atomic
def measure_again(*, conference: Conference, by: User, now: datetime) -> None:  # noqa: ARG001 -- every action ends so
    """Has the versions measured again, by a job; called where the form or a limit changed."""
    start_job(MEASURE_ALL, conference_id=conference.pk)


def ruled_anew(conference_id: int) -> None:
    """Has measured again what another plan or other settings of a conference leave out of date, if anything is.

    Called by the room of conferences inside its own transaction.
    """
    if out_of_date(Conference.objects.get(pk=conference_id)):
        start_job(MEASURE_ALL, conference_id=conference_id)


def review_changed(review: Review, *, now: datetime) -> None:  # noqa: ARG001 -- every listener is told the time
    """Has the papers of a unit, and of the units above it, measured again: they are laid beside their own reviews.

    A review gathers what those below it say. Heard by the room of reviews inside its own transaction; one job a paper,
    however often the review is told of.
    """
    line = [review]
    while (upper := line[-1].upper) is not None:
        line.append(upper)
    units = [each.unit_id for each in line]
    papers = Paper.objects.filter(duty__conference=review.conference_id, duty__unit__in=units)
    for version in latest_versions(list(papers.values_list("pk", flat=True))).values():
        if version.state == Measured.DONE and not _waits(version.pk):
            start_job(MEASURE, version_id=version.pk)


def _waits(version_id: int) -> bool:
    """Whether a job waits already that will measure this version."""
    waiting = Job.objects.filter(name=MEASURE, state=JobState.WAITING)
    return waiting.filter(arguments__version_id=version_id).exists()


JOBS = {MEASURE: measure_job, MEASURE_ALL: measure_all_job}
