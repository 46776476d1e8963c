"""What a person may do to a form, and that nothing is lost without a word."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from openpyxl import Workbook

from tests.factories.forms import KNOWN, OUTLINE, UNIT, UNIT_KEY, changed, read_changed, sheet_row
from tests.factories.outlines import sample_outline
from tests.reviews.offline.test_round_trip import without_places
from tongket.core.dates import DayFault
from tongket.reading.refusals import Unreadable
from tongket.reviews.offline.form import write_form
from tongket.reviews.offline.gathering import day_in
from tongket.reviews.offline.reading import is_of, read_form
from tongket.reviews.offline.sheet import write_sheet


def as_it_is(_book: Workbook) -> None:
    """Changes nothing."""


def test_sheet_is_read_in_a_process_of_its_own() -> None:
    read = read_form(write_sheet(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=KNOWN), OUTLINE)

    assert read is not None
    assert (without_places(read[0]), read[1]) == (KNOWN, ())


def test_form_is_read_in_a_process_of_its_own() -> None:
    read = read_form(write_form(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=KNOWN), OUTLINE)

    assert read is not None
    assert (without_places(read[0]), read[1]) == (KNOWN, ())


def test_places_are_those_of_the_cells() -> None:
    read, _findings = read_changed(as_it_is, KNOWN)

    assert [each.place.cell for each in read.figures] == ["Số liệu!G7", "Số liệu!F10", "Số liệu!G10", "Số liệu!G12"]


def test_inserted_row_moves_nothing_and_is_told() -> None:
    def change(book: Workbook) -> None:
        book["Số liệu"].insert_rows(8)
        book["Số liệu"].cell(8, 3).value = "Số buổi ra quân"
        book["Số liệu"].cell(8, 7).value = 15

    read, findings = read_changed(change, KNOWN)

    assert [each.value for each in read.figures] == [each.value for each in KNOWN.figures]
    assert [(each.code, each.quote) for each in findings] == [("form-unknown-row", "Số buổi ra quân | 15")]


def test_deleted_row_is_told() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Số liệu"]
        sheet.delete_rows(sheet_row(sheet, "jobs"))

    _read, findings = read_changed(change, KNOWN)

    assert [(each.code, each.values["names"]) for each in findings] == [
        ("form-rows-missing", "Số lao động được giải quyết việc làm")
    ]


def test_row_whose_code_was_deleted_is_known_by_its_name() -> None:
    def change(book: Workbook) -> None:
        for sheet in book.worksheets[:4]:
            for row in range(6, sheet.max_row + 1):
                sheet.cell(row, 1).value = None

    read, _findings = read_changed(change, KNOWN)

    assert [(each.indicator, each.value) for each in read.figures] == [
        (each.indicator, each.value) for each in KNOWN.figures
    ]


def test_renamed_columns_are_known_by_their_codes() -> None:
    def change(book: Workbook) -> None:
        book["Số liệu"].cell(5, 6).value = "Năm ngoái"
        book["Số liệu"].cell(5, 7).value = "Kỳ này"
        book["Số liệu"].title = "Sheet1"

    read, findings = read_changed(change, KNOWN)

    assert (without_places(read), findings) == (KNOWN, ())


def test_columns_are_known_by_their_names_where_the_codes_were_deleted() -> None:
    def change(book: Workbook) -> None:
        book["Số liệu"].delete_rows(1)

    read, findings = read_changed(change, KNOWN)

    assert (without_places(read), findings) == (KNOWN, ())


def test_added_column_is_told_with_its_words() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Số liệu"]
        sheet.insert_cols(7)
        sheet.cell(5, 7).value = "Năm 2022"
        sheet.cell(sheet_row(sheet, "sessions"), 7).value = 11

    read, findings = read_changed(change, KNOWN)

    assert [each.value for each in read.figures] == [each.value for each in KNOWN.figures]
    assert [(each.code, each.quote) for each in findings] == [("form-unknown-column", "11")]


def test_row_that_stands_twice_is_told() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Số liệu"]
        row = sheet.max_row + 1
        sheet.cell(row, 1).value, sheet.cell(row, 7).value = "sessions", 50

    read, findings = read_changed(change, KNOWN)

    assert read.figures[0].value == 48
    assert [(each.code, each.values["first"], each.values["second"]) for each in findings] == [
        ("form-row-twice", "48", "50")
    ]


def test_merged_cell_is_told() -> None:
    def change(book: Workbook) -> None:
        book["Số liệu"].merge_cells("F7:G7")
        book["Số liệu"]["F7"] = 9

    read, findings = read_changed(change)

    assert [(each.period, each.written) for each in read.figures] == [("2023", "9")]
    assert [each.code for each in findings] == ["figure-merged"]


def test_merged_cell_with_a_number_in_words_is_told_too() -> None:
    def change(book: Workbook) -> None:
        book["Số liệu"].merge_cells("F7:G7")
        book["Số liệu"]["F7"] = "5.640,5"

    _read, findings = read_changed(change)

    assert [each.code for each in findings] == ["figure-merged"]


@pytest.mark.parametrize(
    "text", ["ngày 15 tháng 10 năm 2024", "thứ Ba, 15/10/24", "sáng 15.10.2024", "15 - 10 - 2024", "15/10/2024"]
)
def test_day_is_read_as_people_write_it(text: str) -> None:
    assert day_in(text) == date(2024, 10, 15)


@pytest.mark.parametrize("text", ["15/10", "31/9/2024", "từ 15/10/2024 đến 16/10/2024", "tháng 10"])
def test_day_that_is_none_is_asked_about(text: str) -> None:
    assert isinstance(day_in(text), DayFault)


def test_formula_is_taken_with_its_result() -> None:
    data = changed(as_it_is, KNOWN)

    assert read_form(data, OUTLINE) is not None


def test_older_revision_is_read_by_its_codes_and_told() -> None:
    newer = replace(
        OUTLINE,
        revision=OUTLINE.revision + 1,
        indicators=tuple(each for each in OUTLINE.indicators if each.code != "sessions"),
    )
    data = write_sheet(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=KNOWN)

    read = read_form(data, newer)

    assert read is not None
    assert read[0].revision == OUTLINE.revision
    assert [each.indicator for each in read[0].figures] == ["land", "land", "money"]
    assert [each.code for each in read[1]] == ["form-revision", "form-unknown-row"]
    assert read[1][1].quote.endswith("48")


def test_other_units_name_over_the_form_is_told() -> None:
    def change(book: Workbook) -> None:
        book["Số liệu"].cell(3, 2).value = "Đơn vị: UBMTTQ Việt Nam phường An Phú"

    read, findings = read_changed(change, KNOWN)

    assert is_of(read, UNIT_KEY)
    assert not is_of(read, "an-phu")
    assert [each.code for each in findings] == ["form-other-unit"]


def test_manner_and_day_in_own_words() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Cách tổng kết"]
        sheet.cell(6, 4).value = "họp tại nhà văn hóa"
        sheet.cell(7, 4).value = "14.10.2024"

    read, findings = read_changed(change, KNOWN)

    assert (read.manner, read.held_on, findings) == (KNOWN.manner, KNOWN.held_on, ())


def test_unreadable_manner_and_day_are_told() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Cách tổng kết"]
        sheet.cell(6, 4).value = "chưa rõ"
        sheet.cell(7, 4).value = "giữa tháng 10"

    read, findings = read_changed(change, KNOWN)

    assert (read.manner, read.held_on) == (None, None)
    assert [(each.code, each.quote) for each in findings] == [("held-manner", "chưa rõ"), ("held-day", "giữa tháng 10")]


def test_model_below_the_numbered_rows_is_read() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Mô hình"]
        row = sheet.max_row + 3
        sheet.cell(row, 3).value, sheet.cell(row, 4).value = "Ngôi nhà xanh", "Hội Nông dân"

    read, findings = read_changed(change, KNOWN)

    assert [(each.name, each.owner) for each in read.exemplars] == [
        ("Hẻm xanh không rác", "Hội LHPN"),
        ("Ngôi nhà xanh", "Hội Nông dân"),
    ]
    assert findings == ()


def test_other_workbook_and_other_document_are_none_of_ours() -> None:
    book, paper, out, written = Workbook(), Document(), io.BytesIO(), io.BytesIO()
    book.active["A1"] = "STT"  # type: ignore[index]
    book.save(out)
    paper.add_table(2, 2)
    paper.save(written)

    assert read_form(out.getvalue(), sample_outline()) is None
    assert read_form(written.getvalue(), sample_outline()) is None
    assert read_form("Kế hoạch".encode(), sample_outline()) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_hostile_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_form(data, OUTLINE)
