"""The office's list as its page shows it: lines, filters, what is cut of a long group; few queries."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.delegates.actions.test_listing import invited
from tests.delegates.queries.test_groups import planned as planned
from tests.factories.conferences import NOW, make_duty, make_unit
from tests.office import Office
from tongket.conferences.actions.duties import hand_in
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.delegates.actions.listing import move_turn
from tongket.delegates.models import Delegate
from tongket.delegates.queries import listing
from tongket.delegates.queries.listing import Line, ListPage, list_page
from tongket.delegates.rules import Answer, Said
from tongket.papers.models import Paper

ABSENT = Said("Võ Thị Hồng Nhung", "Phó Chủ tịch", answer=Answer.ABSENT, reason="đi học")


def page_of(office: Office, *, shown: str = "", clause: str | None = None, number: str = "1") -> ListPage:
    """The page on the last day but some of the duties."""
    return list_page(office.conference, shown=shown, clause=clause, number=number, today=date(2024, 10, 27))


def said(line: Line) -> str:
    """A line in a few words: the name, or how many of which unit are missing, or why nobody comes."""
    if line.row is not None:
        return line.row.delegate.name
    sender = line.sender
    assert sender is not None
    assert sender.duty.unit is not None
    return f"{sender.missing} {sender.duty.unit.place} {line.reason}".strip()


def lines(page: ListPage) -> list[str]:
    """All lines of a page in their order."""
    return [said(line) for section in page.sections for line in section.lines]


def test_a_unit_that_named_nobody_stands_where_its_people_would(office: Office, planned: Duty) -> None:
    last = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/4")
    say(office, planned, HOA, NHUNG)
    say(office, last, Said("Trần Quốc Bảo"), Said("Lê Thị Hạnh"))

    assert lines(page_of(office)) == [HOA.name, NHUNG.name, "2 Tam Phú", "Trần Quốc Bảo", "Lê Thị Hạnh"]
    move_turn(delegate=Delegate.objects.get(name=HOA.name), steps=1, by=office.clerk, now=NOW)
    assert lines(page_of(office)) == [NHUNG.name, HOA.name, "Trần Quốc Bảo", "Lê Thị Hạnh", "2 Tam Phú"]


def test_a_unit_that_sends_nobody_is_there_with_its_reason(office: Office, planned: Duty) -> None:
    say(office, planned, because="bận họp.")
    page = page_of(office, shown="absent")

    assert (lines(page), page.sending_nobody) == (["0 Tam Thăng bận họp"], 1)


def test_the_absent_are_as_many_as_their_tab_says(office: Office, planned: Duty) -> None:
    few = make_duty(conference=office.conference, unit=make_unit(place="Xa Nhất"), kind=DutyKind.DELEGATES)
    Duty.objects.filter(pk=few.pk).update(clause="II.1/4")
    few.refresh_from_db()
    say(office, planned, because="bận họp.")
    say(office, few, HOA)
    page = page_of(office, shown="absent")
    shown = [line.sender.unsent for section in page.sections for line in section.lines if line.sender]

    assert (sum(shown), page.attendance.counts[Answer.ABSENT]) == (3, 3)
    assert [line.is_waiting for section in page.sections for line in section.lines] == [True, False]


def test_a_list_that_waits_is_told_once_and_lateness_by_each(office: Office, planned: Duty) -> None:
    say(office, planned, HOA, NHUNG)
    page = page_of(office)
    shown = page.sections[1].lines

    assert [(line.is_waiting, line.is_first, line.is_last, line.late) for line in shown] == [
        (True, True, False, 0),
        (False, False, True, 0),
        (False, False, False, 2),
    ]
    assert page.late == 1


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("coming", [HOA.name]),
        ("absent", [NHUNG.name]),
        ("asked", ["Nguyễn Thị Thu Hiền", "2 Tam Phú"]),
        ("paper", [HOA.name]),
        ("everything", ["Nguyễn Thị Thu Hiền", HOA.name, NHUNG.name, "2 Tam Phú"]),
    ],
)
def test_the_list_is_narrowed_to_an_answer_or_to_speakers(
    office: Office, planned: Duty, shown: str, found: list[str]
) -> None:
    invited(office, "Nguyễn Thị Thu Hiền")
    Paper.objects.create(duty=office.duty_a, speaker_name=HOA.name)
    say(office, planned, HOA, ABSENT)

    assert lines(page_of(office, shown=shown)) == found


def test_a_letter_without_names_is_a_line_of_its_unit_and_no_list_that_waits(office: Office, planned: Duty) -> None:
    hand_in(duty=planned, note="Danh sách đại biểu", by=None, now=NOW)
    page = page_of(office, shown="asked")

    assert (lines(page), page.waiting, page.sending_nobody) == (["2 Tam Thăng", "2 Tam Phú"], 0, 0)


def test_groups_of_the_plan_are_there_while_they_have_nobody(office: Office, planned: Duty) -> None:
    assert [section.group.clause for section in page_of(office).sections] == ["II.1/1", "II.1/4", "II.1/5"]
    assert [section.group.clause for section in page_of(office, shown="asked").sections] == ["II.1/4"]


def test_a_long_group_is_cut_and_has_pages_of_its_own(
    office: Office, planned: Duty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SHOWN", 1)
    monkeypatch.setattr(listing, "ON_PAGE", 2)
    say(office, planned, HOA, NHUNG)

    assert [section.more for section in page_of(office).sections] == [0, 2, 0]
    assert lines(page_of(office, clause="II.1/4", number="1")) == [HOA.name, NHUNG.name]
    assert lines(page_of(office, clause="II.1/4", number="2")) == ["2 Tam Phú"]
    assert page_of(office, clause="IX").sections == ()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    office: Office, planned: Duty, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        invited(office, f"Người Thứ {place}")
        duty = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/4")
        say(office, duty, because="bận họp")

    with django_assert_num_queries(10):
        page = page_of(office)

    assert page.sending_nobody == number
