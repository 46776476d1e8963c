"""People of a unit on its page, and the ways in that the office gives them."""

import re
from datetime import date

from django.test import Client

from tests.conftest import ClientOf
from tests.factories.accounts import create_user
from tests.factories.units import create_membership, create_unit
from tongket.accounts.models import AccessLink, User
from tongket.accounts.queries import link_by_code
from tongket.core import clock
from tongket.units.models import Membership, Person, Role, Unit

TYPED = {"name": "Võ Thị Hồng Nhung", "post": "Phó Chủ tịch", "phone": "0905 000 104", "email": "nhung@vidu.vn"}


def page_of(client: Client, unit: Unit) -> str:
    """The page of a unit."""
    return client.get(f"/units/{unit.pk}/").content.decode()


def place_of(user: User) -> Membership:
    """The one place of this user."""
    return Membership.objects.get(person__user=user)


def deed(client: Client, place: Membership, name: str) -> int:
    """Presses a button in the line of a person; how the server answers."""
    return client.post(f"/units/{place.unit_id}/people/{place.pk}/{name}").status_code


def test_clerk_adds_somebody_with_a_role(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    client = client_of(secretariat)

    answer = client.post(f"/units/{unit_a.pk}/people/new", TYPED | {"role": "leader"})

    place = Membership.objects.get(unit=unit_a)
    assert answer.headers["Location"] == f"/units/{unit_a.pk}/"
    assert (place.person.name, place.post, place.role) == ("Võ Thị Hồng Nhung", "Phó Chủ tịch", "leader")
    assert "Đã thêm Võ Thị Hồng Nhung." in page_of(client, unit_a)


def test_member_keeps_the_own_units_people_and_gives_nobody_a_rank(
    client_of: ClientOf, member_a: User, unit_a: Unit
) -> None:
    client = client_of(member_a)
    assert 'name="role"' not in client.get(f"/units/{unit_a.pk}/people/new").content.decode()

    client.post(f"/units/{unit_a.pk}/people/new", TYPED | {"role": "clerk"})
    client.post(f"/units/{unit_a.pk}/people/{place_of(member_a).pk}", TYPED | {"role": "clerk", "name": "Hòa"})

    assert list(Membership.objects.values_list("person__name", "role").order_by("pk")) == [
        ("Hòa", "member"),
        ("Võ Thị Hồng Nhung", "member"),
    ]


def test_member_leaves_the_leader_and_other_units_alone(
    client_of: ClientOf, member_a: User, member_b: User, unit_a: Unit
) -> None:
    leader = create_membership(unit=unit_a, role=Role.LEADER)
    client = client_of(member_a)
    deeds = ("", "end", "resume", "way-in", "revoke")

    assert [deed(client, leader, name) for name in ("end", "resume", "way-in", "revoke")] == [403, 403, 403, 403]
    assert [client.post(f"/units/{place_of(member_b).unit_id}/people/{place_of(member_b).pk}").status_code] == [404]
    assert [deed(client, place_of(member_b), name) for name in deeds[1:]] == [404, 404, 404, 404]


def test_person_of_another_unit_is_not_reached_through_ones_own(
    client_of: ClientOf, secretariat: User, host: Unit, unit_a: Unit
) -> None:
    stranger = create_membership(unit=create_unit())

    answer = client_of(secretariat).post(f"/units/{unit_a.pk}/people/{stranger.pk}/end")

    assert answer.status_code == 404


def test_change_keeps_the_old_values_only_in_the_session_and_takes_them_back(
    client_of: ClientOf, secretariat: User, unit_a: Unit, member_a: User
) -> None:
    client, place = client_of(secretariat), place_of(member_a)
    client.post(f"/units/{unit_a.pk}/people/{place.pk}", TYPED | {"role": "member"})
    (address,) = re.findall(r'action="(/units/taken-back/\d+)"', page_of(client, unit_a))

    client_of(member_a).post(address)
    assert Person.objects.get(memberships=place).name == "Võ Thị Hồng Nhung"
    client.post(address)

    assert Person.objects.get(memberships=place).name == "Nguyễn Văn Hòa"


def test_end_and_way_back_from_the_list_of_former_people(
    client_of: ClientOf, secretariat: User, unit_a: Unit, member_a: User
) -> None:
    client, place = client_of(secretariat), place_of(member_a)

    assert deed(client, place, "end") == 302
    place.refresh_from_db()
    assert place.ended_on == date(2024, 10, 21)
    assert "1 người đã thôi" in page_of(client, unit_a)
    assert deed(client, place, "resume") == 302

    place.refresh_from_db()
    assert place.ended_on is None


def test_way_in_is_shown_once_and_opens_the_door(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    client, place = client_of(secretariat), create_membership(unit=unit_a)

    answer = client.post(f"/units/{unit_a.pk}/people/{place.pk}/way-in")
    page = page_of(client, unit_a)

    assert answer.headers["Location"] == f"/units/{unit_a.pk}/#way-in"
    (code,) = re.findall(r'class="spoken">(\d{4} \d{4})<', page)
    (address,) = re.findall(r'value="http://testserver(/enter/[^"]+)"', page)
    link = link_by_code(code, now=clock.now())
    assert link is not None
    assert (link.user.name, link.user.has_usable_password()) == ("Nguyễn Văn Hòa", False)
    assert "Dùng một lần, trước 8:45." in page
    assert code not in page_of(client, unit_a)
    stranger = Client()
    stranger.post(address)
    assert stranger.session["_auth_user_id"] == str(link.user.pk)


def test_way_in_waits_for_the_page_of_its_unit(
    client_of: ClientOf, secretariat: User, unit_a: Unit, unit_b: Unit
) -> None:
    client = client_of(secretariat)
    deed(client, create_membership(unit=unit_a), "way-in")

    assert ("way-in-address" in page_of(client, unit_b), "way-in-address" in page_of(client, unit_a)) == (False, True)


def test_nobody_enters_the_account_of_the_administrator(
    client_of: ClientOf, secretariat: User, admin: User, host: Unit
) -> None:
    place = create_membership(unit=host, user=admin)
    client = client_of(secretariat)

    assert [deed(client, place, name) for name in ("way-in", "revoke")] == [403, 403]
    assert f"/people/{place.pk}/way-in" not in page_of(client, host)
    assert not AccessLink.objects.exists()


def test_revoked_ways_open_nothing_and_are_asked_about_first(
    client_of: ClientOf, secretariat: User, unit_a: Unit, member_a: User
) -> None:
    client, place = client_of(secretariat), place_of(member_a)
    deed(client, place, "way-in")
    page = page_of(client, unit_a)
    (address,) = re.findall(r'value="http://testserver(/enter/[^"]+)"', page)
    assert "không lấy lại được; cần thì tạo cái mới" in page

    deed(client, place, "revoke")

    assert Client().get(address).status_code == 410
    assert f"/people/{place.pk}/revoke" not in page_of(client, unit_a)


def test_revoking_for_who_never_had_an_account_changes_nothing(
    client_of: ClientOf, secretariat: User, unit_a: Unit
) -> None:
    assert deed(client_of(secretariat), create_membership(unit=unit_a), "revoke") == 302
    assert User.objects.count() == 1


def test_faulty_person_keeps_what_was_typed(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    answer = client_of(secretariat).post(f"/units/{unit_a.pk}/people/new", TYPED | {"email": "nhung", "role": "member"})

    assert answer.status_code == 422
    assert 'value="0905 000 104"' in answer.content.decode()
    assert not Person.objects.filter(name="Võ Thị Hồng Nhung").exists()


def test_account_without_a_place_changes_nothing(client_of: ClientOf, unit_a: Unit) -> None:
    place = create_membership(unit=unit_a)

    assert deed(client_of(create_user()), place, "end") == 404


def test_page_of_a_person_shows_what_stands_there(client_of: ClientOf, secretariat: User, member_a: User) -> None:
    place = place_of(member_a)

    form = client_of(secretariat).get(f"/units/{place.unit_id}/people/{place.pk}").context["form"]

    assert {name: form[name].value() for name in form.fields} == {
        "name": "Nguyễn Văn Hòa",
        "post": "Chủ tịch",
        "phone": "0905 000 103",
        "email": "",
        "role": "member",
    }


def test_faulty_change_of_a_person_keeps_what_was_typed_and_what_was_stored(
    client_of: ClientOf, secretariat: User, member_a: User
) -> None:
    place = place_of(member_a)

    answer = client_of(secretariat).post(
        f"/units/{place.unit_id}/people/{place.pk}", TYPED | {"role": "leader", "email": "nhung"}
    )

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors), form["name"].value()) == (422, ["email"], "Võ Thị Hồng Nhung")
    place.refresh_from_db()
    assert (place.person.name, place.role) == ("Nguyễn Văn Hòa", "member")


def test_clerk_changes_rank_and_name_of_the_account(client_of: ClientOf, secretariat: User, member_a: User) -> None:
    place = place_of(member_a)
    client = client_of(secretariat)

    answer = client.post(f"/units/{place.unit_id}/people/{place.pk}", TYPED | {"role": "leader"})

    place.refresh_from_db()
    member_a.refresh_from_db()
    assert answer.headers["Location"] == f"/units/{place.unit_id}/"
    assert (place.person.name, place.post, place.role) == ("Võ Thị Hồng Nhung", "Phó Chủ tịch", "leader")
    assert member_a.name == "Võ Thị Hồng Nhung"


def test_buttons_of_people_are_pressed_never_opened(client_of: ClientOf, secretariat: User, member_a: User) -> None:
    place = place_of(member_a)
    client = client_of(secretariat)

    codes = [
        client.get(f"/units/{place.unit_id}/people/{place.pk}/{name}").status_code
        for name in ("end", "resume", "way-in", "revoke")
    ]

    assert codes == [405, 405, 405, 405]
    place.refresh_from_db()
    assert (place.ended_on, AccessLink.objects.count()) == (None, 0)


def test_who_left_yesterday_has_no_rights_today(client_of: ClientOf, secretariat: User, member_a: User) -> None:
    place = place_of(member_a)
    Membership.objects.filter(pk=place.pk).update(ended_on=date(2024, 10, 20))

    assert client_of(member_a).get(f"/units/{place.unit_id}/").status_code == 404
    Membership.objects.filter(pk=place.pk).update(ended_on=date(2024, 10, 21))
    assert client_of(member_a).get(f"/units/{place.unit_id}/").status_code == 200
