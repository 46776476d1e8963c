"""Search as JSON finds what the page finds, and no more for a unit than its own."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.office import Office
from tongket.accounts.models import User

Browser = Callable[[User], Client]
pytestmark = pytest.mark.django_db


def found(client: Client, office: Office, asked: str) -> list[tuple[str, int]]:
    answer = client.get(f"/api/conferences/{office.conference.pk}/search", {"q": asked}).json()
    return [(each["clause"], ower["duty"]) for each in answer["duties"] for ower in each["owers"]]


def test_office_finds_the_duties_of_all_and_a_unit_its_own(office: Office, as_user: Browser) -> None:
    both = {("I/1", office.duty_a.pk), ("I/1", office.duty_b.pk)}

    assert set(found(as_user(office.clerk), office, "tham luan")) == both
    assert found(as_user(office.member_a), office, "tham luan") == [("I/1", office.duty_a.pk)]
    assert found(as_user(office.clerk), office, "khong co chu nay") == []


def test_conference_of_others_is_not_there(office: Office, as_user: Browser) -> None:
    answer = as_user(office.guest).get(f"/api/conferences/{office.conference.pk}/search", {"q": "a"})

    assert answer.status_code == 404
