"""The life of a document: which step may follow which, by whom it was taken, and what two people at once do."""

from datetime import date, timedelta

import pytest

from tests.factories.conferences import NOW
from tests.factories.documents import make_document, make_entry, make_recipient
from tests.office import Office
from tongket.core.findings import Finding, Level
from tongket.core.models import Event, StoredFile
from tongket.documents.actions import life
from tongket.documents.actions.register import NumberRefused
from tongket.documents.actions.signing import NotSigned
from tongket.documents.models import Document, Entry
from tongket.documents.queries import ready
from tongket.documents.queries.assembled import assembled
from tongket.documents.rules import NEXT, DocumentState, Reached

S = DocumentState
DAY = date(2024, 10, 21)


def again(document: Document) -> Document:
    """The document as another person has it on the screen."""
    return Document.objects.select_related("conference__host", "replaces").get(pk=document.pk)


@pytest.mark.parametrize("old", list(S))
@pytest.mark.parametrize("new", list(S))
def test_move_follows_the_table(office: Office, old: DocumentState, new: DocumentState) -> None:
    document = make_document(conference=office.conference, state=old)
    frozen = {"frozen": document.frozen or {"subject": "x"}}

    if new in NEXT[old]:
        life.move(document=document, to=new, by=office.clerk, now=NOW, values=frozen)
    else:
        with pytest.raises(life.DocumentMoved):
            life.move(document=document, to=new, by=office.clerk, now=NOW, values=frozen)

    assert again(document).state == (new if new in NEXT[old] else old)


def test_step_keeps_who_when_and_why(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)

    life.return_document(document=document, remark="Thiếu hạn gửi.", by=office.leader, now=NOW)

    step = document.steps.latest("pk")
    assert (step.state, step.note, step.made_by, step.made_at) == (S.RETURNED, "Thiếu hạn gửi.", office.leader, NOW)
    event = Event.objects.latest("pk")
    assert (event.verb, event.changes) == (
        "document_returned",
        {"before": "checked", "after": "returned", "revision": 1},
    )


def test_of_two_who_press_at_once_one_is_told(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)
    other = again(document)
    life.approve(document=document, by=office.leader, now=NOW)

    with pytest.raises(life.DocumentMoved):
        life.return_document(document=other, remark="Sửa lại.", by=office.leader, now=NOW)

    assert again(document).state == S.APPROVED


def test_leader_does_not_sign_what_was_written_since_it_was_shown(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)
    shown = again(document)
    life.to_draft(document=document, by=office.clerk, now=NOW)
    life.check(document=document, by=office.clerk, now=NOW)

    with pytest.raises(life.DocumentMoved):
        life.approve(document=shown, by=office.leader, now=NOW)


def test_check_refuses_while_something_is_missing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(conference=office.conference)
    monkeypatch.setattr(ready, "missing_letters", lambda _document: ("\u0416",))

    with pytest.raises(life.NotReady) as refused:
        life.check(document=document, by=office.clerk, now=NOW)

    assert [finding.code for finding in refused.value.findings] == ["letter_not_in_font"]
    assert again(document).state == S.DRAFT


def test_check_names_what_is_missing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(conference=office.conference)
    made = assembled(document)
    blocker = Finding("body_empty", Level.BLOCKER, "Văn bản chưa có nội dung.")
    waiting = type("Waiting", (), {"document": made.document, "findings": (blocker,), "missing": ("giờ họp", "số")})
    monkeypatch.setattr(ready, "assembled", lambda _document: waiting)

    with pytest.raises(life.NotReady) as refused:
        life.check(document=document, by=office.clerk, now=NOW)

    assert [(finding.code, finding.values.get("names")) for finding in refused.value.findings] == [
        ("body_empty", None),
        ("missing_value", "giờ họp, số"),
    ]


def test_approval_freezes_the_text(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)

    life.approve(document=document, by=office.leader, now=NOW)

    assert again(document).frozen is not None


def test_number_writes_the_line_of_the_register(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)
    make_recipient(document=document, unit=office.unit_a, copies=2)
    life.approve(document=document, by=office.leader, now=NOW)

    entry, _event = life.give_number(
        document=document, number=212, symbol="MTTQ-BTT", dated_on=DAY, by=office.clerk, now=NOW
    )

    entry.refresh_from_db()
    assert (str(entry), entry.dated_on, entry.signer, entry.recipients, entry.copies, entry.document) == (
        "212/MTTQ-BTT",
        DAY,
        "Nguyễn Thị Thu Hiền",
        office.unit_a.name,
        3,
        document,
    )
    assert again(document).dated_on == DAY


def test_refused_number_leaves_the_document_where_it_stood(office: Office) -> None:
    make_entry(unit=office.conference.host, number=211)
    document = make_document(conference=office.conference, state=S.CHECKED)
    life.approve(document=document, by=office.leader, now=NOW)

    with pytest.raises(NumberRefused) as refused:
        life.give_number(document=document, number=215, symbol="X", dated_on=DAY, by=office.clerk, now=NOW)

    assert refused.value.finding.code == "number_gap"
    assert again(document).state == S.APPROVED
    assert Entry.objects.count() == 1


def issued(office: Office, *, number: int = 212, kind: str = "request") -> Document:
    """A document that went through all its steps."""
    document = make_document(conference=office.conference, state=S.CHECKED, kind=kind)
    make_recipient(document=document, unit=office.unit_a)
    life.approve(document=document, by=office.leader, now=NOW)
    life.give_number(document=document, number=number, symbol="MTTQ-BTT", dated_on=DAY, by=office.clerk, now=NOW)
    life.issue(document=again(document), by=office.clerk, now=NOW)
    return again(document)


def test_issue_stores_word_and_pdf(office: Office) -> None:
    document = issued(office)

    assert document.docx is not None
    assert document.pdf is not None
    assert (document.docx.name, document.pdf.name, document.pdf.content_type) == (
        "212-MTTQ-BTT.docx",
        "212-MTTQ-BTT.pdf",
        "application/pdf",
    )


def test_issuing_twice_stores_once(office: Office) -> None:
    document = issued(office)
    files = StoredFile.objects.count()

    with pytest.raises(life.DocumentMoved):
        life.issue(document=document, by=office.clerk, now=NOW)
    stale = again(document)
    stale.state, stale.revision = S.NUMBERED, stale.revision - 1
    with pytest.raises(life.DocumentMoved):
        life.issue(document=stale, by=office.clerk, now=NOW)

    assert StoredFile.objects.count() == files
    assert document.steps.filter(state=S.ISSUED).count() == 1


def test_a_process_that_dies_while_issuing_issues_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)
    life.approve(document=document, by=office.leader, now=NOW)
    life.give_number(document=document, number=3, symbol="MTTQ-BTT", dated_on=DAY, by=office.clerk, now=NOW)

    def die(**_values: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(life, "describe_entry", die)
    with pytest.raises(KeyboardInterrupt):
        life.issue(document=again(document), by=office.clerk, now=NOW)
    monkeypatch.undo()

    assert (again(document).state, again(document).pdf, StoredFile.objects.count()) == (S.NUMBERED, None, 0)
    life.issue(document=again(document), by=office.clerk, now=NOW)
    assert again(document).state == S.ISSUED


def test_recall_keeps_the_line_with_its_reason(office: Office) -> None:
    document = issued(office)

    life.recall(document=document, reason="Sai thẩm quyền", by=office.clerk, now=NOW)

    entry = Entry.objects.get(document=document)
    assert (entry.number, entry.is_cancelled, entry.note) == (212, True, "Sai thẩm quyền")
    following = make_document(conference=office.conference, state=S.CHECKED)
    life.approve(document=following, by=office.leader, now=NOW)
    with pytest.raises(NumberRefused):
        life.give_number(document=following, number=212, symbol="MTTQ-BTT", dated_on=DAY, by=office.clerk, now=NOW)


def test_wrong_content_is_replaced_by_the_same_kind(office: Office) -> None:
    old = issued(office)

    draft = life.correct(document=old, reason="Sai hạn", by_letter=False, by=office.clerk, now=NOW)

    assert (draft.kind, draft.state, draft.replaces, draft.subject) == (old.kind, S.DRAFT, old, old.subject)
    assert [row.unit for row in draft.recipients.all()] == [office.unit_a]
    assert again(old).state == S.ISSUED
    with pytest.raises(life.DocumentMoved):
        life.correct(document=again(old), reason="Sai nữa", by_letter=False, by=office.clerk, now=NOW)
    life.check(document=draft, by=office.clerk, now=NOW)
    life.approve(document=draft, by=office.leader, now=NOW)
    life.give_number(document=draft, number=213, symbol="MTTQ-BTT", dated_on=DAY, by=office.clerk, now=NOW)
    life.issue(document=again(draft), by=office.clerk, now=NOW)
    assert (again(old).state, again(draft).state) == (S.CORRECTED, S.ISSUED)


def test_wrong_form_is_mended_by_a_letter_while_the_old_one_stays_in_force(office: Office) -> None:
    old = issued(office)

    letter = life.correct(document=old, reason="Sửa thể thức ngày.", by_letter=True, by=office.clerk, now=NOW)

    assert (letter.kind, letter.replaces, letter.options["corrects"]) == ("correction", None, old.pk)
    assert "212/MTTQ-BTT" in letter.body
    assert "Sửa thể thức ngày." in letter.body


def test_only_what_is_in_force_is_corrected(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.NUMBERED)

    with pytest.raises(life.DocumentMoved):
        life.correct(document=document, reason="x", by_letter=True, by=office.clerk, now=NOW)


def test_signed_file_is_kept_and_taken_off_while_nothing_left(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.NUMBERED)

    life.attach_signed(document=document, data=b"%PDF-1.7 scan", name="212.pdf", by=office.clerk, now=NOW)
    assert (again(document).signed_as, again(document).signed.name) == ("scan", "212.pdf")  # type: ignore[union-attr]
    life.detach_signed(document=document, by=office.clerk, now=NOW)

    assert (again(document).signed, again(document).signed_as) == (None, "")


def test_signed_file_that_was_sent_stays(office: Office) -> None:
    document = issued(office)
    life.attach_signed(document=document, data=b"%PDF-1.7 scan", name="212.pdf", by=office.clerk, now=NOW)
    document.recipients.update(reached=Reached.SENT)

    with pytest.raises(life.DocumentMoved):
        life.detach_signed(document=document, by=office.clerk, now=NOW)
    with pytest.raises(life.DocumentMoved):
        life.attach_signed(document=document, data=b"%PDF-1.7 other", name="b.pdf", by=office.clerk, now=NOW)


@pytest.mark.parametrize("state", [S.DRAFT, S.CHECKED, S.RETURNED, S.RECALLED, S.DROPPED])
def test_nothing_is_signed_before_the_leader_approved(office: Office, state: DocumentState) -> None:
    document = make_document(conference=office.conference, state=state)

    with pytest.raises(life.DocumentMoved):
        life.attach_signed(document=document, data=b"%PDF-1.7", name="a.pdf", by=office.clerk, now=NOW)


def test_a_word_file_is_no_signed_document(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.APPROVED)

    with pytest.raises(NotSigned):
        life.attach_signed(document=document, data=b"PK\x03\x04", name="a.docx", by=office.clerk, now=NOW)


@pytest.mark.parametrize(
    ("state", "step", "back"),
    [
        (S.DRAFT, "check", S.DRAFT),
        (S.CHECKED, "approve", S.CHECKED),
        (S.DRAFT, "drop", S.DRAFT),
        (S.RETURNED, "drop", S.DRAFT),
        (S.RETURNED, "check", S.RETURNED),
    ],
)
def test_step_within_the_office_is_taken_back(
    office: Office, state: DocumentState, step: str, back: DocumentState
) -> None:
    document = make_document(conference=office.conference, state=state)
    event = getattr(life, step)(document=document, by=office.clerk, now=NOW)

    life.take_back_step(document=again(document), event=event, by=office.clerk, now=NOW)

    assert (again(document).state, again(document).frozen) == (back, None)


def test_nothing_is_taken_back_once_something_else_happened(office: Office) -> None:
    document = make_document(conference=office.conference)
    event = life.check(document=document, by=office.clerk, now=NOW)
    life.approve(document=document, by=office.leader, now=NOW + timedelta(minutes=1))

    with pytest.raises(life.DocumentMoved):
        life.take_back_step(document=again(document), event=event, by=office.clerk, now=NOW)
