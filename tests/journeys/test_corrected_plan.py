"""A plan is corrected while its conference runs: the clerk sees the difference, applies it, tells a unit."""

from datetime import UTC, datetime
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from tests.conferences.corrected import corrected, corrected_docx
from tests.journeys.conftest import OpenWalk
from tests.journeys.test_plan_to_conference import COMMUNE, DIRECTORY, HOST, PASSWORD, person
from tests.journeys.walk import Size, Walk
from tongket.accounts.actions import create_user
from tongket.conferences.actions.duties import hand_in
from tongket.conferences.actions.readings import start_reading
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.units.actions.directories import import_file
from tongket.units.models import Role

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def running() -> Conference:
    """Tam Kỳ's conference on 21/10/2024, where the economic department has handed in its nomination."""
    clock.move(datetime(2024, 10, 21, 1, 15, tzinfo=UTC))
    by = create_user(name="Quản trị", email=None, password=None, by=None, now=clock.now())
    import_file(data=DIRECTORY.read_bytes(), by=by, now=clock.now())
    clerk = person(name="Trần Thị Lệ", email="le@tamky.vn", unit=HOST, role=Role.CLERK)
    person(name="Nguyễn Văn Hòa", email="hoa@tamthang.vn", unit=COMMUNE, role=Role.MEMBER)
    sample = files("tongket.conferences") / "sample_plans" / "tam-ky-2024.docx"
    reading = start_reading(data=sample.read_bytes(), name="ke-hoach.docx", by=clerk, now=clock.now())
    conference = start_conference(reading=reading, by=clerk, now=clock.now())
    duty = Duty.objects.select_related("conference").get(kind="nomination", unit__name="Phòng Kinh tế")
    hand_in(duty=duty, note="Hồ sơ mô hình", by=clerk, now=clock.now())
    return conference


def test_corrected_plan_is_compared_applied_and_told(running: Conference, open_walk: OpenWalk) -> None:
    clerk = open_walk()
    clerk.sign_in("le@tamky.vn", PASSWORD)
    page = clerk.open(f"/conferences/{running.pk}/plan/")
    page.get_by_role("link", name="Đưa bản sửa vào").click()
    clerk.assert_accessible()
    upload = {"name": "ke-hoach-sua.docx", "mimeType": "application/octet-stream", "buffer": corrected_docx()}
    page.get_by_label("Tệp bản sửa").set_input_files(upload)  # type: ignore[arg-type]
    page.get_by_role("button", name="Đọc tệp này").click()
    page.get_by_label("Số, ký hiệu").first.fill("318/KH-MTTQ-BTT")
    page.locator("[id='f-number/0']").get_by_role("button", name="Ghi Số của kế hoạch").click()
    expect(page.locator(".make")).to_contain_text("1 trên 5 điều đã xác nhận")
    page.get_by_role("button", name="So với bản đang dùng").click()

    expect(page.get_by_role("heading", name="Bản sửa so với bản 1 đang dùng")).to_be_visible()
    expect(page.get_by_text("Thêm mới 3, Đổi 18, Rút 3")).to_be_visible()
    added = page.locator(".part.added")
    expect(added.get_by_role("heading", name="Tham luận: Tam Ngọc")).to_be_visible()
    expect(added.get_by_text("Nội dung này trước giao cho An Phú.")).to_be_visible()
    papers = page.locator(".part.changed li").filter(has=page.get_by_role("heading", name="Tham luận"))
    expect(papers.locator(".turn")).to_contain_text("hết thứ Bảy, 19/10")
    expect(papers.locator(".places")).to_contain_text("III.2")
    clerk.assert_accessible()
    clerk.assert_fits_the_width()
    open_duty = page.get_by_role("group", name="Giới thiệu khen thưởng: Phòng Kinh tế")
    expect(open_duty.get_by_label("Giữ phần việc, dù kế hoạch không còn nêu")).to_be_checked()
    page.get_by_role("button", name="Áp dụng bản sửa").click()

    expect(page.get_by_role("status")).to_contain_text("Đã áp dụng bản 2. Chưa đơn vị nào được báo.")
    clerk.assert_accessible()

    secretary = open_walk(Size.PHONE)
    secretary.sign_in("hoa@tamthang.vn", PASSWORD)
    job = secretary.page.locator("article.job").filter(has_text="Tham luận").first
    expect(job.locator(".due")).to_contain_text("hết thứ Tư, 23/10")
    expect(job.get_by_role("link", name="III.3/5")).to_be_visible()
    expect(secretary.page.get_by_text("Kế hoạch đã sửa, bản 2")).to_have_count(0)

    unit = page.get_by_role("checkbox", name=COMMUNE)
    unit.check()
    page.get_by_role("button", name="Soạn lời báo").click()
    expect(page.get_by_label(f"Lời báo {COMMUNE}")).to_contain_text("+ Hạn: hết thứ Bảy, 19/10 → hết thứ Tư, 23/10")
    expect(unit).to_be_checked()
    page.get_by_role("button", name="Ghi: đã báo các đơn vị đã chọn").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: đã báo 1 đơn vị.")

    secretary.page.reload()
    notice = secretary.page.get_by_role("region", name="Kế hoạch đã sửa, bản 2")
    expect(notice).to_contain_text("hết thứ Tư, 23/10")
    secretary.assert_accessible()
    secretary.assert_fits_the_width()

    page.goto(clerk.address + f"/conferences/{running.pk}/plan/")
    clerk.assert_accessible()
    page.get_by_role("button", name="Lấy lại bản 2").click()
    expect(page.get_by_role("status")).to_contain_text("Không lấy lại được nữa: đã báo cho đơn vị.")
    page.get_by_role("link", name="khác bản 1 chỗ nào").click()
    expect(page.get_by_role("heading", name="Bản 2 khác bản 1")).to_be_visible()
    expect(page.locator(".part.kept")).to_contain_text("Phòng Kinh tế")
    clerk.assert_accessible()


def test_the_same_without_script_on_pasted_words(running: Conference, walk_without_script: Walk) -> None:
    walk, page = walk_without_script, walk_without_script.page
    walk.sign_in("le@tamky.vn", PASSWORD)
    walk.open(f"/conferences/{running.pk}/correct")

    page.get_by_text("Dán chữ của kế hoạch").click()
    page.get_by_label("Toàn văn").fill(corrected().decode())
    page.get_by_role("button", name="Đọc chữ đã dán").click()
    page.get_by_role("button", name="So với bản đang dùng").click()
    page.get_by_label("Rút phần việc; bài đã gửi vẫn lưu").check()
    page.get_by_role("button", name="Áp dụng bản sửa").click()
    page.get_by_role("checkbox", name=COMMUNE).check()
    page.get_by_role("button", name="Ghi: đã báo các đơn vị đã chọn").click()

    expect(page.get_by_role("status")).to_contain_text("Đã ghi: đã báo 1 đơn vị.")
    assert Duty.objects.get(kind="nomination", unit__name="Phòng Kinh tế").state == "withdrawn"
