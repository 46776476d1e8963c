"""The registry of parts of the proceedings, and what this room gives to it."""

from collections.abc import Iterator

import pytest

from tests.factories.conferences import make_conference
from tests.factories.documents import make_document
from tongket.conferences.models import Conference
from tongket.documents.parts import PARTS, Part, parts_in_order, register_part
from tongket.documents.queries.volume import issued_chapters
from tongket.documents.render.chapters import Chapter, DocumentChapter
from tongket.documents.rules import DocumentState


@pytest.fixture
def registry() -> Iterator[dict[str, Part]]:
    before = dict(PARTS)
    yield PARTS
    PARTS.clear()
    PARTS.update(before)


def nothing(_conference: Conference) -> tuple[Chapter, ...]:
    return ()


def test_parts_stand_in_their_usual_order(registry: dict[str, Part]) -> None:
    register_part(Part("preface", "Lời nói đầu", 5, nothing))

    own = [part.code for part in parts_in_order() if part.order in {5, 10, 20, 40, 50, 60}]
    assert own == ["preface", "programme", "summary_report", "decision", "exhibits", "delegates"]


def test_a_later_room_takes_a_part_over(registry: dict[str, Part]) -> None:
    register_part(Part("delegates", "Đại biểu dự hội nghị", 60, nothing))

    assert registry["delegates"].content is nothing


@pytest.mark.django_db
def test_only_documents_that_were_issued_and_stand_are_bound() -> None:
    conference = make_conference()
    issued = make_document(conference=conference, kind="decision", state=DocumentState.ISSUED, subject="khen thưởng")
    for state in (DocumentState.DRAFT, DocumentState.NUMBERED, DocumentState.RECALLED, DocumentState.CORRECTED):
        make_document(conference=conference, kind="decision", state=state)
    make_document(kind="decision", state=DocumentState.ISSUED)

    (chapter,) = PARTS["decision"].content(conference)

    assert isinstance(chapter, DocumentChapter)
    assert (chapter.code, chapter.title, chapter.unit) == (f"document-{issued.pk}", "khen thưởng", "BAN THƯỜNG TRỰC")
    assert (chapter.document.subject, chapter.document.symbol) == ("khen thưởng", "MTTQ-BTT")


@pytest.mark.django_db
def test_a_kind_without_issued_documents_gives_nothing() -> None:
    assert issued_chapters(make_conference(), kind="programme") == ()
