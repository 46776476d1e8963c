"""What people type about themselves and others of a unit."""

import pytest

from tongket.units.forms.people import FirstRunForm, PersonForm
from tongket.units.models import Role
from tongket.units.rules import BodyType

PERSON = {"name": "Võ Thị Hồng Nhung", "post": "Phó Chủ tịch", "phone": "0905 000 104", "email": "nhung@vidu.vn"}
FIRST = {
    "unit_name": "Ủy ban MTTQ Việt Nam xã Bình Minh",
    "body": "front",
    "place_kind": "xã",
    "place": "Bình Minh",
    "name": "Trần Thị Lệ",
    "email": "le@vidu.vn",
    "password": "  giay-muc-dau ",
}


def test_who_may_rank_gives_a_role() -> None:
    form = PersonForm(PERSON | {"role": "leader"}, may_rank=True)

    assert form.is_valid()
    assert form.cleaned_data == PERSON | {"role": Role.LEADER}


def test_role_that_was_slipped_in_is_not_taken_from_who_may_not_rank() -> None:
    form = PersonForm(PERSON | {"role": "clerk"}, may_rank=False)

    assert form.is_valid()
    assert form.cleaned_data == PERSON


def test_name_alone_makes_a_person() -> None:
    form = PersonForm({"name": "Lê An"}, may_rank=False)

    assert form.is_valid()
    assert form.cleaned_data == {"name": "Lê An", "post": "", "phone": "", "email": ""}


PERSON_FAULTS = [
    ({"name": " "}, ["name"]),
    ({"name": "x" * 121}, ["name"]),
    ({"post": "x" * 121}, ["post"]),
    ({"phone": "0" * 31}, ["phone"]),
    ({"email": "nhung"}, ["email"]),
    ({"role": "admin"}, ["role"]),
    ({"role": ""}, ["role"]),
]


@pytest.mark.parametrize(("typed", "fields"), PERSON_FAULTS)
def test_fault_of_a_person_is_told_at_its_field(typed: dict[str, str], fields: list[str]) -> None:
    assert list(PersonForm(PERSON | {"role": "member"} | typed, may_rank=True).errors) == fields


def test_new_person_is_a_member_until_somebody_says_otherwise() -> None:
    assert 'value="member" selected' in str(PersonForm(may_rank=True)["role"])


def test_first_run_is_taken_with_the_blanks_of_its_password() -> None:
    form = FirstRunForm(FIRST)

    assert form.is_valid()
    assert form.cleaned_data == FIRST | {"post": ""}


def test_host_need_not_be_tied_to_a_place() -> None:
    form = FirstRunForm(FIRST | {"place_kind": "", "place": ""})

    assert form.is_valid()


FIRST_FAULTS = [
    ("unit_name", ""),
    ("unit_name", "x" * 251),
    ("body", "king"),
    ("body", ""),
    ("place_kind", "làng"),
    ("name", ""),
    ("email", ""),
    ("email", "le"),
    ("password", ""),
    ("password", "ngan"),
    ("password", "12345678901"),
]


@pytest.mark.parametrize(("field", "typed"), FIRST_FAULTS)
def test_fault_of_the_first_run_is_told_at_its_field(field: str, typed: str) -> None:
    assert list(FirstRunForm(FIRST | {field: typed}).errors) == [field]


def test_every_kind_of_body_can_be_the_host() -> None:
    assert [FirstRunForm(FIRST | {"body": body.value}).is_valid() for body in BodyType] == [True] * len(BodyType)
