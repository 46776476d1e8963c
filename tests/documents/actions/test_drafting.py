"""Drafting and writing: who is asked, what is kept, who was faster."""

import pytest

from tests.conferences.city import City
from tests.documents.tam_ky import make_ready_city
from tests.factories.conferences import NOW
from tongket.core.models import Event
from tongket.documents.actions.drafting import draft_document, redraft, write_document
from tongket.documents.actions.moving import DocumentMoved
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.units.models import Membership


@pytest.fixture
def ready(db: None) -> City:
    return make_ready_city()


def test_drafts_of_a_kind_are_counted_and_written_down(ready: City) -> None:
    first, second = (
        draft_document(conference=ready.conference, kind="notice", by=ready.clerk, now=NOW) for _ in range(2)
    )

    assert (first.ordinal, second.ordinal) == (1, 2)
    assert [(step.state, step.made_by) for step in first.steps.all()] == [(DocumentState.DRAFT, ready.clerk)]
    assert Event.objects.filter(verb="draft_document", subject=f"document:{second.pk}").count() == 1


def test_the_drafter_is_whom_units_ask(ready: City) -> None:
    document = draft_document(conference=ready.conference, kind="notice", by=ready.clerk, now=NOW)

    place = Membership.objects.get(person__user=ready.clerk)
    assert document.options == {"contact": place.pk}
    assert document.made_from["nguoi_lien_he"] == place.person.name


def test_heading_comes_from_the_office(ready: City) -> None:
    document = draft_document(conference=ready.conference, kind="notice", by=ready.clerk, now=NOW)

    assert (document.profile, document.symbol, document.place) == ("mttq", "TB-MTTQ-BTT", "Tam Kỳ")
    assert (document.signer_authority, document.signer_name) == (
        ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"],
        "Nguyễn Thị Thu Hiền",
    )
    assert document.archive_line == "Lưu: VT, PT"


def test_writing_keeps_text_and_what_it_was_made_from(ready: City) -> None:
    document = draft_document(conference=ready.conference, kind="notice", by=ready.clerk, now=NOW)

    write_document(document=document, subject=" Về họp ", body="a\r\nb", values={}, revision=0, by=ready.clerk, now=NOW)

    found = Document.objects.get(pk=document.pk)
    assert (found.subject, found.body, found.is_edited, found.revision) == ("Về họp", "a\nb\n", True, 1)
    assert found.made_from["ngay_hop"] == "2024-10-30"


def test_error_when_somebody_was_faster(ready: City) -> None:
    document = draft_document(conference=ready.conference, kind="notice", by=ready.clerk, now=NOW)
    write_document(document=document, subject="x", body="y", values={}, revision=0, by=ready.clerk, now=NOW)

    with pytest.raises(DocumentMoved):
        write_document(document=document, subject="z", body="y", values={}, revision=0, by=ready.clerk, now=NOW)
    assert Document.objects.get(pk=document.pk).subject == "x"


def test_error_once_it_was_checked(ready: City) -> None:
    document = draft_document(conference=ready.conference, kind="notice", by=ready.clerk, now=NOW)
    Document.objects.filter(pk=document.pk).update(state=DocumentState.CHECKED)
    document.refresh_from_db()

    with pytest.raises(DocumentMoved):
        redraft(document=document, by=ready.clerk, now=NOW)
