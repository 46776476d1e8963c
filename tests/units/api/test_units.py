"""The directory as JSON: the same rights and the same actions as the pages."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conftest import ClientOf
from tests.factories.units import create_unit
from tongket.accounts.models import User
from tongket.units.models import Unit

URL = "/api/units/"


def send(client: Client, method: str, address: str, data: dict[str, Any]) -> tuple[int, Any]:
    """Sends JSON; the code and the JSON that come back."""
    answer = getattr(client, method)(address, data, content_type="application/json")
    return answer.status_code, answer.json()


def test_list_is_filtered_and_paged(client_of: ClientOf, secretariat: User, unit_a: Unit, unit_b: Unit) -> None:
    client = client_of(secretariat)

    assert [each["name"] for each in client.get(URL, {"q": "tam thang"}).json()["items"]] == [unit_a.name]
    paged = client.get(URL, {"limit": 1, "offset": 1}).json()
    assert (paged["count"], len(paged["items"])) == (3, 1)


def test_one_unit_is_told_with_its_names(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    unit = create_unit(name="MTTQ xã Cũ", place="Cũ", parent=host, aliases=["MT Cũ"])
    unit.successors.add(host)

    assert client_of(secretariat).get(f"{URL}{unit.pk}").json() == {
        "id": unit.pk,
        "name": "MTTQ xã Cũ",
        "short_name": "",
        "body": "front",
        "place_kind": "xã",
        "place": "Cũ",
        "parent_id": host.pk,
        "email": "",
        "phone": "",
        "valid_from_on": None,
        "valid_until_on": None,
        "aliases": ["MT Cũ"],
        "successor_ids": [host.pk],
    }


def test_member_reads_the_own_unit_only(client_of: ClientOf, member_a: User, unit_a: Unit, unit_b: Unit) -> None:
    client = client_of(member_a)

    assert [client.get(f"{URL}{unit.pk}").status_code for unit in (unit_a, unit_b)] == [200, 404]
    assert client.get(URL).status_code == 404


def test_unit_is_added_and_changed(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    client = client_of(secretariat)
    new = {"name": "MTTQ xã Mới", "body": "front", "parent_id": host.pk, "aliases": ["MT Mới"]}

    code, made = send(client, "post", URL, new)
    changed_code, changed = send(client, "put", f"{URL}{made['id']}", new | {"phone": "0235 111", "aliases": []})

    assert (code, made["aliases"], made["parent_id"]) == (200, ["MT Mới"], host.pk)
    assert (changed_code, changed["phone"], changed["aliases"]) == (200, "0235 111", [])


def test_clerk_adds_neither_a_root_nor_below_others(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    stranger = create_unit()
    client = client_of(secretariat)
    new: dict[str, Any] = {"name": "MTTQ xã Mới", "body": "front"}

    codes = [
        client.post(URL, new | {"parent_id": parent}, content_type="application/json").status_code
        for parent in (None, stranger.pk)
    ]

    assert codes == [403, 403]
    assert not Unit.objects.filter(name="MTTQ xã Mới").exists()


def test_clerk_of_the_root_keeps_it_a_root(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    code, changed = send(client_of(secretariat), "put", f"{URL}{host.pk}", {"name": "Tên mới", "body": "front"})

    assert (code, changed["name"], changed["parent_id"]) == (200, "Tên mới", None)


def test_bad_values_are_refused_with_words(client_of: ClientOf, admin: User, host: Unit, unit_a: Unit) -> None:
    client = client_of(admin)
    values: dict[str, Any] = {"name": "A", "body": "front"}
    backwards = values | {"valid_from_on": "2025-07-01", "valid_until_on": "2025-06-30"}
    words = {"detail": "Ngày hết hiệu lực đứng trước ngày bắt đầu. Ghi ngày sau ngày bắt đầu."}

    assert send(client, "post", URL, backwards) == (422, words)
    assert send(client, "put", f"{URL}{unit_a.pk}", backwards) == (422, words)
    assert send(client, "put", f"{URL}{host.pk}", values | {"parent_id": unit_a.pk})[0] == 422
    assert send(client, "post", URL, values | {"email": "khong"})[0] == 422
    assert Unit.objects.count() == 2


def test_unit_is_ended_with_successors(client_of: ClientOf, secretariat: User, unit_a: Unit, unit_b: Unit) -> None:
    end = {"last_day": "2025-06-30", "successor_ids": [unit_b.pk]}

    code, ended = send(client_of(secretariat), "post", f"{URL}{unit_a.pk}/end", end)

    assert (code, ended["valid_until_on"], ended["successor_ids"]) == (200, "2025-06-30", [unit_b.pk])


def test_end_before_the_beginning_is_refused(client_of: ClientOf, admin: User) -> None:
    unit = create_unit()
    Unit.objects.filter(pk=unit.pk).update(valid_from_on="2025-07-01")

    assert send(client_of(admin), "post", f"{URL}{unit.pk}/end", {"last_day": "2025-06-30"})[0] == 422


def table() -> SimpleUploadedFile:
    """A table with one good and one faulty row."""
    return SimpleUploadedFile("a.csv", "name,body\nTổ 1,village\nTổ 2,làng\n".encode())


def test_import_tells_what_it_would_do_and_does_it(client_of: ClientOf, admin: User) -> None:
    client = client_of(admin)

    dry = client.post(f"{URL}import?dry_run=true", {"file": table()}).json()
    assert (dry["written"], dry["added"], Unit.objects.count()) == (False, ["Tổ 1"], 0)
    done = client.post(f"{URL}import", {"file": table()}).json()

    assert (done["written"], done["added"], Unit.objects.count()) == (True, ["Tổ 1"], 1)
    assert [(fault["row"], fault["column"], fault["found"]) for fault in done["faults"]] == [(3, "body", "làng")]


def test_import_refuses_what_is_no_table(client_of: ClientOf, admin: User) -> None:
    answer = client_of(admin).post(f"{URL}import", {"file": SimpleUploadedFile("a.csv", b"x")})

    assert (answer.status_code, answer.json()["detail"].split(".")[0]) == (
        422,
        "Dòng đầu của bảng không có cột name, body",
    )


def test_member_and_guest_import_nothing(client_of: ClientOf, member_a: User, guest: User) -> None:
    assert [client_of(user).post(f"{URL}import", {"file": table()}).status_code for user in (member_a, guest)] == [
        404,
        404,
    ]
