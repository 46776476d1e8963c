"""What people type to get in, made clean."""

import pytest

from tests.factories.accounts import PASSWORD, create_user
from tongket.accounts.forms import CodeForm, NewPasswordForm, PasswordForm
from tongket.accounts.models import User

NEW = "khac-han-roi"


def faults(form: PasswordForm | CodeForm | NewPasswordForm) -> dict[str, list[str]]:
    """What the form says at each of its fields."""
    return {name: [str(fault) for fault in found] for name, found in form.errors.items()}


@pytest.fixture
def lan(db: None) -> User:
    """Somebody with e-mail and password."""
    return create_user(name="Trần Thị Lan", email="lan@vidu.vn", password=PASSWORD)


@pytest.fixture
def hoa(db: None) -> User:
    """Somebody who has entered by links only."""
    return create_user(name="Nguyễn Văn Hòa", email=None)


def test_password_is_taken_with_its_blanks() -> None:
    form = PasswordForm({"email": " lan@vidu.vn ", "password": "  hai đầu  "})

    assert form.is_valid()
    assert form.cleaned_data == {"email": "lan@vidu.vn", "password": "  hai đầu  "}


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({}, ["email", "password"]),
        ({"email": "lan", "password": "x"}, ["email"]),
        ({"email": "lan@vidu.vn", "password": ""}, ["password"]),
    ],
)
def test_password_form_asks_for_both(typed: dict[str, str], fields: list[str]) -> None:
    assert list(faults(PasswordForm(typed))) == fields


@pytest.mark.parametrize(("typed", "fields"), [({"code": "4827 1935"}, []), ({"code": "  "}, ["code"]), ({}, ["code"])])
def test_code_form_asks_for_the_code(typed: dict[str, str], fields: list[str]) -> None:
    assert list(faults(CodeForm(typed))) == fields


def test_who_has_email_and_password_is_asked_for_the_old_one(lan: User) -> None:
    assert list(NewPasswordForm(user=lan).fields) == ["old", "password"]


def test_who_has_neither_is_asked_for_an_email(hoa: User) -> None:
    assert list(NewPasswordForm(user=hoa).fields) == ["email", "password"]


def test_who_has_an_email_only_is_asked_for_nothing_else(db: None) -> None:
    assert list(NewPasswordForm(user=create_user()).fields) == ["password"]


def test_right_old_password_is_enough(lan: User) -> None:
    form = NewPasswordForm({"old": PASSWORD, "password": NEW, "email": "khac@vidu.vn"}, user=lan)

    assert form.is_valid()
    assert form.cleaned_data == {"old": PASSWORD, "password": NEW}


def test_wrong_old_password_is_told_at_its_field(lan: User) -> None:
    assert faults(NewPasswordForm({"old": "sai", "password": NEW}, user=lan)) == {
        "old": ["Mật khẩu đang dùng không đúng. Gõ lại, hoặc gọi Văn phòng để lấy mã vào."]
    }


@pytest.mark.parametrize("email", ["lan@vidu.vn", "LAN@vidu.vn"])
def test_email_of_somebody_else_is_told_as_it_was_typed(hoa: User, lan: User, email: str) -> None:
    assert faults(NewPasswordForm({"email": email, "password": NEW}, user=hoa)) == {
        "email": [f"Thư điện tử {email} đã có tài khoản khác. Dùng thư khác."]
    }


@pytest.mark.parametrize("weak", ["ngan", "12345678901", "password"])
def test_weak_password_is_told_at_its_field(hoa: User, weak: str) -> None:
    assert list(faults(NewPasswordForm({"email": "hoa@vidu.vn", "password": weak}, user=hoa))) == ["password"]
