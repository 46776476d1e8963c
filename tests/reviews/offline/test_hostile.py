"""Strangers' forms: refused before a library opens them, read in a process that may do little, answers checked."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.factories.forms import KNOWN, OUTLINE, UNIT, UNIT_KEY
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable
from tongket.reviews.offline import child
from tongket.reviews.offline.fields import Field, Grid, decode, encode
from tongket.reviews.offline.layout import FORM, OPEN_SHEET, SHEET
from tongket.reviews.offline.reading import read_form
from tongket.reviews.offline.sheet import write_sheet

OPEN_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
GRIDS = (Grid("Số liệu", {(1, 1): Field("tk-bieu"), (7, 7): Field("48", "number", is_formula=True)}, is_hidden=True),)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one part more, or in another's place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return out.getvalue()


def open_sheet(content: str, **parts: str) -> bytes:
    """An OpenDocument spreadsheet of that content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", OPEN_TYPE)
        archive.writestr("content.xml", content)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def refused(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_form(data, OUTLINE, limits=limits)
    return refusal.value.finding.code


def test_macro_entity_and_bomb_are_refused() -> None:
    sheet = write_sheet(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=KNOWN)

    assert refused(with_part(sheet, "xl/vbaProject.bin", b"x")) == "macro"
    assert refused(with_part(sheet, "xl/more.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')) == "entity"
    assert refused(with_part(sheet, "../more.xml", b"<a/>")) == "unsafe-name"
    assert refused(sheet, Limits(unpacked_bytes=1000)) == "archive-bomb"


def test_open_sheet_with_macros_or_broken_content_is_refused() -> None:
    assert refused(open_sheet("<a/>", Basic__script="x")) == "macro"
    assert refused(open_sheet("<a")) == "broken"


def test_workbook_with_a_broken_part_is_broken() -> None:
    sheet = write_sheet(OUTLINE, unit=UNIT, unit_key=UNIT_KEY)

    assert refused(with_part(sheet, "xl/worksheets/sheet1.xml", b"<worksheet")) == "broken"


@pytest.mark.parametrize("task", [SHEET, OPEN_SHEET, FORM])
def test_child_says_why_it_cannot_read(task: str) -> None:
    assert json.loads(child.answer(task, b"PK nothing", DEFAULT))["refused"] == "broken"


def test_grids_cross_the_wall_unchanged() -> None:
    assert decode(encode(GRIDS)) == GRIDS


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {"grids": 1},
        {"grids": [["a", 1, []]]},
        {"grids": [["a", True, [[1, 1, "x"]]]]},
        {"grids": [["a", True, [[1, 1, 5, "text", False, False]]]]},
    ],
)
def test_foreign_answer_of_a_child_is_not_believed(answer: Any) -> None:
    with pytest.raises(ValueError, match="not a"):
        decode(json.dumps(answer).encode())


def test_numbers_that_are_none_are_told_as_errors() -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    names += 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cell = '<table:table-cell office:value-type="float" office:value="inf"/>'
    content = f"<a {names}><table:table table:name='T'><table:table-row>{cell}</table:table-row></table:table></a>"

    grids = decode(child.answer(OPEN_SHEET, open_sheet(content), DEFAULT))

    assert grids == (Grid("T", {(1, 1): Field("", "error")}),)


def test_rows_and_cells_that_repeat_are_bounded() -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    names += 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    content = f"<a {names}><table:table table:name='T'>{row}</table:table></a>"

    (grid,) = decode(child.answer(OPEN_SHEET, open_sheet(content), DEFAULT))

    assert len(grid.cells) == 120
