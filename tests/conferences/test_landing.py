"""Where people land after signing in: those of a unit at its work, a leader with what waits to be confirmed on top."""

from datetime import date

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.cancelling import cancel_conference
from tongket.conferences.models import Conference
from tongket.units.models import Membership, Role, Unit


def landed(as_user: ClientOf, user: User) -> str:
    return str(as_user(user).get("/", follow=True).redirect_chain[-1][0])


def also(user: User, unit: Unit, role: Role) -> None:
    """Another membership beside those `user` has."""
    Membership.objects.create(person=user.person, unit=unit, role=role)


@pytest.fixture
def leader_a(office: Office) -> User:
    return make_user(unit=office.unit_a, role=Role.LEADER, name="Võ Thị Hồng Nhung")


def test_leader_and_member_of_a_unit_land_at_its_work(office: Office, as_user: ClientOf, leader_a: User) -> None:
    work = f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"

    assert [landed(as_user, user) for user in (leader_a, office.member_a)] == [work, work]
    assert as_user(leader_a).get("/conferences/").status_code == 200
    shown = [as_user(user).get(work).content.decode() for user in (leader_a, office.member_a)]
    assert ['href="/conferences/"' in page for page in shown] == [True, False]


def test_people_of_the_host_land_at_the_list(office: Office, as_user: ClientOf) -> None:
    assert [landed(as_user, user) for user in (office.clerk, office.leader)] == ["/conferences/"] * 2


def test_of_two_years_the_one_to_come_is_meant(office: Office, as_user: ClientOf, leader_a: User) -> None:
    before = make_conference(host=office.conference.host, held_on=date(2023, 10, 30))
    make_duty(conference=before, unit=office.unit_a)

    assert landed(as_user, leader_a) == f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"
    Conference.objects.filter(pk=before.pk).update(held_on=None)
    assert landed(as_user, leader_a) == "/conferences/"


def test_what_waits_for_the_leader_comes_first_on_the_page(office: Office, as_user: ClientOf, leader_a: User) -> None:
    review = make_review(conference=office.conference, unit=office.unit_a, figures={"models": 3})
    address = f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"

    for_leader = as_user(leader_a).get(address)
    for_member = as_user(office.member_a).get(address)

    page = for_leader.context["page"]
    assert (page.to_confirm, page.jobs[0].duty, page.jobs[0].is_readers) == (1, review.duty, True)
    assert "1 việc chờ ông, bà xác nhận." in for_leader.content.decode()
    assert (for_member.context["page"].to_confirm, for_member.context["page"].jobs[0].duty) == (0, office.duty_a)


def test_nothing_waits_for_the_leader_where_the_conference_was_called_off(
    office: Office, as_user: ClientOf, leader_a: User
) -> None:
    make_review(conference=office.conference, unit=office.unit_a, figures={"models": 3})
    cancel_conference(conference=office.conference, reason="Bão số 6", by=office.clerk, now=NOW)

    page = as_user(leader_a).get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/").context["page"]

    assert page.to_confirm == 0


def test_clerk_of_another_unit_reaches_the_list_where_conferences_are_begun(office: Office, as_user: ClientOf) -> None:
    also(office.member_a, make_unit(place="Tam Ngọc"), Role.CLERK)

    page = as_user(office.member_a).get("/", follow=True).content.decode()

    assert 'href="/conferences/"' in page


def test_leader_lands_at_the_unit_that_he_leads(office: Office, as_user: ClientOf) -> None:
    also(office.member_a, office.unit_b, Role.LEADER)

    assert landed(as_user, office.member_a) == f"/conferences/{office.conference.pk}/units/{office.unit_b.pk}/"
