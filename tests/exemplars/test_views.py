"""Pages of the register: read by the host's people, written by who decides, unknown to everybody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.conferences import make_unit
from tests.factories.exemplars import make_exemplar
from tests.office import Office
from tongket.exemplars.models import Adoption, Distinct, Exemplar, Proof
from tongket.units.rules import BodyType, PlaceKind

pytestmark = pytest.mark.usefixtures("monday")
QUERIES = 24


@pytest.fixture
def here(office: Office) -> str:
    return f"/conferences/{office.conference.pk}/exemplars/"


def test_the_register_shows_rows_and_pairs(office: Office, here: str, as_user: ClientOf) -> None:
    women = make_unit(place="Tam Kỳ", place_kind=PlaceKind.CITY, body=BodyType.POLITICAL_SOCIAL)
    make_exemplar(conference=office.conference, unit=women, place="xã Tam Thăng")
    make_exemplar(conference=office.conference, unit=office.unit_a)

    page = as_user(office.clerk).get(here).content.decode()

    assert "1 cặp có thể là một" in page
    assert "Tên giống nhau, cùng ở xã Tam Thăng." in page
    assert page.count(">Ngôi nhà xanh<") == 4


@pytest.mark.parametrize("number", [1, 3])
def test_the_register_asks_the_same_questions_for_any_length(
    office: Office,
    here: str,
    as_user: ClientOf,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for ordinal in range(number):
        make_exemplar(conference=office.conference, unit=office.unit_a, name=f"Đường hoa {ordinal} rực rỡ {ordinal}")
    client = as_user(office.clerk)
    client.get(here)

    with django_assert_num_queries(QUERIES):
        client.get(here)


@pytest.mark.parametrize(
    ("who", "status"), [("host_member", 200), ("member_a", 404), ("member_b", 404), ("guest", 404)]
)
def test_only_the_host_reads(office: Office, here: str, as_user: ClientOf, who: str, status: int) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    client = as_user(getattr(office, who))

    assert client.get(here).status_code == status
    assert client.get(f"{here}{row.pk}/").status_code == status


def test_a_reader_may_not_write(office: Office, here: str, as_user: ClientOf) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    client = as_user(office.host_member)

    assert client.get(f"{here}new").status_code == 403
    assert client.post(f"{here}{row.pk}/", {"name": "Khác"}).status_code == 403
    assert client.post(f"{here}{row.pk}/step", {"do": "confirm"}).status_code == 403
    assert client.post(f"{here}twins", {"do": "merge"}).status_code == 403


def test_the_office_adds_one_and_edits_it(office: Office, here: str, as_user: ClientOf) -> None:
    client = as_user(office.clerk)

    assert client.post(f"{here}new", {"name": " "}).status_code == 422
    made = client.post(f"{here}new", {"name": "Đường hoa", "began_year": "2021"})
    row = Exemplar.objects.get()
    assert made.headers["Location"] == f"{here}{row.pk}/"
    client.post(f"{here}{row.pk}/", {"name": "Đường hoa xanh", "revision": "0", "method": "Mỗi hộ một mét."})
    behind = client.post(f"{here}{row.pk}/", {"name": "Đường cờ", "revision": "0"})

    assert behind.status_code == 422
    assert "Đường cờ" in behind.content.decode()
    row.refresh_from_db()
    assert (row.name, row.method, row.state) == ("Đường hoa xanh", "Mỗi hộ một mét.", "confirmed")


def test_buttons_confirm_drop_and_look_again(office: Office, here: str, as_user: ClientOf) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    client, states = as_user(office.leader), []

    for do in ("confirm", "drop", "again", "again"):
        answer = client.post(f"{here}{row.pk}/step", {"do": do}, follow=True)
        states.append(Exemplar.objects.get().state)

    assert states == ["confirmed", "dropped", "named", "named"]
    assert "vừa đổi mô hình này" in answer.content.decode()


def test_two_are_merged_split_and_told_apart(office: Office, here: str, as_user: ClientOf) -> None:
    one, other = (make_exemplar(conference=office.conference, unit=unit) for unit in (office.unit_a, office.unit_b))
    client, pair = as_user(office.clerk), {"one": one.pk, "other": other.pk}

    client.post(f"{here}twins", pair | {"do": "merge"})
    page = client.get(f"{here}{other.pk}/").content.decode()
    assert "đếm một lần ở đó" in page
    client.post(f"{here}{other.pk}/step", {"do": "split"})
    assert Exemplar.objects.get(pk=other.pk).merged_into is None
    Distinct.objects.all().delete()
    client.post(f"{here}twins", pair | {"do": "apart"})
    assert Distinct.objects.count() == 1
    assert client.post(f"{here}twins", pair | {"do": "sing"}).status_code == 404
    client.post(f"{here}{other.pk}/step", {"do": "merge", "into": one.pk})
    assert Exemplar.objects.get(pk=other.pk).merged_into == one


def test_proofs_and_adoptions_are_kept_and_opened(office: Office, here: str, as_user: ClientOf) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    office.unit_b.parent = office.conference.host
    office.unit_b.save()
    client, steps = as_user(office.clerk), f"{here}{row.pk}/step"

    client.post(steps, {"do": "prove", "p-file": SimpleUploadedFile("so.pdf", b"%PDF-1.7 so")})
    empty = client.post(steps, {"do": "prove"}, follow=True)
    client.post(steps, {"do": "adopt", "a-unit": office.unit_b.pk, "a-since_year": "2023"})
    wrong = client.post(steps, {"do": "adopt", "a-unit": office.unit_b.pk, "a-since_year": "hai"}, follow=True)

    proof = Proof.objects.get(file__isnull=False)
    assert client.get(f"{here}proofs/{proof.pk}/file").content == b"%PDF-1.7 so"
    assert as_user(office.member_b).get(f"{here}proofs/{proof.pk}/file").status_code == 404
    assert "Chưa có gì để giữ." in empty.content.decode()
    assert wrong.status_code == 200
    adoption = Adoption.objects.get()
    assert adoption.since_year == 2023
    client.post(steps, {"do": "unadopt", "adoption": adoption.pk})
    assert not Adoption.objects.exists()


def test_the_same_is_there_as_json(office: Office, as_user: ClientOf) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    api = f"/api/conferences/{office.conference.pk}/exemplars"
    client = as_user(office.clerk)

    assert [each["name"] for each in client.get(api).json()] == ["Ngôi nhà xanh"]
    assert client.get(f"{api}/twins").json() == []
    assert client.get(f"{api}/{row.pk}").json()["owner"] == office.unit_a.pk
    assert as_user(office.member_b).get(f"{api}/{row.pk}").status_code == 404
