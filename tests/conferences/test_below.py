"""A unit's own meeting below a conference: who may open it, what it starts from, what each sees of it."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.conferences import make_conference, make_duty, make_user
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Reading
from tongket.conferences.rules import DutyKind, DutyState
from tongket.units.models import Role

Browser = Callable[[User], Client]


@pytest.fixture
def head(office: Office) -> User:
    """The leader of unit A, which owes a review."""
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REVIEW)
    return make_user(unit=office.unit_a, role=Role.LEADER, name="Phan Thị Mỹ")


def opening(office: Office, unit_id: int) -> str:
    return f"/readings/new?below={office.conference.pk}&unit={unit_id}"


def page(client: Client, office: Office) -> str:
    return client.get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/").content.decode()


def test_leader_of_the_unit_is_offered_the_meeting(office: Office, head: User, as_user: Browser) -> None:
    offered = [
        "Mở hội nghị của đơn vị" in page(as_user(user), office) for user in (head, office.member_a, office.clerk)
    ]

    assert offered == [True, False, False]


def test_unit_without_a_review_is_offered_none(office: Office, as_user: Browser) -> None:
    user = make_user(unit=office.unit_a, role=Role.LEADER, name="Phan Thị Mỹ")

    assert "Họp tổng kết của đơn vị" not in page(as_user(user), office)


def test_meeting_starts_from_a_draft_of_the_plan_above(office: Office, head: User, as_user: Browser) -> None:
    context = as_user(head).get(opening(office, office.unit_a.pk)).context

    assert (context["below"].host, context["text"].splitlines()[0]) == (office.unit_a, office.unit_a.name.upper())


@pytest.mark.slow
def test_draft_becomes_the_units_conference(office: Office, head: User, as_user: Browser) -> None:
    client = as_user(head)
    text = client.get(opening(office, office.unit_a.pk)).context["text"]

    client.post(opening(office, office.unit_a.pk), {"by": "text", "text": text})
    reading = Reading.objects.get()
    client.post(f"/readings/{reading.pk}/", {"do": "make"})

    reading.refresh_from_db()
    assert reading.conference is not None
    assert (reading.conference.host, reading.conference.parent) == (office.unit_a, office.conference)


def test_others_cannot_open_it(office: Office, head: User, as_user: Browser) -> None:
    people = (office.clerk, office.member_a, office.member_b, office.guest)

    answers = [as_user(user).get(opening(office, office.unit_a.pk)).status_code for user in people]

    assert (as_user(head).get(opening(office, office.unit_b.pk)).status_code, answers) == (404, [404] * 4)


def test_office_sees_how_far_the_meeting_is(office: Office, head: User, as_user: Browser) -> None:
    below = make_conference(host=office.unit_a, parent=office.conference)
    make_duty(conference=below, unit=office.unit_b, state=DutyState.ACCEPTED)
    make_duty(conference=below, unit=office.unit_b)

    seen, own = page(as_user(office.clerk), office), page(as_user(head), office)

    link = f'href="/conferences/{below.pk}/"'
    assert ("Xong 1/2 phần việc." in seen, link in seen, link in own) == (True, False, True)
