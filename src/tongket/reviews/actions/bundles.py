"""A bundle taken as a unit's review, and the keys of those who send them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tongket.accounts.models import User
from tongket.core import audit, files
from tongket.core.findings import Finding, Level, words
from tongket.core.models import StoredFile
from tongket.reviews.actions.deciding import confirm_review
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.actions.submitting import ON_THE_PAGE, Came, submit_review
from tongket.reviews.bundles.fitting import unfitting
from tongket.reviews.bundles.matching import matched
from tongket.reviews.bundles.reading import open_bundle
from tongket.reviews.bundles.values import Opened
from tongket.reviews.models import Attached, Review, ReviewVersion, Sender
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.senders import likely_unit, sender_of, told_key
from tongket.reviews.rules import CameAs, Confirmed
from tongket.units.models import Unit


class KeyUnknown(RuntimeError):
    """Nobody said yet that the key which signed a bundle is this unit's."""


class KeyOfAnother(RuntimeError):
    """The key is known as that of another unit; `unit` is that one."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        super().__init__(str(unit))


class OtherUnits(ValueError):
    """What came was made for, or by, another unit or another conference; nothing of it is taken."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A bundle as it came: opened, with the file it was."""

    opened: Opened
    file: StoredFile
    came: Came = ON_THE_PAGE


@transaction.atomic
def trust_sender(*, unit: Unit, key: bytes, by: User, now: datetime) -> Sender:
    """Says that a key is this unit's, after its digits were compared; its earlier keys are revoked.

    Raises KeyOfAnother where it is known as another unit's.
    """
    told = told_key(key)
    known = Sender.objects.select_related("unit").filter(key=told, revoked_at=None).first()
    if known is not None and known.unit_id != unit.pk:
        raise KeyOfAnother(known.unit)
    if known is not None:
        return known
    Sender.objects.filter(unit=unit, revoked_at=None).update(revoked_at=now)
    made = Sender.objects.create(unit=unit, key=told, trusted_by=by, trusted_at=now)
    audit.record(verb="trust_sender", subject=made, scope=unit, by=by, now=now)
    return made


@transaction.atomic
def revoke_sender(*, sender: Sender, by: User, now: datetime) -> None:
    """Takes a key's trust away: what it signs is asked about again. What came with it before stays."""
    if Sender.objects.filter(pk=sender.pk, revoked_at=None).update(revoked_at=now):
        audit.record(verb="revoke_sender", subject=sender, scope=sender.unit, by=by, now=now)


@transaction.atomic
def take_bundle(*, review: Review, arrived: Arrived, by: User, now: datetime) -> ReviewVersion:
    """Makes a bundle the next version of the review of the unit whose key signed it, confirmed by that signature.

    Its report and annexes are attached. Raises KeyUnknown, DutyMoved, ReviewMoved.
    """
    if not Sender.objects.filter(unit=review.unit, key=told_key(arrived.opened.key), revoked_at=None).exists():
        raise KeyUnknown(review.unit_id)
    version = _submit(review, arrived, (), by=by, now=now)
    row = Review.objects.select_related("conference", "unit", "duty").get(pk=version.review_id)
    confirm_review(review=row, how=Confirmed.BUNDLE, by=by, now=now)
    return version


@transaction.atomic
def hand_in_bundle(*, review: Review, arrived: Arrived, by: User | None, now: datetime) -> ReviewVersion:
    """A bundle that came through the unit's own door: its page, or mail from its address; `by` None is the program.

    A key that the office compared confirms what a person brings, where it fits what is asked now. With another key, or
    where it was made before or of something else, it is a version like any other, that a leader of the unit confirms;
    no key is trusted by this. Raises KeyOfAnother where the key is another unit's,
    OtherUnits where its sender is another unit that reports here, DutyMoved or ReviewMoved.
    """
    sender, key = arrived.opened.bundle.summary.sender, arrived.opened.key
    known = sender_of(key)
    if known is not None and known.unit_id != review.unit_id:
        raise KeyOfAnother(known.unit)
    likely = likely_unit(review.conference, sender, key)
    if likely is not None and likely.pk != review.unit_id:
        raise OtherUnits(sender.name)
    doubts = _doubts(review, arrived, by=by, now=now)
    if known is not None and by is not None and not doubts:
        return take_bundle(review=review, arrived=arrived, by=by, now=now)
    noticed = (*_noticed(sender.name, review, is_known=known is not None), *doubts)
    return _submit(review, arrived, noticed, by=by, now=now)


def _doubts(review: Review, arrived: Arrived, *, by: User | None, now: datetime) -> tuple[Finding, ...]:
    """What speaks against confirming by the signature alone; opens every bundle that this review took before."""
    make_outline(conference=review.conference, by=by, now=now)
    ours = Q(review__conference=review.conference, review__unit=review.unit)
    taken = ReviewVersion.objects.filter(ours, came_as=CameAs.BUNDLE, taken_back_at=None)
    kept = [version.file for version in taken.select_related("file") if version.file is not None]
    return unfitting(
        arrived.opened.bundle.summary,
        outline_of(review.conference),
        asked_at=timezone.localtime(review.conference.made_at),
        before=[open_bundle(files.read(file)).bundle.summary.made_at for file in kept],
    )


def _noticed(sender: str, review: Review, *, is_known: bool) -> tuple[Finding, ...]:
    """What the unit and the office are told of a bundle that its signature alone does not confirm."""
    unknown = Finding(
        "bundle-key-unknown",
        Level.ADVICE,
        words("Chữ ký đúng và gói còn nguyên, nhưng Văn phòng chưa quen máy đã ký."),
        todo=words("Lãnh đạo đơn vị xác nhận thì báo cáo được tính."),
    )
    other = Finding(
        "bundle-other-name",
        Level.APPROVAL,
        words("Gói ghi đơn vị là “{found}”, ở đây là “{wanted}”."),
        todo=words("Xem có đúng gói của đơn vị không; nếu nhầm thì gửi lại gói đúng."),
        values={"found": sender, "wanted": review.unit.name},
    )
    return (*(() if is_known else (unknown,)), *(() if sender == review.unit.name else (other,)))


def _submit(
    review: Review, arrived: Arrived, noticed: tuple[Finding, ...], *, by: User | None, now: datetime
) -> ReviewVersion:
    make_outline(conference=review.conference, by=by, now=now)
    filled, cuts, findings = matched(arrived.opened.bundle.summary, outline_of(review.conference))
    version = submit_review(
        review=review,
        filled=filled,
        came_as=CameAs.BUNDLE,
        came=arrived.came,
        file=arrived.file,
        cuts=cuts,
        findings=(*noticed, *findings),
        by=by,
        now=now,
    )
    _attach(version.review, arrived, by=by, now=now)
    return version


def _attach(review: Review, arrived: Arrived, *, by: User | None, now: datetime) -> None:
    """Its report and annexes beside the review; what lies there already, byte for byte, is not kept twice."""
    bundle = arrived.opened.bundle
    held = [("bao-cao.pdf", bundle.report)] if bundle.report else []
    there = set(Attached.objects.filter(review=review).values_list("file__sha256", flat=True))
    for name, data in (*held, *((annex.name, annex.data) for annex in bundle.annexes)):
        digest = hashlib.sha256(data).hexdigest()
        if digest in there:
            continue
        there.add(digest)
        kept = files.store(data=data, name=name, now=now)
        Attached.objects.create(review=review, file=kept, sort="other", caption=name, made_by=by, made_at=now)
