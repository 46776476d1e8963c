"""What the sample conference holds at 8:15 on 21/10/2024: its documents, its mail, and nothing drawn too early."""

import pytest

from tongket.conferences.models import Conference, Duty
from tongket.core import files
from tongket.demo.build import build
from tongket.documents.models import Document, Recipient, Step
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.copies import unfinished
from tongket.documents.queries.desk import desk_of
from tongket.documents.queries.register import next_number
from tongket.documents.rules import Reached
from tongket.mailbox.models import Incoming, Message, Reminder

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
YOUTH = "Đoàn TNCS Hồ Chí Minh thành phố"


def signed_and_numbered(conference: Conference) -> list[tuple[str, str, str]]:
    """The steps of the letters of 14/10 after their checking: what, by whom, when."""
    steps = Step.objects.filter(document__conference=conference, document__kind="request", document__ordinal=1)
    rows = (
        steps.filter(state__in=["approved", "numbered"]).order_by("made_at").values_list("state", "made_by", "made_at")
    )
    names = dict(Step.objects.values_list("made_by", "made_by__name"))
    return [(state, names[by], f"{when.astimezone():%d/%m %H:%M}") for state, by, when in rows]


def test_documents_stand_as_the_office_left_them(monday: None) -> None:
    conference = build()

    rows = [(row.label, row.shown.words, row.document.clause) for row in desk_of(conference).rows]
    assert rows == [
        ("Số …/MTTQ-BTT", "Chờ ký", "IV.3/1"),
        ("Số …/TB-MTTQ-BTT", "Chờ ký", "II.2"),
        ("Số …/QĐ-MTTQ-BTT", "Đang soạn", "III.3"),
        ("Số …/GM-MTTQ-BTT", "Đang soạn", "II.1"),
        ("214/MTTQ-BTT", "13/13 đã nhận", "IV.3/3"),
        ("213/MTTQ-BTT", "4/4 đã nhận", "III.3/1"),
        ("212/MTTQ-BTT", "5/6 đã nhận", "III.2"),
        ("305/KH-MTTQ-BTT", "34/34 đã nhận", ""),
    ]
    silent = Recipient.objects.filter(document__kind="request", role="addressee").exclude(reached=Reached.RECEIVED)
    assert list(silent.values_list("document__entry__number", "name", "reached")) == [(212, YOUTH, Reached.SENT)]
    on = conference.held_on
    assert on is not None
    assert next_number(conference.host, "request", on=on).next == 215
    assert signed_and_numbered(conference) == [
        ("approved", "Nguyễn Thị Thu Hiền", "14/10 08:20"),
        ("numbered", "Trần Thị Lệ", "14/10 08:31"),
    ]
    _drawn_and_missing(conference)
    _mail(conference)


def _drawn_and_missing(conference: Conference) -> None:
    """Files are there for what was issued only; drafts name what they lack, the invitation lacks nothing."""
    by_kind = {document.kind: document for document in Document.objects.filter(conference=conference, ordinal=1)}
    assert sorted(kind for kind, document in by_kind.items() if document.pdf_id) == ["plan", "request"]
    letter = by_kind["request"]
    assert (files.read(letter.pdf)[:5], files.read(letter.docx)[:2]) == (b"%PDF-", b"PK")  # type: ignore[arg-type]
    lacking = {kind: assembled(document).missing for kind, document in by_kind.items()}
    assert sorted(kind for kind, missing in lacking.items() if missing) == ["decision"]
    assert "hình thức khen thưởng" in lacking["decision"]
    invitation = by_kind["invitation"]
    assert (invitation.copies.count(), unfinished(invitation)) == (40, [])


def _mail(conference: Conference) -> None:
    """What came in, what waits to be looked at, and what the office sent itself."""
    came = Incoming.objects.order_by("came_at").values_list("subject", "state", "certainty")
    assert list(came) == [
        ("Báo cáo tổng kết của UBMTTQVN phường Tân Thạnh", "filed", "sure"),
        ("Báo cáo tổng kết của UBMTTQVN phường Trường Xuân", "filed", "sure"),
        ("Trả lời tự động: V/v chuẩn bị tham luận", "ignored", "none"),
        ("Bài tham luận của UBMTTQVN phường An Phú", "filed", "sure"),
        ("Danh mục sản phẩm trưng bày của phường Hòa Thuận", "waiting", "likely"),
    ]
    waiting = Message.objects.filter(conference=conference, state="draft")
    receipts = waiting.filter(kind="receipt").values_list("subject", flat=True)
    assert list(receipts) == ["Đã nhận: tham luận của UBMTTQVN phường An Phú"]
    reminded = waiting.filter(kind="reminder").order_by("unit__sort_key").values_list("unit__name", flat=True)
    assert {name.removeprefix("Ban Thường trực Ủy ban MTTQ Việt Nam ") for name in reminded} == {
        YOUTH,
        "phường An Sơn",
        "phường Hòa Hương",
        "phường Tân Thạnh",
    }
    sent = Message.objects.filter(state="sent").order_by().values_list("kind", "channel").distinct()
    assert sorted(sent) == [("document", "email"), ("receipt", "email"), ("reminder", "email")]
    rungs = Reminder.objects.values_list("made_at__date", "due_on__day", "step").distinct()
    assert sorted({(made.day, due, step) for made, due, step in rungs}) == [
        (14, 19, -5),
        (17, 19, -2),
        (17, 24, -5),
        (18, 25, -5),
        (21, 19, 1),
        (21, 22, -2),
    ]
    paper = Duty.objects.get(kind="paper", unit__name__endswith="phường An Phú")
    assert [each.channel for each in paper.evidence.all()] == ["email"]
