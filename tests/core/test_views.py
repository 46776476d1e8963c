"""Pages without a noun."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from tests.conftest import ClientOf
from tests.factories.accounts import create_user
from tongket import __version__
from tongket.accounts.models import User
from tongket.core import clock
from tongket.core.models import Job, JobState
from tongket.core.views import back_address, failed, forbidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan() -> User:
    """Somebody who is signed in."""
    return create_user(name="Trần Thị Lan")


def test_health_tells_version_database_and_failed_jobs_to_anyone(client: Client) -> None:
    Job.objects.create(name="mail", state=JobState.FAILED, run_at=timezone.now(), ended_at=timezone.now())

    told = client.get("/health").json()

    assert (told["status"], told["version"], told["failed_jobs"]) == ("ok", __version__, 1)


def test_home_leads_to_the_conferences(client_of: ClientOf, lan: User) -> None:
    answer = client_of(lan).get("/", follow=True)

    assert answer.redirect_chain[-1] == ("/conferences/", 302)


def test_language_is_kept_in_the_browser_and_leads_back(client: Client, lan: User) -> None:
    answer = client.post("/language", {"language": "en", "next": "/sign-in"})

    assert (answer.headers["Location"], answer.cookies["django_language"].value) == ("/sign-in", "en")
    assert '<html lang="en">' in client.get("/sign-in").content.decode()


@pytest.mark.parametrize("asked", ["", "fr", "xx-yy", "../vi"])
def test_language_that_is_not_there_changes_nothing(client: Client, lan: User, asked: str) -> None:
    answer = client.post("/language", {"language": asked, "next": "//noi-khac.vn"})

    assert (answer.headers["Location"], "django_language" in answer.cookies) == ("/", False)


@pytest.mark.parametrize(("asked", "found"), [("/me", "/me"), ("https://noi-khac.vn", "/x"), ("", "/x")])
def test_way_back_never_leaves_the_site(asked: str, found: str) -> None:
    assert back_address(RequestFactory().post("/", {"next": asked}), "/x") == found


def test_administrator_moves_the_clock_and_sets_it_back(client_of: ClientOf) -> None:
    client = client_of(create_user(is_admin=True))

    client.post("/clock", {"stands_at": "2024-10-28T07:30", "next": "/me"})
    assert clock.now() == datetime(2024, 10, 28, 0, 30, tzinfo=UTC)
    assert "Dữ liệu mẫu. Đồng hồ đứng ở 7:30, thứ Hai, 28/10/2024." in client.get("/me").content.decode()
    client.post("/clock", {"stands_at": ""})

    assert clock.moved_to() is None


def test_clock_is_set_as_vietnamese_write_a_day_and_an_hour(client_of: ClientOf) -> None:
    client = client_of(create_user(is_admin=True))

    client.post("/clock", {"stands_at": " 28/10/2024  7:30 "})

    assert clock.now() == datetime(2024, 10, 28, 0, 30, tzinfo=UTC)
    assert 'value="28/10/2024 7:30"' in client.get("/me").content.decode()


def test_clock_stays_where_it_was_over_a_moment_that_is_none(client_of: ClientOf) -> None:
    client = client_of(create_user(is_admin=True))

    page = client.post("/clock", {"stands_at": "31/9/2024", "next": "/me"}, follow=True)

    assert [str(each) for each in page.context["messages"]] == [
        "“31/9/2024” không phải ngày giờ. Ghi như 21/10/2024 8:15."
    ]
    assert clock.moved_to() is None


def test_clock_is_moved_by_nobody_else_and_nowhere_else(client_of: ClientOf, lan: User, settings: Settings) -> None:
    asked = {"stands_at": "2024-10-28T07:30"}
    by_lan = client_of(lan).post("/clock", asked).status_code
    settings.CLOCK_MOVABLE = False
    on_a_real_one = client_of(create_user(is_admin=True)).post("/clock", asked).status_code

    assert (by_lan, on_a_real_one) == (403, 403)


def test_page_that_is_not_there_says_so_in_words(client_of: ClientOf, lan: User) -> None:
    answer = client_of(lan).get("/khong-co")

    assert (answer.status_code, "Không có trang này" in answer.content.decode()) == (404, True)


def test_refusal_and_failure_have_their_pages() -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    refused, broken = forbidden(request, PermissionDenied()), failed(request)

    assert (refused.status_code, "Việc này không thuộc quyền của bạn" in refused.content.decode()) == (403, True)
    assert (broken.status_code, "Phần mềm gặp lỗi" in broken.content.decode()) == (500, True)
