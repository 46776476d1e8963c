"""Values of templates: what is typed comes back, and labels tell columns apart."""

import pytest

from tongket.core.text import fold
from tongket.documents.kinds import KINDS
from tongket.documents.kinds.names import NAMES, Name, labels_of, names

LIST = Name("ds", "danh sách", ["a"], is_list=True)
ROWS = Name("ct", "chương trình", [{}], (("gio", "giờ"), ("viec", "việc")), is_list=True)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        (Name("a", "chữ", "mẫu"), "  hai  chữ ", "hai chữ"),
        (Name("a", "ngày", "2024-10-30"), "30/10/2024", "2024-10-30"),
        (Name("a", "ngày", "2024-10-30"), "cuối tháng 10", "cuối tháng 10"),
        (Name("a", "giờ", "07:30"), "7h30", "07:30"),
        (Name("a", "giờ", "07:30"), "sáng sớm", "sáng sớm"),
        (LIST, "một\n\n hai ; ba", ["một", "hai", "ba"]),
        (ROWS, "7:00 | Đón; tiếp", [{"gio": "7:00", "viec": "Đón; tiếp"}]),
        (ROWS, "7:00 | Đón; 7:30 | Họp", [{"gio": "7:00", "viec": "Đón"}, {"gio": "7:30", "viec": "Họp"}]),
        (Name("t", "tiền", 100), "1.500.000 đồng", 1_500_000),
        (Name("t", "tiền", 100), "chưa rõ", "chưa rõ"),
        (ROWS, "7:00 | Đón tiếp\n7:30", [{"gio": "7:00", "viec": "Đón tiếp"}, {"gio": "7:30"}]),
    ],
)
def test_what_is_typed_becomes_a_value(name: Name, typed: str, value: object) -> None:
    assert name.typed(typed) == value


def test_values_are_shown_as_they_are_typed() -> None:
    assert ROWS.as_typed([{"gio": "7:00", "viec": "Đón | tiếp"}, {"gio": "7:30"}]) == "7:00 | Đón | tiếp\n7:30 | "
    assert (LIST.as_typed(["a", "b"]), LIST.as_typed(None), NAMES["so_trang"].as_typed(3)) == ("a\nb", "", "3")


def test_labels_name_columns_too() -> None:
    assert labels_of([ROWS]) == {
        "ct": "chương trình",
        "ct.gio": "giờ (chương trình)",
        "ct.viec": "việc (chương trình)",
    }


def test_names_are_given_once_in_order() -> None:
    assert [name.name for name in names("ngay_hop", "gio_hop", "ngay_hop")] == ["ngay_hop", "gio_hop"]


def test_every_name_belongs_to_a_kind() -> None:
    used = {name.name for kind in KINDS.values() for name in kind.names}

    assert sorted(set(NAMES) - used) == []


def test_labels_are_told_apart_within_a_kind() -> None:
    for kind in KINDS.values():
        labels = [name.label for name in kind.names]
        assert sorted(labels) == sorted(set(labels)), kind.code


def test_gaps_are_named_after_their_labels() -> None:
    wrong = [
        (kind.code, gap)
        for kind in KINDS.values()
        for gap in kind.gaps
        if fold(NAMES[gap].label) != gap.replace("_", " ")
    ]

    assert wrong == []


def test_samples_have_every_column() -> None:
    wrong = [
        name.name
        for name in NAMES.values()
        if name.columns and any(list(row) != [key for key, _ in name.columns] for row in name.sample)
    ]

    assert wrong == []
