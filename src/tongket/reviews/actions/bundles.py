"""A bundle taken as a unit's review, and the keys of those who send them."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit, files
from tongket.core.models import StoredFile
from tongket.reviews.actions.deciding import confirm_review
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.actions.submitting import ON_THE_PAGE, Came, submit_review
from tongket.reviews.bundles.matching import matched
from tongket.reviews.bundles.values import Opened
from tongket.reviews.models import Attached, Review, ReviewVersion, Sender
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.senders import told_key
from tongket.reviews.rules import CameAs, Confirmed
from tongket.units.models import Unit


class KeyUnknown(RuntimeError):
    """Nobody said yet that the key which signed a bundle is this unit's."""


class KeyOfAnother(RuntimeError):
    """The key is known as that of another unit; `unit` is that one."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        super().__init__(str(unit))


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
    bundle = arrived.opened.bundle
    if not Sender.objects.filter(unit=review.unit, key=told_key(arrived.opened.key), revoked_at=None).exists():
        raise KeyUnknown(review.unit_id)
    make_outline(conference=review.conference, by=by, now=now)
    filled, cuts, findings = matched(bundle.summary, outline_of(review.conference))
    version = submit_review(
        review=review,
        filled=filled,
        came_as=CameAs.BUNDLE,
        came=arrived.came,
        file=arrived.file,
        cuts=cuts,
        findings=findings,
        by=by,
        now=now,
    )
    row = Review.objects.select_related("conference", "unit", "duty").get(pk=version.review_id)
    _attach(row, arrived, by=by, now=now)
    confirm_review(review=row, how=Confirmed.BUNDLE, by=by, now=now)
    return version


def _attach(review: Review, arrived: Arrived, *, by: User, now: datetime) -> None:
    bundle = arrived.opened.bundle
    held = [("bao-cao.pdf", bundle.report)] if bundle.report else []
    for name, data in (*held, *((annex.name, annex.data) for annex in bundle.annexes)):
        kept = files.store(data=data, name=name, now=now)
        Attached.objects.create(review=review, file=kept, sort="other", caption=name, made_by=by, made_at=now)
