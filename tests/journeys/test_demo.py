"""Every page of the sample conference, on both screens: nothing breaks, nothing keeps anybody out."""

import subprocess
from pathlib import Path

import pytest

from tests.journeys.conftest import OpenWalk
from tests.journeys.walk import Size, Walk
from tongket.conferences.models import Conference, Duty
from tongket.demo.build import build
from tongket.demo.people import CLERK, PASSWORD, SECRETARY

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def conference() -> Conference:
    """The sample conference as it stood on 21/10/2024."""
    return build()


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

    for path in ("/", f"/duties/{paper.pk}/", f"/conferences/{conference.pk}/plan/"):
        walk.open(path)
        walk.assert_accessible()
        walk.assert_fits_the_width()


def test_briefing_sheet_is_one_page_of_a4(conference: Conference, walk: Walk, tmp_path: Path) -> None:
    walk.sign_in(CLERK.email, PASSWORD)
    walk.open(f"/conferences/{conference.pk}/sheet")

    target = tmp_path / "sheet.pdf"
    walk.page.pdf(path=str(target), prefer_css_page_size=True)

    pages = subprocess.run(["pdfinfo", str(target)], capture_output=True, text=True, check=True).stdout
    assert [line.split(":")[1].split()[0] for line in pages.splitlines() if line.startswith("Pages")] == ["1"]
