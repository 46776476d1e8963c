"""Makes people who log in and their ways in."""

from datetime import UTC, datetime, timedelta
from itertools import count

from tongket.accounts.actions import open_link
from tongket.accounts.models import AccessLink, User
from tongket.accounts.rules import SIGN_IN_LINK_LIVES, Purpose, Secret

# Monday, 21/10/2024, 8:15 in Vietnam.
NOW = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)
PASSWORD = "giay-muc-dau"
_numbers = count(1)


def create_user(
    *, name: str = "Trần Thị Lệ", email: str | None = "", password: str | None = None, is_admin: bool = False
) -> User:
    """Somebody who logs in; an empty e-mail gives a numbered one, None an account that enters by links only."""
    address = f"nguoi{next(_numbers)}@vidu.vn" if email == "" else email
    user = User(name=name, email=address, is_admin=is_admin, made_at=NOW)
    if password is None:
        user.set_unusable_password()
    else:
        user.set_password(password)
    user.save()
    return user


def create_link(
    *,
    user: User | None = None,
    purpose: Purpose = Purpose.SIGN_IN,
    target: str = "",
    lives: timedelta = SIGN_IN_LINK_LIVES,
    now: datetime = NOW,
) -> tuple[AccessLink, Secret]:
    """A way in with the secret that opens it."""
    return open_link(user=user or create_user(), purpose=purpose, target=target, lives=lives, by=None, now=now)
