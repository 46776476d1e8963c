"""Who comes: a unit names two people, the clerk gives the list back, a substitute is sent, the clerk takes note."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tests.journeys.working import follow, press
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import clock
from tongket.delegates.models import Delegate
from tongket.demo.build import gather
from tongket.demo.duties import set_office_days
from tongket.demo.people import CLERK, PASSWORD, SECRETARY
from tongket.demo.story import at

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

HEAD, DEPUTY, SUBSTITUTE = "Nguyễn Văn Hòa", "Võ Thị Hồng Nhung", "Trần Quốc Bảo"
REMARK = "Ông Hòa chủ trì họp xã hôm ấy, cử người khác."


@pytest.fixture
def asked() -> Duty:
    """Tam Thăng has to send people."""
    clock.move(at(16, 9))
    cast = gather()
    set_office_days(cast, at(14))
    return Duty.objects.get(conference=cast.conference, kind=DutyKind.DELEGATES, unit__name=SECRETARY.unit)


def line(page: Page, number: int) -> Locator:
    """The line of one person."""
    return page.get_by_role("group", name=f"Người {number}")


def name(page: Page, number: int, who: str, post: str) -> None:
    """Types one person."""
    line(page, number).get_by_label("Họ tên").fill(who)
    line(page, number).get_by_label("Chức vụ").fill(post)


def answer(walk: Walk, duty: Duty) -> None:
    """The unit comes from its own page; a post without a name is told at its place; two people are sent."""
    page = walk.open(f"/conferences/{duty.conference_id}/units/{duty.unit_id}/")
    follow(page, re.compile("Cử đại biểu dự họp"))
    name(page, 1, HEAD, "Chủ tịch")
    name(page, 2, "", "Phó Chủ tịch")
    press(page, "Gửi danh sách")
    expect(line(page, 2).get_by_text("chưa có họ tên")).to_be_visible()
    walk.assert_accessible()
    walk.assert_fits_the_width()

    name(page, 2, DEPUTY, "Phó Chủ tịch")
    press(page, "Gửi danh sách")
    expect(page.get_by_role("status")).to_contain_text("Đã gửi danh sách 2 người. Giấy biên nhận TK-")
    expect(page.get_by_text("Chờ xem · 2 người dự")).to_be_visible()


def give_back(walk: Walk, duty: Duty) -> None:
    """The clerk reads the list and gives it back until a day."""
    page = walk.open(f"/delegates/for/{duty.pk}")
    expect(page.get_by_role("listitem").filter(has_text=HEAD)).to_contain_text("Chủ tịch")
    page.get_by_text("Trả lại để sửa").click()
    page.get_by_label("Cần sửa gì").fill(REMARK)
    page.get_by_label("Nộp bản sửa trước hết ngày").fill("18/10/2024")
    press(page, "Trả lại")
    expect(page.get_by_role("status")).to_contain_text("Đã trả lại để sửa.")
    walk.assert_accessible()


def send_substitute(walk: Walk, duty: Duty) -> None:
    """The unit reads the remark and types another name over the first."""
    page = walk.open(f"/delegates/for/{duty.pk}")
    expect(page.get_by_text(REMARK)).to_be_visible()
    name(page, 1, SUBSTITUTE, "Ủy viên Thường trực")
    press(page, "Gửi lại danh sách")
    expect(page.get_by_text(f"đi thay {HEAD}").first).to_be_visible()


def take_note(walk: Walk, duty: Duty) -> None:
    """The clerk sees who comes instead, and takes note."""
    page = walk.open(f"/delegates/for/{duty.pk}")
    expect(page.get_by_role("listitem").filter(has_text=SUBSTITUTE)).to_contain_text(f"đi thay {HEAD}")
    press(page, "Ghi nhận danh sách")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi nhận danh sách.")


@pytest.mark.parametrize("size", list(Size))
def test_a_unit_says_who_comes(asked: Duty, open_walk: OpenWalk, size: Size) -> None:
    unit, clerk = open_walk(size), open_walk()
    unit.sign_in(SECRETARY.email, PASSWORD)
    clerk.sign_in(CLERK.email, PASSWORD)

    answer(unit, asked)
    give_back(clerk, asked)
    send_substitute(unit, asked)
    take_note(clerk, asked)

    standing = Delegate.objects.filter(duty=asked, removed_at=None).order_by("name")
    assert list(standing.values_list("name", "instead_of__name")) == [(SUBSTITUTE, HEAD), (DEPUTY, None)]
    assert Duty.objects.get(pk=asked.pk).state == DutyState.ACCEPTED


@pytest.mark.parametrize("script", [True, False])
def test_a_line_more_keeps_what_was_typed(asked: Duty, open_walk: OpenWalk, *, script: bool) -> None:
    walk = open_walk(script=script)
    walk.sign_in(SECRETARY.email, PASSWORD)
    page = walk.open(f"/delegates/for/{asked.pk}")
    lines = page.get_by_role("group", name=re.compile(r"^Người \d+$"))
    before = lines.count()
    name(page, 1, HEAD, "Chủ tịch")

    press(page, "Thêm người")

    expect(lines).to_have_count(before + 1)
    expect(line(page, 1).get_by_label("Họ tên")).to_have_value(HEAD)
    name(page, before + 1, DEPUTY, "Phó Chủ tịch")
    press(page, "Gửi danh sách")
    expect(page.get_by_role("status")).to_contain_text("Đã gửi danh sách 2 người.")


def test_the_keyboard_goes_through_a_line_in_the_order_it_is_read(asked: Duty, walk: Walk) -> None:
    walk.sign_in(SECRETARY.email, PASSWORD)
    page = walk.open(f"/delegates/for/{asked.pk}")
    line(page, 1).get_by_label("Họ tên").focus()
    met = []
    for _press in range(4):
        met.append(page.evaluate("document.activeElement.name"))
        page.keyboard.press("Tab")

    assert met == ["p-0-name", "p-0-post", "p-0-phone", "p-0-answer"]
    assert page.evaluate("document.activeElement.name") == "p-1-name"


def test_who_is_absent_is_asked_why(asked: Duty, walk: Walk) -> None:
    walk.sign_in(SECRETARY.email, PASSWORD)
    page = walk.open(f"/delegates/for/{asked.pk}")
    why = line(page, 1).get_by_label("Lý do vắng")
    expect(why).to_be_hidden()

    line(page, 1).get_by_label("Vắng", exact=True).check()

    expect(why).to_be_visible()
