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
from tongket.delegates.actions.listing import set_group_size
from tongket.delegates.queries.answered import answered
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
    assert found.counts == {Answer.ASKED: 4, Answer.COMING: 2}
    assert [row.delegate.name for row in coming(office.conference)] == [HOA.name, NHUNG.name]


def test_the_office_says_how_many_where_the_plan_does_not(office: Office, asked: Duty) -> None:
    before = attendance_of(office.conference).counts[Answer.ASKED]
    set_group_size(conference=office.conference, clause=asked.clause, each=3, by=office.clerk, now=NOW)

    assert (before, attendance_of(office.conference).counts[Answer.ASKED]) == (1, 3)


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
