"""What a table would do to a directory, without any database."""

from datetime import date

from tongket.units.directory import Directory, Table
from tongket.units.importing import Step, preview
from tongket.units.rules import BodyType, UnitRecord

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
