"""Who sees what: the office its desk, a unit its own letters, nobody else anything."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.conferences import make_user
from tests.factories.documents import make_document, make_recipient
from tests.office import Office
from tongket.accounts.models import User
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import DocumentState, Reached

AsUser = Callable[[User], Client]
S = DocumentState
DESK = (
    "/conferences/{c}/documents/",
    "/conferences/{c}/register/",
    "/conferences/{c}/register/print",
    "/conferences/{c}/register/register.xlsx",
    "/documents/{d}/",
    "/documents/{d}/hand-out",
    "/documents/{d}/document.docx",
    "/documents/{d}/document.pdf",
)
WRITING = (
    "/conferences/{c}/documents/new",
    "/conferences/{c}/register/outside",
    "/conferences/{c}/register/numbering",
    "/documents/{d}/recipients",
    "/documents/{d}/write",
)


def address(pattern: str, office: Office, document: Document) -> str:
    """An address of this conference and document."""
    return pattern.format(c=office.conference.pk, d=document.pk)


@pytest.mark.parametrize("pattern", DESK)
def test_desk_is_the_hosts(office: Office, as_user: AsUser, pattern: str) -> None:
    document = make_document(conference=office.conference, state=S.ISSUED)
    make_recipient(document=document, unit=office.unit_a)
    page = address(pattern, office, document)
    people = (office.clerk, office.leader, office.host_member, office.member_a, office.member_b, office.guest)

    assert [as_user(user).get(page).status_code for user in people] == [200, 200, 200, 404, 404, 404]


@pytest.mark.parametrize("pattern", WRITING)
def test_writing_is_the_clerks(office: Office, as_user: AsUser, pattern: str) -> None:
    document = make_document(conference=office.conference)
    page = address(pattern, office, document)
    people = (office.clerk, office.leader, office.host_member, office.member_a, office.guest)

    assert [as_user(user).get(page).status_code for user in people] == [200, 403, 403, 404, 404]


def test_queue_is_the_leaders(office: Office, as_user: AsUser) -> None:
    page = f"/conferences/{office.conference.pk}/documents/to-sign"
    people = (office.leader, office.clerk, office.host_member, office.member_a, office.guest)

    assert [as_user(user).get(page).status_code for user in people] == [200, 403, 403, 404, 404]


@pytest.mark.parametrize(
    ("do", "state", "clerk", "leader"),
    [
        ("check", S.DRAFT, 302, 403),
        ("approve", S.CHECKED, 403, 302),
        ("return", S.CHECKED, 403, 422),
        ("number", S.APPROVED, 422, 403),
        ("issue", S.NUMBERED, 302, 403),
        ("recall", S.ISSUED, 422, 403),
        ("correct", S.ISSUED, 422, 403),
        ("attach", S.APPROVED, 422, 403),
        ("drop", S.DRAFT, 302, 403),
        ("redraft", S.DRAFT, 302, 403),
        ("draft", S.CHECKED, 302, 403),
    ],
)
def test_each_step_has_its_person(
    office: Office, as_user: AsUser, do: str, state: DocumentState, clerk: int, leader: int
) -> None:
    for user, wanted in (
        (office.clerk, clerk),
        (office.leader, leader),
        (office.host_member, 403),
        (office.guest, 404),
    ):
        document = make_document(conference=office.conference, state=state)

        answer = as_user(user).post(f"/documents/{document.pk}/", {"do": do, "revision": document.revision})

        assert (user.name, answer.status_code) == (user.name, wanted)


def letter_of(office: Office, state: DocumentState = S.ISSUED) -> Recipient:
    """A letter to unit A."""
    return make_recipient(document=make_document(conference=office.conference, state=state), unit=office.unit_a)


@pytest.mark.parametrize("part", ["", "file"])
def test_letter_is_its_units(office: Office, as_user: AsUser, part: str) -> None:
    letter = letter_of(office)
    people = (office.member_a, office.member_b, office.clerk, office.guest)

    found = [as_user(user).get(f"/letters/{letter.pk}/{part}").status_code for user in people]

    assert found == [200, 404, 404, 404]


@pytest.mark.parametrize("state", [S.DRAFT, S.CHECKED, S.APPROVED, S.NUMBERED, S.DROPPED])
def test_letter_is_not_there_before_it_left(office: Office, as_user: AsUser, state: DocumentState) -> None:
    letter = letter_of(office, state)

    assert as_user(office.member_a).get(f"/letters/{letter.pk}/").status_code == 404
    page = as_user(office.member_a).get(f"/conferences/{office.conference.pk}/letters/").content.decode()
    assert f"/letters/{letter.pk}/" not in page


def test_list_of_letters_holds_the_own_ones_only(office: Office, as_user: AsUser) -> None:
    own = letter_of(office)
    other = make_recipient(document=own.document, unit=office.unit_b)

    page = as_user(office.member_a).get(f"/conferences/{office.conference.pk}/letters/").content.decode()

    assert (f"/letters/{own.pk}/" in page, f"/letters/{other.pk}/" in page) == (True, False)


def test_unit_that_owes_nothing_reads_its_letter_without_a_menu(office: Office, as_user: AsUser) -> None:
    letter = letter_of(office)
    stranger = make_user(unit=letter.unit, name="Lê Thị Tư")
    office.duty_a.delete()

    answer = as_user(stranger).get(f"/letters/{letter.pk}/")

    assert answer.status_code == 200
    assert "/plan/" not in answer.content.decode()


def test_opening_and_receiving_are_noted(office: Office, as_user: AsUser) -> None:
    letter = letter_of(office)
    client = as_user(office.member_a)

    client.get(f"/letters/{letter.pk}/")
    letter.refresh_from_db()
    assert letter.reached == Reached.OPENED
    client.post(f"/letters/{letter.pk}/")

    letter.refresh_from_db()
    assert (letter.reached, letter.received_by) == (Reached.RECEIVED, office.member_a.name)
