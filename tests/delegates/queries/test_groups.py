"""Who comes by the groups of the plan, with what is still missing; a constant number of queries."""

from dataclasses import replace
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.delegates.actions.test_listing import invited
from tests.factories.conferences import NOW, make_duty, make_unit
from tests.office import Office
from tongket.conferences.models import Duty, PlanVersion
from tongket.conferences.rules import DutyKind
from tongket.delegates.actions.listing import remove_delegate, set_group_size
from tongket.delegates.models import Delegate
from tongket.delegates.queries.answered import answered, sent_by
from tongket.delegates.queries.groups import attendance_of, coming
from tongket.delegates.queries.speaking import proposed_for
from tongket.delegates.rules import Answer, Said
from tongket.papers.models import Paper

PARTICIPANTS: list[dict[str, Any]] = [
    {"clause": "II.1/1", "text": "Ban Thường trực thành phố", "count": None},
    {"clause": "II.1/4", "text": "Mỗi xã, phường 02 đại biểu;", "count": 2},
    {"clause": "II.1/5", "text": "Đại biểu được khen thưởng", "count": None},
]


@pytest.fixture
def planned(office: Office, asked: Duty) -> Duty:
    """A plan of three groups; units A and B have to send two people each."""
    PlanVersion.objects.filter(conference=office.conference).update(facts={"participants": PARTICIPANTS})
    make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES, clause="II.1/4")
    return asked


def test_groups_stand_in_the_order_of_the_plan_with_who_is_still_missing(office: Office, planned: Duty) -> None:
    invited(office, "Nguyễn Thị Thu Hiền")
    invited(office, "Lê Văn Dũng", clause="")
    say(office, planned, NHUNG, HOA)
    found = attendance_of(office.conference)

    assert [(each.clause, each.each, each.coming, each.size) for each in found.groups] == [
        ("", None, 0, 1),
        ("II.1/1", None, 0, 1),
        ("II.1/4", 2, 2, 4),
        ("II.1/5", None, 0, 0),
    ]
    assert [each.duty.unit for each in found.unanswered] == [office.unit_b]
    assert [each.duty.unit for each in found.waiting] == [office.unit_a]
    assert found.counts == {Answer.ASKED: 4, Answer.COMING: 2, Answer.ABSENT: 0}
    assert [row.delegate.name for row in coming(office.conference)] == [HOA.name, NHUNG.name]


def test_the_office_says_how_many_where_the_plan_does_not(office: Office, asked: Duty) -> None:
    before = attendance_of(office.conference).counts[Answer.ASKED]
    set_group_size(conference=office.conference, clause=asked.clause, each=3, by=office.clerk, now=NOW)

    assert (before, attendance_of(office.conference).counts[Answer.ASKED]) == (1, 3)


TWO_ROWS = [
    {"clause": "II.1/4", "text": "Mỗi sở 01 đại biểu", "count": 1},
    {"clause": "II.1/4", "text": "Mỗi xã 02 đại biểu", "count": 2},
]


def test_of_two_rows_under_one_clause_each_unit_is_asked_by_its_own(office: Office, asked: Duty) -> None:
    PlanVersion.objects.filter(conference=office.conference).update(facts={"participants": TWO_ROWS})
    other, unclear = (
        make_duty(conference=office.conference, unit=unit, kind=DutyKind.DELEGATES, clause="II.1/4")
        for unit in (office.unit_b, make_unit())
    )
    for duty, row in ((asked, TWO_ROWS[1]), (other, TWO_ROWS[0])):
        duty.text = str(row["text"])
        duty.save()
    (group,) = attendance_of(office.conference).groups

    assert [(sender.duty, sender.each, sender.missing) for sender in group.senders] == [
        (asked, 2, 2),
        (other, 1, 1),
        (unclear, None, 1),
    ]
    assert (group.each, group.planned) == (None, None)
    assert [sent_by(duty) for duty in (asked, other, unclear)] == [2, 1, None]


def test_units_stand_in_the_order_of_the_directory(office: Office, planned: Duty) -> None:
    """As it was written, which is that of protocol, and not by the alphabet."""
    last = make_unit(name="Ủy ban MTTQ Việt Nam phường An Mỹ")
    duty = make_duty(conference=office.conference, unit=last, kind=DutyKind.DELEGATES, clause="II.1/4")
    nobody = make_duty(conference=office.conference, unit=None, kind=DutyKind.DELEGATES, clause="II.1/4")
    say(office, planned, HOA, NHUNG)
    say(office, duty, Said("Trần Quốc Bảo"))
    group = attendance_of(office.conference).groups[1]

    assert [sender.duty.unit for sender in group.senders] == [office.unit_a, office.unit_b, last, None]
    assert group.senders[-1].duty == nobody
    assert [row.delegate.name for row in group.rows] == [HOA.name, NHUNG.name, "Trần Quốc Bảo"]


def test_a_place_that_a_unit_leaves_empty_counts_as_absent(office: Office, planned: Duty) -> None:
    few = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/4")
    invited(office, "Nguyễn Thị Thu Hiền")
    say(office, planned, because="bận họp")
    say(office, few, HOA)
    found = attendance_of(office.conference)

    assert found.counts == {Answer.COMING: 1, Answer.ABSENT: 3, Answer.ASKED: 3}
    assert [(each.missing, each.unsent, each.sends_nobody) for each in found.groups[1].senders] == [
        (0, 2, True),
        (2, 0, False),
        (0, 1, False),
    ]


def test_a_unit_whose_people_the_office_took_off_did_not_say_that_nobody_comes(office: Office, planned: Duty) -> None:
    say(office, planned, HOA)
    remove_delegate(delegate=Delegate.objects.get(), by=office.clerk, now=NOW)
    sender = attendance_of(office.conference).groups[1].senders[0]
    planned.refresh_from_db()
    page = answered(planned, today=NOW.date())

    assert (sender.duty, sender.sends_nobody, sender.unsent) == (planned, False, 2)
    assert (page.sends_nobody, page.is_emptied) == ("", True)


def test_who_speaks_is_told_and_proposed_to_the_unit(office: Office, planned: Duty) -> None:
    Paper.objects.create(duty=office.duty_a, speaker_name="Nguyễn Văn Hoà", speaker_post="Chủ tịch")
    proposed = proposed_for(planned)
    say(office, planned, HOA, NHUNG)

    assert proposed == [Said("Nguyễn Văn Hoà", "Chủ tịch")]
    assert [(row.delegate.name, row.speaks) for row in coming(office.conference)] == [
        (HOA.name, "paper"),
        (NHUNG.name, ""),
    ]


def test_a_speaker_who_does_not_come_is_told_once_the_unit_answered(office: Office, planned: Duty) -> None:
    Paper.objects.create(duty=office.duty_a, speaker_name="Võ Thị Hồng Nhung")
    before = attendance_of(office.conference).silenced
    say(office, planned, HOA)
    (found,) = attendance_of(office.conference).silenced
    page = answered(planned, today=NOW.date())

    assert (before, found[0].duty, found[1], page.silenced) == ((), planned, NHUNG.name, (NHUNG.name,))


def test_a_speaker_with_a_title_or_without_accents_comes_as_well(office: Office, planned: Duty) -> None:
    Paper.objects.create(duty=office.duty_a, speaker_name=f"Bà {NHUNG.name}")
    say(office, planned, HOA, replace(NHUNG, name="Vo Thi Hong Nhung"))

    found = attendance_of(office.conference)

    assert (found.silenced, [row.speaks for row in found.rows]) == ((), ["", "paper"])
    assert answered(planned, today=NOW.date()).silenced == ()


def test_a_speaker_who_stays_away_does_not_come(office: Office, planned: Duty) -> None:
    Paper.objects.create(duty=office.duty_a, speaker_name=NHUNG.name)
    say(office, planned, HOA, NHUNG)
    came = attendance_of(office.conference).silenced
    say(office, planned, HOA, replace(NHUNG, answer=Answer.ABSENT))

    assert (came, [name for _unit, name in attendance_of(office.conference).silenced]) == ((), [NHUNG.name])


def test_queries_do_not_grow_with_people(
    office: Office, planned: Duty, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        duty = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/4")
        say(office, duty, Said(f"Người Thứ {number}"))

    with django_assert_num_queries(8):
        attendance_of(office.conference)
