import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.reviews import make_outline, make_review
from tests.office import Office
from tongket.reviews.models import Review

pytestmark = pytest.mark.django_db


def test_list_is_for_people_of_the_host(office: Office, sent: Review, as_user: ClientOf) -> None:
    path = reverse("reviews:list", args=[office.conference.pk])

    assert as_user(office.member_a).get(path).status_code == 404
    assert as_user(office.guest).get(path).status_code == 404
    shown = as_user(office.host_member).get(path).content.decode()
    assert office.unit_a.name in shown
    assert "<b>1/2 đơn vị đã gửi</b>" in shown
    assert "Chờ lãnh đạo xác nhận" in shown


def test_list_of_an_earlier_day(office: Office, sent: Review, as_user: ClientOf) -> None:
    path = reverse("reviews:list", args=[office.conference.pk])

    shown = as_user(office.clerk).get(path, {"on": "20/10/2024"}).content.decode()
    assert "<b>0/2 đơn vị đã gửi</b>" in shown
    assert "không có trong lịch" in as_user(office.clerk).get(path, {"on": "32/10/2024"}).content.decode()


def test_filters(office: Office, sent: Review, as_user: ClientOf) -> None:
    path = reverse("reviews:list", args=[office.conference.pk])

    waiting = as_user(office.clerk).get(path, {"show": "waiting"}).content.decode()
    accepted = as_user(office.clerk).get(path, {"show": "accepted"}).content.decode()

    assert office.unit_a.name in waiting
    assert office.unit_b.name not in waiting
    assert "Không báo cáo nào ở trạng thái này." in accepted


@pytest.mark.usefixtures("monday")
def test_list_asks_the_same_for_one_and_three(
    office: Office, as_user: ClientOf, django_assert_num_queries: object
) -> None:
    make_outline(conference=office.conference)
    path = reverse("reviews:list", args=[office.conference.pk])
    client = as_user(office.clerk)
    client.get(path)
    for number in (1, 2):
        for _ in range(number):
            make_review(conference=office.conference, figures={"models": 1})
        with django_assert_num_queries(29):  # type: ignore[operator]
            client.get(path)
