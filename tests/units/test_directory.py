"""A table from an office as units, row by row; and what is no table is refused before any library opens it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from tongket.reading.limits import Limits
from tongket.units import directory
from tongket.units.directory import BadDirectory, Directory, RowFault, parse_directory, read_table
from tongket.units.rules import BodyType, PlaceKind, UnitRecord

HEAD = "name,body,place_kind,parent,valid_until,aliases,successors\n"


def workbook(*rows: Sequence[object]) -> bytes:
    """An .xlsx with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The archive with one part more."""
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return file.getvalue()


def read(*rows: str) -> tuple[list[UnitRecord], list[RowFault]]:
    """The units and faults of a .csv with these rows."""
    parsed, faults = parse_directory(read_table((HEAD + "\n".join(rows)).encode()))
    return list(parsed), list(faults)


def refusal(data: bytes) -> str:
    """The code of the refusal."""
    with pytest.raises(BadDirectory) as refused:
        read_table(data)
    return refused.value.finding.code


@pytest.mark.parametrize(
    "text",
    ["name,body\nA,front", "Tên;Loại\nA;front", "TÊN ĐƠN VỊ\tLoại tổ chức\nA\tfront", "name,body\r\n\r\n A ,front\r\n"],
)
def test_headings_and_delimiters_are_those_of_the_office(text: str) -> None:
    ((_number, row),) = read_table(text.encode()).rows

    assert row == {"name": "A", "body": "front"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_of_any_encoding_that_excel_writes_is_read(encoding: str) -> None:
    table = read_table("tên,loại\nHội Nông dân,front".encode(encoding))

    assert table.rows == ((2, {"name": "Hội Nông dân", "body": "front"}),)


def test_workbook_gives_days_as_people_write_them() -> None:
    table = read_table(workbook(["Tên", "Loại", "Đến ngày", "ghi chú"], ["A", "front", date(2025, 6, 30), "x"]))

    assert table.rows == ((2, {"name": "A", "body": "front", "valid_until": "30/6/2025"}),)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda good: good[:200], "directory-broken"),
        (lambda good: with_part(good, "xl/vbaProject.bin", b"macro"), "directory-broken"),
        (lambda good: with_part(good, "xl/x.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "directory-broken"),
        (lambda good: with_part(good, "xl/media/a.bin", b"\0" * 300_000), "directory-broken"),
        (lambda good: with_part(good, "../a.xml", b"<a/>"), "directory-broken"),
    ],
)
def test_hostile_workbook_is_refused_before_it_is_opened(
    spoil: Callable[[bytes], bytes], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = spoil(workbook(["name", "body"], ["A", "front"]))
    monkeypatch.setattr(directory, "LIMITS", Limits(unpacked_bytes=200_000))
    monkeypatch.setattr(directory, "load_workbook", lambda *_args, **_options: pytest.fail("opened"))

    assert refusal(data) == code


def test_archive_that_is_no_workbook_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")

    assert refusal(file.getvalue()) == "directory-broken"


def test_table_of_more_than_the_most_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "MOST_ROWS", 3)

    assert refusal(workbook(["name", "body"], *[["A", "front"]] * 3)) == "directory-too-long"
    assert refusal(b"name,body\n" + b"A,front\n" * 3) == "directory-too-long"


def test_text_that_is_no_table_is_refused() -> None:
    assert refusal("Kính gửi các đơn vị".encode()) == "directory-columns"
    assert refusal(b"") == "directory-columns"
    assert refusal(b'name,body\n"' + b"x" * 200_000) == "directory-no-table"


def test_row_becomes_a_unit() -> None:
    units, faults = read("Xã A,front,xã,,30/6/2025,MT A; MTTQ A,Xã B", "Xã B,front,,,,,")

    assert faults == []
    assert units[0] == UnitRecord(
        key="Xã A",
        name="Xã A",
        body=BodyType.FRONT,
        place_kind=PlaceKind.COMMUNE,
        aliases=("MT A", "MTTQ A"),
        valid_until=date(2025, 6, 30),
        successors=("Xã B",),
    )


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("Front", BodyType.FRONT),
        ("Mặt trận", BodyType.FRONT),
        ("mat tran", BodyType.FRONT),
        ("UBND", BodyType.GOVERNMENT),
        ("Uỷ ban nhân dân", BodyType.GOVERNMENT),
        ("HĐND", BodyType.COUNCIL),
        ("Sở", BodyType.DEPARTMENT),
        ("Tổ chức chính trị - xã hội", BodyType.POLITICAL_SOCIAL),
        ("Hội", BodyType.ASSOCIATION),
        ("Hợp tác xã", BodyType.ENTERPRISE),
        ("Khác", BodyType.OTHER),
    ],
)
def test_kind_of_body_is_taken_by_code_or_by_words(typed: str, body: BodyType) -> None:
    units, faults = read(f"A,{typed},,,,,")

    assert ([unit.body for unit in units], faults) == ([body], [])


def test_error_kind_of_body_says_which_words_are_known() -> None:
    _units, faults = read("A,bồ câu,,,,,")

    assert faults[0].wanted.startswith("Mặt trận; Đảng; Ủy ban nhân dân; Hội đồng nhân dân; Phòng, ban, sở;")


def test_faulty_row_is_left_out_with_everything_that_is_wrong() -> None:
    units, faults = read(",làng,làng,,31/9/2025,,", "B,front,,,,,")

    assert [unit.name for unit in units] == ["B"]
    assert [(fault.row, fault.column, fault.found) for fault in faults] == [
        (2, "name", ""),
        (2, "body", "làng"),
        (2, "place_kind", "làng"),
        (2, "valid_until", "31/9/2025"),
    ]


def test_second_row_of_a_name_is_a_fault() -> None:
    units, faults = read("A,front,,,,,", "A,party,,,,,")

    assert [unit.body for unit in units] == [BodyType.FRONT]
    assert [(fault.row, fault.column) for fault in faults] == [(3, "name")]


def test_link_to_a_unit_that_is_nowhere_is_dropped_with_a_fault() -> None:
    units, faults = read("A,front,,Đâu đó,,,Nơi nào")

    assert [(unit.parent, unit.successors) for unit in units] == [(None, ())]
    assert [(fault.column, fault.found) for fault in faults] == [("parent", "Đâu đó"), ("successors", "Nơi nào")]


def test_link_is_found_whatever_the_tone_placement() -> None:
    units, faults = read("Hoà Hương,front,,,,,", "Tổ 1,village,,Hòa Hương,,,")

    assert ([unit.parent for unit in units], faults) == ([None, "Hòa Hương"], [])


def test_circle_in_a_table_is_broken_with_a_fault() -> None:
    units, faults = read("A,front,,B,,,", "B,front,,A,,,")

    assert sum(unit.parent is None for unit in units) == 1
    assert [(fault.row, fault.column) for fault in faults] == [(2, "parent")]


def test_directory_walks_up_and_down_its_tree_and_out_of_circles() -> None:
    top, middle, low = UnitRecord("1", "T"), UnitRecord("2", "M", parent="1"), UnitRecord("3", "L", parent="2")
    tree = Directory([top, middle, low])
    circle = Directory([UnitRecord("1", "A", parent="2"), UnitRecord("2", "B", parent="1")])
    first = circle.get("1")
    assert first is not None

    assert (list(tree.above(low)), tree.children("1"), len(tree)) == ([middle, top], (middle,), 3)
    assert ([unit.name for unit in circle.above(first)], tree.get("9"), tree.get(None)) == (["B"], None, None)


def test_directory_of_a_day_has_first_and_last_day() -> None:
    units = Directory(
        [UnitRecord("1", "A", valid_from=date(2025, 7, 1)), UnitRecord("2", "B", valid_until=date(2025, 6, 30))]
    )

    assert [[unit.name for unit in units.valid_on(date(2025, month, day))] for month, day in ((6, 30), (7, 1))] == [
        ["B"],
        ["A"],
    ]
