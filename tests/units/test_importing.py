"""What a table would do to a directory, without any database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.units.directory import Directory, Table
from tongket.units.importing import Step, by_name, preview, shown
from tongket.units.rules import BodyType, PlaceKind, UnitRecord

HOST = UnitRecord("1", "MTTQ thành phố", short_name="MT TP", body=BodyType.FRONT)
WARD = UnitRecord("2", "MTTQ phường Hòa Hương", body=BodyType.FRONT, parent="1", aliases=("MT HH",))
KNOWN = Directory([HOST, WARD])


def table(*rows: dict[str, str]) -> Table:
    """These rows, numbered as they stand in a file."""
    return Table(tuple((number, {"body": "front"} | row) for number, row in enumerate(rows, start=2)))


def faults(*rows: dict[str, str]) -> list[tuple[int, str, str]]:
    """Row, column and what stood there for every fault."""
    return [(fault.row, fault.column, fault.found) for fault in preview(table(*rows), KNOWN).faults]


def test_equal_rows_change_nothing_whatever_the_tone_placement() -> None:
    row = {"name": "MTTQ phường Hoà Hương", "parent": "MTTQ thành phố", "aliases": "MT HH"}

    seen = preview(table(row), KNOWN)

    assert (seen.changes, seen.unchanged, seen.faults) == ((), 1, ())


def test_changes_are_told_field_by_field() -> None:
    row = {"name": "MTTQ thành phố", "body": "office", "valid_until": "30/6/2025", "aliases": "Mặt trận TP"}

    (change,) = preview(table(row), KNOWN).changed

    assert change.steps == (
        Step("Loại tổ chức", "Mặt trận", "Văn phòng, ban chuyên môn"),
        Step("Tên khác", "", "Mặt trận TP"),
        Step("Đến hết ngày", "", "30/6/2025"),
    )


def test_other_names_are_added_never_dropped() -> None:
    (change,) = preview(table({"name": "MTTQ phường Hòa Hương", "aliases": "MT HH; Mặt trận HH"}), KNOWN).changed

    assert change.after == {"aliases": ("MT HH", "Mặt trận HH")}


def test_namesake_that_lives_longer_is_the_one_meant() -> None:
    old = UnitRecord("3", "MTTQ xã Mới", body=BodyType.FRONT, valid_until=date(2025, 6, 30))
    new = UnitRecord("4", "MTTQ xã Mới", body=BodyType.FRONT, valid_from=date(2025, 7, 1))

    seen = preview(table({"name": "MTTQ xã Mới", "email": "moi@vidu.vn"}), Directory([new, old]))

    assert [change.known and change.known.key for change in seen.changes] == ["4"]


def test_days_that_run_backwards_and_names_too_long_are_faults() -> None:
    long = "x" * 251

    assert faults(
        {"name": "A", "valid_from": "1/7/2025", "valid_until": "30/6/2025"}, {"name": long}, {"name": "B"}
    ) == [(2, "valid_until", "30/6/2025"), (3, "name", long)]


def test_row_below_a_left_out_row_stands_alone_with_a_fault() -> None:
    rows = ({"name": "A", "short_name": "x" * 121}, {"name": "B", "parent": "A"})

    seen = preview(table(*rows), KNOWN)

    assert [(change.record.name, change.record.parent) for change in seen.changes] == [("B", None)]
    assert [(fault.row, fault.column) for fault in seen.faults] == [(2, "short_name"), (3, "parent")]


def test_circle_through_the_directory_is_left_out() -> None:
    rows = ({"name": "MTTQ thành phố", "parent": "Tổ 1"}, {"name": "Tổ 1", "parent": "MTTQ phường Hòa Hương"})

    seen = preview(table(*rows), KNOWN)

    assert [(fault.row, fault.column) for fault in seen.faults] == [(2, "parent"), (3, "parent")]
    assert seen.changes == ()


def test_faulty_rows_are_counted_once() -> None:
    assert preview(table({"name": "A", "body": "?", "place_kind": "?"}), KNOWN).faulty_rows == 1


VALUES = [
    (BodyType.FRONT, "Mặt trận"),
    (date(2025, 6, 30), "30/6/2025"),
    (("MT HH", "Mặt trận HH"), "MT HH; Mặt trận HH"),
    ((), ""),
    (None, ""),
    ("", ""),
    (PlaceKind.WARD, "phường"),
    ("mt@vidu.vn", "mt@vidu.vn"),
]


@pytest.mark.parametrize(("value", "words"), VALUES)
def test_value_is_shown_as_a_person_reads_it(value: object, words: str) -> None:
    assert shown(value) == words


def test_known_units_are_found_by_name_with_names_for_keys() -> None:
    old = UnitRecord("3", "MTTQ phường Cũ", parent="9", successors=("2", "9"))

    found = by_name(Directory([HOST, WARD, old]))

    assert [(each.name, each.parent, each.successors) for each in found.values()] == [
        ("MTTQ thành phố", None, ()),
        ("MTTQ phường Hòa Hương", "MTTQ thành phố", ()),
        ("MTTQ phường Cũ", None, ("MTTQ phường Hòa Hương",)),
    ]


def test_new_unit_shows_all_that_is_known_of_it() -> None:
    row = {"name": "MTTQ xã Mới", "place_kind": "xã", "place": "Mới", "parent": "MTTQ thành phố", "email": "m@vidu.vn"}

    (change,) = preview(table(row), KNOWN).added

    assert (change.row, change.is_new, change.record.name) == (2, True, "MTTQ xã Mới")
    assert change.steps == (
        Step("Loại tổ chức", "", "Mặt trận"),
        Step("Cấp", "", "xã"),
        Step("Địa danh", "", "Mới"),
        Step("Trực thuộc", "", "MTTQ thành phố"),
        Step("Thư điện tử", "", "m@vidu.vn"),
    )


def test_empty_cells_leave_what_is_known() -> None:
    assert preview(table({"name": "MTTQ thành phố"}), KNOWN).unchanged == 1


def test_unit_that_is_moved_shows_both_parents() -> None:
    other = UnitRecord("3", "MTTQ huyện", body=BodyType.FRONT)

    (change,) = preview(
        table({"name": "MTTQ phường Hòa Hương", "parent": "MTTQ huyện"}), Directory([HOST, WARD, other])
    ).changed

    assert change.steps == (Step("Trực thuộc", "MTTQ thành phố", "MTTQ huyện"),)


HELD = [
    ({"name": "MTTQ phường Hòa Hương", "email": "a@vidu.vn"}, {"2"}, []),
    ({"name": "MTTQ phường Hòa Hương", "email": "a@vidu.vn"}, {"1"}, [("name", "MTTQ phường Hòa Hương")]),
    ({"name": "MTTQ phường Hòa Hương"}, {"1"}, []),
    ({"name": "Tổ 1", "parent": "MTTQ thành phố"}, {"1"}, []),
    ({"name": "Tổ 1", "parent": "MTTQ thành phố"}, {"2"}, [("parent", "MTTQ thành phố")]),
    ({"name": "MTTQ phường Hòa Hương", "email": "a@vidu.vn"}, None, []),
]


@pytest.mark.parametrize(("row", "held", "expected"), HELD)
def test_units_of_others_are_neither_changed_nor_added_to(
    row: dict[str, str], held: set[str] | None, expected: list[tuple[str, str]]
) -> None:
    seen = preview(table(row), KNOWN, held=held)

    assert [(fault.column, fault.found) for fault in seen.faults] == expected
    assert len(seen.changes) + seen.unchanged == 1 - len(expected)


def test_faults_stand_in_the_order_of_the_table() -> None:
    rows = ({"name": "A", "parent": "Không có"}, {"name": "x" * 251}, {"name": "C", "body": "?"})

    assert [row for row, _column, _found in faults(*rows)] == [2, 3, 4]


NAMES = st.sampled_from(["Tổ 1", "Tổ 2", "Tổ 3", "MTTQ thành phố", "MTTQ phường Hòa Hương"])
ROWS = st.lists(st.fixed_dictionaries({"name": NAMES, "parent": st.just("") | NAMES}), max_size=6)


@given(ROWS)
def test_every_row_is_a_change_or_unchanged_or_faulty(rows: list[dict[str, str]]) -> None:
    seen = preview(table(*rows), KNOWN)

    faulty = {fault.row for fault in seen.faults}
    assert {change.row for change in seen.changes} <= set(range(2, len(rows) + 2))
    assert len(seen.changes) + seen.unchanged + len(faulty) >= len(rows)
    assert (len(seen.added) + len(seen.changed), seen.faulty_rows) == (len(seen.changes), len(faulty))


@given(ROWS)
def test_no_unit_ends_up_above_itself(rows: list[dict[str, str]]) -> None:
    seen = preview(table(*rows), KNOWN)

    parents = {HOST.name: None, WARD.name: HOST.name} | {
        change.record.name: change.record.parent for change in seen.changes
    }
    assert [name for name in parents if name in _above(name, parents)] == []


def _above(name: str, parents: dict[str, str | None]) -> list[str]:
    """The units above `name`, the nearest first; no more than there are."""
    found: list[str] = []
    at = parents.get(name)
    while at is not None and len(found) <= len(parents):
        found.append(at)
        at = parents.get(at)
    return found
