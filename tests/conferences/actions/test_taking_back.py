"""Lấy lại: what goes back, and what no longer can."""

from datetime import date, timedelta

import pytest

from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.contacts import note_contact, take_back_contact
from tongket.conferences.actions.extensions import answer_extension, ask_extension
from tongket.conferences.actions.taking_back import TooLate, take_back, take_back_many
from tongket.conferences.models import Contact, Duty, Evidence, Extension, ExtensionState
from tongket.conferences.queries.snapshots import snapshot
from tongket.conferences.rules import Channel, DutyKind

LATER = NOW + timedelta(hours=1)


def test_take_back_restores_duty_and_marks_evidence(office: Office) -> None:
    before = snapshot(office.duty_a)
    evidence, event = act.hand_in(duty=office.duty_a, note="Nhầm", by=office.member_a, now=NOW)

    take_back(event=event, by=office.member_a, now=LATER)

    assert snapshot(Duty.objects.get(pk=office.duty_a.pk)) == before
    assert Evidence.objects.get(pk=evidence.pk).taken_back_at == LATER


def test_take_back_of_a_settled_unit_leaves_the_duty_without_one(office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=None)
    before = snapshot(duty)
    event = act.settle_unit(duty=duty, unit_id=office.unit_a.pk, by=office.clerk, now=NOW)

    take_back(event=event, by=office.clerk, now=LATER)

    assert snapshot(Duty.objects.get(pk=duty.pk)) == before


def test_error_take_back_after_another_change(office: Office) -> None:
    _, event = act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.accept(duty=office.duty_a, by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back(event=event, by=office.member_a, now=LATER)


def test_error_first_version_is_taken_back_while_a_second_of_the_same_moment_stands(office: Office) -> None:
    _, first = act.hand_in(duty=office.duty_a, note="Bản 1", by=office.clerk, now=NOW)
    second, _ = act.hand_in(duty=office.duty_a, note="Bản 2", by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back(event=first, by=office.clerk, now=LATER)
    assert Evidence.objects.filter(taken_back_at=None).latest("ordinal") == second


def test_error_take_back_twice(office: Office) -> None:
    _, event = act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    take_back(event=event, by=office.member_a, now=LATER)

    with pytest.raises(TooLate):
        take_back(event=event, by=office.member_a, now=LATER)


def test_wish_that_nobody_answered_is_withdrawn(office: Office) -> None:
    _, event = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )

    take_back(event=event, by=office.member_a, now=LATER)

    assert Extension.objects.count() == 0


@pytest.mark.parametrize("granted", [True, False])
def test_answer_to_a_wish_waits_again_and_the_day_goes_back(office: Office, granted: bool) -> None:  # noqa: FBT001
    wish, _ = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )
    event = answer_extension(extension=wish, granted=granted, answer="Được", by=office.clerk, now=NOW)

    take_back(event=event, by=office.clerk, now=LATER)

    wish.refresh_from_db()
    assert (wish.state, wish.answer, wish.decided_by) == (ExtensionState.ASKED, "", None)
    assert Duty.objects.get(pk=office.duty_a.pk).due_on == date(2024, 10, 25)


def test_error_wish_is_withdrawn_after_the_answer(office: Office) -> None:
    wish, asked = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )
    answer_extension(extension=wish, granted=False, answer="", by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back(event=asked, by=office.member_a, now=LATER)


def test_error_answer_is_taken_back_while_the_next_wish_waits(office: Office) -> None:
    wish, _ = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )
    refused = answer_extension(extension=wish, granted=False, answer="", by=office.clerk, now=NOW)
    ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 27), reason="Gấp", by=office.member_a, now=NOW)

    with pytest.raises(TooLate):
        take_back(event=refused, by=office.clerk, now=LATER)


def test_days_of_a_kind_go_back_where_nothing_else_happened(office: Office) -> None:
    event = act.set_due_of_kind(
        conference=office.conference, kind=DutyKind.PAPER, due_on=date(2024, 10, 28), by=office.clerk, now=NOW
    )
    office.duty_b.refresh_from_db()
    act.set_due(duty=office.duty_b, due_on=date(2024, 10, 29), by=office.clerk, now=NOW)

    restored = take_back_many(conference=office.conference, event=event, by=office.clerk, now=LATER)

    days = dict(Duty.objects.values_list("pk", "due_on"))
    assert (restored, days) == (1, {office.duty_a.pk: date(2024, 10, 25), office.duty_b.pk: date(2024, 10, 29)})


def test_error_days_of_a_kind_taken_back_twice(office: Office) -> None:
    event = act.set_due_of_kind(
        conference=office.conference, kind=DutyKind.PAPER, due_on=date(2024, 10, 28), by=office.clerk, now=NOW
    )
    take_back_many(conference=office.conference, event=event, by=office.clerk, now=LATER)

    with pytest.raises(TooLate):
        take_back_many(conference=office.conference, event=event, by=office.clerk, now=LATER)


def test_call_that_was_written_down_by_mistake_goes(office: Office) -> None:
    contact, event = note_contact(
        conference=office.conference,
        unit=office.unit_a,
        channel=Channel.PHONE,
        note="Nhầm máy",
        is_reminder=True,
        by=office.clerk,
        now=NOW,
    )

    take_back_contact(contact=contact, event=event, by=office.clerk, now=LATER)

    assert Contact.objects.count() == 0


def test_error_call_taken_back_twice(office: Office) -> None:
    _, event = note_contact(
        conference=office.conference,
        unit=office.unit_a,
        channel=Channel.PHONE,
        note="",
        is_reminder=False,
        by=office.clerk,
        now=NOW,
    )

    with pytest.raises(TooLate):
        take_back_contact(contact=None, event=event, by=office.clerk, now=LATER)
