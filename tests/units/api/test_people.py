"""The people of a unit as JSON: who sees and keeps them, and who is given a way in."""

from typing import Any

from django.test import Client

from tests.conftest import ClientOf
from tests.factories.units import create_membership
from tongket.accounts.models import User
from tongket.units.models import Membership, Role, Unit

NEW = {"name": "Hồ Thị Mai", "post": "Phó Chủ tịch", "phone": "0905 000 222", "email": "mai@thu.vn"}


def people(unit: Unit, rest: str = "") -> str:
    """An address about the people of `unit`."""
    return f"/api/units/{unit.pk}/people{rest}"


def send(client: Client, method: str, address: str, data: dict[str, Any] | None = None) -> tuple[int, Any]:
    """Sends JSON; the code and the JSON that come back."""
    answer = getattr(client, method)(address, data or {}, content_type="application/json")
    return answer.status_code, answer.json()


def test_person_is_added_listed_and_changed(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    client = client_of(secretariat)

    code, made = send(client, "post", people(unit_a), NEW)
    assert (code, made) == (
        200,
        {"id": made["id"], **NEW, "role": "member", "ended_on": None, "may_enter": False},
    )
    assert client.get(people(unit_a)).json()[-1] == made

    changed = send(client, "put", people(unit_a, f"/{made['id']}"), {"name": "Hồ Thị Mai", "role": "leader"})
    assert changed == (200, made | {"role": "leader"})


def test_changing_a_name_alone_takes_no_role_away(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    leader = create_membership(unit=unit_a, role=Role.LEADER)

    send(client_of(secretariat), "put", people(unit_a, f"/{leader.pk}"), {"name": "Tên mới"})

    leader.refresh_from_db()
    assert (leader.person.name, leader.role) == ("Tên mới", Role.LEADER)


def test_own_people_rank_nobody(client_of: ClientOf, member_a: User, unit_a: Unit) -> None:
    code, made = send(client_of(member_a), "post", people(unit_a), NEW | {"role": "clerk"})

    assert (code, made["role"]) == (200, "member")


def test_error_of_the_form_is_answered_with_words(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    code, said = send(client_of(secretariat), "post", people(unit_a), NEW | {"name": "", "email": "x"})

    assert code == 422
    assert (said["detail"].startswith("name: "), " email: " in said["detail"]) == (True, True)


def test_person_leaves_and_comes_back(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    somebody, client = create_membership(unit=unit_a), client_of(secretariat)

    left = send(client, "post", people(unit_a, f"/{somebody.pk}/end"))
    back = send(client, "post", people(unit_a, f"/{somebody.pk}/resume"))

    assert [(code, said["ended_on"]) for code, said in (left, back)] == [(200, "2024-10-21"), (200, None)]


def test_way_in_is_told_once_and_taken_back(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    somebody, client = create_membership(unit=unit_a), client_of(secretariat)

    code, way = send(client, "post", people(unit_a, f"/{somebody.pk}/way-in"))
    assert (code, way["sign_in"], len(way["code"].replace(" ", ""))) == (200, "http://testserver/sign-in", 8)
    assert Client().get(way["link"]).status_code == 200

    code, said = send(client, "post", people(unit_a, f"/{somebody.pk}/revoke"))
    assert (code, said["may_enter"]) == (200, True)
    assert Client().get(way["link"]).status_code == 410


def test_neighbours_see_nobody_and_members_give_no_way_in(
    client_of: ClientOf, member_a: User, member_b: User, unit_a: Unit
) -> None:
    own = Membership.objects.get(person__user=member_a)
    calls = [
        ("get", ""),
        ("post", ""),
        ("put", f"/{own.pk}"),
        ("post", f"/{own.pk}/end"),
        ("post", f"/{own.pk}/way-in"),
    ]

    codes = [send(client_of(member_b), method, people(unit_a, rest), NEW)[0] for method, rest in calls]

    assert codes == [404] * 5
    assert send(client_of(member_a), "post", people(unit_a, f"/{own.pk}/way-in"))[0] == 403
    assert send(client_of(member_a), "post", people(unit_a, f"/{own.pk}/revoke"))[0] == 403


def test_error_nobody_is_signed_in(client: Client, admin: User, unit_a: Unit) -> None:
    assert [send(client, method, people(unit_a), NEW)[0] for method in ("get", "post")] == [401, 401]
