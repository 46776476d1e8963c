from typing import Any

import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.documents import make_document, make_entry
from tests.factories.reviews import make_outline
from tests.office import Office
from tongket.documents.actions import life
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.reviews.actions import asking
from tongket.reviews.models import Indicator, Outline, Period, Question
from tongket.reviews.queries.issued import issued_of
from tongket.reviews.rules import Kind

pytestmark = pytest.mark.django_db
BY: dict[str, Any] = {"now": NOW}


@pytest.fixture
def outline(office: Office) -> Outline:
    return make_outline(conference=office.conference)


def leave(office: Office, state: DocumentState = DocumentState.NUMBERED) -> Document:
    """The outline document, issued."""
    document = make_document(conference=office.conference, kind="outline", state=state)
    if state is DocumentState.CHECKED:
        document.frozen = make_document(conference=office.conference, state=DocumentState.APPROVED).frozen
        life.move(
            document=document,
            to=DocumentState.APPROVED,
            by=office.leader,
            now=NOW,
            values={"frozen": document.frozen},
        )
    return document


def issue(office: Office, document: Document) -> None:
    life.issue(document=document, by=office.clerk, now=NOW)


def changes_of(outline: Outline) -> list[tuple[str, str, str, tuple[str, ...]]]:
    outline.refresh_from_db()
    found = issued_of(outline)
    assert found is not None
    return [(each.what, each.name, each.done.value, each.fields) for each in found.changes]


def test_issue_keeps_the_revision_that_went_out(office: Office, outline: Outline) -> None:
    assert issued_of(outline) is None

    issue(office, leave(office))

    outline.refresh_from_db()
    assert (outline.issued_revision, changes_of(outline)) == (1, [])


def test_issue_of_an_outline_that_nobody_opened_keeps_it(office: Office) -> None:
    issue(office, leave(office))

    assert Outline.objects.get().issued_revision == 1


def test_what_was_changed_between_approval_and_issue_is_not_in_the_document(office: Office, outline: Outline) -> None:
    document = leave(office, DocumentState.CHECKED)
    asking.remove(asked=Question.objects.get(code="results"), by=office.clerk, now=NOW)
    make_entry(document=document, unit=office.conference.host)
    life.move(document=document, to=DocumentState.NUMBERED, by=office.clerk, now=NOW, values={"dated_on": NOW.date()})

    issue(office, document)

    assert changes_of(outline) == [("question", "Kết quả", "removed", ())]


def test_changes_since_are_told_by_name(office: Office, outline: Outline) -> None:
    issue(office, leave(office))
    by = make_user()
    asked = dict(outline=outline, kind=Kind.RESULT, is_needed=True, by=by, **BY)
    asking.add_question(heading="Chuyển đổi số", text="Nêu.", **asked)
    gone = asking.add_question(heading="Thừa", text="Nêu.", **asked)
    asking.remove(asked=gone, by=by, **BY)
    results = Question.objects.get(code="results")
    asking.remove(asked=results, by=by, **BY)
    asking.restore(asked=results, by=by, **BY)
    asking.remove(asked=Question.objects.get(code="shortcomings"), by=by, **BY)
    asking.move(asked=Question.objects.get(code="recommendations"), steps=-1, by=by, **BY)
    money = Indicator.objects.get(code="money")
    asking.change_indicator(indicator=money, values={"name": "Tiền", "decimals": 0}, by=by, **BY)
    year = Period.objects.get(code="2023")
    days = {"label": "Năm 2022", "first_on": year.first_on, "last_on": year.last_on, "code": "2022"}
    asking.set_period(outline=outline, period=None, values=days, by=by, **BY)

    assert changes_of(outline) == [
        ("question", "Kiến nghị", "moved", ()),
        ("question", "Hạn chế", "removed", ()),
        ("question", "Chuyển đổi số", "added", ()),
        ("indicator", "Tiền", "changed", ("name", "decimals")),
        ("period", "Năm 2022", "added", ()),
    ]


def test_what_is_asked_again_was_not_in_the_document(office: Office, outline: Outline) -> None:
    results = Question.objects.get(code="results")
    asking.remove(asked=results, by=office.clerk, now=NOW)
    issue(office, leave(office))

    asking.restore(asked=results, by=office.clerk, now=NOW)

    assert changes_of(outline) == [("question", "Kết quả", "added", ())]


def test_document_that_was_called_back_counts_no_more(office: Office, outline: Outline) -> None:
    document = leave(office)
    issue(office, document)

    life.recall(document=document, reason="Sai hạn", by=office.leader, now=NOW)

    outline.refresh_from_db()
    assert (outline.issued_revision, issued_of(outline)) == (None, None)
