"""Recipients: set while the document is written, added to later, and how far it got with each."""

from datetime import timedelta

import pytest

from tests.factories.conferences import NOW, make_duty, make_unit
from tests.factories.documents import make_document, make_recipient
from tests.office import Office
from tongket.core.models import Event
from tongket.documents.actions.life import DocumentMoved
from tongket.documents.actions.reached import note_reached, take_back_reached
from tongket.documents.actions.recipients import (
    RecipientDraft,
    add_recipients,
    remove_recipients,
    set_recipients,
)
from tongket.documents.models import Document, Recipient
from tongket.documents.queries.plan import forgotten
from tongket.documents.rules import DocumentState, Reached, RecipientRole

LATER = NOW + timedelta(hours=1)


def names(document: Document) -> list[str]:
    """The names on the list, in order."""
    return list(document.recipients.order_by("ordinal").values_list("name", flat=True))


def test_set_recipients_replaces_the_list_and_bumps_the_revision(office: Office) -> None:
    document = make_document(conference=office.conference)
    make_recipient(document=document, name="Cũ")
    drafts = [
        RecipientDraft(office.unit_a.name, office.unit_a.pk, duties=(office.duty_a.pk, office.duty_b.pk)),
        RecipientDraft("  Ban   Phong trào tỉnh ", role=RecipientRole.COPY, copies=2),
        RecipientDraft("Xã Tam Thăng lần nữa", office.unit_a.pk),
        RecipientDraft("  "),
    ]

    set_recipients(document=document, drafts=drafts, by=office.clerk, now=NOW)

    assert names(document) == [office.unit_a.name, "Ban Phong trào tỉnh"]
    first, second = document.recipients.order_by("ordinal")
    assert (list(first.duties.all()), second.copies, second.role) == ([office.duty_a], 2, "copy")
    assert document.revision == 1


def test_recipients_are_not_replaced_once_checked(office: Office) -> None:
    document = make_document(conference=office.conference, state=DocumentState.CHECKED)

    with pytest.raises(DocumentMoved):
        set_recipients(document=document, drafts=[], by=office.clerk, now=NOW)


@pytest.mark.parametrize(
    ("state", "is_added"),
    [
        (DocumentState.DRAFT, True),
        (DocumentState.ISSUED, True),
        (DocumentState.RECALLED, False),
        (DocumentState.CORRECTED, False),
        (DocumentState.DROPPED, False),
    ],
)
def test_who_was_forgotten_is_added_while_the_document_stands(
    office: Office,
    state: DocumentState,
    is_added: bool,  # noqa: FBT001
) -> None:
    document = make_document(conference=office.conference, state=state)
    drafts = [RecipientDraft(office.unit_b.name, office.unit_b.pk)]

    if is_added:
        add_recipients(document=document, drafts=drafts, by=office.clerk, now=NOW)
    else:
        with pytest.raises(DocumentMoved):
            add_recipients(document=document, drafts=drafts, by=office.clerk, now=NOW)

    assert names(document) == ([office.unit_b.name] if is_added else [])


def test_added_twice_stands_once(office: Office) -> None:
    document = make_document(conference=office.conference)
    drafts = [RecipientDraft(office.unit_b.name, office.unit_b.pk)]

    add_recipients(document=document, drafts=drafts, by=office.clerk, now=NOW)
    add_recipients(document=document, drafts=drafts, by=office.clerk, now=NOW)

    assert names(document) == [office.unit_b.name]


def test_forgotten_are_the_owing_units_that_do_not_get_it(office: Office) -> None:
    document = make_document(conference=office.conference, kind="plan")
    make_recipient(document=document, unit=office.unit_a, role=RecipientRole.COPY)
    make_duty(conference=office.conference, unit=office.conference.host)
    make_unit(place="Không có việc")

    assert forgotten(document) == [office.unit_b]


def test_recipient_that_got_it_stays(office: Office) -> None:
    document = make_document(conference=office.conference, state=DocumentState.ISSUED)
    sent = make_recipient(document=document, unit=office.unit_a, reached=Reached.SENT)
    waiting = make_recipient(document=document, unit=office.unit_b)

    with pytest.raises(DocumentMoved):
        remove_recipients(document=document, recipients=[sent.pk, waiting.pk], by=office.clerk, now=NOW)
    remove_recipients(document=document, recipients=[waiting.pk], by=office.clerk, now=NOW)

    assert names(document) == [sent.name]


def issued(office: Office) -> Document:
    """A document that left."""
    return make_document(conference=office.conference, state=DocumentState.ISSUED)


def test_reached_goes_forward_with_its_times(office: Office) -> None:
    recipient = make_recipient(document=issued(office), unit=office.unit_a)

    note_reached(recipient=recipient, reached=Reached.SENT, by=None, now=NOW)
    note_reached(recipient=recipient, reached=Reached.OPENED, by=office.member_a, now=LATER)
    back = note_reached(recipient=recipient, reached=Reached.SENT, by=None, now=LATER)
    note_reached(recipient=recipient, reached=Reached.RECEIVED, received_by=" Bà  Sáu ", by=office.member_a, now=LATER)

    recipient.refresh_from_db()
    assert back is None
    assert (
        recipient.reached,
        recipient.sent_at,
        recipient.opened_at,
        recipient.received_at,
        recipient.received_by,
    ) == (
        "received",
        NOW,
        LATER,
        LATER,
        "Bà Sáu",
    )
    assert Event.objects.filter(verb="note_reached").count() == 3


def test_failure_keeps_its_fault_and_a_later_sending_heals_it(office: Office) -> None:
    recipient = make_recipient(document=issued(office), unit=office.unit_a)

    note_reached(recipient=recipient, reached=Reached.FAILED, fault="550 không có hộp thư", by=None, now=NOW)
    assert (recipient.reached, recipient.fault) == ("failed", "550 không có hộp thư")
    note_reached(recipient=recipient, reached=Reached.SENT, by=None, now=LATER)

    recipient.refresh_from_db()
    assert (recipient.reached, recipient.fault) == ("sent", "")


def test_of_two_who_say_it_at_once_one_counts(office: Office) -> None:
    recipient = make_recipient(document=issued(office), unit=office.unit_a)
    other = Recipient.objects.get(pk=recipient.pk)

    first = note_reached(recipient=recipient, reached=Reached.RECEIVED, by=office.clerk, now=NOW)
    second = note_reached(recipient=other, reached=Reached.RECEIVED, by=office.member_a, now=LATER)

    assert (first is None, second) == (False, None)
    assert Recipient.objects.get().received_at == NOW


def test_a_slip_of_the_hand_is_taken_back(office: Office) -> None:
    recipient = make_recipient(document=issued(office), reached=Reached.SENT)
    event = note_reached(recipient=recipient, reached=Reached.RECEIVED, received_by="Ai", by=office.clerk, now=NOW)
    assert event is not None

    assert take_back_reached(recipient=recipient, event=event, by=office.clerk, now=LATER)
    assert not take_back_reached(recipient=recipient, event=event, by=office.clerk, now=LATER)

    recipient.refresh_from_db()
    assert (recipient.reached, recipient.received_at, recipient.received_by) == ("sent", None, "")
