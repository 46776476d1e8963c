"""Copies that left: each has its line among the recipients, and its reader gets that copy."""

from tests.factories.conferences import NOW
from tests.factories.documents import make_document, make_recipient
from tests.office import Office
from tongket.documents.actions.copies import issue_copies
from tongket.documents.actions.signing import attach_signed
from tongket.documents.copy_lists import NAME, UNIT
from tongket.documents.models import Copy, Document
from tongket.documents.queries.assembled import files_of
from tongket.documents.rules import DocumentState
from tongket.units.models import Unit


def make_copy(document: Document, ordinal: int, name: str, unit: Unit | None = None) -> Copy:
    """A copy for a unit as such, under the name that was typed."""
    values = {NAME: name, UNIT: name}
    return Copy.objects.create(
        document=document, ordinal=ordinal, unit=unit, name=name, values=values, key=f"{ordinal:064}"
    )


def test_unit_that_stands_twice_on_the_list_has_its_page_once(office: Office) -> None:
    """A name and its short form are one unit; both copies leave, the unit's people open the first."""
    document = make_document(conference=office.conference, kind="invitation", state=DocumentState.ISSUED)
    copies = [
        make_copy(document, 1, "MTTQ xã A", office.unit_a),
        make_copy(document, 2, "Mặt trận xã A", office.unit_a),
    ]

    number = issue_copies(document=document, keys=[copy.pk for copy in copies], by=office.clerk, now=NOW)

    lines = document.recipients.order_by("ordinal").values_list("name", "unit", "copy")
    assert number == 2
    assert list(lines) == [
        ("MTTQ xã A", office.unit_a.pk, copies[0].pk),
        ("Mặt trận xã A", None, copies[1].pk),
    ]


def test_line_of_a_unit_that_was_there_takes_one_copy(office: Office) -> None:
    document = make_document(conference=office.conference, kind="invitation", state=DocumentState.ISSUED)
    there = make_recipient(document=document, unit=office.unit_a)
    first = make_copy(document, 1, "MTTQ xã A", office.unit_a)
    issue_copies(document=document, keys=[first.pk], by=office.clerk, now=NOW)
    second = make_copy(document, 2, "Mặt trận xã A", office.unit_a)

    issue_copies(document=document, keys=[second.pk], by=office.clerk, now=NOW)

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.recipient == there
    assert second.recipient is not None
    assert (second.recipient.unit, second.recipient.name) == (None, "Mặt trận xã A")


def test_reader_of_a_copy_gets_it_and_no_scan_of_another(office: Office) -> None:
    """The page of a letter and its message bring the same file."""
    document = make_document(conference=office.conference, kind="invitation", state=DocumentState.ISSUED)
    copy = make_copy(document, 1, "Ông Lê Văn Chín")
    attach_signed(document=document, data=b"%PDF scan", name="scan.pdf", by=office.clerk, now=NOW)

    own, whole = files_of(document, copy), files_of(document)

    assert [file.data for file in whole] == [b"%PDF scan"]
    assert own[0].data != b"%PDF scan"
