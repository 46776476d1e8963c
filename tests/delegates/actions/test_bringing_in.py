"""A whole list comes in at once, and goes at once."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.delegates.actions.test_answering import HOA, NHUNG, names, say
from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.conferences.actions.cancelling import cancel_conference
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.core.models import Event
from tongket.delegates.actions.bringing_in import ListTooLong, UnitsAnswer, bring_in, take_back_bringing_in
from tongket.delegates.actions.listing import Entry, change_delegate
from tongket.delegates.limits import MOST_PEOPLE
from tongket.delegates.models import Delegate
from tongket.delegates.rules import Answer, Said
from tongket.documents.copy_lists import read_list

LIST = """Họ tên\tChức vụ\tĐơn vị
Bà Võ Thị Hồng Nhung\tPhó Chủ tịch\tXã A
Phan Thị Mười\tChi hội trưởng\tChi hội 3"""


def brought_in(office: Office, clause: str = "II.1/4", *, text: str = LIST, answer: Answer = Answer.COMING) -> Event:
    """The list above; `Xã A` is unit A, `Xã B` unit B."""
    units = {"Xã A": str(office.unit_a.pk), "Xã B": str(office.unit_b.pk)}
    found = read_list(text, unit_of=units.get)
    people = [line.draft for line in found.new if line.draft]
    return bring_in(
        conference=office.conference,
        clause=clause,
        people=people,
        answer=answer,
        channel=Channel.EMAIL,
        by=office.clerk,
        now=NOW,
    )


def test_a_unit_that_owes_delegates_gets_its_own_and_the_rest_belong_to_the_group(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    brought_in(office)

    rows = [(each.name, each.answer, each.duty_id, each.body) for each in Delegate.objects.order_by("name")]
    assert rows == [
        (HOA.name, Answer.COMING, asked.pk, ""),
        ("Phan Thị Mười", Answer.COMING, None, "Chi hội 3"),
        (NHUNG.name, Answer.COMING, asked.pk, ""),
    ]
    assert asked.evidence.order_by("ordinal").values_list("channel", "note")[1] == (Channel.EMAIL, "Cử 2 người dự.")


def test_a_unit_of_another_group_gets_its_own_too_its_duty_of_this_group_first(office: Office, asked: Duty) -> None:
    other = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES, clause="II.1/6")
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.DELEGATES, clause="II.1/2")
    brought_in(office, text=f"{LIST}\nLê Văn Dũng\tChủ tịch\tXã B")

    assert dict(Delegate.objects.values_list("name", "duty")) == {
        NHUNG.name: asked.pk,
        "Phan Thị Mười": None,
        "Lê Văn Dũng": other.pk,
    }


def test_a_units_list_is_its_answer_so_nobody_on_it_has_not_answered(office: Office, asked: Duty) -> None:
    with pytest.raises(UnitsAnswer) as refused:
        brought_in(office, answer=Answer.ASKED)

    assert (refused.value.names, Delegate.objects.count()) == ((NHUNG.name,), 0)


def test_a_note_that_tells_of_an_absence_is_kept_as_one(office: Office, asked: Duty) -> None:
    notes = "Họ tên\tĐơn vị\tGhi chú\nLê An\tXã A\tVắng: đi học\nLê Ba\tXã C\tVắng\nLê Tư\tXã C\tHuy hiệu vàng"
    brought_in(office, text=notes)

    assert list(Delegate.objects.order_by("name").values_list("name", "answer", "reason")) == [
        ("Lê An", Answer.ABSENT, "Vắng: đi học"),
        ("Lê Ba", Answer.ABSENT, ""),
        ("Lê Tư", Answer.COMING, ""),
    ]


def test_no_unit_gets_a_longer_list_than_it_could_send(office: Office, asked: Duty) -> None:
    lines = "\n".join(f"Lê Văn Số {number}\tHội viên\tXã A" for number in range(MOST_PEOPLE))
    brought_in(office, text=lines)

    with pytest.raises(ListTooLong, match=office.unit_a.name):
        brought_in(office)
    assert Delegate.objects.count() == MOST_PEOPLE


def test_the_offices_own_people_cost_a_query_for_each_unit(
    office: Office, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lines = "\n".join(f"Lê Văn Số {number}\tHội viên\tXã {'AB'[number % 2]}" for number in range(60))
    with django_assert_max_num_queries(10):
        brought_in(office, text=lines)

    assert Delegate.objects.count() == 60


def test_guests_beyond_the_plan_owe_nothing(office: Office, asked: Duty) -> None:
    brought_in(office, clause="")

    assert [each.duty_id for each in Delegate.objects.all()] == [None, None]
    assert Duty.objects.get(pk=asked.pk).state == DutyState.OPEN


def test_it_is_taken_back_at_once_unless_somebody_changed_it(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    event = brought_in(office)
    take_back_bringing_in(event=event, by=office.clerk, now=NOW)
    after = names(office.conference)
    again = brought_in(office)
    Delegate.objects.filter(name="Phan Thị Mười", removed_at=None).update(revision=1)

    assert after == [(HOA.name, Answer.COMING)]
    with pytest.raises(TooLate):
        take_back_bringing_in(event=again, by=office.clerk, now=NOW)
    assert len(names(office.conference)) == 3


def test_it_is_not_taken_back_once_somebody_who_joined_a_unit_was_changed(office: Office, asked: Duty) -> None:
    event = brought_in(office)
    row = Delegate.objects.select_related("duty", "unit", "conference").get(name=NHUNG.name)
    entry = Entry(Said(NHUNG.name, answer=Answer.ABSENT, reason="ốm"))
    change_delegate(delegate=row, entry=entry, by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back_bringing_in(event=event, by=office.clerk, now=NOW)
    assert sorted(names(office.conference)) == [
        ("Phan Thị Mười", Answer.COMING),
        (NHUNG.name, Answer.ABSENT),
    ]


def test_a_conference_that_was_called_off_keeps_who_was_brought_in(office: Office) -> None:
    event = brought_in(office, clause="")
    conference = Conference.objects.get(pk=office.conference.pk)
    cancel_conference(conference=conference, reason="Bão số 6", by=office.clerk, now=NOW)

    with pytest.raises(CalledOff):
        take_back_bringing_in(event=event, by=office.clerk, now=NOW)
