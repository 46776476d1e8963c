"""Ways in as plain values."""

from datetime import UTC, datetime, timedelta

import pytest

from tongket.accounts.rules import Secret, hashed, is_open, typed_code

NOW = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["48271935", "4827 1935", " 4827.1935 ", "4827-1935"])
def test_code_is_its_digits_however_it_is_typed(typed: str) -> None:
    assert typed_code(typed) == "48271935"


def test_code_is_spoken_in_two_groups() -> None:
    assert Secret("token", "48271935").spoken == "4827 1935"


def test_hash_needs_the_key() -> None:
    assert hashed("secret", key="a") == hashed("secret", key="a")
    assert hashed("secret", key="a") != hashed("secret", key="b")
    assert len(hashed("secret", key="a")) == 64


@pytest.mark.parametrize(
    ("expires_in", "used", "revoked", "found"),
    [(1, False, False, True), (0, False, False, False), (1, True, False, False), (1, False, True, False)],
)
def test_link_is_open_until_used_revoked_or_ended(expires_in: int, used: bool, revoked: bool, found: bool) -> None:  # noqa: FBT001
    expires_at = NOW + timedelta(seconds=expires_in)

    assert (
        is_open(expires_at=expires_at, used_at=NOW if used else None, revoked_at=NOW if revoked else None, now=NOW)
        is found
    )
