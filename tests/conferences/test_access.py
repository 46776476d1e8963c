"""Who may do what in a conference."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.access import conferences_of, may_start, rights_of

TODAY = NOW.date()
Browser = Callable[[User], Client]


def test_rights_of_the_clerk_run_the_conference(office: Office) -> None:
    rights = rights_of(office.clerk, office.conference, on=TODAY)

    assert (rights.may_run, rights.may_see_all, rights.units) == (True, True, frozenset())


def test_rights_of_a_plain_member_of_the_host_only_see(office: Office) -> None:
    rights = rights_of(office.host_member, office.conference, on=TODAY)

    assert (rights.may_run, rights.may_see_all, rights.may_hand_in(office.unit_a.pk)) == (False, True, False)


def test_rights_of_a_unit_member_end_at_the_own_unit(office: Office) -> None:
    rights = rights_of(office.member_a, office.conference, on=TODAY)

    assert rights.units == frozenset({office.unit_a.pk})
    assert rights.may_see_unit(office.unit_a.pk) is True
    assert rights.may_see_unit(office.unit_b.pk) is False


def test_rights_of_a_guest_are_none(office: Office) -> None:
    rights = rights_of(office.guest, office.conference, on=TODAY)

    assert (rights.is_host, rights.units) == (False, frozenset())


def test_conferences_of_each_person_are_those_with_a_part(office: Office) -> None:
    found = {user.name: list(conferences_of(user, on=TODAY)) for user in (office.clerk, office.member_a, office.guest)}

    assert found == {
        "Trần Thị Lệ": [office.conference],
        "Nguyễn Văn Hòa": [office.conference],
        "Người Lạ": [],
    }


def test_may_start_belongs_to_clerks_and_leaders(office: Office) -> None:
    people = (office.clerk, office.leader, office.host_member, office.member_a, office.guest)

    assert [may_start(user, on=TODAY) for user in people] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/conferences/{c}/", [200, 200, 200, 302, 404]),
        ("/conferences/{c}/plan/", [200, 200, 200, 200, 404]),
        ("/conferences/{c}/sheet", [200, 200, 200, 403, 404]),
        ("/conferences/{c}/duties.xlsx", [200, 200, 200, 403, 404]),
        ("/conferences/{c}/settings", [200, 200, 403, 403, 404]),
        ("/conferences/{c}/due", [200, 200, 403, 403, 404]),
        ("/conferences/{c}/reminders", [200, 200, 403, 403, 404]),
        ("/conferences/{c}/search?q=tham", [200, 200, 200, 200, 404]),
        ("/conferences/{c}/units/{a}/", [200, 200, 200, 200, 404]),
        ("/conferences/{c}/units/{b}/", [200, 200, 200, 404, 404]),
        ("/conferences/{c}/units/{a}/contact", [200, 200, 403, 403, 404]),
        ("/duties/{da}/", [200, 200, 200, 200, 404]),
        ("/duties/{db}/", [200, 200, 200, 404, 404]),
        ("/readings/new", [200, 200, 404, 404, 404]),
    ],
)
def test_page_opens_for_those_with_a_right(office: Office, as_user: Browser, path: str, statuses: list[int]) -> None:
    address = path.format(
        c=office.conference.pk,
        a=office.unit_a.pk,
        b=office.unit_b.pk,
        da=office.duty_a.pk,
        db=office.duty_b.pk,
    )
    people = (office.clerk, office.leader, office.host_member, office.member_a, office.guest)

    assert [as_user(user).get(address).status_code for user in people] == statuses


def test_member_of_unit_b_finds_nothing_of_unit_a(office: Office, as_user: Browser) -> None:
    page = as_user(office.member_b).get(f"/conferences/{office.conference.pk}/search?q=tham")

    assert [pk for each in page.context["found"].assigned for pk, _name in each.owers] == [office.duty_b.pk]
