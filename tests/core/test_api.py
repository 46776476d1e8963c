"""The clock as JSON: read by everybody who is signed in, moved by the administrator of a demo only."""

import json

import pytest
from django.test import Client
from pytest_django import Settings

from tests.conftest import ClientOf
from tests.factories.accounts import create_user
from tongket.core import clock

pytestmark = pytest.mark.django_db


def moved(client: Client, stands_at: str | None) -> tuple[int, str]:
    answer = client.post("/api/clock", json.dumps({"stands_at": stands_at}), content_type="application/json")
    return answer.status_code, answer.json().get("now", "")[:16]


def test_clock_is_moved_by_the_administrator_only(client_of: ClientOf, settings: Settings) -> None:
    settings.CLOCK_MOVABLE = True
    admin, other = client_of(create_user(is_admin=True)), client_of(create_user(email="b@vidu.vn"))

    assert moved(other, "2024-10-30T07:30:00")[0] == 403
    assert moved(admin, "2024-10-30T07:30:00") == (200, "2024-10-30T07:30")
    assert other.get("/api/clock").json()["now"][:16] == "2024-10-30T07:30"
    assert moved(admin, None)[0] == 200
    assert clock.moved_to() is None


def test_clock_of_an_office_is_not_moved(client_of: ClientOf, settings: Settings) -> None:
    settings.CLOCK_MOVABLE = False
    admin = client_of(create_user(is_admin=True))

    assert moved(admin, None)[0] == 403
    assert admin.get("/api/clock").json()["is_movable"] is False


def test_clock_is_closed_to_strangers(client: Client) -> None:
    create_user()

    assert client.get("/api/clock").status_code == 401
