"""The page where a bundle is looked at and taken."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import ClientOf
from tests.factories.bundles import KEY, make_bundle, make_summary
from tests.factories.conferences import NOW
from tests.factories.reviews import make_outline, make_review_duty
from tests.office import Office
from tongket.reviews.actions.bundles import trust_sender
from tongket.reviews.bundles.signing import fingerprint, public_of
from tongket.reviews.models import Review, Sender
from tongket.reviews.queries.counting import counted

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def here(office: Office) -> str:
    """Both units owe a review."""
    make_outline(conference=office.conference)
    for unit in (office.unit_a, office.unit_b):
        make_review_duty(conference=office.conference, unit=unit)
    return f"/conferences/{office.conference.pk}/reviews/bundle"


def file(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("tam-thang.tongket", data)


def held_in(page: str) -> str:
    return page.split('name="held" value="')[1].split('"')[0]


def test_a_bundle_is_looked_at_compared_and_taken(office: Office, here: str, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)

    page = clerk.post(here, {"file": file(make_bundle())}).content.decode()
    assert fingerprint(public_of(KEY)) in page
    assert not Review.objects.filter(versions__isnull=False).exists()
    wanted = {"held": held_in(page), "unit": office.unit_a.pk}
    unsure = clerk.post(here, wanted)
    taken = clerk.post(here, wanted | {"is_compared": "on"})

    assert (unsure.status_code, "Máy gửi tệp này chưa quen." in unsure.content.decode()) == (422, True)
    assert taken.headers["Location"] == f"/conferences/{office.conference.pk}/reviews/{office.unit_a.pk}/"
    assert counted(office.conference).get().unit == office.unit_a
    known = clerk.post(here, {"file": file(make_bundle())}).content.decode()
    assert "Chữ ký đúng, của" in known


def test_the_list_leads_who_decides_to_the_page(office: Office, here: str, as_user: ClientOf) -> None:
    whole = here.removesuffix("bundle")

    assert f'href="{here}"' in as_user(office.clerk).get(whole).content.decode()
    assert f'href="{here}"' not in as_user(office.host_member).get(whole).content.decode()


def test_a_changed_bundle_is_refused_with_the_reason(office: Office, here: str, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(here, {"file": file(b"%PDF-1.7")})

    assert answer.status_code == 422
    assert "Tệp này không phải tệp báo cáo đóng gói." in answer.content.decode()


def test_a_known_key_is_taken_for_its_own_unit_only(office: Office, here: str, as_user: ClientOf) -> None:
    trust_sender(unit=office.unit_a, key=public_of(KEY), by=office.clerk, now=NOW)
    clerk = as_user(office.clerk)
    page = clerk.post(here, {"file": file(make_bundle(summary=make_summary()))}).content.decode()

    answer = clerk.post(here, {"held": held_in(page), "unit": office.unit_b.pk})

    assert answer.status_code == 422
    assert "Chọn đúng đơn vị ấy." in answer.content.decode()


def test_an_old_page_asks_for_the_file_again(office: Office, here: str, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(here, {"held": "x", "unit": office.unit_a.pk}, follow=True)

    assert "Trang này đã cũ. Chọn lại tệp." in answer.content.decode()


def test_a_trusted_key_is_revoked(office: Office, here: str, as_user: ClientOf) -> None:
    sender = trust_sender(unit=office.unit_a, key=public_of(KEY), by=office.clerk, now=NOW)

    page = as_user(office.clerk).post(
        f"/conferences/{office.conference.pk}/reviews/senders", {"sender": sender.pk}, follow=True
    )

    assert "Đã thôi tin máy ấy." in page.content.decode()
    assert Sender.objects.get().revoked_at is not None


@pytest.mark.parametrize(("who", "status"), [("host_member", 403), ("member_a", 404), ("guest", 404)])
def test_only_who_decides_takes_bundles(office: Office, here: str, as_user: ClientOf, who: str, status: int) -> None:
    assert as_user(getattr(office, who)).get(here).status_code == status
