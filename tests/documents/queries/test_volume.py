"""What the room gives to the volume of what units will show."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_duty, make_unit
from tests.office import Office
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.documents.queries.volume import exhibit_list
from tongket.documents.render.chapters import ListChapter
from tongket.documents.render.values import Table


def exhibit(office: Office, state: DutyState, *notes: str) -> Duty:
    """A duty to show something, with what was written each time it was handed in."""
    duty = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.EXHIBIT, state=state)
    for ordinal, note in enumerate(notes, 1):
        Evidence.objects.create(duty=duty, ordinal=ordinal, note=note, received_at=NOW, entered_at=NOW)
    return duty


def rows_of(office: Office) -> list[tuple[str, ...]]:
    """The rows of the list as text."""
    (chapter,) = exhibit_list(office.conference)
    assert isinstance(chapter, ListChapter)
    (table,) = chapter.body
    assert isinstance(table, Table)
    return [tuple("".join(run.text for run in cell.runs) for cell in row) for row in table.rows]


def test_units_stand_with_what_they_wrote_last(office: Office) -> None:
    first = exhibit(office, DutyState.HANDED_IN, "Rượu gạo", "Rượu gạo, 20 chai")
    second = exhibit(office, DutyState.ACCEPTED, "Nón lá")

    assert rows_of(office) == [
        ("1", first.unit_name, "Rượu gạo, 20 chai"),
        ("2", second.unit_name, "Nón lá"),
    ]


@pytest.mark.parametrize("state", [DutyState.OPEN, DutyState.WORKING, DutyState.RETURNED, DutyState.EXCUSED])
def test_what_is_not_handed_in_is_not_shown(office: Office, state: DutyState) -> None:
    exhibit(office, state, "Rượu gạo")

    assert exhibit_list(office.conference) == ()


def test_what_was_taken_back_does_not_count_and_a_file_alone_takes_the_plans_words(office: Office) -> None:
    duty = exhibit(office, DutyState.HANDED_IN, "", "Rượu gạo")
    duty.evidence.filter(ordinal=2).update(taken_back_at=NOW)

    assert rows_of(office) == [("1", duty.unit_name, "Chuẩn bị tham luận")]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_twice(office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int) -> None:
    for _ in range(number):
        exhibit(office, DutyState.HANDED_IN, "Rượu gạo")

    with django_assert_num_queries(2):
        assert len(exhibit_list(office.conference)) == 1
