"""Every write about people who log in and their ways in."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from tongket.accounts.models import AccessLink, Attempt, User
from tongket.accounts.queries import keep_hash
from tongket.accounts.rules import CODE_DIGITS, CODE_LIVES, SIGN_IN_LINK_LIVES, SIGNS_IN, TRIES_WINDOW, Purpose, Secret
from tongket.core import audit
from tongket.core.text import nfc


@transaction.atomic
def create_user(
    *, name: str, email: str | None, password: str | None, is_admin: bool = False, by: User | None, now: datetime
) -> User:
    """Makes an account; without a password its owner enters by links and codes only."""
    user = User(name=nfc(name), email=email or None, is_admin=is_admin, made_at=now)
    if password:
        user.set_password(password)
    else:
        user.set_unusable_password()
    user.save()
    audit.record(verb="create", subject=user, by=by, now=now)
    return user


@transaction.atomic
def open_link(
    *,
    user: User,
    purpose: Purpose,
    target: str = "",
    lives: timedelta = SIGN_IN_LINK_LIVES,
    by: User | None,
    now: datetime,
) -> tuple[AccessLink, Secret]:
    """Makes a way in without a password; the secret is returned once and only its hash is kept.

    A sign-in link also gets a code that can be read over the phone; the page of a unit has a link only.
    """
    secret = Secret(secrets.token_urlsafe(24), "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS)))
    spoken = purpose is Purpose.SIGN_IN
    link = AccessLink.objects.create(
        user=user,
        purpose=purpose,
        target=target,
        token_hash=keep_hash(secret.token),
        code_hash=keep_hash(secret.code) if spoken else "",
        code_expires_at=now + CODE_LIVES if spoken else None,
        made_at=now,
        made_by=by,
        expires_at=now + lives,
    )
    audit.record(verb="open_link", subject=link, by=by, now=now, changes={"user": user.pk, "purpose": purpose})
    return link, secret


@transaction.atomic
def use_link(*, link: AccessLink, now: datetime) -> User | None:
    """Lets the link's owner in, None when the link is used up, ended or revoked; a sign-in link is used up by this.

    A link to one letter lets nobody in.
    """
    if link.purpose not in SIGNS_IN:
        return None
    still_open = AccessLink.objects.filter(pk=link.pk, used_at=None, revoked_at=None, expires_at__gt=now)
    is_used_up = link.purpose == Purpose.SIGN_IN
    entered = still_open.update(used_at=now) == 1 if is_used_up else still_open.exists()
    if not entered or not link.user.is_active:
        return None
    audit.record(verb="use_link", subject=link, by=link.user, now=now)
    return link.user


@transaction.atomic
def revoke_links(*, user: User, by: User, now: datetime) -> int:
    """Ends every open link of `user`; returns how many there were."""
    ended = AccessLink.objects.filter(user=user, used_at=None, revoked_at=None).update(revoked_at=now)
    audit.record(verb="revoke_links", subject=user, by=by, now=now, changes={"links": ended})
    return ended


def note_failed_try(*, source: str, now: datetime) -> None:
    """Counts one failed try from `source`, and forgets those that no longer matter."""
    Attempt.objects.filter(Q(tried_at__lt=now - TRIES_WINDOW)).delete()
    Attempt.objects.create(source_hash=keep_hash(source), tried_at=now)


@transaction.atomic
def change_password(*, user: User, password: str, email: str | None = None, by: User, now: datetime) -> None:
    """Sets a new password, and an `email` to enter with where one is given; the validators have spoken already."""
    user.set_password(password)
    user.email = email or user.email
    user.save(update_fields=["password", "email"])
    audit.record(verb="change_password", subject=user, by=by, now=now)
