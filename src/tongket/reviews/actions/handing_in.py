"""A file of a unit comes in, on the page, by mail or entered by the office: a filled form, or its usual report."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from tongket.accounts.models import User
from tongket.core import files
from tongket.core.findings import Finding, Level, words
from tongket.core.models import StoredFile
from tongket.reading.refusals import Unreadable
from tongket.reviews import values
from tongket.reviews.actions.bundles import Arrived, KeyOfAnother, OtherUnits, hand_in_bundle
from tongket.reviews.actions.submitting import ON_THE_PAGE, Came, submit_review
from tongket.reviews.bundles.reading import is_bundle, open_bundle
from tongket.reviews.bundles.refusals import BundleRefused
from tongket.reviews.models import Review, ReviewVersion
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.rules import CameAs
from tongket.reviews.workshop import Read, key_of, key_of_any, read_file


def hand_in_file(
    *, review: Review, data: bytes, name: str, came: Came = ON_THE_PAGE, by: User, now: datetime
) -> ReviewVersion:
    """Reads a file and keeps it as the next version; its figures are confirmed in a form, only proposed in a report.

    A bundle is taken by its signature. Raises Unreadable, BundleRefused, OtherUnits, KeyOfAnother, DutyMoved or
    ReviewMoved, and then nothing is kept.
    """
    if is_bundle(data):
        opened = open_bundle(data)
        with _kept(data, name, now=now) as file:
            return hand_in_bundle(review=review, arrived=Arrived(opened, file, came), by=by, now=now)
    read = _read(review, data, name)
    with _kept(data, name, now=now) as file:
        return _submit(review, read, file, came, by=by, now=now)


@contextmanager
def _kept(data: bytes, name: str, *, now: datetime) -> Iterator[StoredFile]:
    """The file in the storage, let go again where what it came for is refused."""
    file = files.store(data=data, name=name, now=now)
    is_taken = False
    try:
        yield file
        is_taken = True
    finally:
        if not is_taken:
            files.discard(file)


def file_by_mail(
    *, review: Review, kept: tuple[StoredFile, ...], came: Came, by: User | None, now: datetime
) -> ReviewVersion:
    """As `hand_in_file` for files that lie in the storage already: the first that can be read is the version.

    One that nobody could read is kept all the same, with the reason, so that the office sees what came.
    """
    refusals: list[Finding] = []
    for file in kept:
        others = tuple(each for each in kept if each.pk != file.pk)
        way = Came(came.channel, came.received_at, came.note, others)
        try:
            return _file(review, file, way, by=by, now=now)
        except (Unreadable, BundleRefused) as refusal:
            refusals.append(refusal.finding)
        except (OtherUnits, KeyOfAnother):
            refusals.append(of_other_unit(file.name))
    unread = Read(CameAs.REPORT, values.Filled(), findings=tuple(refusals))
    way = Came(came.channel, came.received_at, came.note, kept[1:])
    return _submit(review, unread, kept[0] if kept else None, way, by=by, now=now)


def _file(review: Review, file: StoredFile, came: Came, *, by: User | None, now: datetime) -> ReviewVersion:
    data = files.read(file)
    if is_bundle(data):
        return hand_in_bundle(review=review, arrived=Arrived(open_bundle(data), file, came), by=by, now=now)
    return _submit(review, _read(review, data, file.name), file, came, by=by, now=now)


def of_other_unit(name: str) -> Finding:
    """Why a form or bundle is not taken that was made for somebody else."""
    return Finding(
        "form-of-other-unit",
        Level.BLOCKER,
        words("“{name}” soạn cho đơn vị hoặc hội nghị khác."),
        todo=words("Gửi lại biểu hay gói của chính đơn vị này."),
        values={"name": name},
    )


def _read(review: Review, data: bytes, name: str) -> Read:
    read = read_file(data, name, outline_of(review.conference))
    ours = {"", key_of_any(review.conference), key_of(review.conference, review.unit)}
    if read.unit_key not in ours:
        raise OtherUnits(read.unit_key)
    return read


def _submit(
    review: Review, read: Read, file: StoredFile | None, came: Came, *, by: User | None, now: datetime
) -> ReviewVersion:
    return submit_review(
        review=review,
        filled=read.filled,
        came_as=read.came_as,
        came=came,
        file=file,
        lines=read.lines,
        cuts=read.cuts,
        findings=read.findings,
        by=by,
        now=now,
    )
