"""A bundle taken as a unit's review, and whose key a key is."""

from decimal import Decimal

import pytest

from tests.factories.bundles import KEY, OTHER_KEY, make_bundle, make_summary
from tests.factories.conferences import NOW
from tests.factories.reviews import make_outline, make_review_duty
from tests.office import Office
from tongket.core import files
from tongket.core.models import Event
from tongket.reviews.actions.bundles import (
    Arrived,
    KeyOfAnother,
    KeyUnknown,
    revoke_sender,
    take_bundle,
    trust_sender,
)
from tongket.reviews.bundles.reading import open_bundle
from tongket.reviews.bundles.signing import public_of
from tongket.reviews.models import Review, Sender
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.queries.senders import likely_unit, sender_of
from tongket.reviews.rules import CameAs, Confirmed

PUBLIC = public_of(KEY)


@pytest.fixture
def review(office: Office) -> Review:
    """Unit A owes a review."""
    make_outline(conference=office.conference)
    make_review_duty(conference=office.conference, unit=office.unit_a)
    found = find_review(office.conference, office.unit_a.pk)
    assert found is not None
    return found


def arrived(key: bytes = KEY) -> Arrived:
    data = make_bundle(key=key)
    return Arrived(open_bundle(data), files.store(data=data, name="tam-thang.tongket", now=NOW))


def test_a_bundle_of_a_known_key_is_the_review_and_counts(office: Office, review: Review) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)

    version = take_bundle(review=review, arrived=arrived(), by=office.clerk, now=NOW)

    row = counted(office.conference).get()
    assert (version.came_as, row.confirmed_how) == (CameAs.BUNDLE, Confirmed.BUNDLE)
    assert [(each.indicator.code, each.value) for each in row.figures.all()] == [("models", Decimal(8))]
    assert [each.text for each in row.statements.all()] == ["Đề nghị bố trí kinh phí năm đầu."]
    assert list(row.attached.order_by("pk").values_list("caption", flat=True)) == ["bao-cao.pdf", "bieu.xlsx"]


def test_a_key_that_nobody_knows_is_not_taken(office: Office, review: Review) -> None:
    with pytest.raises(KeyUnknown):
        take_bundle(review=review, arrived=arrived(), by=office.clerk, now=NOW)

    assert not Review.objects.filter(versions__isnull=False).exists()


def test_a_key_of_one_unit_signs_for_no_other(office: Office) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)

    with pytest.raises(KeyOfAnother) as refused:
        trust_sender(unit=office.unit_b, key=PUBLIC, by=office.clerk, now=NOW)

    assert refused.value.unit == office.unit_a


def test_a_new_key_of_a_unit_ends_the_earlier_one(office: Office) -> None:
    first = trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)
    again = trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)
    trust_sender(unit=office.unit_a, key=public_of(OTHER_KEY), by=office.clerk, now=NOW)

    assert again == first
    assert sender_of(PUBLIC) is None
    assert Event.objects.filter(verb="trust_sender").count() == 2


def test_a_revoked_key_is_asked_about_again(office: Office, review: Review) -> None:
    sender = trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)
    revoke_sender(sender=sender, by=office.clerk, now=NOW)

    with pytest.raises(KeyUnknown):
        take_bundle(review=review, arrived=arrived(), by=office.clerk, now=NOW)
    assert Sender.objects.count() == 1


def test_the_unit_is_guessed_by_key_name_or_place(office: Office, review: Review) -> None:
    told = make_summary(sender="Mặt trận xã", place=office.unit_a.place).sender

    assert likely_unit(office.conference, told, PUBLIC) == office.unit_a
    assert likely_unit(office.conference, make_summary(sender="Khác", place="Khác").sender, PUBLIC) is None
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)
    assert likely_unit(office.conference, make_summary(sender="Khác", place="Khác").sender, PUBLIC) == office.unit_a
