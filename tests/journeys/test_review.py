"""A unit's own review from the form it fills offline to the summary report that is issued, late report and all."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.factories.conferences import make_conference
from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tests.journeys.working import follow, press, work
from tests.mailbox.arriving import letter
from tests.mailbox.dovecot import PASSWORD as BOX_PASSWORD
from tests.mailbox.dovecot import USER, Mailbox, running_dovecot
from tests.mailbox.sink import Sink, smtp_sink
from tongket.conferences.begun import begun
from tongket.conferences.models import Conference
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.demo import reporting
from tongket.demo.build import gather
from tongket.demo.duties import set_office_days
from tongket.demo.people import CLERK, LEADER, PASSWORD, SECRETARY
from tongket.demo.playing import Cast
from tongket.demo.story import at
from tongket.documents.models import Document
from tongket.reviews.models import Figure, ReviewVersion
from tongket.units.models import Unit

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CONFIRMS = "nhung@tamthang.vn"
EARLY = ("hoi-phu-nu", "tam-phu", "tam-thanh", "an-my", "an-xuan", "hoa-thuan")
WRONG, RIGHT = 198_000_000, "198"
OWN = "Kết quả chung của toàn thành phố là rõ nét, Nhân dân đồng tình."


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink() as server:
        yield server


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with running_dovecot() as server:
        yield server


@pytest.fixture
def cast(settings: Settings, tmp_path: Path, sink: Sink, mailbox: Mailbox) -> Cast:
    """An office with a real mailbox; six units have reported, Tam Thăng has not."""
    settings.HOME = tmp_path
    settings.SMTP_URL, settings.MAIL_FROM, settings.MAIL_REPLY_TO = sink.url, "vp@tamky.vn", USER
    settings.IMAP_URL = f"imap://{quote(USER, safe='')}:{BOX_PASSWORD}@127.0.0.1:{mailbox.account.port}"
    clock.move(at(19, 9))
    found = gather()
    set_office_days(found, at(14))
    found.conference.plan_versions.update(number="305/KH-MTTQ-BTT", issued_on=at(11).date())
    reporting.ask(found, at(14))
    for each in reporting.REPORTED:
        if each.file in EARLY:
            reporting.report(each, found, at(18))
    return found


def home_of(conference: Conference, unit: Unit) -> str:
    return f"/conferences/{conference.pk}/reviews/{unit.pk}/"


def filled_offline(walk: Walk, home: str, told: dict[str, object]) -> bytes:
    """The unit takes the sheet home and types its figures into it; one of them in đồng where triệu đồng is asked."""
    page = walk.open(home)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tải .xlsx").click()
    book = load_workbook(io.BytesIO(Path(taken.value.path()).read_bytes()))
    sheet = book["Số liệu"]
    for row in sheet.iter_rows():
        for cell in row:
            code = str(cell.value or "")
            if code in told:
                _answer(row).value = told[code]
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _answer(row: Sequence[Any]) -> Any:
    """The cell of a row that is not locked: the one to fill."""
    return next(cell for cell in row if not cell.protection.locked)


def send(walk: Walk, conference: Conference, mailbox: Mailbox, unit: Unit, data: bytes) -> None:
    """The unit mails the sheet; the clerk has the mail fetched and it is filed as the unit's review."""
    sender = f"UBMTTQVN xã Tam Thăng <{unit.email}>"
    mailbox.deliver(letter(sender=sender, subject="Báo cáo tổng kết", files=[("bieu-tam-thang.xlsx", data)]))
    page = walk.open(f"/conferences/{conference.pk}/mail/in/")
    press(page, "Lấy thư ngay")
    work()


def mend(walk: Walk, home: str) -> None:
    """The unit sees on the web what was noticed, mends the figure and hands the review in again."""
    page = walk.open(home)
    expect(page.get_by_text("198.000.000").first).to_be_visible()
    walk.assert_accessible()
    page.get_by_role("link", name="Sửa, nộp bản khác").click()
    box = page.locator("#f-ideas_value")
    expect(box).to_have_value("198.000.000")
    box.fill(RIGHT)
    press(page, "Nộp")
    expect(page.get_by_text("chờ").first).to_be_visible()


def confirm(walk: Walk, home: str) -> None:
    """The unit's leader stands behind it on a phone."""
    walk.sign_in(CONFIRMS, PASSWORD)
    page = walk.open(home)
    walk.assert_fits_the_width()
    walk.assert_accessible()
    press(page, "Xác nhận báo cáo")
    expect(page.get_by_text(re.compile("xác nhận")).first).to_be_visible()


def compose(walk: Walk, conference: Conference) -> Page:
    """The clerk composes the report and looks at its figures."""
    page = walk.open(f"/conferences/{conference.pk}/report/")
    press(page, "Tổng hợp")
    expect(page.get_by_text("Đã gộp 7 trên 18 báo cáo")).to_be_visible()
    walk.assert_accessible()
    return page


def merge_themes(walk: Walk, conference: Conference) -> None:
    """Two themes that the clerk takes for one."""
    page = walk.open(f"/conferences/{conference.pk}/report/themes")
    walk.assert_accessible()
    follow(page, "Vốn vay ưu đãi")
    page.locator("#into").select_option(label="Kinh phí cho phong trào và sáng kiến")
    press(page, "Gộp")
    expect(page.get_by_role("link", name="Vốn vay ưu đãi")).to_have_count(0)


def edit(walk: Walk, conference: Conference) -> None:
    """A sentence in the clerk's own words, with the sources of the program's."""
    page = walk.open(f"/conferences/{conference.pk}/report/?section=III.1")
    page.locator(".sents > li").first.locator("summary").click()
    page.get_by_role("link", name="Sửa câu").first.click()
    box = page.locator("form.edit textarea")
    box.fill(OWN)
    press(page, "Lưu câu")
    expect(page.get_by_text(OWN).first).to_be_visible()


def report_late(walk: Walk, conference: Conference, cast: Cast) -> None:
    """A late report comes: the report says that it is behind; run again, it keeps the clerk's words."""
    late = next(each for each in reporting.REPORTED if each.file == "tan-thanh")
    reporting.report(replace(late, channel=Channel.WEB), cast, at(19, 10))
    work()
    page = walk.open(f"/conferences/{conference.pk}/report/?section=III.1")
    press(page, "Tổng hợp lại")
    expect(page.get_by_text("Đã gộp 8 trên 18 báo cáo")).to_be_visible()
    page = walk.open(f"/conferences/{conference.pk}/report/?section=III.1")
    expect(page.get_by_text(OWN).first).to_be_visible()


def issue(clerk: Walk, leader: Walk, conference: Conference) -> Document:
    """The report becomes a document, is signed by the leader, numbered and issued."""
    page = clerk.open(f"/conferences/{conference.pk}/report/print")
    clerk.assert_accessible()
    press(page, "Thành văn bản, trình ký")
    document = Document.objects.get(conference=conference, kind="summary_report")
    page = clerk.open(f"/documents/{document.pk}/")
    press(page, "Kiểm tra, trình ký")
    leader.sign_in(LEADER.email, PASSWORD)
    signing = leader.open(f"/conferences/{conference.pk}/documents/to-sign?document={document.pk}")
    press(signing, "Ký duyệt")
    page = clerk.open(f"/documents/{document.pk}/")
    page.get_by_label("Số", exact=True).fill("41")
    page.get_by_label("Số đi trước đây").fill("40")
    page.get_by_label("Biết từ đâu").fill("sổ giấy của Văn phòng")
    press(page, "Cấp số")
    press(page, "Phát hành")
    expect(page.get_by_role("heading", name="41/BC-MTTQ-BTT")).to_be_visible()
    document.refresh_from_db()
    return document


def follow_on(walk: Walk, conference: Conference) -> None:
    """What the report recommends stands in next year's conference, and closing it there closes it here."""
    # The day after: what nobody worded stays with a conference that is still to be held.
    clock.move(at(31, 9))
    following = make_conference(host=conference.host, held_on=date(2025, 10, 30))
    begun(following, now=clock.now())
    page = walk.open(f"/conferences/{following.pk}/report/recommendations")
    expect(page.get_by_text("Còn mở từ hội nghị ngày 30/10/2024.").first).to_be_visible()
    walk.assert_accessible()
    title = page.locator(".recs h2 a").first.inner_text()
    follow(page, title)
    press(page, "Đóng")
    page = walk.open(f"/conferences/{conference.pk}/report/recommendations")
    expect(page.locator(".recs article").filter(has_text=title).get_by_text("Đã xong")).to_be_visible()


def test_a_review_goes_from_an_offline_form_into_the_issued_report(
    cast: Cast, open_walk: OpenWalk, mailbox: Mailbox
) -> None:
    conference = cast.conference
    unit = Unit.objects.get(name=SECRETARY.unit)
    home = home_of(conference, unit)
    clerk, member, phone, leader = open_walk(), open_walk(), open_walk(Size.PHONE), open_walk(Size.PHONE)
    clerk.sign_in(CLERK.email, PASSWORD)
    member.sign_in(SECRETARY.email, PASSWORD)
    told = reporting.words_of("tam-thang")["figures"] | {"ideas_value": WRONG}

    data = filled_offline(member, home, told)
    send(clerk, conference, mailbox, unit, data)
    mend(member, home)
    confirm(phone, home)
    compose(clerk, conference)
    merge_themes(clerk, conference)
    edit(clerk, conference)
    report_late(clerk, conference, cast)
    document = issue(clerk, leader, conference)
    follow_on(clerk, conference)

    versions = ReviewVersion.objects.filter(review__unit=unit).order_by("ordinal")
    assert list(versions.values_list("came_as", flat=True)) == ["sheet", "web"]
    assert Figure.objects.get(review__unit=unit, indicator__code="ideas_value").value == 198
    assert (document.state, bool(document.docx_id), bool(document.pdf_id)) == ("issued", True, True)
    assert OWN.rstrip(".") in str(document.frozen)
