"""A paper by mail: it lies in a real mailbox, becomes a version with findings, goes back, and comes again."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from tests.journeys import own_paper
from tests.journeys.conftest import OpenWalk
from tests.journeys.own_paper import COMMENT, MENDED, QUOTE
from tests.journeys.walk import Size, Walk
from tests.journeys.working import press, work
from tests.mailbox.arriving import letter
from tests.mailbox.dovecot import PASSWORD as BOX_PASSWORD
from tests.mailbox.dovecot import USER, Mailbox, running_dovecot
from tests.mailbox.sink import Sink, smtp_sink
from tongket.conferences.models import Duty
from tongket.core import clock
from tongket.demo.build import gather
from tongket.demo.duties import set_office_days
from tongket.demo.people import CLERK, PASSWORD, SECRETARY
from tongket.demo.story import at
from tongket.papers.models import PaperVersion

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink() as server:
        yield server


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with running_dovecot() as server:
        yield server


@pytest.fixture
def paper(settings: Settings, tmp_path: Path, sink: Sink, mailbox: Mailbox) -> Duty:
    """The paper that Tam Thăng owes to an office with a server that takes mail and one that has it."""
    settings.HOME = tmp_path
    settings.SMTP_URL, settings.MAIL_FROM, settings.MAIL_REPLY_TO = sink.url, "vp@tamky.vn", USER
    settings.IMAP_URL = f"imap://{quote(USER, safe='')}:{BOX_PASSWORD}@127.0.0.1:{mailbox.account.port}"
    clock.move(at(20, 9))
    cast = gather()
    set_office_days(cast, at(14))
    found = Duty.objects.select_related("unit", "conference")
    return found.get(conference=cast.conference, kind="paper", unit__name=SECRETARY.unit)


def write(duty: Duty, mailbox: Mailbox, data: bytes, subject: str, answers: str = "") -> None:
    """The unit writes from its own address and attaches its paper."""
    assert duty.unit is not None
    headers = [("In-Reply-To", answers)] if answers else []
    sender = f"UBMTTQVN xã Tam Thăng <{duty.unit.email}>"
    mailbox.deliver(letter(sender=sender, subject=subject, files=[(own_paper.NAME, data)], headers=headers))


def fetch(walk: Walk, duty: Duty) -> None:
    """The clerk has the mail fetched; the worker files it and measures what came."""
    page = walk.open(f"/conferences/{duty.conference_id}/mail/in/")
    press(page, "Lấy thư ngay")
    work()


def acknowledge(walk: Walk, duty: Duty, sink: Sink) -> str:
    """The receipt waits in the outbox and goes out when the clerk says so; its Message-ID."""
    page = walk.open(f"/conferences/{duty.conference_id}/outbox/")
    expect(page.get_by_text("Đã nhận: tham luận của UBMTTQVN xã Tam Thăng")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("^Chọn thư gửi")).check()
    press(page, "Gửi thư đã chọn")
    work()
    assert duty.unit is not None
    assert sink.addresses()[-1] == duty.unit.email
    return str(sink.messages()[-1]["Message-ID"])


def give_back(walk: Walk, duty: Duty) -> None:
    """The clerk sees what came by mail and what is wrong with it, and gives it back with a comment at a place."""
    page = walk.open(f"/papers/{duty.pk}/")
    expect(page.get_by_role("row", name=re.compile("Bản 1.*trễ.*thư điện tử.*4,1 tr"))).to_be_visible()
    expect(page.get_by_role("heading", name="Dài 4,1 trang")).to_be_visible()
    page.get_by_label("Thêm nhận xét").fill(COMMENT)
    page.get_by_label("Về chỗ nào trong bài").fill(QUOTE)
    press(page, "Thêm")
    expect(page.get_by_text("đơn vị chưa thấy")).to_be_visible()
    page.get_by_label("Cần sửa gì").fill("Bớt còn 3 trang.")
    page.get_by_label("Nộp bản sửa trước hết ngày").fill("22/10/2024")
    press(page, "Trả lại để sửa")
    expect(page.get_by_role("row", name=re.compile("Bản 1.*Trả lại"))).to_be_visible()


def read(walk: Walk, duty: Duty) -> None:
    """On a phone the unit sees what the checks found in its file and what the office says of it."""
    page = walk.open(f"/papers/{duty.pk}/")
    expect(page.get_by_role("heading", name="Dài 4,1 trang")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=COMMENT)).to_contain_text(QUOTE)
    walk.assert_accessible()
    walk.assert_fits_the_width()


def take(walk: Walk, duty: Duty) -> None:
    """The second message is the second version of the second round, with nothing against it; the clerk takes it."""
    page = walk.open(f"/papers/{duty.pk}/")
    expect(page.get_by_role("row", name=re.compile("Bản 2.*thư điện tử.*Chờ xem"))).to_be_visible()
    press(page, "Nhận tham luận")
    expect(page.get_by_role("row", name=re.compile("Bản 2.*Đạt"))).to_be_visible()


def test_paper_comes_by_mail_goes_back_and_comes_again(
    paper: Duty, open_walk: OpenWalk, sink: Sink, mailbox: Mailbox
) -> None:
    clerk, unit = open_walk(), open_walk(Size.PHONE)
    clerk.sign_in(CLERK.email, PASSWORD)
    unit.sign_in(SECRETARY.email, PASSWORD)

    write(paper, mailbox, own_paper.long_paper(), "Gửi bài tham luận")
    fetch(clerk, paper)
    receipt = acknowledge(clerk, paper, sink)
    give_back(clerk, paper)
    read(unit, paper)
    write(paper, mailbox, own_paper.mended_paper(), "Re: Đã nhận: tham luận", answers=receipt)
    fetch(clerk, paper)
    take(clerk, paper)

    versions = PaperVersion.objects.filter(paper=paper.pk).order_by("ordinal")
    kept = [(each.round, each.evidence.channel, MENDED in each.text) for each in versions]
    assert kept == [(1, "email", False), (2, "email", True)]
