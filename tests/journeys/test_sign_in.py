"""Ways in, walked through: by password, by a code read over the phone, by a link, and in the other language."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tongket.accounts.actions import create_user, open_link
from tongket.accounts.models import User
from tongket.accounts.rules import Purpose
from tongket.core import clock

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

EMAIL, PASSWORD = "lan@example.org", "giay-muc-dau"


@pytest.fixture
def lan() -> User:
    """Somebody of the office."""
    return create_user(name="Trần Thị Lan", email=EMAIL, password=PASSWORD, is_admin=True, by=None, now=clock.now())


def test_password_leads_to_the_conferences(lan: User, walk: Walk) -> None:
    walk.sign_in(EMAIL, PASSWORD)

    expect(walk.page.get_by_role("link", name=lan.name)).to_be_visible()
    assert walk.path == "/conferences/"
    walk.assert_accessible()


def test_wrong_password_says_what_to_do(lan: User, walk: Walk) -> None:
    walk.sign_in(EMAIL, "khong-phai")

    expect(walk.page.get_by_text("Thư điện tử hoặc mật khẩu không đúng.")).to_be_visible()
    expect(walk.page.get_by_label("Thư điện tử")).to_have_value(EMAIL)
    walk.assert_accessible()


def test_spoken_code_lets_in_without_script(lan: User, walk_without_script: Walk) -> None:
    _, secret = open_link(user=lan, purpose=Purpose.SIGN_IN, by=lan, now=clock.now())

    page = walk_without_script.open("/sign-in")
    page.get_by_label("Mã 8 chữ số").fill(secret.spoken)
    page.get_by_role("button", name="Vào bằng mã").click()

    expect(page.get_by_role("link", name=lan.name)).to_be_visible()


def test_link_lets_in_once_on_a_phone(lan: User, open_walk: OpenWalk) -> None:
    _, secret = open_link(user=lan, purpose=Purpose.SIGN_IN, by=lan, now=clock.now())
    first, second = open_walk(Size.PHONE), open_walk(Size.PHONE)

    first.open(f"/enter/{secret.token}").get_by_role("button", name="Vào").click()
    expect(first.page.get_by_role("link", name=lan.name)).to_be_visible()
    second.open(f"/enter/{secret.token}")

    expect(second.page.get_by_role("heading", name="Đường dẫn không dùng được nữa")).to_be_visible()
    second.assert_accessible()
    second.assert_fits_the_width()


def test_language_is_changed_and_kept(lan: User, walk: Walk) -> None:
    page = walk.open("/sign-in")

    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Sign in to Tổng Kết")).to_be_visible()
    walk.open("/sign-in")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    walk.assert_accessible()


def test_sign_in_fits_a_phone(lan: User, phone_walk: Walk) -> None:
    phone_walk.open("/sign-in")

    phone_walk.assert_fits_the_width()
    phone_walk.assert_accessible()


def test_stranger_is_led_to_sign_in_and_back(lan: User, walk: Walk) -> None:
    walk.open("/me")
    assert walk.path == "/sign-in?next=/me"

    walk.page.get_by_label("Thư điện tử").fill(EMAIL)
    walk.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    walk.page.get_by_role("button", name="Vào", exact=True).click()

    expect(walk.page.get_by_role("heading", name=lan.name)).to_be_visible()
    assert walk.path == "/me"
