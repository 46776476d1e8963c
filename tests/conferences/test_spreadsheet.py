"""The workbook of duties, opened as a clerk opens it."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import translation
from openpyxl import Workbook, load_workbook
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit
from tests.office import Office
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.conferences.spreadsheet import workbook_of
from tongket.units.models import Unit

TODAY = NOW.date()
QUERIES = 4
HEADINGS = ("Mục", "Phần việc", "Đơn vị", "Nội dung", "Hạn", "Trạng thái", "Ngày gửi", "Trễ (ngày)")


def opened(conference: Conference) -> Workbook:
    """The workbook as Excel reads it."""
    return load_workbook(BytesIO(workbook_of(conference, today=TODAY)))


def rows(conference: Conference, sheet: int = 0) -> list[tuple[object, ...]]:
    """The values of a sheet, without its headings."""
    return list(opened(conference).worksheets[sheet].iter_rows(min_row=2, values_only=True))


def test_duties_stand_one_in_a_row_with_dates_as_dates(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on=date(2024, 10, 18))
    Duty.objects.filter(pk=office.duty_b.pk).update(
        state=DutyState.HANDED_IN, handed_in_at=NOW.replace(hour=18) - timedelta(days=1)
    )

    assert rows(office.conference) == [
        ("I/1", "Tham luận", office.unit_a.name, "Chuẩn bị tham luận", datetime(2024, 10, 18), "Trễ 3 ngày", None, 3),  # noqa: DTZ001
        (
            "I/1",
            "Tham luận",
            office.unit_b.name,
            "Chuẩn bị tham luận",
            datetime(2024, 10, 25),  # noqa: DTZ001 -- Excel knows no zones
            "Chờ xem",
            datetime(2024, 10, 21),  # noqa: DTZ001
            None,
        ),
    ]


def test_headings_stay_in_sight_and_dates_look_vietnamese(office: Office) -> None:
    book = opened(office.conference)
    first, second = book.worksheets

    assert (book.sheetnames, first.freeze_panes, second.freeze_panes) == (
        ["Phần việc", "Đơn vị và phần việc"],
        "A2",
        "A2",
    )
    assert tuple(cell.value for cell in first[1]) == HEADINGS
    assert ({cell.font.bold for cell in first[1]}, first["E2"].number_format) == ({True}, "d/m/yyyy")


def test_second_sheet_joins_what_a_unit_owes_of_a_kind(office: Office) -> None:
    make_duty(conference=office.conference, unit=office.unit_a, state=DutyState.ACCEPTED)
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REVIEW)
    make_duty(conference=office.conference, unit=None)
    matrix = opened(office.conference).worksheets[1]

    assert list(matrix.iter_rows(values_only=True)) == [
        ("Đơn vị", "Báo cáo", "Tham luận"),
        (office.unit_a.name, "Chưa gửi", "Chưa gửi; Đạt"),
        (office.unit_b.name, None, "Chưa gửi"),
        ("Đơn vị chưa rõ", None, "Chưa gửi"),
    ]


def test_second_sheet_keeps_two_units_of_one_name_apart(office: Office) -> None:
    Unit.objects.update(name="Chi hội Phụ nữ")

    assert rows(office.conference, 1) == [("Chi hội Phụ nữ", "Chưa gửi"), ("Chi hội Phụ nữ", "Chưa gửi")]


def test_words_of_a_unit_are_never_a_formula(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(text='=HYPERLINK("http://x.vn")', clause="+1")
    sheet = opened(office.conference).worksheets[0]

    found = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "+1")

    assert [(cell.value, cell.data_type) for cell in (found[0], found[3])] == [
        ("+1", "s"),
        ('=HYPERLINK("http://x.vn")', "s"),
    ]


def test_letters_that_excel_refuses_are_left_out(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(text="Chuẩn\x0b bị\x07", clause="I/0")

    assert rows(office.conference)[0][3] == "Chuẩn bị"


def test_workbook_is_vietnamese_for_every_reader(office: Office) -> None:
    with translation.override("en"):
        names = opened(office.conference).sheetnames

    assert names == ["Phần việc", "Đơn vị và phần việc"]


def test_kind_of_another_room_keeps_its_code(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(kind="poem")

    assert [row[1] for row in rows(office.conference)] == ["Tham luận", "poem"]


@pytest.mark.parametrize("number", [1, 3])
def test_workbook_asks_as_often_for_many_units_as_for_one(
    db: None, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conference = make_conference()
    for _ in range(number):
        make_duty(conference=conference, unit=make_unit())

    with django_assert_num_queries(QUERIES):
        data = workbook_of(conference, today=TODAY)

    assert load_workbook(BytesIO(data)).worksheets[1].max_row == number + 1
