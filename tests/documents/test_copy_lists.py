"""Lists of people: every line is understood or named, none is lost, nobody is listed twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.core.text import clean
from tongket.documents.copy_lists import (
    BAD_EMAIL,
    GROUP,
    NO_NAME,
    TOO_LONG,
    Draft,
    as_text,
    completed,
    is_of_unit,
    read_list,
    split_title,
)


def seen(text: str) -> list[tuple[str, str, str, str]]:
    """Name, post, unit and address of each new line."""
    drafts = [line.draft for line in read_list(text).new if line.draft is not None]
    return [
        (each.name, each.values.get("chuc_vu", ""), each.values.get("don_vi_cong_tac", ""), each.email)
        for each in drafts
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Nguyễn Văn A; Chủ tịch; UBMTTQVN xã Tam Thăng; a@b.vn",
            ("Nguyễn Văn A", "Chủ tịch", "UBMTTQVN xã Tam Thăng", "a@b.vn"),
        ),
        ("Nguyễn Văn A\tChủ tịch\tXã Tam Thăng\ta@b.vn", ("Nguyễn Văn A", "Chủ tịch", "Xã Tam Thăng", "a@b.vn")),
        ("1\tNguyễn Văn A\tChủ tịch\tXã Tam Thăng", ("Nguyễn Văn A", "Chủ tịch", "Xã Tam Thăng", "")),
        ("1. Nguyễn Văn A, Chủ tịch, Hội Nông dân", ("Nguyễn Văn A", "Chủ tịch", "Hội Nông dân", "")),
        ("- Bà Trần Thị B | Bí thư | Đảng ủy xã", ("Trần Thị B", "Bí thư", "Đảng ủy xã", "")),
        ("Đồng chí Lê C; Bí thư", ("Lê C", "Bí thư", "", "")),
        ("a@b.vn; Nguyễn Văn A; Chủ tịch", ("Nguyễn Văn A", "Chủ tịch", "", "a@b.vn")),
        ("Lê D\t\tHội Nông dân", ("Lê D", "", "Hội Nông dân", "")),
        ("Lê D;; Hội Nông dân", ("Lê D", "Hội Nông dân", "", "")),
        ("  Lê   E  ", ("Lê E", "", "", "")),
        ("Le\u0302 E", ("Lê E", "", "", "")),
    ],
)
def test_line_is_cut_as_offices_write_it(text: str, found: tuple[str, str, str, str]) -> None:
    assert seen(text) == [found]


def test_heading_says_what_cells_mean() -> None:
    read = read_list("STT\tĐơn vị\tHọ và tên\tChức vụ\tBàn số\tE-mail\n1\tHội A\tLê B\tChủ tịch\t7\tb@a.vn\tvề sớm")

    (line,) = read.new
    assert read.lines[0].is_heading
    assert line.draft is not None
    assert (line.draft.name, line.draft.email) == ("Lê B", "b@a.vn")
    assert {name: line.draft.values[name] for name in ("chuc_vu", "don_vi_cong_tac", "ban_so", "ghi_chu")} == {
        "chuc_vu": "Chủ tịch",
        "don_vi_cong_tac": "Hội A",
        "ban_so": "7",
        "ghi_chu": "về sớm",
    }


def test_empty_cell_under_a_heading_keeps_its_place_whatever_parts_the_cells() -> None:
    read = read_list("Họ tên; Chức vụ; Đơn vị; Thư điện tử\n; Chủ tịch; Hội A; a@b.vn\nLê B;; Hội A; b@a.vn")

    assert [(line.text, line.fault) for line in read.leftovers] == [("; Chủ tịch; Hội A; a@b.vn", NO_NAME)]
    (line,) = read.new
    assert line.draft is not None
    assert (line.draft.name, line.draft.values["don_vi_cong_tac"], line.draft.email) == ("Lê B", "Hội A", "b@a.vn")
    assert "chuc_vu" not in line.draft.values


def test_columns_may_stand_below_the_titles_of_a_list() -> None:
    rows = [["ỦY BAN MTTQ"], ["DANH SÁCH ĐẠI BIỂU"], ["TT", "Họ và tên", "Chức vụ"], ["1", "Phan Thị Mười", "Hội viên"]]
    read = read_list(as_text(rows))

    assert [line.is_heading for line in read.lines] == [True, True, True, False]
    assert [(line.draft.name, line.draft.values["chuc_vu"]) for line in read.new if line.draft] == [
        ("Phan Thị Mười", "Hội viên")
    ]


def test_a_word_alone_between_people_is_no_column() -> None:
    assert [line.is_heading for line in read_list("Lê B; Phó\nKhách mời\nVõ C").lines] == [False, False, False]


@pytest.mark.parametrize(
    "group", ["I\tKHÁCH MỜI", "II.\tCá nhân được khen", "B\tKhối đoàn thể", "\tKHÁCH MỜI", "\tIII. Phóng viên"]
)
def test_names_of_groups_between_people_are_nobody(group: str) -> None:
    read = read_list(f"STT\tHọ và tên\tChức vụ\n{group}\n1\tLê B\tHội viên")

    assert [(line.number, line.fault) for line in read.leftovers] == [(2, GROUP)]
    assert [line.draft.name for line in read.new if line.draft] == ["Lê B"]


@pytest.mark.parametrize(
    "text", ["STT\tHọ tên\tChức vụ\nI\tLê B\tPhó", "STT\tHọ tên\n\tLê Văn Bảy", "Họ tên\nLÊ VĂN BẢY", "1\tLÊ VĂN BẢY"]
)
def test_who_has_a_post_or_is_written_as_people_are_is_no_group(text: str) -> None:
    assert [line.fault for line in read_list(text).lines if not line.is_heading] == [""]


def test_a_unit_in_capitals_is_no_group() -> None:
    read = read_list("STT\tHọ tên\n\tHỘI NÔNG DÂN", unit_of=lambda name: "7" if name == "HỘI NÔNG DÂN" else None)

    assert [line.draft.unit for line in read.new if line.draft] == ["7"]


def test_a_name_in_two_columns_is_one_name() -> None:
    read = read_list("Họ và tên đệm\tTên\tĐơn vị\nPhan Thị\tMười\tChi hội 3")

    assert [line.draft.name for line in read.new if line.draft] == ["Phan Thị Mười"]


def test_single_column_named_so_is_a_heading() -> None:
    assert [line.is_heading for line in read_list("Họ tên\nLê B").lines] == [True, False]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("12345", NO_NAME),
        ("; ; ;", NO_NAME),
        ("a@b.vn", NO_NAME),
        ("Lê B; a@", BAD_EMAIL),
        ("Lê B; a@b@c.vn", BAD_EMAIL),
        ("Lê " + "B" * 300, TOO_LONG),
    ],
)
def test_line_without_sense_is_named_and_kept(text: str, fault: str) -> None:
    (line,) = read_list(text).leftovers

    assert (line.fault, line.text) == (fault, clean(text))


def test_same_person_is_listed_once_however_typed() -> None:
    read = read_list("Nguyễn Hoà; CT; Hội A\nNGUYỄN HÒA; Chủ tịch; hội a\nNguyễn Hòa; CT; Hội B")

    assert [line.number for line in read.new] == [1, 3]
    assert [(line.number, line.same_as) for line in read.twice] == [(2, 1)]


def test_who_is_on_the_list_already_is_told_so() -> None:
    first = read_list("Lê B; CT; Hội A").new[0].draft
    assert first is not None

    assert [line.same_as for line in read_list("Lê B; CT; Hội A", known=[first.key]).lines] == [0]


def test_unit_alone_on_a_line_is_invited_as_a_unit() -> None:
    (line,) = read_list("Hội Nông dân", unit_of=lambda name: "7" if name == "Hội Nông dân" else None).new

    assert line.draft is not None
    assert (line.draft.is_unit, line.draft.unit) == (True, "7")
    assert line.draft.values["nguoi_duoc_moi"] == "Đại diện lãnh đạo Hội Nông dân"
    assert is_of_unit(line.draft.values)


def test_person_knows_the_unit_of_the_directory() -> None:
    (line,) = read_list("Lê B; CT; Hội Nông dân", unit_of=lambda name: "7" if name == "Hội Nông dân" else None).new

    assert line.draft is not None
    assert (line.draft.is_unit, line.draft.unit) == (False, "7")
    assert line.draft.values["nguoi_duoc_moi"] == "Lê B, CT, Hội Nông dân"


def test_typed_form_of_address_is_kept() -> None:
    draft = completed(Draft("Lê B", values={"nguoi_duoc_moi": "Cụ Lê B"}))

    assert draft.values["nguoi_duoc_moi"] == "Cụ Lê B"


@pytest.mark.parametrize(
    ("name", "parts"),
    [("Ông Lê B", ("Ông", "Lê B")), ("Đ/c Lê B", ("Đ/c", "Lê B")), ("Ông", ("", "Ông")), ("Ôn Lê", ("", "Ôn Lê"))],
)
def test_title_is_told_from_the_name(name: str, parts: tuple[str, str]) -> None:
    assert split_title(name) == parts


@given(st.text(max_size=200))
def test_no_line_is_lost(text: str) -> None:
    read = read_list(text)

    assert [line.number for line in read.lines] == [
        number for number, line in enumerate(text.splitlines(), start=1) if line.strip()
    ]
    assert all(line.is_heading or (line.draft is not None) != bool(line.fault) for line in read.lines)


@given(st.lists(st.lists(st.text(alphabet="aăb1@;, |\n\t.", max_size=8), max_size=5), max_size=5))
def test_no_row_of_a_table_is_lost(rows: list[list[str]]) -> None:
    cleaned = [[clean(cell) for cell in row] for row in rows]
    kept = [row for row in cleaned if any(row)]

    assert len(read_list(as_text(cleaned)).lines) == len(kept)
