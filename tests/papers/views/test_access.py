"""Who opens which page of papers: outsiders and other units find nothing there, readers may not act."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_paper, make_remark, make_version, paper_text
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.actions.topics import propose_topic
from tongket.papers.measuring import Given
from tongket.papers.models import PaperVersion
from tongket.papers.queries.papers import paper_of

AsUser = Callable[[User], Client]
PEOPLE = ("clerk", "leader", "host_member", "member_a", "member_b", "guest")
EVERYBODY_WHO_SEES = (200, 200, 200, 200, 404, 404)
WHO_HANDS_IN = (200, 200, 403, 200, 404, 404)
WHO_DECIDES = (200, 200, 403, 403, 404, 404)
THE_OFFICE = (200, 200, 200, 404, 404, 404)
WHO_RUNS = (200, 200, 403, 404, 404, 404)


@pytest.fixture
def read(office: Office) -> PaperVersion:
    """A version of unit A that was read and laid out."""
    return submit_version(
        paper=paper_of(office.duty_a), given=Given(text=paper_text()), byline=Byline(), by=office.member_a, now=NOW
    )[0]


def statuses(as_user: AsUser, office: Office, path: str) -> tuple[int, ...]:
    """What each of the standing people gets there."""
    return tuple(as_user(getattr(office, name)).get(path).status_code for name in PEOPLE)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/papers/{duty}/", EVERYBODY_WHO_SEES),
        ("/papers/{duty}/?cach=chu", EVERYBODY_WHO_SEES),
        ("/paper-versions/{version}/pages/1.svg", EVERYBODY_WHO_SEES),
        ("/paper-versions/{version}/pages/9.svg", (404,) * 6),
        ("/paper-versions/{version}/paper.pdf", EVERYBODY_WHO_SEES),
        ("/paper-versions/{version}/paper.docx", EVERYBODY_WHO_SEES),
        ("/paper-versions/{version}/file", EVERYBODY_WHO_SEES),
        ("/papers/{duty}/topic", EVERYBODY_WHO_SEES),
        ("/papers/{duty}/write", WHO_HANDS_IN),
        ("/papers/{duty}/enter", WHO_DECIDES),
        ("/papers/{duty}/limits", WHO_DECIDES),
        ("/conferences/{conference}/papers/", THE_OFFICE),
        ("/conferences/{conference}/papers/papers.zip", THE_OFFICE),
        ("/conferences/{conference}/remarks/", THE_OFFICE),
        ("/conferences/{conference}/papers/rules", WHO_RUNS),
    ],
)
def test_pages_open_for_their_people_alone(
    as_user: AsUser, office: Office, read: PaperVersion, path: str, expected: tuple[int, ...]
) -> None:
    there = path.format(duty=office.duty_a.pk, version=read.pk, conference=office.conference.pk)

    assert statuses(as_user, office, there) == expected


@pytest.mark.parametrize("do", ["accept", "return", "comment", "drop_comment", "settle_comment"])
def test_only_the_office_acts_on_a_paper(as_user: AsUser, office: Office, do: str) -> None:
    version = make_version(duty=office.duty_a)
    said = {"do": do, "version": version.pk, "text": "x", "remark": "x", "due_on": "25/10/2024"}
    path = f"/papers/{office.duty_a.pk}/"
    refused = ("host_member", "member_a", "member_b", "guest")

    answers = [as_user(getattr(office, name)).post(path, said).status_code for name in refused]

    assert answers == [403, 403, 404, 404]
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.HANDED_IN


@pytest.mark.parametrize("part", ["draft", "look", "write"])
def test_only_its_unit_and_the_office_write(as_user: AsUser, office: Office, part: str) -> None:
    path = f"/papers/{office.duty_a.pk}/{part}"
    refused = ("host_member", "member_b", "guest")

    answers = [as_user(getattr(office, name)).post(path, {"do": "save", "text": "x"}).status_code for name in refused]

    assert answers == [403, 404, 404]
    assert paper_of(office.duty_a).draft == ""


def test_the_order_is_the_offices(as_user: AsUser, office: Office) -> None:
    path = f"/conferences/{office.conference.pk}/papers/order"
    said = {"paper": office.duty_b.pk, "do": "up"}

    answers = [
        as_user(getattr(office, name)).post(path, said).status_code for name in ("host_member", "member_a", "guest")
    ]

    assert answers == [403, 404, 404]


def test_a_unit_reads_nothing_of_another(as_user: AsUser, office: Office) -> None:
    make_paper(duty=office.duty_a, title="Bí mật của A")
    make_remark(conference=office.conference, unit=office.unit_a, subject="Chuyện của A")
    browser = as_user(office.member_b)

    pages = [f"/papers/{office.duty_b.pk}/", f"/papers/{office.duty_b.pk}/write", f"/papers/{office.duty_b.pk}/topic"]
    seen = [browser.get(page).content.decode() for page in pages]

    assert [("Bí mật của A" in page, "Chuyện của A" in page) for page in seen] == [(False, False)] * 3


def test_remarks_and_topics_are_their_units(as_user: AsUser, office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)
    remark = make_remark(conference=office.conference, unit=office.unit_a)
    propose_topic(paper=paper_of(office.duty_a), topic="Giữ rừng", reason="", by=office.member_a, now=NOW)

    assert statuses(as_user, office, f"/remarks/for/{duty.pk}") == EVERYBODY_WHO_SEES
    assert statuses(as_user, office, f"/remarks/{remark.pk}/") == EVERYBODY_WHO_SEES
    answers = [
        as_user(getattr(office, name)).post(f"/papers/{office.duty_a.pk}/topic", {"do": "grant"}).status_code
        for name in ("host_member", "member_a", "member_b")
    ]
    assert answers == [403, 403, 404]


def test_a_version_taken_back_is_nowhere(as_user: AsUser, office: Office, read: PaperVersion) -> None:
    read.evidence.taken_back_at = NOW
    read.evidence.save()

    paths = ("file", "pages/1.svg", "paper.pdf")
    answers = [as_user(office.clerk).get(f"/paper-versions/{read.pk}/{path}").status_code for path in paths]

    assert answers == [404, 404, 404]


@pytest.mark.parametrize(("who", "sections"), [("clerk", 1), ("member_a", 0)])
@pytest.mark.parametrize(
    "page", ["papers/{duty}/", "papers/{duty}/write", "papers/{duty}/topic", "remarks/for/{remark}"]
)
def test_only_the_office_has_sections_beside_a_page(
    as_user: AsUser, office: Office, page: str, who: str, sections: int
) -> None:
    remark = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)
    address = "/" + page.format(duty=office.duty_a.pk, remark=remark.pk)

    assert as_user(getattr(office, who)).get(address).content.decode().count('id="menu-open"') == sections
