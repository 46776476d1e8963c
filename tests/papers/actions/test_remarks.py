"""Remarks: an asked unit hands its duty in, another asks to speak, the office answers."""

from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_remark
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.papers.actions.remarks import (
    RemarkMoved,
    Words,
    ask_to_speak,
    decline_remark,
    prepare_remark,
    take_remark,
    withdraw_remark,
)
from tongket.papers.models import Remark
from tongket.papers.queries.remarks import remark_of
from tongket.papers.rules import RemarkState

WORDS = Words("Đặng Thị Minh", "Giữ đường hoa nông thôn", "Chủ tịch", Decimal(5), "Kính thưa")


@pytest.fixture
def asked(office: Office) -> Duty:
    """Unit A was asked to prepare remarks."""
    return make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)


def kept(duty: Duty) -> Remark:
    """What the asked unit said so far."""
    found = remark_of(Duty.objects.select_related("conference", "unit").get(pk=duty.pk))
    assert found is not None
    return found


def test_saving_hands_the_duty_in(office: Office, asked: Duty) -> None:
    remark, _event = prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)

    evidence = asked.evidence.get()
    assert (Duty.objects.get(pk=asked.pk).state, remark.stands) == (DutyState.HANDED_IN, RemarkState.ASKED)
    assert evidence.note == "Giữ đường hoa nông thôn\n\nKính thưa"


def test_saving_again_writes_over_and_a_window_behind_is_refused(office: Office, asked: Duty) -> None:
    prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)
    again = Words("Đặng Thị Minh", "Đường hoa và hàng rào xanh")
    prepare_remark(duty=asked, words=again, revision=0, by=office.member_a, now=NOW)

    with pytest.raises(RemarkMoved):
        prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)

    assert (kept(asked).subject, kept(asked).revision) == ("Đường hoa và hàng rào xanh", 1)


def test_taking_closes_the_duty_and_declining_frees_of_it(office: Office, asked: Duty) -> None:
    prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)
    take_remark(remark=kept(asked), by=office.clerk, now=NOW)
    assert (Duty.objects.get(pk=asked.pk).state, kept(asked).stands) == (DutyState.ACCEPTED, RemarkState.TAKEN)

    other = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)
    prepare_remark(duty=other, words=WORDS, revision=0, by=office.member_b, now=NOW)
    decline_remark(remark=kept(other), answer="Hết giờ", by=office.clerk, now=NOW)

    assert (Duty.objects.get(pk=other.pk).state, kept(other).stands) == (DutyState.EXCUSED, RemarkState.DECLINED)


def test_withdrawing_opens_the_duty_again(office: Office, asked: Duty) -> None:
    prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)
    prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)

    withdraw_remark(remark=kept(asked), by=office.member_a, now=NOW)

    assert (Duty.objects.get(pk=asked.pk).state, kept(asked).stands) == (DutyState.OPEN, RemarkState.WITHDRAWN)
    assert list(asked.evidence.filter(taken_back_at=None)) == []


def test_an_answered_remark_is_answered_and_withdrawn_no_more(office: Office, asked: Duty) -> None:
    prepare_remark(duty=asked, words=WORDS, revision=0, by=office.member_a, now=NOW)
    take_remark(remark=kept(asked), by=office.clerk, now=NOW)

    with pytest.raises(RemarkMoved):
        take_remark(remark=kept(asked), by=office.clerk, now=NOW)
    with pytest.raises(RemarkMoved):
        withdraw_remark(remark=kept(asked), by=office.member_a, now=NOW)


def test_the_same_wish_twice_is_one(office: Office) -> None:
    for _press in range(2):
        ask_to_speak(conference=office.conference, unit=office.unit_a, words=WORDS, by=office.member_a, now=NOW)

    assert Remark.objects.get().stands is RemarkState.ASKED


def test_a_wish_is_granted_refused_or_withdrawn(office: Office) -> None:
    about = {"conference": office.conference, "unit": office.unit_a}
    taken, refused, gone = (make_remark(**about, subject=subject) for subject in ("Một", "Hai", "Ba"))  # type: ignore[arg-type]

    take_remark(remark=taken, by=office.clerk, now=NOW)
    decline_remark(remark=refused, answer="Hết giờ", by=office.clerk, now=NOW)
    withdraw_remark(remark=gone, by=office.member_a, now=NOW)

    states = dict(Remark.objects.values_list("subject", "state"))
    assert states == {"Một": "taken", "Hai": "declined", "Ba": "withdrawn"}
    assert Remark.objects.get(subject="Hai").answer == "Hết giờ"
