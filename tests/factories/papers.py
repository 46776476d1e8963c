"""Makes papers, their versions and remarks."""

from datetime import datetime
from decimal import Decimal
from itertools import count

from tests.factories.conferences import NOW, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.rules import Channel, DutyState
from tongket.core import files
from tongket.papers.actions.deciding import accept_paper
from tongket.papers.actions.keeping import kept
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import Comment, Paper, PaperVersion, Remark
from tongket.papers.queries.papers import paper_of
from tongket.papers.rules import Measured, RemarkState
from tongket.units.models import Unit

_numbers = count(1)
FIGURES = {
    "pages_submitted": 2.4,
    "pages_standard": 2.6,
    "pages_single": 2.3,
    "syllables": 1200,
    "speaking_minutes": 6.0,
}


def paper_text(paragraphs: int = 3, words: str = "Mặt trận xã vận động bà con cùng giúp nhau làm ăn") -> str:
    """A paper as somebody types it: a title and so many paragraphs of their own words."""
    lines = [f"{words} ở thôn {number}, năm {2020 + number}." for number in range(1, paragraphs + 1)]
    return "\n\n".join(["# Một tổ đoàn kết giúp một hộ thoát nghèo", *lines])


def make_paper(*, duty: Duty, title: str = "", speaker_name: str = "", place: int | None = None) -> Paper:
    """The kept paper of a duty."""
    paper = kept(paper_of(duty))
    paper.title, paper.speaker_name, paper.place = title, speaker_name, place
    paper.save()
    return paper


def make_version(
    *,
    duty: Duty,
    text: str = "",
    state: Measured = Measured.DONE,
    findings: list[dict[str, object]] | None = None,
    figures: dict[str, object] | None = None,
    round: int = 1,  # noqa: A002 -- the field's own name
    channel: Channel = Channel.WEB,
    received_at: datetime = NOW,
    by: User | None = None,
) -> PaperVersion:
    """A version that came for a duty; an open duty is handed in with it."""
    ordinal = duty.evidence.count() + 1
    data = (text or f"Bài {next(_numbers)}").encode()
    file = files.store(data=data, name=f"bai-{ordinal}.txt", now=received_at)
    evidence = Evidence.objects.create(
        duty=duty,
        ordinal=ordinal,
        file=file,
        channel=channel,
        received_at=received_at,
        entered_by=by,
        entered_at=received_at,
    )
    if duty.state in {DutyState.OPEN, DutyState.WORKING}:
        duty.state, duty.handed_in_at = DutyState.HANDED_IN, received_at
        duty.save(update_fields=["state", "handed_in_at"])
    return PaperVersion.objects.create(
        paper=kept(paper_of(duty)),
        ordinal=ordinal,
        round=round,
        evidence=evidence,
        file=file,
        text=text,
        state=state,
        measured=FIGURES if figures is None else figures,
        findings=findings or [],
        made_at=received_at,
    )


def make_accepted(*, duty: Duty, title: str = "", text: str = "", by: User | None = None, now: datetime = NOW) -> str:
    """A paper that was handed in and accepted, as its room does it; returns the code of its chapter in the volume."""
    by = by or make_user()
    fresh = Duty.objects.select_related("conference__host", "unit").get(pk=duty.pk)
    byline = Byline(title=title or "Một tổ đoàn kết", speaker_name="Võ Thị Hồng Nhung")
    submit_version(paper=paper_of(fresh), given=Given(text=text or paper_text()), byline=byline, by=by, now=now)
    accept_paper(paper=paper_of(fresh), because="Đọc rút gọn", by=by, now=now)
    return f"paper:{duty.pk}"


def make_comment(*, duty: Duty, by: User, text: str = "Bớt phần mở đầu", quote: str = "") -> Comment:
    """A comment of the office that was not sent yet."""
    return Comment.objects.create(paper=kept(paper_of(duty)), text=text, quote=quote, made_by=by, made_at=NOW)


def make_remark(
    *,
    conference: Conference,
    unit: Unit,
    duty: Duty | None = None,
    subject: str = "Giữ đường hoa nông thôn",
    minutes: Decimal | None = Decimal(5),
    state: RemarkState = RemarkState.ASKED,
) -> Remark:
    """What a unit wants to say; with a duty the duty is handed in."""
    if duty is not None:
        duty.state, duty.handed_in_at = DutyState.HANDED_IN, NOW
        duty.save(update_fields=["state", "handed_in_at"])
    return Remark.objects.create(
        conference=conference,
        unit=unit,
        duty=duty,
        speaker_name="Đặng Thị Minh",
        subject=subject,
        minutes=minutes,
        state=state,
        made_at=NOW,
    )
