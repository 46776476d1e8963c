"""The one door through which a duty changes."""

from datetime import date, timedelta

import pytest

from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import Channel, DueSource, DutyKind, DutyState
from tongket.core import files
from tongket.core.models import Event


def test_hand_in_keeps_note_file_channel_and_receipt(office: Office) -> None:
    evidence, event = act.hand_in(
        duty=office.duty_a,
        note="Bản 1",
        data=b"%PDF-1.7 tham luan",
        file_name="tham-luan.pdf",
        channel=Channel.ZALO,
        received_at=NOW - timedelta(days=1),
        by=office.clerk,
        now=NOW,
    )

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.state, duty.handed_in_at) == (DutyState.HANDED_IN, NOW - timedelta(days=1))
    assert evidence.receipt == f"TK-{duty.pk:05d}-1"
    assert evidence.file is not None
    assert (evidence.file.content_type, files.read(evidence.file)) == ("application/pdf", b"%PDF-1.7 tham luan")
    assert (event.verb, event.scope) == ("hand_in", f"conference:{office.conference.pk}")


def test_hand_in_again_is_the_next_version(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    second, _ = act.hand_in(duty=office.duty_a, note="Bản 2", by=office.member_a, now=NOW)

    assert second.ordinal == 2


def test_accept_closes_and_stops_being_late(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.accept(duty=office.duty_a, by=office.clerk, now=NOW)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.state, duty.accepted_at) == (DutyState.ACCEPTED, NOW)
    assert list(Duty.objects.late_on(date(2030, 1, 1)).values_list("pk", flat=True)) == [office.duty_b.pk]


def test_return_sets_its_own_due_time(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.return_for_mending(
        duty=office.duty_a, remark="Dài 3,4 trang.", due_at=NOW + timedelta(days=1), by=office.clerk, now=NOW
    )

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.state, duty.remark, duty.return_due_at) == (
        DutyState.RETURNED,
        "Dài 3,4 trang.",
        NOW + timedelta(days=1),
    )


def test_error_accept_before_anything_came(office: Office) -> None:
    with pytest.raises(act.DutyMoved, match="open -> accepted"):
        act.accept(duty=office.duty_a, by=office.clerk, now=NOW)


def test_error_somebody_was_faster(office: Office) -> None:
    stale = Duty.objects.get(pk=office.duty_a.pk)
    act.excuse(duty=office.duty_a, reason="Đã sáp nhập", by=office.clerk, now=NOW)

    with pytest.raises(act.DutyMoved):
        act.hand_in(duty=stale, note="Bản 1", by=office.member_a, now=NOW)
    assert Evidence.objects.count() == 0


def test_set_due_of_kind_leaves_the_plans_own_days(office: Office) -> None:
    office.duty_b.due_source = DueSource.PLAN
    office.duty_b.save()

    event = act.set_due_of_kind(
        conference=office.conference, kind=DutyKind.PAPER, due_on=date(2024, 10, 28), by=office.clerk, now=NOW
    )

    days = dict(Duty.objects.values_list("pk", "due_on"))
    assert (len(event.changes["events"]), days) == (
        1,
        {office.duty_a.pk: date(2024, 10, 28), office.duty_b.pk: date(2024, 10, 25)},
    )


def test_tick_item_marks_one_part(office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=office.conference.host, kind=DutyKind.TASK)
    Duty.objects.filter(pk=duty.pk).update(
        checklist=[{"text": "hội trường", "done": False}, {"text": "âm thanh", "done": False}]
    )
    duty.refresh_from_db()

    act.tick_item(duty=duty, item=1, done=True, by=office.clerk, now=NOW)

    assert [part["done"] for part in Duty.objects.get(pk=duty.pk).checklist] == [False, True]


def test_settled_unit_comes_after_what_it_owes_already(office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=None)
    Duty.objects.filter(pk=duty.pk).update(ordinal=office.duty_a.ordinal)
    duty.refresh_from_db()

    act.settle_unit(duty=duty, unit_id=office.unit_a.pk, by=office.clerk, now=NOW)

    duty.refresh_from_db()
    assert (duty.unit, duty.ordinal) == (office.unit_a, office.duty_a.ordinal + 1)


def test_error_accepted_twice(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.accept(duty=office.duty_a, by=office.clerk, now=NOW)

    with pytest.raises(act.DutyMoved, match="accepted -> accepted"):
        act.accept(duty=office.duty_a, by=office.leader, now=NOW + timedelta(days=1))


def test_error_two_people_tick_at_once(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(
        checklist=[{"text": "hội trường", "done": False}, {"text": "âm thanh", "done": False}]
    )
    first, second = (Duty.objects.select_related("conference").get(pk=office.duty_a.pk) for _ in range(2))
    act.tick_item(duty=first, item=0, done=True, by=office.clerk, now=NOW)

    with pytest.raises(act.DutyMoved):
        act.tick_item(duty=second, item=1, done=True, by=office.leader, now=NOW)
    assert [part["done"] for part in Duty.objects.get(pk=office.duty_a.pk).checklist] == [True, False]


def test_new_version_of_an_accepted_duty_waits_again(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.accept(duty=office.duty_a, by=office.clerk, now=NOW)
    act.hand_in(duty=office.duty_a, note="Bản 2", by=office.member_a, now=NOW)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.state, duty.accepted_at) == (DutyState.HANDED_IN, None)


def test_set_due_of_a_returned_duty_moves_its_own_due_time(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.return_for_mending(duty=office.duty_a, remark="Dài", due_at=NOW, by=office.clerk, now=NOW)
    act.set_due(duty=office.duty_a, due_on=date(2024, 10, 28), by=office.clerk, now=NOW)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.due_on, duty.return_due_at) == (date(2024, 10, 25), act.end_of_day(date(2024, 10, 28)))


def test_every_change_leaves_one_line_without_personal_values(office: Office) -> None:
    act.start_working(duty=office.duty_a, by=office.member_a, now=NOW)

    event = Event.objects.get(subject=f"duty:{office.duty_a.pk}")
    assert (event.verb, event.actor) == ("start_working", f"user:{office.member_a.pk}")
    assert office.member_a.name not in str(event.changes)
