"""Writes about people who log in and their ways in."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import NOW, PASSWORD, create_link, create_user
from tongket.accounts import actions
from tongket.accounts.models import AccessLink, Attempt, User
from tongket.accounts.queries import is_empty, link_by_code, link_by_token, must_wait
from tongket.accounts.rules import CODE_LIVES, TRIES_ALLOWED, TRIES_WINDOW, Purpose
from tongket.core.models import Event

pytestmark = pytest.mark.django_db


def test_account_without_a_password_cannot_be_entered_by_one() -> None:
    user = actions.create_user(name="Nguyễn Văn Hòa", email=None, password=None, by=None, now=NOW)

    assert (user.email, user.has_usable_password(), user.is_admin, user.made_at) == (None, False, False, NOW)
    assert list(Event.objects.values_list("actor", "verb", "subject")) == [("system", "create", f"user:{user.pk}")]


def test_email_belongs_to_one_account_whatever_its_case() -> None:
    create_user(email="le@vidu.vn")

    with pytest.raises(IntegrityError), transaction.atomic():
        create_user(email="LE@vidu.vn")

    assert User.objects.get_by_natural_key("Le@Vidu.vn").email == "le@vidu.vn"


def test_names_are_kept_in_one_form() -> None:
    apart = "Nguye\u0302\u0303n Va\u0306n Ho\u0300a"

    assert actions.create_user(name=apart, email=None, password=None, by=None, now=NOW).name == "Nguyễn Văn Hòa"


def test_secret_is_kept_only_as_a_hash() -> None:
    link, secret = create_link()

    kept = str(AccessLink.objects.values().get())
    assert (secret.token in kept, secret.code in kept) == (False, False)
    assert (link_by_token(secret.token), link_by_code(secret.spoken, now=NOW)) == (link, link)
    assert (link_by_token("khac"), link_by_code("", now=NOW), link_by_code("00000000x", now=NOW)) == (None, None, None)


def test_sign_in_link_lets_in_once() -> None:
    link, _ = create_link()

    assert [actions.use_link(link=link, now=NOW) for _ in range(2)] == [link.user, None]


def test_link_to_a_units_page_stays_open_and_has_no_code() -> None:
    link, secret = create_link(purpose=Purpose.UNIT_PAGE, target="/conferences/1/units/2/")

    assert [actions.use_link(link=link, now=NOW) for _ in range(2)] == [link.user, link.user]
    assert (link.code_hash, link.code_expires_at, link_by_code(secret.code, now=NOW)) == ("", None, None)


def test_code_ends_before_its_link() -> None:
    link, secret = create_link()

    assert link_by_code(secret.code, now=NOW + CODE_LIVES) is None
    assert actions.use_link(link=link, now=NOW + CODE_LIVES) == link.user


def test_link_ends_by_itself_and_by_revoking() -> None:
    user = create_user()
    ended, _ = create_link(user=user, lives=timedelta(hours=1))
    revoked, secret = create_link(user=user)
    used, _ = create_link(user=user)
    actions.use_link(link=used, now=NOW)

    assert actions.use_link(link=ended, now=NOW + timedelta(hours=1)) is None
    assert actions.revoke_links(user=user, by=user, now=NOW) == 2
    assert (actions.use_link(link=revoked, now=NOW), link_by_code(secret.code, now=NOW)) == (None, None)


def test_link_of_a_closed_account_opens_nothing() -> None:
    link, _ = create_link()
    User.objects.update(is_active=False)

    assert actions.use_link(link=AccessLink.objects.select_related("user").get(pk=link.pk), now=NOW) is None


def test_source_waits_after_too_many_tries_and_only_that_source() -> None:
    for _ in range(TRIES_ALLOWED):
        assert must_wait("192.168.1.20", now=NOW) is False
        actions.note_failed_try(source="192.168.1.20", now=NOW)

    waits = [must_wait("192.168.1.20", now=NOW), must_wait("192.168.1.21", now=NOW)]
    assert waits == [True, False]
    assert must_wait("192.168.1.20", now=NOW + TRIES_WINDOW) is False
    assert "192.168" not in str(list(Attempt.objects.values_list("source_hash", flat=True)))


def test_old_tries_are_forgotten() -> None:
    actions.note_failed_try(source="a", now=NOW)

    actions.note_failed_try(source="b", now=NOW + TRIES_WINDOW + timedelta(seconds=1))

    assert Attempt.objects.count() == 1


def test_change_password_may_bring_the_first_email() -> None:
    user = create_user(email=None)

    actions.change_password(user=user, password=PASSWORD, email="hoa@vidu.vn", by=user, now=NOW)
    actions.change_password(user=user, password="khac-han-roi", by=user, now=NOW)

    kept = User.objects.get(pk=user.pk)
    assert (kept.email, kept.check_password("khac-han-roi")) == ("hoa@vidu.vn", True)


def test_installation_is_empty_until_the_first_account() -> None:
    before = is_empty()
    create_user()

    assert (before, is_empty()) == (True, False)
