"""Bringing in a directory through the pages: choose, look, write."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conftest import ClientOf
from tests.factories.units import create_unit
from tongket.accounts.models import User
from tongket.units.models import Unit
from tongket.units.rules import BodyType, PlaceKind
from tongket.units.views import importing

TABLE = "tên,loại,trực thuộc,thư điện tử\nTổ 1,village,{host},\n{host},front,,tk@vidu.vn\nTổ 2,làng,,\n"


def upload(client: Client, text: str | bytes) -> str:
    """Hands over a table; the address of its preview."""
    data = text.encode() if isinstance(text, str) else text
    return client.post("/units/import", {"file": SimpleUploadedFile("danh-ba.csv", data)}).headers["Location"]


def refusal(client: Client, data: dict[str, object]) -> tuple[int, str]:
    """How a file that is no table is refused."""
    answer = client.post("/units/import", data)
    return answer.status_code, answer.content.decode()


def test_preview_shows_what_would_happen_and_writes_nothing(client_of: ClientOf, admin: User, host: Unit) -> None:
    client = client_of(admin)

    page = client.get(upload(client, TABLE.format(host=host.name))).content.decode()

    assert "danh-ba.csv: thêm 1, đổi 1, giữ nguyên 0, 1 dòng có lỗi" in page
    for words in ("Tổ 1", "tk@vidu.vn", "“làng”", "Nhập 2 đơn vị", "Sửa ô ấy trong tệp rồi đưa lại tệp."):
        assert words in page
    assert list(Unit.objects.all()) == [host]


def test_confirming_writes_and_leaves_faulty_rows(client_of: ClientOf, admin: User, host: Unit) -> None:
    client = client_of(admin)
    address = upload(client, TABLE.format(host=host.name))

    answer = client.post(address)

    assert answer.headers["Location"] == "/units/"
    assert sorted(Unit.objects.values_list("name", "email")) == [("Tổ 1", ""), (host.name, "tk@vidu.vn")]
    assert "Đã thêm 1 đơn vị, đổi 1; 1 dòng có lỗi xem lại trong tệp." in client.get("/units/").content.decode()


def test_confirming_twice_does_it_once(client_of: ClientOf, admin: User, host: Unit) -> None:
    client = client_of(admin)
    address = upload(client, TABLE.format(host=host.name))
    client.post(address)

    client.post(address)

    assert Unit.objects.count() == 2
    assert "Dòng nào cũng có lỗi hoặc đã có trong danh bạ." in client.get(address).content.decode()


def test_clerk_touches_only_what_the_own_unit_keeps(client_of: ClientOf, secretariat: User, host: Unit) -> None:
    create_unit(name="Nơi khác")
    client = client_of(secretariat)
    address = upload(client, f"name,body,parent,email\nNơi khác,front,,a@vidu.vn\nTổ 1,village,{host.name},\n")

    page = client.get(address).content.decode()
    client.post(address)

    assert "đơn vị do cơ quan của bạn giữ" in page
    assert Unit.objects.get(name="Nơi khác").email == ""
    assert Unit.objects.get(name="Tổ 1").parent == host


def test_no_file_broken_file_and_large_file_are_told_apart(
    client_of: ClientOf, admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(admin)
    broken = SimpleUploadedFile("a.xlsx", b"PK\x03\x04 not a workbook")
    words = SimpleUploadedFile("a.csv", "xin chào".encode())

    assert refusal(client, {})[0] == 422
    assert "Chưa có tệp nào." in refusal(client, {})[1]
    assert "Tệp Excel hỏng, có khóa, có macro, hoặc không phải .xlsx." in refusal(client, {"file": broken})[1]
    assert "Dòng đầu của bảng không có cột name, body." in refusal(client, {"file": words})[1]
    monkeypatch.setattr(importing, "LARGEST_MEGABYTES", 0)
    words.seek(0)
    assert "Tệp lớn hơn" in refusal(client, {"file": words})[1]


def test_preview_of_a_file_that_is_not_there_is_not_found(client_of: ClientOf, admin: User) -> None:
    answer = client_of(admin).get("/units/import/00000000-0000-0000-0000-000000000000")

    assert answer.status_code == 404


def test_strangers_import_nothing(client_of: ClientOf, admin: User, member_a: User, guest: User, host: Unit) -> None:
    address = upload(client_of(admin), TABLE.format(host=host.name))

    codes = [
        client_of(user).post(place).status_code for user in (member_a, guest) for place in ("/units/import", address)
    ]

    assert codes == [404, 404, 404, 404]
    assert not Unit.objects.filter(name="Tổ 1").exists()


def test_page_for_choosing_names_every_column_and_code(client_of: ClientOf, admin: User) -> None:
    context = client_of(admin).get("/units/import").context

    assert [name for name, _words in context["columns"]] == [
        "name", "short_name", "body", "place_kind", "place", "parent", "email", "valid_from", "valid_until",
        "aliases", "successors",
    ]  # fmt: skip
    assert ("front", "Mặt trận") in context["bodies"]
    assert context["refusal"] is None


def test_table_without_faults_says_only_what_was_done(client_of: ClientOf, admin: User, host: Unit) -> None:
    client = client_of(admin)

    client.post(upload(client, f"name,body,parent\nTổ 1,village,{host.name}\nTổ 2,village,{host.name}\n"))

    assert "Đã thêm 2 đơn vị, đổi 0.<" in client.get("/units/").content.decode()


def test_preview_is_made_of_the_directory_as_it_is_now(client_of: ClientOf, admin: User, host: Unit) -> None:
    client = client_of(admin)
    address = upload(client, f"name,body,parent\nTổ 1,village,{host.name}\n")
    before = client.get(address).context["preview"]
    create_unit(name="Tổ 1", body=BodyType.VILLAGE, parent=host, place_kind=PlaceKind.COMMUNE)

    after = client.get(address).context["preview"]

    assert [(len(seen.added), seen.unchanged) for seen in (before, after)] == [(1, 0), (0, 1)]
