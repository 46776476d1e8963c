"""The office returns or accepts a paper, and both can be taken back whole."""

from datetime import timedelta

import pytest

from tests.factories.conferences import NOW
from tests.factories.papers import make_comment, make_paper, make_version
from tests.office import Office
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core.findings import Finding, Level
from tongket.core.models import Event
from tongket.core.stored_findings import findings_to_json
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageState
from tongket.papers.actions.deciding import NothingToMend, StandsAgainst, accept_paper, return_paper
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import Comment, PaperVersion
from tongket.papers.queries.papers import paper_of
from tongket.papers.rules import Measured

TOO_LONG = findings_to_json([Finding("pages", Level.BLOCKER, "Dài {n} trang.", values={"n": 3.4})])
TOMORROW = NOW + timedelta(days=1)


def test_returning_sends_the_comments_that_waited(office: Office) -> None:
    make_version(duty=office.duty_a)
    comment = make_comment(duty=office.duty_a, by=office.clerk, text="Trang 3 ghi 36", quote="xã còn 38 hộ nghèo")

    event = return_paper(
        paper=paper_of(office.duty_a), remark="Bớt nửa trang.", due_at=TOMORROW, by=office.clerk, now=NOW
    )

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.state, duty.return_due_at) == (DutyState.RETURNED, TOMORROW)
    assert duty.remark == "Bớt nửa trang.\n- “xã còn 38 hộ nghèo”: Trang 3 ghi 36"
    assert Comment.objects.get(pk=comment.pk).sent_at == NOW
    assert Event.objects.get(verb="return_paper").changes["event"] == event.pk


def test_returning_puts_a_letter_into_the_outbox(office: Office) -> None:
    make_version(duty=office.duty_a)
    make_paper(duty=office.duty_a, title="Đường hoa nông thôn")
    make_comment(duty=office.duty_a, by=office.clerk, text="Trang 3 ghi 36", quote="xã còn 38 hộ nghèo")

    event = return_paper(paper=paper_of(office.duty_a), remark="Bớt.", due_at=TOMORROW, by=office.clerk, now=NOW)

    letter = Message.objects.get(duties=office.duty_a)
    assert (letter.state, letter.unit, letter.once) == (MessageState.DRAFT, office.unit_a, f"returned:{event.pk}")
    assert letter.subject == "Trả lại để sửa: tham luận “Đường hoa nông thôn”"
    assert "Bớt.\n- “xã còn 38 hộ nghèo”: Trang 3 ghi 36\n" in letter.body


def test_a_return_taken_back_or_answered_puts_its_letter_aside(office: Office) -> None:
    make_version(duty=office.duty_a)
    event = return_paper(paper=paper_of(office.duty_a), remark="Bớt.", due_at=TOMORROW, by=office.clerk, now=NOW)
    take_back(event=event, by=office.clerk, now=NOW)
    first = Message.objects.get(duties=office.duty_a)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    return_paper(paper=paper_of(duty), remark="Bớt.", due_at=TOMORROW, by=office.clerk, now=NOW)
    submit_version(paper=paper_of(duty), given=Given(text="Bài đã sửa."), byline=Byline(), by=office.member_a, now=NOW)

    assert first.state == MessageState.DISCARDED
    assert {each.state for each in Message.objects.filter(duties=duty)} == {MessageState.DISCARDED}
    assert Message.objects.filter(duties=duty).count() == 2


def test_returning_says_what_to_mend(office: Office) -> None:
    make_version(duty=office.duty_a)

    with pytest.raises(NothingToMend):
        return_paper(paper=paper_of(office.duty_a), remark="  ", due_at=TOMORROW, by=office.clerk, now=NOW)

    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.HANDED_IN


def test_a_return_taken_back_lets_the_comments_wait_again(office: Office) -> None:
    make_version(duty=office.duty_a)
    comment = make_comment(duty=office.duty_a, by=office.clerk)
    event = return_paper(paper=paper_of(office.duty_a), remark="", due_at=TOMORROW, by=office.clerk, now=NOW)

    take_back(event=event, by=office.clerk, now=NOW)

    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.HANDED_IN
    assert Comment.objects.get(pk=comment.pk).sent_at is None


def test_accepting_what_fits_needs_no_reason(office: Office) -> None:
    version = make_version(duty=office.duty_a)

    accept_paper(paper=paper_of(office.duty_a), because="Hay", by=office.leader, now=NOW)

    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.ACCEPTED
    assert PaperVersion.objects.get(pk=version.pk).accepted_because == ""


def test_accepting_against_a_blocker_keeps_the_reason(office: Office) -> None:
    version = make_version(duty=office.duty_a, findings=TOO_LONG)
    with pytest.raises(StandsAgainst) as refused:
        accept_paper(paper=paper_of(office.duty_a), by=office.clerk, now=NOW)
    assert (refused.value.codes, len(refused.value.findings)) == (("pages",), 1)

    event = accept_paper(paper=paper_of(office.duty_a), because="Đọc rút gọn", by=office.clerk, now=NOW)

    version.refresh_from_db()
    assert (version.accepted_because, version.accepted_despite) == ("Đọc rút gọn", ["pages"])
    take_back(event=event, by=office.clerk, now=NOW)
    version.refresh_from_db()
    assert (version.accepted_because, version.accepted_despite) == ("", [])


def test_what_nobody_could_measure_needs_a_reason_too(office: Office) -> None:
    make_version(duty=office.duty_a, state=Measured.NOT_HERE)

    with pytest.raises(StandsAgainst) as refused:
        accept_paper(paper=paper_of(office.duty_a), by=office.clerk, now=NOW)

    assert refused.value.codes == ("unmeasured",)


def test_nothing_is_accepted_before_something_came(office: Office) -> None:
    with pytest.raises(DutyMoved):
        accept_paper(paper=paper_of(office.duty_a), by=office.clerk, now=NOW)


def test_a_second_decision_at_once_is_refused(office: Office) -> None:
    make_version(duty=office.duty_a)
    before = paper_of(Duty.objects.get(pk=office.duty_a.pk))
    accept_paper(paper=paper_of(office.duty_a), by=office.clerk, now=NOW)

    with pytest.raises(DutyMoved):
        return_paper(paper=before, remark="Bớt", due_at=TOMORROW, by=office.leader, now=NOW)
