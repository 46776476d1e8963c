"""An empty installation leads everybody to its first page."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from tests.factories.accounts import create_user
from tongket.accounts.middleware import first_run

pytestmark = pytest.mark.django_db


def _page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


def test_empty_installation_leads_to_its_first_page_from_anywhere(client: Client) -> None:
    places = [client.get(address).headers["Location"] for address in ("/", "/sign-in", "/units/", "/khong-co")]

    assert places == ["/first-run"] * 4
    assert client.get("/health").json()["status"] == "ok"


def test_static_files_are_served_before_anybody_is_there() -> None:
    answer = first_run(_page)(RequestFactory().get("/static/core/base.css"))

    assert answer.content == b"page"


def test_database_is_asked_until_somebody_is_there(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    middleware, request = first_run(_page), RequestFactory().get("/me")
    with django_assert_num_queries(1):
        assert middleware(request).headers["Location"] == "/first-run"
    create_user()

    with django_assert_num_queries(1):
        assert [middleware(request).content for _ in range(3)] == [b"page"] * 3
