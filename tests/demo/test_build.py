"""What the sample conference holds at 8:15 on 21/10/2024: its documents, its mail, and nothing drawn too early."""

from datetime import date

import pytest

from tongket.conferences.models import Conference, Duty
from tongket.core import files
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.rules import Answer
from tongket.demo.build import build
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document, Recipient, Step
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.copies import unfinished
from tongket.documents.queries.desk import desk_of
from tongket.documents.queries.register import next_number
from tongket.documents.rules import Reached
from tongket.mailbox.models import Incoming, Message, Reminder
from tongket.papers.models import Comment, PaperVersion, TopicProposal
from tongket.papers.queries.remarks import remark_rows
from tongket.proceedings.models import Build
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.volume_page import volume_page
from tongket.proceedings.rules import AROUND

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
    _papers(conference)
    _spoken(conference)
    _attending(conference)
    _volume(conference)


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


def _papers(conference: Conference) -> None:
    """Six papers in six states: pages, minutes and way of each version, and what stands against it."""
    versions = PaperVersion.objects.filter(paper__duty__conference=conference).order_by("paper", "ordinal")
    rows = [
        (each.paper_id, f"{each.measured['pages_standard']:.1f}", _clock(each), each.evidence.channel, _codes(each))
        for each in versions
    ]
    by_unit = dict(Duty.objects.filter(conference=conference, kind="paper").values_list("pk", "unit__place"))
    assert [(by_unit[pk], *rest) for pk, *rest in rows] == [
        ("Tam Kỳ", "2.4", "5:50", "web", []),
        ("Tam Kỳ", "4.0", "6:11", "web", ["too-long"]),
        ("Tam Thăng", "4.1", "10:02", "web", ["too-long", "too-slow"]),
        ("Tam Thăng", "3.4", "8:10", "web", ["too-long", "too-slow"]),
        ("Tân Thạnh", "2.4", "6:08", "web", []),
        ("An Phú", "2.5", "6:28", "email", []),
    ]
    states = Duty.objects.filter(conference=conference, kind="paper").order_by("pk").values_list("state", flat=True)
    assert list(states) == ["accepted", "accepted", "open", "handed_in", "returned", "handed_in"]
    beside = [(by_unit[each.paper_id], each.findings) for each in versions]
    assert [
        (place, found["quote"], found["values"]["value"])
        for place, findings in beside
        for found in findings
        if found["code"] == "review-figures"
    ] == [("An Phú", "Toàn phường, bà con đã hiến 3.640 m² đất.", 3260.0)]
    comments = Comment.objects.order_by("pk").values_list("quote", "block", "page", "sent_at")
    assert list(comments) == [("xã còn 38 hộ nghèo", 8, 1, None), ("", None, None, None)]
    asked = TopicProposal.objects.values_list("paper__duty__unit__name", "state")
    assert list(asked) == [(YOUTH, "asked")]


def _clock(version: PaperVersion) -> str:
    seconds = round(version.measured["speaking_minutes"] * 60)
    return f"{seconds // 60}:{seconds % 60:02d}"


def _codes(version: PaperVersion) -> list[str]:
    return [found["code"] for found in version.findings if found["level"] == "blocker"]


def _spoken(conference: Conference) -> None:
    """Four of the ten asked units said what they will say, two of them were taken; the veterans ask to speak."""
    rows = remark_rows(conference, today=date(2024, 10, 21))
    said = [(row.unit_name, row.duty is not None, str(row.remark.stands)) for row in rows if row.remark]
    assert (len(rows), said) == (
        11,
        [
            ("UBMTTQVN phường An Mỹ", True, "taken"),
            ("UBMTTQVN phường Trường Xuân", True, "asked"),
            ("UBMTTQVN xã Tam Phú", True, "asked"),
            ("UBMTTQVN xã Tam Thanh", True, "taken"),
            ("CCB", False, "asked"),
        ],
    )


def _attending(conference: Conference) -> None:
    """Forty come by name, two are absent for a reason, two units send one of two; five and a guest do not answer."""
    found = attendance_of(conference)
    counts = [
        (each.clause, each.coming, each.counts[Answer.ABSENT], each.counts[Answer.ASKED]) for each in found.groups
    ]
    assert counts == [
        ("", 3, 0, 1),
        ("II.1/1", 4, 1, 0),
        ("II.1/2", 6, 2, 2),
        ("II.1/3", 1, 0, 0),
        ("II.1/4", 17, 1, 8),
        ("II.1/5", 6, 0, 0),
        ("II.1/6", 3, 0, 0),
    ]
    assert [each.name.rpartition("Việt Nam ")[2] for each in found.unanswered] == [
        YOUTH,
        "phường An Sơn",
        "phường Hòa Hương",
        "phường Trường Xuân",
        "xã Tam Ngọc",
    ]
    substitutes = [(row.delegate.name, row.delegate.instead_of) for row in found.rows if row.is_substitute]
    assert [(name, str(first)) for name, first in substitutes] == [("Lê Thị Cẩm Vân", "Phan Đình Tùng")]
    assert [row.delegate.name for row in found.rows if row.speaks] == [
        "Lê Quang Định",
        "Phan Thị Mỹ",
        "Đỗ Thanh Bình",
        "Trần Quốc Toản",
        "Đặng Ngọc Sơn",
        "Lê Thị Bích Ngọc",
        "Nguyễn Thị Thanh Hà",
        "Võ Thị Hồng Nhung",
    ]
    assert [row.delegate.name for row in found.groups[0].rows][2:] == ["Trần Nam Hải", "Bùi Ngọc Ảnh"]
    assert {row.delegate.channel for row in found.rows} == {"web", "phone", "zalo"}
    assert len(KINDS["confirmation"].addressees(conference, {})) == 40


def _volume(conference: Conference) -> None:
    """One bound volume lies there to be opened; nobody ordered another one since."""
    build = Build.objects.get(volume=conference.pk)
    chapters = [each["title"] for each in build.contents if each["part"] != AROUND]
    assert (build.state, chapters) == (
        "done",
        ["Chợ nhỏ của chị em", "Từ ruộng trũng bỏ hoang đến đồng sen", "Sản phẩm trưng bày"],
    )
    assert build.screen is not None
    page = volume_page(volume_of(conference))
    assert (page.copies, page.expected.why) == (
        40,
        "40 người đã xác nhận dự; 11 chỗ chưa trả lời, đều dự thì cần 51 bản.",
    )
    assert files.read(build.screen)[:5] == b"%PDF-"
