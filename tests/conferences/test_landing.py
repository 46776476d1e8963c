"""Where people land after signing in: those of a unit at its work, a leader with what waits to be confirmed on top."""

from datetime import date

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import make_conference, make_duty, make_user
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.units.models import Role


def landed(as_user: ClientOf, user: User) -> str:
    return str(as_user(user).get("/", follow=True).redirect_chain[-1][0])


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
