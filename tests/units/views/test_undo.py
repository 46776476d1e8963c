"""Taking back what was just done, through the button that stands beside what was said."""

from tests.conftest import ClientOf
from tests.factories.accounts import NOW
from tests.factories.units import create_membership, create_unit
from tongket.accounts.models import User
from tongket.core.audit import record
from tongket.core.models import Event
from tongket.units import actions
from tongket.units.models import Role, Unit
from tongket.units.queries import last_event


def event_of(unit: Unit) -> Event:
    """What was last done to the unit."""
    event = last_event(unit)
    assert event is not None
    return event


def test_new_unit_is_taken_back_and_the_list_is_shown(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    unit = create_unit(parent=host)

    answer = client_of(secretariat).post(f"/units/taken-back/{event_of(unit).pk}")

    assert answer.headers["Location"] == "/units/"
    assert not Unit.objects.filter(pk=unit.pk).exists()


def test_too_late_says_why(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    event = event_of(unit_a)
    create_membership(unit=unit_a)
    client = client_of(secretariat)

    client.post(f"/units/taken-back/{event.pk}")

    assert "Sau đó đã có thay đổi khác, không lấy lại được nữa." in client.get("/units/").content.decode()


def test_only_who_may_change_takes_back(
    client_of: ClientOf, secretariat: User, member_a: User, member_b: User, guest: User, unit_a: Unit
) -> None:
    actions.change_unit(unit=unit_a, values={"phone": "1"}, by=secretariat, now=NOW)
    address = f"/units/taken-back/{event_of(unit_a).pk}"

    assert [client_of(user).post(address).status_code for user in (member_a, member_b, guest)] == [403, 404, 404]
    assert Unit.objects.get(pk=unit_a.pk).phone == "1"


def test_leaders_leaving_is_not_taken_back_by_a_member(client_of: ClientOf, member_a: User, unit_a: Unit) -> None:
    place = create_membership(unit=unit_a, role=Role.LEADER)
    actions.end_membership(membership=place, last_day=NOW.date(), by=member_a, now=NOW)
    event = last_event(place)
    assert event is not None

    assert client_of(member_a).post(f"/units/taken-back/{event.pk}").status_code == 403


def test_person_that_is_gone_is_too_late_and_leads_a_member_home(
    client_of: ClientOf, member_a: User, unit_a: Unit
) -> None:
    typed = {"name": "A", "post": "", "phone": "", "email": "", "role": "member"}
    place = actions.add_person(unit=unit_a, **typed, by=member_a, now=NOW)
    event = last_event(place)
    assert event is not None
    client = client_of(member_a)

    first, second = (client.post(f"/units/taken-back/{event.pk}").headers["Location"] for _ in range(2))

    assert (first, second) == (f"/units/{unit_a.pk}/", f"/units/{unit_a.pk}/")
    assert unit_a.memberships.count() == 1


def test_other_events_are_none_of_this_room(client_of: ClientOf, admin: User) -> None:
    event = record(verb="change_password", subject=admin, by=admin, now=NOW)

    answers = [client_of(admin).post(f"/units/taken-back/{key}").status_code for key in (event.pk, event.pk + 99)]

    assert answers == [404, 404]
