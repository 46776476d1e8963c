"""The main job, walked through: a clerk drops the plan, confirms it, has a conference; a unit hands in on a phone."""

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tongket.accounts.actions import create_user
from tongket.accounts.models import User
from tongket.core import clock
from tongket.units.actions.directories import import_file
from tongket.units.models import Membership, Person, Role, Unit

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASSWORD = "giay-muc-dau"
HOST = "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố"
COMMUNE = "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng"
DIRECTORY = Path(__file__).parents[1] / "samples/directories/tam-ky-2024.csv"


def person(*, name: str, email: str, unit: str, role: Role) -> User:
    """Somebody of a unit who signs in with a password."""
    user = create_user(name=name, email=email, password=PASSWORD, by=None, now=clock.now())
    place = Person.objects.create(name=name, user=user)
    Membership.objects.create(person=place, unit=Unit.objects.get(name=unit), post="Chuyên viên", role=role)
    return user


@pytest.fixture
def city() -> None:
    """Tam Kỳ's directory on 21/10/2024, with a clerk of the host and a secretary of one commune."""
    clock.move(datetime(2024, 10, 21, 1, 15, tzinfo=UTC))
    by = create_user(name="Quản trị", email=None, password=None, by=None, now=clock.now())
    import_file(data=DIRECTORY.read_bytes(), by=by, now=clock.now())
    person(name="Trần Thị Lệ", email="le@tamky.vn", unit=HOST, role=Role.CLERK)
    person(name="Nguyễn Văn Hòa", email="hoa@tamthang.vn", unit=COMMUNE, role=Role.MEMBER)


def read_the_plan(walk: Walk) -> None:
    """Drops the model plan's .docx and stands on the reading page."""
    page = walk.open("/readings/new")
    sample = files("tongket.conferences") / "sample_plans" / "tam-ky-2024.docx"
    upload = {"name": "ke-hoach.docx", "mimeType": "application/octet-stream", "buffer": sample.read_bytes()}
    page.get_by_label("Tệp kế hoạch").set_input_files(upload)  # type: ignore[arg-type]
    page.get_by_role("button", name="Đọc tệp này").click()
    expect(page.get_by_role("heading", name="Đọc kế hoạch, xác nhận, tạo hội nghị")).to_be_visible()


@pytest.mark.slow
def test_from_the_plans_file_to_a_unit_that_hands_in(city: None, open_walk: OpenWalk) -> None:
    clerk = open_walk()
    clerk.sign_in("le@tamky.vn", PASSWORD)
    read_the_plan(clerk)
    page = clerk.page
    clerk.assert_accessible()

    page.get_by_label("Ngày họp, nếu đã chốt").fill("31/9/2024")
    page.get_by_role("button", name="Ghi ngày họp").click()
    expect(page.get_by_text("31/9/2024 không có trong lịch.")).to_be_visible()
    page.get_by_label("Ngày họp, nếu đã chốt").fill("30/10/2024")
    page.get_by_label("Bắt đầu").fill("7:30")
    page.get_by_role("button", name="Ghi ngày họp").click()
    expect(page.get_by_text("31/9/2024 không có trong lịch.")).to_have_count(0)
    page.get_by_label("Số, ký hiệu").first.fill("305/KH-MTTQ-BTT")
    page.locator("[id='f-number/0']").get_by_role("button", name="Ghi Số của kế hoạch").click()
    expect(page.locator(".facts h2 .count").first).to_have_text("4")
    page.reload()
    expect(page.get_by_label("Ngày họp, nếu đã chốt")).to_have_value("30/10/2024")

    page.get_by_role("button", name="Tạo hội nghị").click()
    expect(page.get_by_role("row", name="Tam Thăng")).to_be_visible()
    expect(page.locator(".left b")).to_have_text("9")
    clerk.assert_accessible()

    secretary = open_walk(Size.PHONE)
    secretary.sign_in("hoa@tamthang.vn", PASSWORD)
    secretary.assert_fits_the_width()
    secretary.assert_accessible()
    job = secretary.page.locator("article.job").filter(has_text="Báo cáo tổng kết của đơn vị").first
    job.get_by_role("link", name="Mở").click()
    secretary.page.get_by_role("link", name="Điền trên trang").click()
    secretary.page.locator("#q-strengths").fill("Nhân dân đồng tình, tự nguyện tham gia.")
    secretary.page.get_by_role("button", name="Nộp", exact=True).click()
    expect(secretary.page.get_by_text("Lãnh đạo đơn vị mở trang này và bấm Xác nhận")).to_be_visible()

    page.reload()
    expect(page.get_by_role("row", name="Tam Thăng").get_by_text("Chờ xem")).to_be_visible()
    expect(page.get_by_role("link", name="Xem báo cáo của Tam Thăng").first).to_be_visible()


@pytest.mark.slow
def test_the_same_without_script(city: None, walk_without_script: Walk) -> None:
    walk = walk_without_script
    walk.sign_in("le@tamky.vn", PASSWORD)
    read_the_plan(walk)

    walk.page.get_by_label("Ngày họp, nếu đã chốt").fill("30/10/2024")
    walk.page.get_by_role("button", name="Sửa Trích yếu").click()
    walk.page.get_by_label("Trích yếu").fill("Tổ chức hội nghị tổng kết Phong trào thi đua “Cùng nhau sáng tạo”")
    walk.page.get_by_role("button", name="Lưu", exact=True).click()
    expect(walk.page.get_by_text("đã sửa")).to_be_visible()
    walk.page.get_by_role("button", name="Tạo hội nghị").click()

    expect(walk.page.locator(".where strong")).to_have_text("Hội nghị tổng kết Phong trào thi đua “Cùng nhau sáng tạo”")
    expect(walk.page.locator(".left b")).to_have_text("9")


@pytest.mark.slow
def test_keyboard_stays_where_it_is_on_the_reading_page(city: None, walk: Walk) -> None:
    walk.sign_in("le@tamky.vn", PASSWORD)
    read_the_plan(walk)
    page = walk.page

    page.get_by_role("button", name="Ghi ngày họp").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ghi ngày họp")).to_be_focused()

    page.locator("button[value^='open:']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".facts-t textarea, .facts-t input").first).to_be_focused()

    asked = page.locator("fieldset[id^='f-']:has(button[value^='confirm:'])")
    first, after = asked.first.get_attribute("id"), asked.nth(1).get_attribute("id")
    asked.first.locator("button[value^='confirm:']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{first}']:has(button[value^='confirm:'])")).to_have_count(0)
    expect(page.locator("fieldset:focus-within")).to_have_attribute("id", after or "")
