"""A paper on the web: too long and seen to be so, replaced, given back with a comment, taken, and in the volume."""

import base64
import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.journeys import own_paper
from tests.journeys.conftest import OpenWalk
from tests.journeys.own_paper import COMMENT, MENDED, QUOTE, TITLE
from tests.journeys.walk import Size, Walk
from tests.journeys.working import follow, press, work
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.demo.build import gather
from tongket.demo.duties import set_office_days
from tongket.demo.people import CLERK, PASSWORD, SECRETARY
from tongket.demo.story import at
from tongket.papers.models import PaperVersion

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

SPEAKER, POST = "Võ Thị Hồng Nhung", "Phó Chủ tịch"
# What somebody does who lets go of a file over the frame.
DROP = """(zone, [data, name, type]) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name, { type }));
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def paper() -> Duty:
    """The paper that Tam Thăng owes, three days before its day."""
    clock.move(at(16, 9))
    cast = gather()
    set_office_days(cast, at(14))
    return Duty.objects.get(conference=cast.conference, kind="paper", unit__name=SECRETARY.unit)


def give(walk: Walk, data: bytes, size: Size) -> None:
    """Drops a file on the frame at a desk; on a phone it is chosen."""
    if size is Size.PHONE:
        walk.page.get_by_label("Tệp", exact=True).set_input_files(
            {"name": own_paper.NAME, "mimeType": own_paper.DOCX, "buffer": data}
        )
        return
    letters = base64.b64encode(data).decode()
    walk.page.locator("[data-zone]").evaluate(DROP, [letters, own_paper.NAME, own_paper.DOCX])


def look_and_hand_in(walk: Walk, duty: Duty, size: Size) -> None:
    """The unit sees that its paper is too long before anybody else does, takes another file, and hands that in."""
    page = walk.open(f"/papers/{duty.pk}/write")
    give(walk, own_paper.long_paper(), size)
    looked = page.locator("#looked")
    expect(looked.get_by_role("heading", name="Dài 4,1 trang")).to_be_visible()
    expect(looked.get_by_text("Mới đo, chưa nộp.")).to_be_visible()
    walk.assert_accessible()
    walk.assert_fits_the_width()
    assert PaperVersion.objects.count() == 0

    give(walk, own_paper.short_paper(), size)
    expect(looked.get_by_role("heading", name=re.compile("^Dài "))).to_have_count(0)
    page.get_by_label("Tên tham luận").fill(TITLE)
    page.get_by_label("Người trình bày").fill(SPEAKER)
    page.get_by_label("Chức vụ").fill(POST)
    press(page, "Nộp")
    expect(page.get_by_role("row", name=re.compile("Bản 1.*Chờ xem"))).to_be_visible()


def give_back(walk: Walk, duty: Duty) -> None:
    """The clerk says what is wrong at its place, and gives the paper back until a day."""
    page = walk.open(f"/papers/{duty.pk}/")
    said = page.get_by_role("region", name="Nhận xét gửi đơn vị")
    said.get_by_label("Nhận xét").fill(COMMENT)
    said.get_by_label("Về chỗ nào trong bài").fill(QUOTE)
    press(page, "Thêm")
    expect(page.get_by_text("đơn vị chưa thấy")).to_be_visible()
    expect(page.get_by_text(re.compile(rf"^Trang \d, “{QUOTE}”$"))).to_be_visible()
    page.get_by_label("Nộp bản sửa trước hết ngày").fill("18/10/2024")
    press(page, "Trả lại để sửa")
    expect(page.get_by_role("row", name=re.compile("Bản 1.*Trả lại"))).to_be_visible()


def mend(walk: Walk, duty: Duty, size: Size) -> None:
    """The unit reads the comment and hands in its second version."""
    page = walk.open(f"/papers/{duty.pk}/")
    expect(page.get_by_role("listitem").filter(has_text=COMMENT)).to_contain_text(QUOTE)
    walk.assert_accessible()
    walk.assert_fits_the_width()
    follow(page, "Nộp bản khác")
    give(walk, own_paper.mended_paper(), size)
    expect(page.get_by_text("Mới đo, chưa nộp.")).to_be_visible()
    press(page, "Nộp")
    expect(page.get_by_role("row", name=re.compile("Bản 2.*Chờ xem"))).to_be_visible()


def take(walk: Walk, duty: Duty) -> None:
    """The clerk sees what changed and takes the second version."""
    page = walk.open(f"/papers/{duty.pk}/")
    follow(page, "So với bản 1")
    expect(page.get_by_role("insertion").filter(has_text="1.936")).to_be_visible()
    press(page, "Nhận tham luận")
    expect(page.get_by_role("row", name=re.compile("Bản 2.*Đạt"))).to_be_visible()


def bind_and_read(walk: Walk, conference: Conference) -> list[str]:
    """The clerk binds the volume and opens it; its pages as text, each in one line."""
    page = walk.open(f"/conferences/{conference.pk}/proceedings/")
    press(page, "Đóng tập")
    work()
    walk.open(f"/conferences/{conference.pk}/proceedings/")
    address = page.get_by_role("link", name="Mở", exact=True).get_attribute("href")
    answer = page.request.get(f"{walk.address}{address}")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    pages = pypdfium2.PdfDocument(answer.body())
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pages]


@pytest.mark.parametrize("size", list(Size))
def test_paper_goes_from_a_file_too_long_into_the_volume(paper: Duty, open_walk: OpenWalk, size: Size) -> None:
    unit, clerk = open_walk(size), open_walk()
    unit.sign_in(SECRETARY.email, PASSWORD)
    clerk.sign_in(CLERK.email, PASSWORD)

    look_and_hand_in(unit, paper, size)
    give_back(clerk, paper)
    mend(unit, paper, size)
    take(clerk, paper)
    sheets = bind_and_read(clerk, paper.conference)

    (contents,) = [sheet for sheet in sheets if "MỤC LỤC" in sheet and "Phần I" in sheet]
    assert f"{TITLE} " in contents
    assert f"{SPEAKER}, {POST}" in contents
    whole = " ".join(sheets)
    assert (f"Ngày công góp lại {MENDED}" in whole, QUOTE in whole) == (True, False)
