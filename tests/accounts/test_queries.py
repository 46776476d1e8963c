"""Who is found by a token or a spoken code, and who must wait."""

from datetime import timedelta

import pytest

from tests.factories.accounts import NOW, create_link
from tongket.accounts.actions import note_failed_try, revoke_links, use_link
from tongket.accounts.queries import keep_hash, link_by_code, link_by_token, must_wait
from tongket.accounts.rules import CODE_LIVES, TRIES_ALLOWED, TRIES_WINDOW

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def test_hash_is_always_the_same_and_never_the_secret() -> None:
    assert keep_hash("4827") == keep_hash("4827")
    assert len({keep_hash("4827"), keep_hash("4828"), "4827"}) == 3


@pytest.mark.parametrize("form", ["{0}{1}", "{0} {1}", " {0}-{1}. ", "mã {0} {1}"])
def test_code_is_found_however_its_digits_are_typed(form: str) -> None:
    link, secret = create_link()

    assert link_by_code(form.format(secret.code[:4], secret.code[4:]), now=NOW) == link


@pytest.mark.parametrize("form", ["{0}", "{0}{1}0", "không có số", ""])
def test_other_digits_find_nothing(form: str) -> None:
    _, secret = create_link()

    assert link_by_code(form.format(secret.code[:4], secret.code[4:]), now=NOW) is None


def test_code_lives_its_half_hour_to_the_second() -> None:
    link, secret = create_link()

    found = [link_by_code(secret.code, now=NOW + CODE_LIVES + later) for later in (-SECOND, timedelta(), SECOND)]

    assert found == [link, None, None]


def test_code_that_was_used_or_revoked_finds_nothing_but_its_token_does() -> None:
    used, of_used = create_link()
    revoked, of_revoked = create_link()
    use_link(link=used, now=NOW)
    revoke_links(user=revoked.user, by=used.user, now=NOW)

    assert [link_by_code(secret.code, now=NOW) for secret in (of_used, of_revoked)] == [None, None]
    assert [link_by_token(secret.token) for secret in (of_used, of_revoked)] == [used, revoked]


def test_source_waits_from_its_last_allowed_failure_until_the_first_is_forgotten() -> None:
    waits = []
    for each in range(TRIES_ALLOWED):
        waits.append(must_wait("10.0.0.7", now=NOW + each * SECOND))
        note_failed_try(source="10.0.0.7", now=NOW + each * SECOND)

    end = NOW + TRIES_WINDOW
    assert waits == [False] * TRIES_ALLOWED
    assert [must_wait("10.0.0.7", now=moment) for moment in (NOW + 10 * SECOND, end - SECOND, end)] == [
        True,
        True,
        False,
    ]
