"""The office keeps the list: its own people, corrections, turns, sizes of groups, and taking note."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.conferences.actions.cancelling import cancel_conference
from tongket.conferences.actions.taking_back import take_back_many
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.core.models import Event
from tongket.delegates.actions.answering import DelegatesMoved
from tongket.delegates.actions.listing import (
    Entry,
    accept_all,
    add_delegate,
    bring_back,
    change_delegate,
    move_turn,
    remove_delegate,
    set_group_size,
)
from tongket.delegates.models import Delegate, GroupSize
from tongket.delegates.queries.groups import in_turn, line_of, standing
from tongket.delegates.queries.waiting import revision_of, revisions_of, seen_waiting
from tongket.delegates.rules import Answer, Said


def invited(office: Office, name: str, clause: str = "II.1/1") -> Delegate:
    """Somebody of the host whom the office put on the list."""
    entry = Entry(Said(name, "Phó Chủ tịch", answer=Answer.ASKED), unit=office.conference.host, clause=clause)
    return add_delegate(conference=office.conference, entry=entry, by=office.clerk, now=NOW)[0]


def test_the_office_adds_its_own_people_who_have_not_answered(office: Office) -> None:
    row = invited(office, "Nguyễn Thị Thu Hiền")

    assert (row.clause, row.answer, row.answered_at, row.person) == (
        "II.1/1",
        Answer.ASKED,
        None,
        office.leader.person,
    )


def test_an_answer_by_telephone_is_kept_with_its_way_and_nobody_overwrites_it(office: Office) -> None:
    row = invited(office, "Đặng Hoài Nam")
    stale = Delegate.objects.get(pk=row.pk)
    entry = Entry(Said("Đặng Hoài Nam", "Phóng viên"), body="Báo Quảng Nam", clause="II.1/6", channel=Channel.PHONE)
    change_delegate(delegate=row, entry=entry, by=office.clerk, now=NOW)

    with pytest.raises(DelegatesMoved):
        remove_delegate(delegate=stale, by=office.clerk, now=NOW)
    kept = Delegate.objects.get(pk=row.pk)
    assert (kept.answer, kept.channel, kept.body, kept.clause, kept.answered_at, kept.unit) == (
        Answer.COMING,
        Channel.PHONE,
        "Báo Quảng Nam",
        "II.1/6",
        NOW,
        None,
    )
    assert "Nam" not in str(Event.objects.get(verb="change_delegate").changes)


def test_who_is_on_a_units_own_list_stays_there(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    row = Delegate.objects.select_related("duty", "unit", "conference").get()
    entry = Entry(Said("Nguyễn Văn Hòa", answer=Answer.ABSENT, reason="ốm"), body="Báo Quảng Nam", part="Chủ tọa")
    change_delegate(delegate=row, entry=entry, by=office.clerk, now=NOW)

    kept = Delegate.objects.get()
    assert (kept.unit, kept.body, kept.answer, kept.reason, kept.part) == (
        office.unit_a,
        "",
        Answer.ABSENT,
        "ốm",
        "Chủ tọa",
    )


def test_who_was_removed_comes_back(office: Office) -> None:
    row = invited(office, "Đặng Hoài Nam")
    remove_delegate(delegate=row, by=office.clerk, now=NOW)
    gone = list(standing(office.conference))
    bring_back(delegate=row, by=office.clerk, now=NOW)

    assert (gone, list(standing(office.conference))) == ([], [row])


def test_a_turn_moves_within_its_group(office: Office, asked: Duty) -> None:
    say(office, asked, NHUNG, HOA)
    invited(office, "Nguyễn Thị Thu Hiền")
    by_rank = [each.name for each in in_turn(line_of(Delegate.objects.get(name=HOA.name)))]
    move_turn(delegate=Delegate.objects.get(name=HOA.name), steps=1, by=office.clerk, now=NOW)
    moved = [each.name for each in in_turn(line_of(Delegate.objects.get(name=HOA.name)))]
    move_turn(delegate=Delegate.objects.get(name=HOA.name), steps=5, by=office.clerk, now=NOW)

    assert (by_rank, moved) == ([HOA.name, NHUNG.name], [NHUNG.name, HOA.name])
    assert [each.name for each in in_turn(line_of(Delegate.objects.get(name=HOA.name)))] == moved


def test_a_turn_that_moves_again_writes_only_whom_it_passes(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    people = [invited(office, f"Người Thứ {number}") for number in range(5)]
    move_turn(delegate=people[0], steps=1, by=office.clerk, now=NOW)

    # Two of the savepoint, the conference, its lock, the people, one statement for both turns, and the trail.
    with django_assert_num_queries(7):
        event = move_turn(delegate=people[4], steps=-1, by=office.clerk, now=NOW)

    assert event.changes == {"before": 5, "after": 4}
    assert [each.place for each in in_turn(standing(office.conference))] == [1, 2, 3, 4, 5]


def test_how_many_a_group_sends_is_set_and_left_to_the_plan_again(office: Office) -> None:
    set_group_size(conference=office.conference, clause="II.1/4", each=2, by=office.clerk, now=NOW)
    set_group_size(conference=office.conference, clause="II.1/4", each=3, by=office.clerk, now=NOW)
    sizes = list(GroupSize.objects.values_list("clause", "each"))
    set_group_size(conference=office.conference, clause="II.1/4", each=None, by=office.clerk, now=NOW)

    assert (sizes, GroupSize.objects.count()) == ([("II.1/4", 3)], 0)


def test_all_lists_that_wait_are_taken_note_of_at_once(office: Office, asked: Duty) -> None:
    other = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES)
    say(office, asked, HOA)
    seen = seen_waiting(office.conference)
    done = accept_all(conference=office.conference, seen=seen, by=office.clerk, now=NOW)

    states = dict(Duty.objects.filter(kind=DutyKind.DELEGATES).values_list("pk", "state"))
    assert states == {asked.pk: DutyState.ACCEPTED, other.pk: DutyState.OPEN}
    assert done.event is not None
    take_back_many(conference=office.conference, event=done.event, by=office.clerk, now=NOW)
    assert Duty.objects.get(pk=asked.pk).state == DutyState.HANDED_IN


def test_what_one_list_is_told_of_many_is_told_too(office: Office, asked: Duty) -> None:
    other = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES)
    say(office, asked, HOA, NHUNG)
    say(office, asked, HOA)

    # Two versions; two people who were named and are gone, two each; one who stands.
    assert revisions_of([asked.pk, other.pk]) == {asked.pk: 2 + 2 + 2 + 1, other.pk: 0}
    assert revision_of(asked) == 7


def test_a_list_that_nobody_saw_waits_on_and_one_that_moved_is_named(office: Office, asked: Duty) -> None:
    other = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES)
    say(office, asked, HOA)
    seen = seen_waiting(office.conference)
    say(office, asked, NHUNG)
    say(office, other, HOA)
    done = accept_all(conference=office.conference, seen=seen, by=office.clerk, now=NOW)

    assert (done.event, done.moved) == (None, (asked,))
    assert set(Duty.objects.filter(kind=DutyKind.DELEGATES).values_list("state", flat=True)) == {DutyState.HANDED_IN}
    assert not Event.objects.filter(verb="accept_delegates").exists()


def test_a_conference_that_was_called_off_keeps_its_turns_and_sizes(office: Office) -> None:
    row = invited(office, "Đặng Hoài Nam")
    conference = Conference.objects.get(pk=office.conference.pk)
    cancel_conference(conference=conference, reason="Bão số 6", by=office.clerk, now=NOW)

    with pytest.raises(CalledOff):
        move_turn(delegate=row, steps=1, by=office.clerk, now=NOW)
    with pytest.raises(CalledOff):
        set_group_size(conference=office.conference, clause="II.1/4", each=2, by=office.clerk, now=NOW)
