"""Reads about people who log in."""

from datetime import datetime

from django.conf import settings

from tongket.accounts.models import AccessLink, Attempt, User
from tongket.accounts.rules import TRIES_ALLOWED, TRIES_WINDOW, hashed, is_open, typed_code


def keep_hash(secret: str) -> str:
    """What the database keeps of `secret`."""
    return hashed(secret, key=settings.SECRET_KEY)


def link_by_token(token: str) -> AccessLink | None:
    """The link whose token this is, open or not."""
    return AccessLink.objects.select_related("user").filter(token_hash=keep_hash(token)).first()


def is_alive(link: AccessLink, *, now: datetime) -> bool:
    """Whether the link still opens something."""
    return is_open(expires_at=link.expires_at, used_at=link.used_at, revoked_at=link.revoked_at, now=now)


def link_by_code(code: str, *, now: datetime) -> AccessLink | None:
    """The link whose spoken code this is and still holds; blanks in what was typed do not matter."""
    digits = typed_code(code)
    open_codes = AccessLink.objects.select_related("user").filter(code_expires_at__gt=now, used_at=None)
    return open_codes.filter(code_hash=keep_hash(digits), revoked_at=None).first() if digits else None


def must_wait(source: str, *, now: datetime) -> bool:
    """Whether `source` has failed too often of late to try again."""
    recent = Attempt.objects.filter(source_hash=keep_hash(source), tried_at__gt=now - TRIES_WINDOW)
    return recent.count() >= TRIES_ALLOWED


def is_empty() -> bool:
    """Whether this installation has no account yet."""
    return not User.objects.exists()
