"""Every page of the sample conference, on both screens: nothing breaks, nothing keeps anybody out."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tongket.conferences.models import Conference, Duty
from tongket.demo.build import build
from tongket.demo.people import CLERK, LEADER, PASSWORD, SECRETARY
from tongket.documents.models import Document
from tongket.mailbox.models import Incoming, Message

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def conference() -> Conference:
    """The sample conference as it stood on 21/10/2024."""
    return build()


def letters_and_mail(home: str) -> list[str]:
    """The pages of documents and mail: lists, one of every state, what is shown beside them."""
    shown = Document.objects.filter(kind__in=("plan", "notice", "decision", "invitation")).order_by("pk")
    documents = [f"/documents/{key}/" for key in shown.values_list("pk", flat=True)]
    invitation = Document.objects.get(kind="invitation").pk
    messages = Message.objects.order_by("pk").values_list("kind", "pk")
    waiting = Incoming.objects.get(state="waiting").pk
    return [
        *(f"{home}{page}" for page in ("documents/", "documents/new", "register/", "outbox/", "outbox/?state=sent")),
        *(f"{home}mail/in/?shelf={shelf}" for shelf in ("waiting", "filed", "left")),
        f"{home}mail/in/{waiting}/",
        *documents,
        f"/documents/{invitation}/write",
        f"/documents/{invitation}/copies/",
        *(f"/messages/{key}/" for key in dict(messages).values()),
    ]


def pages_printed(walk: Walk, folder: Path) -> int:
    """How many sheets the page takes in print."""
    target = folder / "printed.pdf"
    walk.page.pdf(path=str(target), prefer_css_page_size=True)
    with pdfium.PdfDocument(target) as document:
        return len(document)


@pytest.mark.parametrize("size", list(Size))
def test_office_opens_every_page(conference: Conference, open_walk: OpenWalk, size: Size) -> None:
    walk = open_walk(size)
    walk.sign_in(CLERK.email, PASSWORD)
    paper = Duty.objects.filter(conference=conference, kind="paper").order_by("pk")[3]
    task = Duty.objects.filter(conference=conference, kind="task").order_by("pk")[2]
    home = f"/conferences/{conference.pk}/"
    paths = [
        home,
        f"{home}plan/",
        f"{home}sheet",
        f"{home}reminders",
        f"{home}due?kind=review",
        f"{home}settings",
        f"{home}search?q=tham+luan",
        f"{home}units/{paper.unit_id}/",
        f"{home}units/{paper.unit_id}/contact",
        f"/duties/{paper.pk}/",
        f"/duties/{task.pk}/",
        "/conferences/",
        "/readings/new",
        "/units/",
        f"/units/{paper.unit_id}/",
        "/me",
        *letters_and_mail(home),
    ]

    for path in paths:
        walk.open(path)
        walk.assert_accessible()
        walk.assert_fits_the_width()


@pytest.mark.parametrize("size", list(Size))
def test_unit_opens_its_pages(conference: Conference, open_walk: OpenWalk, size: Size) -> None:
    walk = open_walk(size)
    walk.sign_in(SECRETARY.email, PASSWORD)
    paper = Duty.objects.get(conference=conference, kind="paper", unit__name=SECRETARY.unit)

    for path in (
        "/",
        f"/duties/{paper.pk}/",
        f"/papers/{paper.pk}/",
        f"/papers/{paper.pk}/write",
        f"/conferences/{conference.pk}/plan/",
        f"/conferences/{conference.pk}/letters/",
    ):
        walk.open(path)
        walk.assert_accessible()
        walk.assert_fits_the_width()


@pytest.mark.parametrize("size", list(Size))
def test_office_opens_papers_and_the_volume(
    conference: Conference, open_walk: OpenWalk, size: Size, tmp_path: Path
) -> None:
    walk = open_walk(size)
    walk.sign_in(CLERK.email, PASSWORD)
    home = f"/conferences/{conference.pk}/"
    papers = Duty.objects.filter(conference=conference, kind="paper").order_by("pk").values_list("pk", flat=True)
    paths = (
        f"{home}papers/",
        f"{home}papers/rules",
        f"{home}remarks/",
        f"{home}proceedings/",
        f"{home}proceedings/settings",
        f"{home}proceedings/chapters/paper:{papers[0]}",
        *(f"/papers/{paper}/" for paper in papers),
        f"/papers/{papers[2]}/topic",
        f"/papers/{papers[3]}/?so=1",
    )

    for path in paths:
        walk.open(path)
        walk.assert_accessible()
        walk.assert_fits_the_width()
    if size is Size.DESK:
        walk.open(f"{home}papers/")
        assert pages_printed(walk, tmp_path) == 1
    walk.page.get_by_role("button", name="English").click()
    for path in paths:
        walk.open(path)
        walk.assert_fits_the_width()


def test_leader_opens_what_waits_on_a_phone(conference: Conference, phone_walk: Walk) -> None:
    phone_walk.sign_in(LEADER.email, PASSWORD)

    page = phone_walk.open(f"/conferences/{conference.pk}/documents/to-sign")

    expect(page.get_by_text("2 văn bản")).to_be_visible()
    phone_walk.assert_accessible()
    phone_walk.assert_fits_the_width()


def test_briefing_sheet_is_one_page_of_a4(conference: Conference, walk: Walk, tmp_path: Path) -> None:
    walk.sign_in(CLERK.email, PASSWORD)
    walk.open(f"/conferences/{conference.pk}/sheet")

    assert pages_printed(walk, tmp_path) == 1
