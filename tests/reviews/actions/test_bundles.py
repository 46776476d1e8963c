"""A bundle taken as a unit's review, and whose key a key is."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from docx import Document

from tests.factories.bundles import KEY, OTHER_KEY, make_bundle, make_summary
from tests.factories.conferences import NOW
from tests.factories.reviews import LAST_YEAR, make_outline, make_review_duty
from tests.office import Office
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.core import files
from tongket.core.models import Event, StoredFile
from tongket.reviews.actions.bundles import (
    Arrived,
    KeyOfAnother,
    KeyUnknown,
    OtherUnits,
    revoke_sender,
    take_bundle,
    trust_sender,
)
from tongket.reviews.actions.handing_in import file_by_mail, hand_in_file
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.submitting import Came
from tongket.reviews.bundles.reading import open_bundle
from tongket.reviews.bundles.signing import public_of
from tongket.reviews.models import Review, ReviewVersion, Sender
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


def handed_in(office: Office, review: Review, **made: object) -> ReviewVersion:
    """The bundle as unit A's member brings it on the unit's page."""
    data = make_bundle(**made)  # type: ignore[arg-type]
    return hand_in_file(review=review, data=data, name="bao-cao-gui-len.zip", by=office.member_a, now=NOW)


def test_a_unit_brings_its_own_bundle_and_its_leader_confirms(office: Office, review: Review) -> None:
    version = handed_in(office, review)

    found = find_review(office.conference, office.unit_a.pk)
    assert found is not None
    assert (version.came_as, found.confirmed_at, found.attached.count()) == (CameAs.BUNDLE, None, 2)
    assert version.findings[0]["code"] == "bundle-key-unknown"
    assert (Sender.objects.count(), counted(office.conference).count()) == (0, 0)


def test_a_key_that_the_office_knows_confirms_what_the_unit_brings(office: Office, review: Review) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)

    handed_in(office, review)

    assert counted(office.conference).get().confirmed_how == Confirmed.BUNDLE


def noticed(version: ReviewVersion) -> list[str]:
    assert counted(version.review.conference).count() == 0
    return [each["code"] for each in version.findings]


def test_a_bundle_of_before_the_conference_waits_for_the_leader(office: Office, review: Review) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)

    version = handed_in(office, review, summary=replace(make_summary(), made_at=NOW - timedelta(days=1)))

    assert noticed(version) == ["bundle-before-conference"]
    assert version.findings[0]["values"] == {"made": "8:15 20/10/2024"}


def test_an_older_bundle_than_the_one_taken_before_waits_for_the_leader(office: Office, review: Review) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)
    handed_in(office, review, summary=replace(make_summary(), made_at=NOW + timedelta(days=1)))

    assert noticed(handed_in(office, review)) == ["bundle-older"]


def test_last_years_bundle_waits_for_the_leader(office: Office, review: Review) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)
    past = replace(LAST_YEAR, is_current=True)

    assert noticed(handed_in(office, review, summary=replace(make_summary(), periods=(past,))))[:1] == [
        "bundle-other-period"
    ]


def test_a_moment_without_a_zone_is_read(office: Office, review: Review) -> None:
    trust_sender(unit=office.unit_a, key=PUBLIC, by=office.clerk, now=NOW)

    handed_in(office, review, summary=replace(make_summary(), made_at=NOW.replace(tzinfo=None)))

    assert counted(office.conference).get().confirmed_how == Confirmed.BUNDLE


def test_annexes_that_come_again_lie_there_once(office: Office, review: Review) -> None:
    handed_in(office, review)
    stored = StoredFile.objects.count()

    version = handed_in(office, review)

    assert list(version.review.attached.order_by("pk").values_list("caption", flat=True)) == [
        "bao-cao.pdf",
        "bieu.xlsx",
    ]
    assert StoredFile.objects.count() == stored + 1


def test_nothing_of_a_refused_file_is_kept(office: Office, review: Review) -> None:
    make_review_duty(conference=office.conference, unit=office.unit_b)
    with pytest.raises(OtherUnits):
        handed_in(office, review, summary=make_summary(sender=office.unit_b.name, place="Tam Phú"))
    Duty.objects.filter(unit=office.unit_a, kind=DutyKind.REVIEW).update(state=DutyState.WITHDRAWN)
    document, data = Document(), io.BytesIO()
    document.add_paragraph("II. KẾT QUẢ")
    document.save(data)
    moved = find_review(office.conference, office.unit_a.pk) or review
    with pytest.raises((DutyMoved, ReviewMoved)):
        hand_in_file(review=moved, data=data.getvalue(), name="bc.docx", by=office.member_a, now=NOW)

    assert StoredFile.objects.count() == 0


def test_a_unit_does_not_bring_another_units_bundle(office: Office, review: Review) -> None:
    make_review_duty(conference=office.conference, unit=office.unit_b)
    with pytest.raises(OtherUnits):
        handed_in(office, review, summary=make_summary(sender=office.unit_b.name, place="Tam Phú"))
    trust_sender(unit=office.unit_b, key=PUBLIC, by=office.clerk, now=NOW)
    with pytest.raises(KeyOfAnother):
        handed_in(office, review)


def test_a_bundle_under_another_name_is_said(office: Office, review: Review) -> None:
    version = handed_in(office, review, summary=make_summary(sender="Mặt trận xã Tam Thăng", place=""))

    assert [each["code"] for each in version.findings][:2] == ["bundle-key-unknown", "bundle-other-name"]


def test_the_same_bundle_again_is_the_next_version(office: Office, review: Review) -> None:
    handed_in(office, review)

    assert handed_in(office, review).ordinal == 2


def test_a_bundle_comes_by_mail_too_and_waits_for_the_leader(office: Office, review: Review) -> None:
    kept = files.store(data=make_bundle(), name="goi.tongket", now=NOW)

    version = file_by_mail(review=review, kept=(kept,), came=Came(Channel.EMAIL, NOW), by=None, now=NOW)

    assert (version.came_as, version.made_by, counted(office.conference).count()) == (CameAs.BUNDLE, None, 0)


def test_a_changed_bundle_that_came_by_mail_is_kept_with_the_reason(office: Office, review: Review) -> None:
    with zipfile.ZipFile(data := io.BytesIO(make_bundle()), "a") as archive:
        archive.writestr("them.txt", "thêm")
    kept = files.store(data=data.getvalue(), name="goi.tongket", now=NOW)

    version = file_by_mail(review=review, kept=(kept,), came=Came(Channel.EMAIL, NOW), by=None, now=NOW)

    assert [each["code"] for each in version.findings] == ["added-part"]
