"""The pages of the directory, as each of the standing people sees them."""

import re
from datetime import date

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.accounts import create_user
from tests.factories.units import create_membership, create_unit
from tongket.accounts.models import User
from tongket.units.models import Role, Unit
from tongket.units.queries import last_event

FORM = {"name": "MTTQ phường Mới", "body": "front", "place_kind": "phường", "place": "Mới"}


def rows(client: Client, query: str = "") -> list[str]:
    """The units of the list in their order."""
    page = client.get(f"/units/{query}").content.decode()
    return re.findall(r'<th scope="row" class="depth-\d"><a href="[^"]+">([^<]+)</a>', page)


def codes(client: Client, unit: Unit, *pages: str) -> list[int]:
    """How pages of a unit answer."""
    return [client.get(f"/units/{unit.pk}/{page}").status_code for page in pages]


def test_list_is_a_tree_with_the_readers_branch_on_top(
    client_of: ClientOf, secretariat: User, host: Unit, unit_a: Unit, unit_b: Unit
) -> None:
    stranger = create_unit(name="A trước mọi tên")

    assert rows(client_of(secretariat)) == [host.name, unit_b.name, unit_a.name, stranger.name]


def test_list_is_narrowed_by_name_kind_and_day(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    ended = create_unit(name="MTTQ xã Cũ", valid_until_on=date(2024, 1, 1))
    client = client_of(secretariat)

    assert rows(client, "?q=TAM+thang") == [unit_a.name]
    assert rows(client, "?q=cu") == []
    assert rows(client, "?q=cu&ended=on") == [ended.name]
    assert rows(client, "?q=cu&on=1/1/2024") == [ended.name]
    assert rows(client, "?place_kind=xã&body=front") == [unit_a.name]


def test_list_says_what_is_wrong_with_a_day(client_of: ClientOf, secretariat: User) -> None:
    answer = client_of(secretariat).get("/units/?on=31/9/2024")

    assert (answer.status_code, "31/9/2024 không có trong lịch." in answer.content.decode()) == (422, True)


def test_list_shows_fifty_a_page(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    for _ in range(51):
        create_unit(parent=host)
    client = client_of(secretariat)

    assert (len(rows(client)), len(rows(client, "?page=2"))) == (50, 2)
    assert "Trang 2 trên 2" in client.get("/units/?page=2").content.decode()


def test_list_asks_the_same_for_one_and_for_three(
    client_of: ClientOf, secretariat: User, host: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(secretariat)
    client.get("/units/")

    for _ in range(2):
        with django_assert_num_queries(11):
            client.get("/units/")
        for _ in range(2):
            create_unit(parent=host)


def test_member_sees_the_own_units_page_only(
    client_of: ClientOf, member_a: User, unit_a: Unit, unit_b: Unit, host: Unit
) -> None:
    client = client_of(member_a)

    assert client.get("/units/").status_code == 404
    assert (codes(client, unit_a, "", "edit", "end"), codes(client, unit_b, "", "edit")) == (
        [200, 403, 403],
        [404, 404],
    )
    assert codes(client, host, "") == [404]
    assert f"/units/{host.pk}/" not in client.get(f"/units/{unit_a.pk}/").content.decode()


def test_reader_of_the_host_reads_and_changes_nothing(
    client_of: ClientOf, secretariat: User, host: Unit, unit_a: Unit
) -> None:
    reader = create_user()
    create_membership(unit=host, user=reader)
    client = client_of(reader)

    assert codes(client, unit_a, "", "edit", "end", "people/new") == [200, 403, 403, 403]
    assert (client.get("/units/new").status_code, client.get("/units/import").status_code) == (403, 403)


def test_guest_finds_nothing(client_of: ClientOf, guest: User, secretariat: User, unit_a: Unit) -> None:
    client = client_of(guest)

    assert codes(client, unit_a, "", "edit", "end", "people/new") == [404, 404, 404, 404]
    assert (client.get("/units/").status_code, client.get("/units/new").status_code) == (404, 404)


def test_reader_from_another_office_sees_no_people(client_of: ClientOf, unit_a: Unit, member_a: User) -> None:
    other = create_user()
    create_membership(unit=create_unit(), user=other, role=Role.LEADER)

    page = client_of(other).get(f"/units/{unit_a.pk}/").content.decode()

    assert (unit_a.name in page, member_a.name in page) == (True, False)


def test_page_of_a_unit_tells_what_it_was_and_became(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    old = create_unit(name="MTTQ xã Cũ", valid_until_on=date(2024, 1, 1))
    old.successors.add(unit_a)
    client = client_of(secretariat)

    assert f'<a href="/units/{unit_a.pk}/">{unit_a.name}</a>' in client.get(f"/units/{old.pk}/").content.decode()
    assert "Đơn vị hết hiệu lực sau thứ Hai, 1/1/2024." in client.get(f"/units/{old.pk}/").content.decode()
    assert f'<a href="/units/{old.pk}/">MTTQ xã Cũ</a>' in client.get(f"/units/{unit_a.pk}/").content.decode()


def test_page_of_a_unit_asks_the_same_for_one_person_and_for_three(
    client_of: ClientOf, secretariat: User, unit_a: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(secretariat)
    client.get("/units/")

    for people in (1, 2):
        for _ in range(people):
            create_membership(unit=unit_a, user=create_user())
        with django_assert_num_queries(20):
            client.get(f"/units/{unit_a.pk}/")


def test_clerk_adds_a_unit_below_the_own(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    client = client_of(secretariat)
    shown = client.get(f"/units/new?parent={host.pk}").content.decode()

    answer = client.post("/units/new", FORM | {"parent": host.name, "aliases": "MT Mới"})

    made = Unit.objects.get(name="MTTQ phường Mới")
    assert f'value="{host.name}"' in shown
    assert answer.headers["Location"] == f"/units/{made.pk}/"
    assert (made.parent, [alias.name for alias in made.aliases.all()]) == (host, ["MT Mới"])


def test_clerk_adds_no_unit_that_stands_alone(client_of: ClientOf, secretariat: User) -> None:
    answer = client_of(secretariat).post("/units/new", FORM)

    assert answer.status_code == 422
    assert not Unit.objects.filter(name="MTTQ phường Mới").exists()


def test_clerk_changes_a_unit_and_takes_it_back(
    client_of: ClientOf, secretariat: User, host: Unit, unit_a: Unit
) -> None:
    client = client_of(secretariat)
    client.post(f"/units/{unit_a.pk}/edit", FORM | {"parent": host.name})
    assert Unit.objects.get(pk=unit_a.pk).name == "MTTQ phường Mới"
    event = last_event(unit_a)
    assert event is not None
    assert f'action="/units/taken-back/{event.pk}"' in client.get(f"/units/{unit_a.pk}/").content.decode()

    client.post(f"/units/taken-back/{event.pk}")

    assert Unit.objects.get(pk=unit_a.pk).name == unit_a.name


def test_circle_and_backward_days_are_told_at_their_fields(
    client_of: ClientOf, admin: User, host: Unit, unit_a: Unit
) -> None:
    client = client_of(admin)

    circle = client.post(f"/units/{host.pk}/edit", FORM | {"parent": unit_a.name})
    days = client.post(f"/units/{unit_a.pk}/edit", FORM | {"valid_from_on": "1/7/2025", "valid_until_on": "30/6/2025"})
    new = client.post("/units/new", FORM | {"valid_from_on": "1/7/2025", "valid_until_on": "30/6/2025"})

    assert list(circle.context["form"].errors) == ["parent"]
    assert [list(each.context["form"].errors) for each in (days, new)] == [["valid_until_on"], ["valid_until_on"]]


def test_clerk_merges_a_unit_into_another(client_of: ClientOf, secretariat: User, unit_a: Unit, unit_b: Unit) -> None:
    client = client_of(secretariat)

    client.post(f"/units/{unit_a.pk}/end", {"last_day": "30/6/2025", "ticked": [str(unit_b.pk)]})

    unit = Unit.objects.get(pk=unit_a.pk)
    assert (unit.valid_until_on, list(unit.successors.all())) == (date(2025, 6, 30), [unit_b])


def test_end_before_the_beginning_is_told(client_of: ClientOf, admin: User) -> None:
    unit = create_unit(valid_from_on=date(2025, 7, 1))

    answer = client_of(admin).post(f"/units/{unit.pk}/end", {"last_day": "30/6/2025"})

    assert list(answer.context["form"].errors) == ["last_day"]


def test_list_in_an_empty_directory_and_on_an_empty_day_says_what_to_do(client_of: ClientOf, admin: User) -> None:
    client = client_of(admin)
    assert "Danh bạ còn trống" in client.get("/units/").content.decode()
    create_unit(valid_until_on=date(2024, 1, 1))

    page = client.get("/units/").content.decode()

    assert "Không đơn vị nào còn hiệu lực vào thứ Hai, 21/10/2024" in page
    assert "Không thấy đơn vị nào" in client.get("/units/?q=zz").content.decode()


def test_page_for_changing_shows_what_stands_there(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    form = client_of(secretariat).get(f"/units/{unit_a.pk}/edit").context["form"]

    assert {name: form[name].value() for name in ("name", "short_name", "place", "parent", "aliases")} == {
        "name": "Ủy ban MTTQ Việt Nam xã Tam Thăng",
        "short_name": "UBMTTQVN xã Tam Thăng",
        "place": "Tam Thăng",
        "parent": "Ủy ban MTTQ Việt Nam thành phố",
        "aliases": "",
    }


def test_faulty_change_keeps_what_was_typed_and_what_was_stored(
    client_of: ClientOf, secretariat: User, host: Unit, unit_a: Unit
) -> None:
    typed = FORM | {"parent": host.name, "email": "mt", "phone": "0235 000 000"}

    answer = client_of(secretariat).post(f"/units/{unit_a.pk}/edit", typed)

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors), form["phone"].value()) == (422, ["email"], "0235 000 000")
    assert Unit.objects.get(pk=unit_a.pk).name == "Ủy ban MTTQ Việt Nam xã Tam Thăng"


def test_choice_of_units_above_is_what_the_own_unit_keeps(
    client_of: ClientOf, secretariat: User, host: Unit, unit_a: Unit
) -> None:
    create_unit(name="Nơi khác")

    known = client_of(secretariat).get("/units/new").context["known"]

    assert sorted(known) == sorted([host.name, unit_a.name])


def test_ending_asks_for_a_day_and_for_successors_that_are_there(
    client_of: ClientOf, secretariat: User, unit_a: Unit, unit_b: Unit
) -> None:
    client = client_of(secretariat)

    shown = client.get(f"/units/{unit_a.pk}/end").context["form"]
    refused = client.post(f"/units/{unit_a.pk}/end", {"last_day": "31/6/2025", "others": "Không có"})

    assert [name for _key, name in shown.fields["ticked"].choices] == [unit_b.name]
    assert (refused.status_code, sorted(refused.context["form"].errors)) == (422, ["last_day", "others"])
    assert Unit.objects.get(pk=unit_a.pk).valid_until_on is None


def test_members_and_strangers_neither_change_nor_end_a_unit(
    client_of: ClientOf, member_a: User, member_b: User, guest: User, unit_a: Unit
) -> None:
    pages = [f"/units/{unit_a.pk}/{page}" for page in ("edit", "end")]

    answers = [[client_of(user).post(page, FORM).status_code for page in pages] for user in (member_a, member_b, guest)]

    assert answers == [[403, 403], [404, 404], [404, 404]]
    assert Unit.objects.get(pk=unit_a.pk).place == "Tam Thăng"


def test_list_and_page_answer_reading_only(client_of: ClientOf, secretariat: User, unit_a: Unit) -> None:
    client = client_of(secretariat)

    assert [client.post(address).status_code for address in ("/units/", f"/units/{unit_a.pk}/")] == [405, 405]


def test_list_turns_its_pages(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    for _ in range(51):
        create_unit(parent=host)

    client = client_of(secretariat)

    assert [len(rows(client, f"?page={page}")) for page in (1, 2, "cuoi")] == [50, 2, 50]
