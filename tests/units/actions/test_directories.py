"""Bringing in a whole directory: what is written, what is left out, and that twice is once."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.factories.accounts import NOW
from tests.factories.units import create_unit
from tongket.accounts.models import User
from tongket.core.models import Event
from tongket.units import actions
from tongket.units.directory import BadDirectory, read_table
from tongket.units.models import Unit

SAMPLE = Path(__file__).parents[2] / "samples/directories/tam-ky-2024.csv"
HEAD = "name,short_name,body,place_kind,place,parent,email,valid_until,aliases,successors\n"


def table_of(*rows: str) -> bytes:
    """A .csv with these rows under the usual heading."""
    return (HEAD + "\n".join(rows)).encode()


def names(units: Iterable[Unit]) -> list[str]:
    """The units by name."""
    return sorted(unit.name for unit in units)


def test_sample_directory_becomes_a_tree_and_twice_is_once(admin: User) -> None:
    done = actions.import_file(data=SAMPLE.read_bytes(), by=admin, now=NOW)
    events = Event.objects.count()
    again = actions.import_file(data=SAMPLE.read_bytes(), by=admin, now=NOW)

    assert (done.added, done.changed, done.unchanged, done.preview.faults) == (36, 0, 0, ())
    assert (again.added, again.changed, again.unchanged) == (0, 0, 36)
    assert Event.objects.count() == events
    unit = Unit.objects.select_related("parent__parent").get(short_name="UBMTTQVN xã Tam Thăng")
    assert unit.parent is not None
    assert unit.parent.parent is not None
    assert (unit.place_kind, unit.place, unit.valid_until_on) == ("xã", "Tam Thăng", date(2025, 6, 30))
    assert unit.parent.parent.name == "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam"


def test_workbook_and_csv_say_the_same(admin: User) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Tên", "Loại", "Đến ngày"], ["Hội Nông dân", "political-social", date(2025, 6, 30)]):
        sheet.append(row)
    file = BytesIO()
    book.save(file)

    actions.import_file(data=file.getvalue(), by=admin, now=NOW)

    assert list(Unit.objects.values_list("name", "valid_until_on")) == [("Hội Nông dân", date(2025, 6, 30))]


def test_row_below_its_own_row_and_other_tone_placement_find_each_other(admin: User) -> None:
    create_unit(name="UBND phường Hòa Hương", short_name="")
    rows = ("Tổ 2,,village,thôn,,Tổ Hoà,,,,", "Tổ Hòa,,village,thôn,,UBND phường Hoà Hương,,,,")

    done = actions.import_file(data=table_of(*rows), by=admin, now=NOW)

    assert (done.added, done.preview.faults) == (2, ())
    unit = Unit.objects.select_related("parent__parent").get(name="Tổ 2")
    assert unit.parent is not None
    assert unit.parent.parent is not None
    assert (unit.parent.name, unit.parent.parent.name) == ("Tổ Hòa", "UBND phường Hòa Hương")


def test_known_unit_takes_new_values_and_keeps_what_the_table_leaves_empty(
    host: Unit, unit_a: Unit, admin: User
) -> None:
    after = create_unit(name="Xã mới")
    row = f"{unit_a.name},,front,,,Xã mới,moi@vidu.vn,,MT Tam Thăng,Xã mới"

    done = actions.import_file(data=table_of(row), by=admin, now=NOW)

    unit = Unit.objects.get(pk=unit_a.pk)
    assert (done.added, done.changed) == (0, 1)
    assert (unit.short_name, unit.place, unit.email) == ("UBMTTQVN xã Tam Thăng", "Tam Thăng", "moi@vidu.vn")
    assert (unit.parent, list(unit.successors.all())) == (after, [after])
    assert [alias.name for alias in unit.aliases.all()] == ["MT Tam Thăng"]
    assert actions.import_file(data=table_of(row), by=admin, now=NOW).unchanged == 1


def test_new_unit_is_succeeded_by_a_later_row(admin: User) -> None:
    rows = ("Xã cũ,,front,,,,,30/6/2025,,Xã mới", "Xã mới,,front,,,,,,,")

    actions.import_file(data=table_of(*rows), by=admin, now=NOW)

    assert names(Unit.objects.get(name="Xã cũ").successors.all()) == ["Xã mới"]


def test_rows_with_faults_are_left_out(admin: User) -> None:
    rows = ("Đúng,,front,,,,,,,", "Sai,,bồ câu,,,,,,,")

    done = actions.import_file(data=table_of(*rows), by=admin, now=NOW)

    assert (done.added, [(fault.row, fault.column) for fault in done.preview.faults]) == (1, [(3, "body")])
    assert names(Unit.objects.all()) == ["Đúng"]


def test_units_of_others_are_neither_changed_nor_added_to(host: Unit, unit_a: Unit, admin: User) -> None:
    stranger = create_unit(name="Nơi khác")
    rows = (
        f"{unit_a.name},,front,,,,a@vidu.vn,,,",
        "Nơi khác,,front,,,,b@vidu.vn,,,",
        "Dưới nơi khác,,front,,,Nơi khác,,,,",
        "Đứng riêng,,front,,,,,,,",
    )

    done = actions.import_directory(
        table=read_table(table_of(*rows)), held={str(host.pk), str(unit_a.pk)}, by=admin, now=NOW
    )

    assert [(fault.row, fault.column) for fault in done.preview.faults] == [(3, "name"), (4, "parent")]
    assert (Unit.objects.get(pk=stranger.pk).email, Unit.objects.get(pk=unit_a.pk).email) == ("", "a@vidu.vn")
    assert names(Unit.objects.filter(name__in=["Dưới nơi khác", "Đứng riêng"])) == ["Đứng riêng"]


def test_table_and_directory_together_make_no_circle(host: Unit, unit_a: Unit, admin: User) -> None:
    done = actions.import_file(data=table_of(f"{host.name},,front,,,{unit_a.name},,,,"), by=admin, now=NOW)

    assert [(fault.row, fault.column) for fault in done.preview.faults] == [(2, "parent")]
    assert Unit.objects.get(pk=host.pk).parent is None


def test_what_is_no_table_is_refused_whole(admin: User) -> None:
    with pytest.raises(BadDirectory) as refused:
        actions.import_file(data=b"xin chao", by=admin, now=NOW)

    assert refused.value.finding.code == "directory-columns"
    assert list(Unit.objects.all()) == []
