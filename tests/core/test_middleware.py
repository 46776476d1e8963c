"""What holds for every answer."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tongket.core import clock
from tongket.core.middleware import POLICY, one_clock, page_policy

MOMENT = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)
REQUEST = RequestFactory().get("/")


def test_page_loads_nothing_from_elsewhere() -> None:
    answer = page_policy(lambda _request: HttpResponse())(REQUEST)

    assert answer["Content-Security-Policy"] == POLICY
    assert answer["Permissions-Policy"] == "geolocation=(), microphone=(), camera=(self)"
    assert "'unsafe" not in POLICY


def test_view_may_close_itself_further() -> None:
    answer = page_policy(lambda _request: HttpResponse(headers={"Content-Security-Policy": "sandbox"}))(REQUEST)

    assert answer["Content-Security-Policy"] == "sandbox"


def test_one_request_sees_one_time(db: None) -> None:
    clock.move(MOMENT)

    def view(_request: HttpRequest) -> HttpResponse:
        clock.move(MOMENT + timedelta(days=1))
        return HttpResponse(clock.now().isoformat())

    assert one_clock(view)(REQUEST).content.decode() == "2024-10-21T08:15:00+07:00"
    assert (clock.standing(), clock.today().day) == (None, 22)


def test_time_is_let_go_even_when_the_view_fails(db: None) -> None:
    clock.move(MOMENT)

    def view(_request: HttpRequest) -> HttpResponse:
        raise LookupError

    with pytest.raises(LookupError):
        one_clock(view)(REQUEST)

    assert clock.standing() is None
