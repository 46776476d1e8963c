"""Forty invitations from the draft to the units' mailboxes, and a unit's answer from its mailbox to its duty."""

import re
import subprocess
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tests.journeys.working import follow, press, work
from tests.mailbox.arriving import letter
from tests.mailbox.dovecot import PASSWORD as BOX_PASSWORD
from tests.mailbox.dovecot import USER, Mailbox, running_dovecot
from tests.mailbox.sink import Sink, smtp_sink
from tongket.conferences.models import Conference, Duty
from tongket.core import clock
from tongket.demo.build import gather
from tongket.demo.duties import set_office_days
from tongket.demo.guests import GUESTS
from tongket.demo.people import CLERK, LEADER, PASSWORD
from tongket.demo.story import STANDS_AT, at

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

AN_PHU = "Ban Thường trực Ủy ban MTTQ Việt Nam phường An Phú"
HOA_HUONG = "Ban Thường trực Ủy ban MTTQ Việt Nam phường Hòa Hương"
GUEST = "Lý Văn Sáu"
MISSING = {HOA_HUONG: "hoahuong@vidu.vn", GUEST: "sau.ly@vidu.vn"}


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink() as server:
        yield server


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with running_dovecot() as server:
        yield server


@pytest.fixture
def conference(settings: Settings, tmp_path: Path, sink: Sink, mailbox: Mailbox) -> Conference:
    """The sample conference before its first letter, in an office with a server that takes mail and one that has it."""
    settings.HOME = tmp_path
    settings.SMTP_URL, settings.MAIL_FROM, settings.MAIL_REPLY_TO = sink.url, "vp@tamky.vn", USER
    settings.IMAP_URL = f"imap://{quote(USER, safe='')}:{BOX_PASSWORD}@127.0.0.1:{mailbox.account.port}"
    clock.move(STANDS_AT)
    cast = gather()
    set_office_days(cast, at(14))
    return cast.conference


def draft(walk: Walk, conference: Conference) -> str:
    """The clerk drafts the invitation, looks at it, fills what it lacks; returns the address of its page."""
    page = walk.open(f"/conferences/{conference.pk}/documents/new")
    press(page, re.compile(r"^Soạn\s+Giấy mời"))
    expect(page.get_by_text("Còn thiếu: người chủ trì")).to_be_visible()
    home = walk.path.removesuffix("write")
    page.get_by_label("Người chủ trì").fill("Đồng chí Nguyễn Thị Thu Hiền, Phó Chủ tịch")
    press(page, "Xem trước")
    expect(page.locator("#preview").get_by_text("1. Chủ trì: Đồng chí Nguyễn Thị Thu Hiền")).to_be_visible()
    walk.assert_accessible()
    press(page, "Ghi")
    expect(page.get_by_text("Còn thiếu")).to_have_count(0)
    return home


def list_forty(walk: Walk, home: str) -> None:
    """Twenty units of the conference and twenty pasted guests; two of them have no address yet."""
    page = walk.open(f"{home}copies/")
    follow(page, "Thêm người")
    press(page, "Đơn vị có phần việc, đại biểu trong danh sách")
    expect(page.get_by_role("heading", name="20 người")).to_be_visible()
    follow(page, "Thêm người")
    page.get_by_label("Mỗi dòng một người").fill(GUESTS)
    press(page, "Xem trước")
    page.get_by_label("Nội dung mời, chung cho những người chưa ghi riêng").fill("tham dự")
    press(page, "Nhập 20 người")
    expect(page.get_by_role("heading", name="40 người")).to_be_visible()
    walk.assert_accessible()
    for name, address in MISSING.items():
        follow(page, f"Sửa {name}")
        page.get_by_label("Thư điện tử").fill(address)
        press(page, "Ghi")
        expect(page.get_by_text(address)).to_be_visible()


def sign(walk: Walk, conference: Conference) -> None:
    """The leader reads and signs on a phone."""
    walk.sign_in(LEADER.email, PASSWORD)
    page = walk.open(f"/conferences/{conference.pk}/documents/to-sign")
    expect(page.get_by_text("1. Chủ trì: Đồng chí Nguyễn Thị Thu Hiền")).to_be_visible()
    expect(page.get_by_role("link", name="40 người")).to_be_visible()
    walk.assert_fits_the_width()
    walk.assert_accessible()
    press(page, "Ký duyệt")
    expect(page.get_by_role("heading", name="Không còn văn bản nào chờ ký")).to_be_visible()


def number_and_make(walk: Walk, home: str) -> None:
    """The clerk numbers it, issues it and has the forty copies made."""
    page = walk.open(home)
    page.get_by_label("Số", exact=True).fill("215")
    page.get_by_label("Số đi trước đây").fill("214")
    page.get_by_label("Biết từ đâu").fill("sổ giấy của Văn phòng")
    press(page, "Cấp số")
    press(page, "Phát hành")
    expect(page.get_by_role("heading", name="215/GM-MTTQ-BTT")).to_be_visible()
    walk.open(f"{home}copies/")
    press(page, "Làm 40 bản")
    work()
    page.reload()
    expect(page.get_by_role("heading", name="40 trên 40 bản")).to_be_visible()
    expect(page.get_by_role("link", name="Tệp in, 40 tờ")).to_be_visible()


def send(walk: Walk, home: str) -> None:
    """Forty messages come into the outbox; one is looked at, then all are sent."""
    page = walk.open(home)
    follow(page, "Gửi qua thư")
    press(page, "Đưa 40 thư vào Thư đi để xem")
    follow(page, "Xem, gửi 40")
    walk.assert_accessible()
    follow(page, "Mở, sửa riêng thư này")
    expect(page.get_by_role("heading", name="Người nhận sẽ đọc")).to_be_visible()
    page.go_back()
    press(page, re.compile("^Gửi.* 40 thư này$"))
    expect(page.get_by_text("Đang gửi, còn 40 thư.")).to_be_visible()
    work()
    page.reload()
    expect(page.get_by_text("Đang gửi, còn")).to_have_count(0)


def words_of_pdf(message: EmailMessage) -> str:
    """The words of the one PDF that goes with a message, between single spaces."""
    (attached,) = [part for part in message.iter_attachments() if part.get_content_type() == "application/pdf"]
    data = attached.get_content()
    text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return " ".join(text.split())


def answer(walk: Walk, conference: Conference, mailbox: Mailbox, invitation: EmailMessage) -> None:
    """A unit answers its invitation and attaches its paper, which the clerk finds at its duty."""
    raw = letter(
        sender=f"UBMTTQVN phường An Phú <{invitation['To'].addresses[0].addr_spec}>",
        subject=f"Re: {invitation['Subject']}: gửi bài tham luận",
        headers=[("In-Reply-To", str(invitation["Message-ID"]))],
    )
    mailbox.deliver(raw)
    page = walk.open(f"/conferences/{conference.pk}/mail/in/")
    press(page, "Lấy thư ngay")
    work()
    page = walk.open(f"/conferences/{conference.pk}/mail/in/?shelf=filed")
    expect(page.get_by_text("gửi bài tham luận").first).to_be_visible()
    duty = Duty.objects.get(conference=conference, kind="paper", unit__name=AN_PHU)
    walk.open(f"/duties/{duty.pk}/")
    expect(page.get_by_role("main").get_by_text("Tham luận.docx").first).to_be_visible()
    evidence = duty.evidence.get()
    assert (evidence.channel, evidence.ordinal) == ("email", 1)
    walk.open(f"/conferences/{conference.pk}/outbox/")
    expect(page.get_by_text("Đã nhận: tham luận của UBMTTQVN phường An Phú")).to_be_visible()


def test_invitations_go_out_and_an_answer_comes_home(
    conference: Conference, open_walk: OpenWalk, sink: Sink, mailbox: Mailbox
) -> None:
    clerk = open_walk()
    clerk.sign_in(CLERK.email, PASSWORD)
    home = draft(clerk, conference)
    list_forty(clerk, home)
    press(clerk.open(home), "Kiểm tra, trình ký")
    expect(clerk.page.get_by_text("Đang chờ lãnh đạo ký.")).to_be_visible()

    sign(open_walk(Size.PHONE), conference)
    number_and_make(clerk, home)
    send(clerk, home)

    arrived = dict(zip(sink.addresses(), sink.messages(), strict=True))
    assert (len(sink.kept), len(arrived)) == (40, 40)
    an_phu, guest = words_of_pdf(arrived["mttq.anphu@tamky.vidu.vn"]), words_of_pdf(arrived[MISSING[GUEST]])
    assert f"Đại diện lãnh đạo {AN_PHU} tham dự và trình bày tham luận tại" in an_phu
    assert "Ông Lý Văn Sáu, Người có uy tín, phường Trường Xuân tham dự hội nghị tổng kết" in guest
    assert (AN_PHU in guest, GUEST in an_phu, "215/GM-MTTQ-BTT" in guest) == (False, False, True)

    answer(clerk, conference, mailbox, arrived["mttq.anphu@tamky.vidu.vn"])
