"""What people type into a cell for a figure, and how it is read."""

from decimal import Decimal

import pytest

from tests.factories.forms import OUTLINE
from tongket.core.findings import compose
from tongket.reviews.offline.fields import Field
from tongket.reviews.offline.figures import Said, findings_of, said_in
from tongket.reviews.values import Indicator

BY_CODE = {each.code: each for each in OUTLINE.indicators}


def said(code: str, value: str, sort: str = "text", *, is_sheet: bool = True) -> Said:
    return said_in(Field(value, sort), BY_CODE[code], is_sheet=is_sheet)


@pytest.mark.parametrize(
    ("code", "text", "value", "faults"),
    [
        ("sessions", "48", "48", ()),
        ("sessions", "08", "8", ()),
        ("sessions", "1.200", "1200", ("figure-text",)),
        ("land", "820,5", "820.5", ("figure-text",)),
        ("land", "3.5", "3.5", ("figure-text",)),
        ("sessions", "gần 10", "10", ("figure-about",)),
        ("sessions", "trên 100 buổi", "100", ("figure-about",)),
        ("sessions", "10 - 12", "10", ("figure-about",)),
        ("sessions", "12 buổi", "12", ()),
        ("sessions", "12 (3 buổi mới)", "12", ("figure-with-words",)),
        ("sessions", "không", "0", ("figure-nothing",)),
        ("sessions", "mười hai", "12", ()),
        ("money", "3,5 tỷ", "3500", ("figure-converted",)),
        ("money", "3,5 tỷ đồng", "3500", ("figure-converted",)),
        ("money", "415 triệu đồng", "415", ("figure-converted",)),
        ("money", "128.500.000 đồng", "128.5", ("figure-converted",)),
        ("land", "0,5 ha", "5000", ("figure-converted",)),
        ("roads", "3,2 km", "3200", ("figure-converted",)),
        ("cultured", "96,4%", "96.4", ()),
        ("sessions", "nhiều", None, ("figure-unreadable",)),
        ("sessions", "5+3", None, ("figure-unreadable",)),
        ("sessions", "-", None, ("figure-unreadable",)),
        ("sessions", "3,2 km", None, ("figure-unreadable",)),
        ("sessions", "khoảng cách 5", None, ("figure-unreadable",)),
    ],
)
def test_text_in_a_sheet_is_read_or_told(code: str, text: str, value: str | None, faults: tuple[str, ...]) -> None:
    read = said(code, text)

    assert (read.value, read.written, read.faults) == (None if value is None else Decimal(value), text, faults)


@pytest.mark.parametrize(
    ("code", "stored", "sort", "value", "faults"),
    [
        ("sessions", "48", "number", "48", ()),
        ("land", "1234.1", "number", "1234.1", ()),
        ("land", "0.333333333333333", "number", "0.3333", ()),
        ("sessions", "1.2", "number", "1.2", ("figure-not-whole",)),
        ("sessions", "1" + "0" * 17, "number", None, ("figure-unreadable",)),
        ("sessions", "9" * 40, "number", None, ("figure-unreadable",)),
        ("cultured", "96.4", "percent", "96.4", ()),
        ("land", "50", "percent", "0.5", ()),
        ("sessions", "1", "flag", None, ("figure-unreadable",)),
        ("sessions", "2024-12-10", "date", None, ("figure-date",)),
        ("sessions", "#DIV/0!", "error", None, ("figure-broken-formula",)),
        ("sessions", "", "formula", None, ("figure-broken-formula",)),
    ],
)
def test_stored_value_is_exact_or_told(
    code: str, stored: str, sort: str, value: str | None, faults: tuple[str, ...]
) -> None:
    read = said(code, stored, sort)

    assert (read.value, read.faults) == (None if value is None else Decimal(value), faults)
    assert read.written


@pytest.mark.parametrize(("text", "faults"), [("1.200", ()), ("820,5", ()), ("3.5", ("figure-text",))])
def test_numbers_of_a_word_form_are_text_and_not_told(text: str, faults: tuple[str, ...]) -> None:
    assert said("land", text, is_sheet=False).faults == faults


def test_formula_and_merged_cell_are_told() -> None:
    indicator = BY_CODE["sessions"]

    assert said_in(Field("8", "number", is_formula=True), indicator, is_sheet=True).faults == ("figure-formula",)
    assert said_in(Field("8", "number", is_merged=True), indicator, is_sheet=True).faults == ("figure-merged",)


def test_words_beside_a_number_are_kept_as_its_note() -> None:
    assert said("sessions", "12 (3 buổi mới)").note == "12 (3 buổi mới)"


def test_thousands_typed_as_a_decimal_point_are_asked_about() -> None:
    (finding,) = findings_of(said("sessions", "1.2", "number"), BY_CODE["sessions"], "Số liệu!G7", "all")

    assert str(compose(finding)) == (
        "Ô ghi 1,2, có phần lẻ. buổi phải là số nguyên; có phải là 1.200 không? Ô Số liệu!G7, chỉ tiêu “Số buổi tuyên "
        "truyền, sinh hoạt chuyên đề”. Sửa số trên trang, hoặc giữ nguyên nếu đúng."
    )
    assert (finding.values["indicator"], finding.values["period"]) == ("sessions", "all")


def test_every_fault_has_its_sentence() -> None:
    bare = Indicator("x", "Chỉ tiêu", "")

    for text in ("gần 10", "không", "nhiều", "1.200"):
        for finding in findings_of(said_in(Field(text), bare, is_sheet=True), bare, "A1", "all"):
            assert "{" not in str(compose(finding))
