"""A zip file is looked into before anything trusts it: the kinds it may be, and every way in which it may lie."""

import io
import zipfile

import docx as python_docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.making import archive, docx, docx_parts, many_entries, paragraph, types
from tongket.core.findings import compose
from tongket.reading.archive import examine_archive, examine_workbook, read_part
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
SHEET = types(f"{OFFICE}spreadsheetml.sheet.main+xml")
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'


def made_in_word() -> bytes:
    """A document as python-docx saves it, with all the parts that Word's own files have."""
    made = python_docx.Document()
    made.add_paragraph("KẾ HOẠCH")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def made_in_excel() -> bytes:
    """A workbook as openpyxl saves it."""
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def workbook(**parts: str) -> bytes:
    """A workbook with further parts; "_" in a name stands for a dot."""
    return archive({"[Content_Types].xml": SHEET} | {name.replace("_", "."): part for name, part in parts.items()})


def finding_of_document(data: bytes, limits: Limits = DEFAULT) -> tuple[str, str]:
    """The code and the first words under which an archive is refused as a document."""
    with pytest.raises(Unreadable) as refused:
        examine_archive(data, limits)
    return refused.value.finding.code, compose(refused.value.finding).found


def refusal_of_workbook(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        examine_workbook(data, limits)
    return refused.value.finding.code


def test_document_of_word_is_a_docx() -> None:
    assert examine_archive(made_in_word(), DEFAULT) is Kind.DOCX


def test_document_with_a_comment_behind_it_is_a_docx() -> None:
    buffer = io.BytesIO(made_in_word())
    with zipfile.ZipFile(buffer, "a") as opened:
        opened.comment = b"PK" * 9_000

    assert examine_archive(buffer.getvalue(), DEFAULT) is Kind.DOCX


OTHERS = [
    ({"[Content_Types].xml": SHEET}, "Tệp là bảng tính Excel (.xlsx)."),
    ({"[Content_Types].xml": types(f"{OFFICE}presentationml.presentation.main+xml")}, "Tệp là trình chiếu (.pptx)."),
    ({"[Content_Types].xml": types(f"{OFFICE}wordprocessingml.template.main+xml")}, "Tệp là mẫu Word (.dotx)."),
    ({"[Content_Types].xml": types("image/vnd.dwg")}, "Tệp là tệp nén (.zip)."),
    ({"mimetype": f"{OPEN}spreadsheet"}, "Tệp là bảng tính (.ods)."),
    ({"mimetype": f"{OPEN}presentation"}, "Tệp là trình chiếu (.odp)."),
    ({"mimetype": "application/epub+zip"}, "Tệp là tệp nén (.zip)."),
    ({"ke-hoach.txt": "KẾ HOẠCH"}, "Tệp là tệp nén (.zip)."),
]


@pytest.mark.parametrize(("parts", "found"), OTHERS)
def test_archive_of_another_kind_is_called_by_its_name(parts: dict[str, str | bytes], found: str) -> None:
    assert finding_of_document(archive(parts)) == ("other-format", found)


PACKED = archive({"a.xml": bytes(3_000_000)})
BOMBS = [
    (many_entries(100_000), DEFAULT, "Tệp nén bất thường: bung ra đến mục lục 5 MB."),
    (archive({f"{number}.xml": "" for number in range(31)}), Limits(entries=30),
     "Tệp nén bất thường: bung ra đến 31 tệp con."),
    (PACKED, Limits(unpacked_bytes=2_000_000),
     f"Tệp nén bất thường: bung ra đến 3 MB, gấp {3_000_000 // len(PACKED)} lần."),
    (archive({"[Content_Types].xml": types(), "a.xml": bytes(3_000_000)}), Limits(part_bytes=2_000_000),
     "Tệp nén bất thường: bung ra đến 2 MB."),
]  # fmt: skip


@pytest.mark.parametrize(("data", "limits", "found"), BOMBS)
def test_bomb_is_refused_with_the_measure_it_broke(data: bytes, limits: Limits, found: str) -> None:
    assert finding_of_document(data, limits) == ("archive-bomb", found)


def test_short_file_that_packs_well_is_no_bomb() -> None:
    data = docx(paragraph("x" * 900_000))

    assert len(data) * DEFAULT.ratio < 900_000
    assert examine_archive(data, DEFAULT) is Kind.DOCX


UNSAFE = [
    ("../evil.txt", "../evil.txt"),
    ("word/../../evil.txt", "word/../../evil.txt"),
    ("/etc/evil.txt", "/etc/evil.txt"),
    ("C:evil.txt", "C:evil.txt"),
    ("a\u202etxt.exe", "a\u202etxt.exe"),
    ("../" + "a" * 99, "../" + "a" * 77),
    ("WORD/document.xml", "hai tệp con cùng tên"),
]


@pytest.mark.parametrize(("name", "shown"), UNSAFE)
def test_name_that_leads_astray_is_refused_and_shown(name: str, shown: str) -> None:
    data = archive(docx_parts(paragraph("KẾ HOẠCH")) | {name: "x"})

    assert finding_of_document(data) == ("unsafe-name", f"Tệp nén chứa đường dẫn lạ: {shown}.")


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.integers(min_value=0))
def test_document_cut_short_is_broken(place: int) -> None:
    whole = docx(paragraph("KẾ HOẠCH"))

    assert finding_of_document(whole[: place % (len(whole) - 22)])[0] == "broken"


def test_workbook_of_excel_passes() -> None:
    examine_workbook(made_in_excel(), DEFAULT)


WORKBOOKS = [
    (workbook(vbaProject_bin="x"), "macro"),
    (archive({"[Content_Types].xml": types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")}), "macro"),
    (workbook(sheet_xml=ENTITY), "entity"),
    (workbook(sheet_rels=ENTITY.lower()), "entity"),
    (made_in_excel()[:-30], "broken"),
    (archive({"a.txt": "x"}), "broken"),
    (b"PK\x03\x04", "broken"),
    (many_entries(100_000), "archive-bomb"),
]


@pytest.mark.parametrize(("data", "code"), WORKBOOKS)
def test_workbook_that_is_not_safe_is_refused(data: bytes, code: str) -> None:
    assert refusal_of_workbook(data) == code


def test_part_is_read_up_to_its_limit() -> None:
    with zipfile.ZipFile(io.BytesIO(archive({"a.xml": b"12345"}))) as opened:
        assert read_part(opened, "a.xml", Limits(part_bytes=5)) == b"12345"

        with pytest.raises(Unreadable) as refused:
            read_part(opened, "a.xml", Limits(part_bytes=4))

    assert refused.value.finding.code == "archive-bomb"


def test_part_that_is_not_there_is_a_missing_key() -> None:
    with zipfile.ZipFile(io.BytesIO(archive({"a.xml": b"12345"}))) as opened, pytest.raises(KeyError):
        read_part(opened, "b.xml", DEFAULT)
