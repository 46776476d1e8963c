"""Who gets a document that is made in single copies: the people on their list, wherever they are counted or shown."""

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_unit
from tests.factories.copies import make_copies, make_invitation
from tests.factories.documents import make_document, make_recipient
from tests.office import Office
from tongket.documents.actions.copies import issue_copies
from tongket.documents.actions.register import describe_entry
from tongket.documents.models import Document, Recipient
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.desk import desk_of
from tongket.documents.queries.document_page import document_page
from tongket.documents.queries.getting import Tally, getting, tally_of
from tongket.documents.rules import DocumentState, Reached, RecipientRole

RECEIVED = Reached.RECEIVED


@pytest.fixture
def invitation(office: Office) -> Document:
    """An invitation with three units proposed in its draft, and two people on its list."""
    document = make_invitation(conference=office.conference, state=DocumentState.ISSUED, by=office.clerk)
    for _ in range(3):
        make_recipient(document=document, unit=make_unit())
    make_copies(document, 2)
    return document


def issued(document: Document) -> list[str]:
    """The names of the lines that its copies have once they left; the first one was received."""
    issue_copies(document=document, keys=[copy.pk for copy in document.copies.all()], by=None, now=NOW)
    document.recipients.filter(copy__ordinal=1).update(reached=RECEIVED)
    return [row.name for row in getting(document).order_by("ordinal")]


@pytest.mark.django_db
def test_unit_without_a_copy_gets_nothing(invitation: Document) -> None:
    before = list(getting(invitation))

    assert (before, issued(invitation)) == (
        [],
        ["Nguyễn Văn 1, Chủ tịch, Hội 1", "Nguyễn Văn 2, Chủ tịch, Hội 2"],
    )


@pytest.mark.django_db
def test_recipients_of_other_documents_all_get_it(office: Office, invitation: Document) -> None:
    letter = make_document(conference=office.conference, state=DocumentState.ISSUED)
    row = make_recipient(document=letter, unit=office.unit_a)

    assert list(getting(letter)) == [row]


@pytest.mark.django_db
def test_list_and_page_count_copies(office: Office, invitation: Document) -> None:
    def told() -> tuple[str, str, int]:
        (row,) = desk_of(office.conference).rows
        page = document_page(invitation)
        return row.shown.words, page.steps[-1].note, len(page.recipients)

    before = told()
    issued(invitation)

    assert [before, told()] == [("0/2 đã nhận", "0/2 đã nhận", 0), ("1/2 đã nhận", "1/2 đã nhận", 2)]


@pytest.mark.django_db
def test_register_names_the_people_of_the_list(invitation: Document) -> None:
    describe_entry(entry=invitation.entry, document=invitation, made=assembled(invitation).document)

    assert (invitation.entry.recipients, invitation.entry.copies) == ("Nguyễn Văn 1; Nguyễn Văn 2", 3)

    make_copies(invitation, 60)
    describe_entry(entry=invitation.entry, document=invitation, made=assembled(invitation).document)

    assert (invitation.entry.recipients, invitation.entry.copies) == ("60 nơi nhận theo danh sách", 61)


@pytest.mark.django_db
def test_pages_show_the_list_in_the_place_of_units(office: Office, as_user: ClientOf) -> None:
    waiting = make_invitation(conference=office.conference, state=DocumentState.CHECKED, by=office.clerk)
    unit = make_unit(name="Hội Chữ thập đỏ")
    make_recipient(document=waiting, unit=unit)
    make_copies(waiting, 2)

    one = as_user(office.clerk).get(f"/documents/{waiting.pk}/").content.decode()
    queue = as_user(office.leader).get(f"/conferences/{office.conference.pk}/documents/to-sign").content.decode()

    assert ["Hội Chữ thập đỏ" in page for page in (one, queue)] == [False, False]
    assert ["2 người" in page for page in (one, queue)] == [True, True]


def row(role: RecipientRole, reached: Reached) -> Recipient:
    return Recipient(role=role, reached=reached)


def test_tally_counts_whom_a_document_is_for() -> None:
    asked, told = row(RecipientRole.ADDRESSEE, RECEIVED), row(RecipientRole.COPY, Reached.SENT)

    assert [tally_of([asked, told]), tally_of([told]), tally_of([asked], copies=5), tally_of([])] == [
        Tally(1, 1),
        Tally(1, 0),
        Tally(5, 1),
        Tally(0, 0),
    ]
