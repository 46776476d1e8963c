"""What holds for every answer."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils.translation import get_language

from tongket.core import clock
from tongket.core.middleware import POLICY, language, one_clock, page_policy

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


@pytest.mark.parametrize(
    ("chosen", "spoken"),
    [("", "vi"), ("vi", "vi"), ("en", "en"), ("fr", "vi"), ("en-US", "vi")],
    ids=["nothing", "Vietnamese", "English", "unknown", "a variant"],
)
def test_vietnamese_is_spoken_until_a_person_chose_otherwise(chosen: str, spoken: str) -> None:
    request = RequestFactory(headers={"Accept-Language": "en-US,en;q=0.9"}).get("/")
    request.COOKIES["django_language"] = chosen

    answer = language(lambda _request: HttpResponse(get_language() or ""))(request)

    assert (answer.content.decode(), answer["Content-Language"], answer["Vary"]) == (spoken, spoken, "Cookie")


def test_language_is_that_of_the_request_only() -> None:
    request = RequestFactory().get("/")
    request.COOKIES["django_language"] = "en"
    before = get_language()

    language(lambda _request: HttpResponse())(request)

    assert (get_language(), request.LANGUAGE_CODE) == (before, "en")


def test_view_may_speak_a_language_of_its_own_and_vary_by_more() -> None:
    answer = language(lambda _request: HttpResponse(headers={"Content-Language": "en", "Vary": "HX-Request"}))(REQUEST)

    assert (answer["Content-Language"], answer["Vary"]) == ("en", "HX-Request, Cookie")


def test_answers_of_the_site_carry_policy_and_language(client: Client, db: None) -> None:
    answer = client.get("/sign-in", follow=True)

    assert (answer["Content-Security-Policy"], answer["Content-Language"]) == (POLICY, "vi")
