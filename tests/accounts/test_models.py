"""What an account and a way in are, and what the database refuses to keep of them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, models, transaction

from tests.factories.accounts import NOW, create_link, create_user
from tongket.accounts.models import AccessLink, Attempt, User
from tongket.accounts.rules import Purpose


def is_refused(row: models.Model) -> bool:
    """Whether the database does not take `row`."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False


def user(email: str | None) -> User:
    return User(name="Lê An", email=email, made_at=NOW)


def test_person_is_called_by_name() -> None:
    assert str(user("an@vidu.vn")) == "Lê An"


def test_name_is_cleaned_to_one_form() -> None:
    apart = User(name="Le\u0302 Vo\u0303 Hoa\u0300")

    apart.clean()

    assert apart.name == "Lê Võ Hoà"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("email", "refused"),
    [("an@vidu.vn", True), ("AN@VIDU.VN", True), ("", True), (None, False), ("hoa@vidu.vn", False)],
)
def test_email_is_one_accounts_own_or_missing(email: str | None, *, refused: bool) -> None:
    create_user(email="an@vidu.vn")
    create_user(email=None)

    assert is_refused(user(email)) is refused


@pytest.mark.django_db
def test_person_is_found_by_email_in_any_case() -> None:
    an = create_user(email="An@vidu.vn")

    assert [User.objects.get_by_natural_key(email) for email in ("an@vidu.vn", "AN@VIDU.VN")] == [an, an]
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key("hoa@vidu.vn")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "ends", "refused"), [("", False, False), ("a", True, False), ("", True, True), ("a", False, True)]
)
def test_code_has_an_end_when_and_only_when_there_is_one(code: str, *, ends: bool, refused: bool) -> None:
    link = AccessLink(
        user=create_user(),
        purpose=Purpose.SIGN_IN,
        token_hash="b",
        code_hash=code,
        code_expires_at=NOW if ends else None,
        made_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )

    assert is_refused(link) is refused


@pytest.mark.django_db
def test_ways_in_go_with_their_account_and_outlive_who_made_them() -> None:
    maker = create_user()
    link, _ = create_link()
    AccessLink.objects.update(made_by=maker)

    maker.delete()
    kept = AccessLink.objects.get()
    link.user.delete()

    assert (kept.made_by_id, AccessLink.objects.count()) == (None, 0)


@pytest.mark.django_db
def test_row_names_no_person_and_no_secret() -> None:
    link, secret = create_link()
    attempt = Attempt(source_hash="0123456789abcdef", tried_at=NOW)

    assert (str(link), str(attempt)) == (f"sign_in {link.user_id}", "01234567 01:15")
    assert secret.token not in str(link)
