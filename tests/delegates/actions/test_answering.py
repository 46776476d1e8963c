"""A unit says who comes: the list, its changes, its taking back."""

from dataclasses import replace

import pytest

from tests.factories.conferences import NOW, make_user
from tests.office import Office
from tongket.conferences.actions.taking_back import TooLate, take_back
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyState
from tongket.core.models import Event
from tongket.delegates.actions.answering import DelegatesMoved, NobodyNamed, answer_for_unit
from tongket.delegates.actions.listing import Entry, change_delegate
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import standing
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.rules import Answer, Said
from tongket.delegates.typed import said_as_typed

HOA, NHUNG = Said("Nguyễn Văn Hòa", "Chủ tịch"), Said("Võ Thị Hồng Nhung", "Phó Chủ tịch", "0905 123 456")


def say(office: Office, duty: Duty, *said: Said, because: str = "") -> Event:
    """The unit hands in this list, as it reads its duty now."""
    fresh = Duty.objects.select_related("conference", "unit").get(pk=duty.pk)
    return answer_for_unit(
        duty=fresh, said=said, nobody_because=because, revision=revision_of(fresh), by=office.member_a, now=NOW
    )


def names(conference: Conference) -> list[tuple[str, str]]:
    """Who is on the list with the answer."""
    return [(each.name, each.answer) for each in standing(conference).order_by("pk")]


def keyed(name: str, said: Said) -> Said:
    """A line that stands for the person of this name."""
    key = Delegate.objects.get(name=name, removed_at=None).pk
    return replace(said, key=key)


def test_naming_people_hands_the_duty_in_and_the_trail_names_nobody(office: Office, asked: Duty) -> None:
    say(office, asked, HOA, NHUNG)

    duty = Duty.objects.get(pk=asked.pk)
    assert names(office.conference) == [("Nguyễn Văn Hòa", Answer.COMING), ("Võ Thị Hồng Nhung", Answer.COMING)]
    assert (duty.state, duty.evidence.get().note) == (DutyState.HANDED_IN, "Cử 2 người dự.")
    assert "Hòa" not in str(Event.objects.values_list("changes", flat=True))


def test_whom_the_directory_knows_need_not_give_a_phone_number(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)

    row = Delegate.objects.get()
    assert (row.person, row.phone) == (office.member_a.person, "0905 000 101")


def test_another_name_in_a_line_comes_instead_with_the_same_turn(office: Office, asked: Duty) -> None:
    say(office, asked, HOA, NHUNG)
    Delegate.objects.filter(name="Nguyễn Văn Hòa").update(place=2, part="Chủ tọa")
    say(office, asked, keyed("Nguyễn Văn Hòa", Said("Trần Quốc Bảo", "Phó Chủ tịch")), keyed(NHUNG.name, NHUNG))

    came = Delegate.objects.get(name="Trần Quốc Bảo")
    assert names(office.conference) == [("Võ Thị Hồng Nhung", Answer.COMING), ("Trần Quốc Bảo", Answer.COMING)]
    assert came.instead_of is not None
    assert (came.instead_of.name, came.place, came.part) == ("Nguyễn Văn Hòa", 2, "Chủ tọa")


def test_who_comes_instead_has_not_the_number_of_the_other(office: Office, asked: Duty) -> None:
    say(office, asked, NHUNG)
    say(office, asked, keyed(NHUNG.name, Said("Trần Quốc Bảo", "Phó Chủ tịch", NHUNG.phone)))

    assert Delegate.objects.get(name="Trần Quốc Bảo").phone == ""


def test_an_absence_keeps_its_reason_and_a_name_spelled_better_is_the_same_row(office: Office, asked: Duty) -> None:
    say(office, asked, Said("Nguyen Van Hoa"), NHUNG)
    key = Delegate.objects.get(name="Nguyen Van Hoa").pk
    absent = Said("Nguyễn Văn Hòa", "Chủ tịch", answer=Answer.ABSENT, reason="đi học", key=key)
    say(office, asked, absent, keyed(NHUNG.name, NHUNG))

    row = Delegate.objects.get(pk=key)
    assert (row.name, row.answer, row.reason) == ("Nguyễn Văn Hòa", Answer.ABSENT, "đi học")
    notes = list(asked.evidence.order_by("ordinal").values_list("note", flat=True))
    assert notes == ["Cử 2 người dự.", "Cử 1 người dự, 1 người vắng."]


def test_sending_nobody_needs_a_word(office: Office, asked: Duty) -> None:
    with pytest.raises(NobodyNamed):
        say(office, asked, Said(" "))
    say(office, asked, because="trùng Đại hội Hội Nông dân")

    assert asked.evidence.get().note == "Không cử người dự: trùng Đại hội Hội Nông dân."
    assert names(office.conference) == []


def test_a_list_that_was_read_before_another_changed_it_is_refused(office: Office, asked: Duty) -> None:
    revision = revision_of(asked)
    say(office, asked, HOA)

    with pytest.raises(DelegatesMoved):
        answer_for_unit(duty=asked, said=[NHUNG], revision=revision, by=office.member_a, now=NOW)

    assert names(office.conference) == [("Nguyễn Văn Hòa", Answer.COMING)]


def test_taking_back_restores_the_list_before(office: Office, asked: Duty) -> None:
    say(office, asked, HOA, NHUNG)
    absent = Said(NHUNG.name, NHUNG.post, answer=Answer.ABSENT, key=Delegate.objects.get(name=NHUNG.name).pk)
    changed = say(office, asked, keyed("Nguyễn Văn Hòa", Said("Trần Quốc Bảo")), absent)
    take_back(event=changed, by=office.member_a, now=NOW)

    assert names(office.conference) == [("Nguyễn Văn Hòa", Answer.COMING), ("Võ Thị Hồng Nhung", Answer.COMING)]


def test_whom_a_freed_unit_had_named_is_not_on_the_list(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    Duty.objects.filter(pk=asked.pk).update(state=DutyState.EXCUSED)

    assert names(office.conference) == []


def test_a_title_before_a_name_stands_apart_and_stays(office: Office, asked: Duty) -> None:
    say(office, asked, said_as_typed("Bà Võ Thị Hồng Nhung", post="Phó Chủ tịch"))
    say(office, asked, keyed("Võ Thị Hồng Nhung", Said("Võ Thị Hồng Nhung", "Chủ tịch")))

    row = Delegate.objects.get()
    assert (row.title, row.name, row.post) == ("Bà", "Võ Thị Hồng Nhung", "Chủ tịch")


def test_a_number_that_is_taken_off_stays_off(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    say(office, asked, keyed(HOA.name, HOA))

    assert Delegate.objects.get().phone == ""


def test_people_alike_but_for_accents_are_two(office: Office, asked: Duty) -> None:
    one, other = (
        make_user(unit=office.unit_a, name="Nguyễn Văn Hùng"),
        make_user(unit=office.unit_a, name="Nguyễn Văn Hưng"),
    )
    say(office, asked, Said("Nguyễn Văn Hùng"), Said("Nguyễn Văn Hưng"))

    people = dict(Delegate.objects.values_list("name", "person"))
    assert people == {"Nguyễn Văn Hùng": one.person.pk, "Nguyễn Văn Hưng": other.person.pk}


def test_whom_another_had_replaced_comes_back_as_the_same_person(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    first = Delegate.objects.get().pk
    say(office, asked, keyed(HOA.name, Said("Trần Quốc Bảo")))
    say(office, asked, keyed("Trần Quốc Bảo", HOA))

    row = standing(office.conference).get()
    assert (row.pk, row.instead_of) == (first, None)


def test_taking_back_restores_every_word_and_time(office: Office, asked: Duty) -> None:
    say(office, asked, Said("Lê An", "Chủ tịch", "0905 1", Answer.ABSENT, "ốm"))
    before = Delegate.objects.values().get()
    changed = say(office, asked, keyed("Lê An", Said("Lê Văn An", "Phó Chủ tịch", title="Ông")))
    take_back(event=changed, by=office.member_a, now=NOW)

    assert Delegate.objects.values().get() == before | {"revision": 2}


def test_what_the_office_changed_since_is_not_taken_back(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    changed = say(office, asked, keyed(HOA.name, replace(HOA, answer=Answer.ABSENT)))
    row = Delegate.objects.select_related("conference", "duty", "unit").get()
    change_delegate(delegate=row, entry=Entry(replace(HOA, answer=Answer.ASKED)), by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back(event=changed, by=office.member_a, now=NOW)

    assert (Delegate.objects.get().answer, Duty.objects.get(pk=asked.pk).evidence.count()) == (Answer.ASKED, 2)
