"""A document goes to its readers, once each; thousands by a job that goes on where it was killed."""

from unittest.mock import patch

import pytest

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tests.factories.mailbox import make_document, make_recipient
from tests.factories.units import create_membership, create_person
from tongket.core.models import Job
from tongket.documents.actions.batches import CopiesUnfinished
from tongket.documents.models import Copy, Document
from tongket.documents.rules import DocumentState
from tongket.mailbox.actions import letters as act
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.models import MailTemplate, Message
from tongket.mailbox.queries.outbox import preparing
from tongket.mailbox.rules import MessageKind

pytestmark = pytest.mark.django_db


def make_copies(document: Document, number: int) -> list[Copy]:
    """So many personal copies, the first without an address."""
    return Copy.objects.bulk_create(
        Copy(document=document, ordinal=n, name=f"Ông {n}", email=f"o{n}@vidu.vn" if n else "", key=f"k{n}")
        for n in range(number)
    )


def test_each_recipient_gets_a_letter_with_its_duties() -> None:
    document = make_document(conference=make_conference())
    unit = make_unit(place="Tam Thăng")
    recipient = make_recipient(document=document, unit=unit, email="a@vidu.vn")
    duty = make_duty(conference=document.conference, unit=unit)
    recipient.duties.add(duty)

    (message,) = act.letters_to_outbox(document=document, by=make_user(), now=NOW)

    assert (message.kind, message.unit, message.recipient, message.document) == (
        MessageKind.DOCUMENT,
        unit,
        recipient,
        document,
    )
    assert str(document.entry) in message.subject
    assert document.subject in message.subject
    assert "{đường dẫn}" in message.body
    assert list(message.duties.all()) == [duty]
    assert list(message.deliveries.values_list("address", flat=True)) == ["a@vidu.vn"]
    assert [each.file for each in message.attachments.all()] == [None]


def test_unit_without_an_address_is_written_to_at_its_people() -> None:
    document = make_document(conference=make_conference())
    unit = make_unit()
    person = create_person()
    person.email = "nguoi@vidu.vn"
    person.save()
    create_membership(unit=unit, person=person)
    make_recipient(document=document, unit=unit)

    (message,) = act.letters_to_outbox(document=document, by=make_user(), now=NOW)

    assert list(message.deliveries.values_list("address", flat=True)) == ["nguoi@vidu.vn"]


def test_personal_copies_go_each_to_its_person_without_a_link() -> None:
    document = make_document(conference=make_conference())
    copies = make_copies(document, 3)

    messages = act.letters_to_outbox(document=document, by=make_user(), now=NOW)
    again = act.letters_to_outbox(document=document, by=make_user(), now=NOW)

    assert [(each.copy, each.name) for each in messages] == [(copy, copy.name) for copy in copies]
    assert [each.deliveries.count() for each in messages] == [0, 1, 1]
    assert [each.pk for each in again] == [each.pk for each in messages]
    assert "{đường dẫn}" not in messages[1].body
    assert [copy.issued_at for copy in document.copies.all()] == [NOW] * 3
    assert list(document.recipients.order_by("ordinal").values_list("name", flat=True)) == ["Ông 0", "Ông 1", "Ông 2"]


def test_copies_that_lack_a_value_keep_all_back() -> None:
    document = make_document(conference=make_conference())
    Document.objects.filter(pk=document.pk).update(kind="invitation")
    document.refresh_from_db()
    make_copies(document, 2)

    with pytest.raises(CopiesUnfinished, match="2 bản còn thiếu chỗ điền: Ông 0; Ông 1"):
        act.letters_to_outbox(document=document, by=make_user(), now=NOW)

    assert Message.objects.count() == 0
    assert document.recipients.count() == 0


def test_offices_own_words_are_used() -> None:
    document = make_document(conference=make_conference())
    make_recipient(document=document)
    MailTemplate.objects.create(
        unit=document.conference.host,
        key="document",
        ordinal=1,
        subject="Của cơ quan",
        body="{đơn vị} {hạn}",
        made_by=make_user(),
        made_at=NOW,
    )

    (message,) = act.letters_to_outbox(document=document, by=make_user(), now=NOW)

    assert (message.subject, message.body) == ("Của cơ quan", f"{message.name} {{hạn}}")


@pytest.mark.parametrize("state", [DocumentState.NUMBERED, DocumentState.RECALLED, DocumentState.CORRECTED])
def test_only_what_is_issued_is_sent(state: DocumentState) -> None:
    document = make_document(conference=make_conference(), state=state)
    make_recipient(document=document)

    with pytest.raises(act.NotIssued):
        act.start_letters(document=document, by=make_user(), now=NOW)


def test_many_are_put_in_by_a_job_that_goes_on_where_it_was_killed() -> None:
    document, clerk = make_document(conference=make_conference()), make_user()
    make_copies(document, 25)
    with patch.object(act, "MOST_AT_ONCE", 10):
        number = act.start_letters(document=document, by=clerk, now=NOW)
    job = Job.objects.get(name="mailbox.letters")
    before = list(preparing(document.conference))

    with patch.object(act, "CHUNK", 10):
        put, calls = put_in_outbox, []

        def killed(**values: object) -> object:
            calls.append(1)
            if len(calls) == 3:
                raise SystemExit
            return put(**values)  # type: ignore[arg-type]

        with patch.object(act, "put_in_outbox", killed), pytest.raises(SystemExit):
            act.letters_job(**job.arguments)
        middle = list(preparing(document.conference))
        act.letters_job(**job.arguments)

    assert (number, before, middle) == (25, [(0, 25)], [(20, 25)])
    assert Message.objects.count() == 25
    assert Message.objects.values("batch").distinct().count() == 1
