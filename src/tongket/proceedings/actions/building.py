"""Builds of the volume: one waits at most, a worker binds it, and what a part changes meanwhile makes the next one."""

from contextlib import ExitStack
from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from tongket.accounts.models import User
from tongket.core import audit, clock, files
from tongket.core.findings import words
from tongket.core.jobs import start_job
from tongket.core.models import StoredFile
from tongket.proceedings.actions.keeping import VolumeShelf, clear_old
from tongket.proceedings.models import Build, Volume
from tongket.proceedings.queries.builds import last_done
from tongket.proceedings.queries.contents import bindable, contents_of, entries_of
from tongket.proceedings.queries.traces import changed_since, different
from tongket.proceedings.render.booklet import booklet_of
from tongket.proceedings.render.docx import docx_of_volume
from tongket.proceedings.render.foreign import ForeignUnreadable
from tongket.proceedings.render.values import Binding, Bound, Edition
from tongket.proceedings.render.values import Volume as Bindable
from tongket.proceedings.render.volume import bind
from tongket.proceedings.rules import BuildState

BUILD, LOOK = "proceedings.build", "proceedings.look"
# Papers are often taken one after the other: the binder waits this long for the next.
PATIENCE = timedelta(seconds=5)
SILENT = timedelta(minutes=10)
STOPPED = words("Máy dừng giữa chừng khi đóng. Bấm “Đóng lại”.")
NOTHING = words("Chưa có gì để đóng: chưa nhận tham luận nào, chưa phát hành văn bản nào.")
BROKEN = words("Máy gặp lỗi khi đóng ({fault}). Bấm “Đóng lại”; nếu vẫn vậy thì báo người quản trị.")


@transaction.atomic
def start_build(*, volume: Volume, by: User | None, now: datetime, at: datetime | None = None) -> Build:
    """Orders a build, or gives the one that waits already; a worker makes it."""
    row, _is_new = Volume.objects.get_or_create(pk=volume.pk)
    waiting = Build.objects.filter(volume=row, state=BuildState.WAITING).first()
    if waiting is not None:
        return waiting
    ordinal = (row.builds.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            build = Build.objects.create(volume=row, ordinal=ordinal, made_by=by, queued_at=now)
    except IntegrityError:  # another one ordered it in the same moment
        return Build.objects.get(volume=row, state=BuildState.WAITING)
    start_job(BUILD, at=at, build_id=build.pk)
    audit.record(verb="start_build", subject=row, scope=volume.conference, by=by, now=now)
    return build


def note_change(conference_id: int, *, now: datetime) -> None:
    """A part of this volume changed: it is bound anew where it was bound before and the office wants that."""
    volume = Volume.objects.filter(pk=conference_id, is_automatic=True, builds__isnull=False).first()
    if volume is not None:
        start_build(volume=volume, by=None, now=now, at=timezone.now() + PATIENCE)


def look_after_volumes() -> None:
    """The hourly job: binds what changed without a word, takes up what a dead worker left, clears away chapters."""
    now = clock.now()
    clear_old(now=now)
    Build.objects.filter(state=BuildState.RUNNING, queued_at__lt=now - SILENT).update(
        state=BuildState.FAILED, ended_at=now, fault=STOPPED
    )
    for volume in (
        Volume.objects.filter(is_automatic=True, builds__isnull=False).select_related("conference__host").distinct()
    ):
        if _has_changed(volume, on=timezone.localdate(now)):
            note_change(volume.pk, now=now)


def _has_changed(volume: Volume, *, on: date) -> bool:
    """Whether there is something to bind that the last build does not hold.

    Once the day of the conference is over its volume stays as it was handed out, whatever letterhead or form the office
    has since; one that was never bound is.
    """
    done, held_on = last_done(volume), volume.conference.held_on
    if done is not None and held_on is not None and held_on < on:
        return False
    parts = contents_of(volume).bound
    if not parts or done is None:
        return bool(parts)
    entries = entries_of(bindable(volume, parts, on=on), opens_right=volume.opens_right)
    return bool(different(done, entries))


def build_job(build_id: int) -> None:
    """The job: binds one build; a known fault is kept as its sentence, any other is raised as well."""
    now = clock.now()
    if Build.objects.filter(pk=build_id, state=BuildState.WAITING).update(state=BuildState.RUNNING) != 1:
        return
    build = Build.objects.select_related("volume__conference__host").get(pk=build_id)
    with ExitStack() as stack:
        # Whoever looks at the page must see a fault, and the log must have it too: it is not caught for good.
        stack.push(lambda kind, _fault, _trace: _show(build, kind, now=now))
        try:
            _bind(build, now=now)
        except ForeignUnreadable as fault:
            _fail(build, str(fault), now=now)


def _show(build: Build, kind: type[BaseException] | None, *, now: datetime) -> bool:
    """Keeps the sentence of a fault that nobody expected, and lets it go on."""
    if kind is not None:
        _fail(build, BROKEN.format(fault=kind.__name__), now=now)
    return False


def _bind(build: Build, *, now: datetime) -> None:
    volume = build.volume
    parts = contents_of(volume).bound
    if not parts:
        _fail(build, NOTHING, now=now)
        return
    value = bindable(volume, parts, on=timezone.localdate(now))
    shelf = VolumeShelf(volume)
    screen = bind(value, Binding(Edition.SCREEN), stamp=now, shelf=shelf)
    press = bind(value, Binding(Edition.PRINT, opens_right=volume.opens_right), stamp=now, shelf=shelf)
    shelf.keep(now=now)
    entries = entries_of(value, opens_right=volume.opens_right)
    before = last_done(volume)
    _keep(build, value, screen, press, now=now)
    build.state, build.ended_at = BuildState.DONE, now
    build.contents = [asdict(entry) for entry in entries]
    build.changed = [asdict(change) for change in changed_since(before, entries, volume.conference)]
    build.places, build.pages = [asdict(place) for place in screen.chapters], screen.pages
    build.undrawn = list(screen.undrawn)
    build.save()


def _keep(build: Build, value: Bindable, screen: Bound, press: Bound, *, now: datetime) -> None:
    """The files of a build under names that say what they are."""

    def store(data: bytes, name: str) -> StoredFile:
        return files.store(data=data, name=name, now=now)

    build.screen = store(screen.data, "tai-lieu-hoi-nghi.pdf")
    build.press = store(press.data, "tai-lieu-hoi-nghi-ban-in.pdf")
    build.booklet = store(booklet_of(press.data), "tai-lieu-hoi-nghi-sach-a5.pdf")
    build.word = store(docx_of_volume(value, screen.chapters), "tai-lieu-hoi-nghi.docx")


def _fail(build: Build, fault: str, *, now: datetime) -> None:
    Build.objects.filter(pk=build.pk).update(state=BuildState.FAILED, fault=fault[:500], ended_at=now)


JOBS = {BUILD: build_job}
HOURLY = {LOOK: look_after_volumes}
