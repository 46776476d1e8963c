"""Pages of the report: who sees them, what they show, and that every button does what it says."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.synthesis import Reported, make_reported


@pytest.fixture(scope="module")
def _nothing() -> None:
    """Keeps this module's fixtures apart."""


@pytest.fixture
def reported(db: None, monday: None) -> Reported:
    return make_reported(3)


@pytest.fixture
def clerk(reported: Reported, client_of: ClientOf) -> Client:
    return client_of(reported.clerk)


def address(name: str, reported: Reported, **query: str) -> str:
    found = reverse(f"synthesis:{name}", args=[reported.conference.pk])
    return found + ("?" + "&".join(f"{key}={value}" for key, value in query.items()) if query else "")


@pytest.mark.parametrize("name", ["report", "figures", "recommendations", "themes", "print"])
def test_pages_open(clerk: Client, reported: Reported, name: str) -> None:
    assert clerk.get(address(name, reported)).status_code == 200
